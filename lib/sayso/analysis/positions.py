"""From counts and means to positions (DESIGN §4)."""

from __future__ import annotations

from statistics import fmean
from typing import Any

import pandas as pd

from sayso.analysis import basis
from sayso.model.frames import records
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
    *basis.COLUMNS,
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
    # Plain loops: on the some hundred rows of a page they take a tenth of what grouping a frame does.
    voices: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in _voices(members, measure, sort_by="latest_said_on"):
        voices.setdefault((row["faction_id"], row["issue_id"]), []).append(row)
    return _tidy(pd.DataFrame([_faction_position(*key, voices[key]) for key in sorted(voices)]))


def _faction_position(faction: str, issue: str, voices: list[dict[str, Any]]) -> dict[str, Any]:
    values = [float(voice["value"]) for voice in voices]
    plus, minus = sum(value > 0 for value in values), sum(value < 0 for value in values)
    value = fmean(values)
    return {
        "unit_id": faction,
        "issue_id": issue,
        "n": sum(voice["n"] for voice in voices),
        "n_members": len({voice["actor_id"] for voice in voices}),
        "n_supporting": plus,
        "n_neutral": len(values) - plus - minus,
        "n_opposing": minus,
        "value": value,
        "state": position_step(plus, len(values) - plus - minus, minus, value).state,
        **{key: voices[-1][key] for key in ("latest_on", "latest_said_on", "condition")},
        **{key: sum(voice[key] for voice in voices) for key in basis.KINDS},
        "first_said_on": min(voice["first_said_on"] for voice in voices),
        "last_words_on": max(
            (voice["last_words_on"] for voice in voices if not pd.isna(voice["last_words_on"])), default=None
        ),
    }


def dissenters(members: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Members whose position has the other sign than their faction's mean, one row each.

    Columns: faction_id, actor_id, issue_id, value, faction_value.
    """
    voices = _voices(members, measure)
    by_cell: dict[tuple[str, str], list[float]] = {}
    for voice in voices:
        by_cell.setdefault((voice["faction_id"], voice["issue_id"]), []).append(float(voice["value"]))
    apart, split = [], []
    for voice in voices:
        values = by_cell[voice["faction_id"], voice["issue_id"]]
        row = {**voice, "faction_value": fmean(values)}
        if row["value"] * row["faction_value"] < 0:
            apart.append(row)
            continue
        plus, minus = sum(value > 0 for value in values), sum(value < 0 for value in values)
        if is_conflicting(plus, minus) and row["faction_value"] == 0 and row["value"] != 0:
            split.append(row)
    columns = ["faction_id", "actor_id", "issue_id", "value", "faction_value"]
    return pd.DataFrame([*apart, *split], columns=columns)


def grid(positions: pd.DataFrame, units: list[str], issues: list[str], column: str = "value") -> pd.DataFrame:
    """`column` as units × issues, in the given order; NaN where not found."""
    wide = positions.pivot(index="unit_id", columns="issue_id", values=column)
    return wide.reindex(index=units, columns=issues)


def _voices(members: pd.DataFrame, measure: Measure, sort_by: str | None = None) -> list[dict[str, Any]]:
    voices = members.assign(value=_value(members, measure))
    return records(voices.sort_values(sort_by, kind="stable") if sort_by else voices)


def _value(frame: pd.DataFrame, measure: Measure) -> pd.Series[float]:
    return frame["mean" if measure == "mean" else "latest"].astype(float)


def _tidy(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.reindex(columns=COLUMNS).reset_index(drop=True)
