"""From counts and means to positions (DESIGN §4)."""

from __future__ import annotations

import pandas as pd

from sayso.model.scales import is_conflicting, position_step
from sayso.model.scope import Measure

KEYS = ["unit_id", "issue_id"]
COLUMNS = [
    *KEYS,
    "n",
    "n_supporting",
    "n_neutral",
    "n_opposing",
    "n_members",
    "value",
    "state",
    "latest_on",
    "latest_said_on",
    "condition",
]


def actor_positions(counts: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Positions of actors from one row per actor and issue.

    `value` is the mean stance, or the latest one, in −2 … +2; `state` one of the seven of
    `model.scales`. With `latest` a position is never conflicting: one statement has one sign.
    """
    frame = counts.rename(columns={"actor_id": "unit_id"})
    frame = frame.assign(value=_value(frame, measure), n_members=1)
    frame["state"] = [
        position_step(int(plus), int(zero), int(minus), float(value)).state
        if measure == "mean"
        else position_step(int(value > 0), int(value == 0), int(value < 0), float(value)).state
        for plus, zero, minus, value in zip(
            frame["n_supporting"], frame["n_neutral"], frame["n_opposing"], frame["value"], strict=True
        )
    ]
    return _tidy(frame)


def faction_positions(members: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Positions of factions: the mean of their members' positions, one voice each (DESIGN §4).

    `members` has one row per faction, member and issue. `n_members` counts those who spoke;
    the state is conflicting ("split") where members fall on both sides by the ¼ rule.
    """
    if members.empty:
        return _tidy(members.assign(unit_id="", value=0.0, n_members=0, state=""))
    voices = members.assign(value=_value(members, measure)).sort_values("latest_said_on", kind="stable")
    voices["for_it"] = voices["value"] > 0
    voices["neither"] = voices["value"] == 0
    voices["against_it"] = voices["value"] < 0
    grouped = voices.groupby(["faction_id", "issue_id"], as_index=False).agg(
        n=("n", "sum"),
        n_members=("actor_id", "nunique"),
        n_supporting=("for_it", "sum"),
        n_neutral=("neither", "sum"),
        n_opposing=("against_it", "sum"),
        value=("value", "mean"),
        latest_on=("latest_on", "last"),
        latest_said_on=("latest_said_on", "last"),
        condition=("condition", lambda texts: texts.iloc[-1]),
    )
    grouped["state"] = [
        position_step(row["n_supporting"], row["n_neutral"], row["n_opposing"], row["value"]).state
        for row in grouped.to_dict("records")
    ]
    return _tidy(grouped.rename(columns={"faction_id": "unit_id"}))


def dissenters(members: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Members whose position has the other sign than their faction's mean, one row each.

    Columns: faction_id, actor_id, issue_id, value, faction_value.
    """
    voices = members.assign(value=_value(members, measure))
    means = voices.groupby(["faction_id", "issue_id"])["value"].transform("mean")
    voices = voices.assign(faction_value=means)
    apart = voices[voices["value"] * voices["faction_value"] < 0]
    split = voices.groupby(["faction_id", "issue_id"])["value"].transform(
        lambda values: is_conflicting(int((values > 0).sum()), int((values < 0).sum()))
    )
    both_sides = voices[split.astype(bool) & (voices["faction_value"] == 0) & (voices["value"] != 0)]
    columns = ["faction_id", "actor_id", "issue_id", "value", "faction_value"]
    return pd.concat([apart, both_sides])[columns].reset_index(drop=True)


def grid(positions: pd.DataFrame, units: list[str], issues: list[str], column: str = "value") -> pd.DataFrame:
    """`column` as units × issues, in the given order; NaN where not found."""
    wide = positions.pivot(index="unit_id", columns="issue_id", values=column)
    return wide.reindex(index=units, columns=issues)


def _value(frame: pd.DataFrame, measure: Measure) -> pd.Series[float]:
    return frame["mean" if measure == "mean" else "latest"].astype(float)


def _tidy(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.reindex(columns=COLUMNS).reset_index(drop=True)
