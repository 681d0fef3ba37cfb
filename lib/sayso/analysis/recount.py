"""Positions counted again from statements: after a resample, without an outlet, without an article.

The statements are rows of `queries.positions.evidence` (any scope): statement_id, actor_id, issue_id, stance,
said_on, stated_on, condition, article_id and original_id are read. A test holds these functions to the SQL.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from sayso.model.scope import CountBy

CELL = ["actor_id", "issue_id"]
COLUMNS = [
    *CELL, "n", "n_supporting", "n_neutral", "n_opposing", "mean", "latest", "latest_on", "latest_said_on", "condition",
    "n_articles",
]  # fmt: skip


def source_of(statements: pd.DataFrame) -> pd.Series[str]:
    """What each statement rests on: its article (a copy counts as its original), or itself for an act unreported."""
    return statements["original_id"].fillna(statements["statement_id"])


def kept(statements: pd.DataFrame, count_by: CountBy = "article") -> pd.DataFrame:
    """The statements that a position is made of (DESIGN §4.1), as the macro `statements_kept` picks them.

    Of a wire story's copies one is read, the original if it says it too; then one per actor, issue, sign and
    article (or week, or month): the latest, of those the strongest, of those the first by id.
    """
    side = [*CELL, "sign"]
    said = statements.assign(
        sign=np.sign(statements["stance"].astype(int)),
        source=source_of(statements),
        is_copy=statements["article_id"] != statements["original_id"],
        strength=-statements["stance"].astype(int).abs(),
    )
    said["read"] = said["article_id"].fillna(said["statement_id"])
    said = said.sort_values(["is_copy", "read"], kind="stable")
    said = said[said["read"] == said.groupby([*side, "source"])["read"].transform("first")]
    said = said.sort_values(
        ["said_on", "strength", "statement_id"], ascending=[False, True, True], kind="stable"
    )
    if count_by != "statement":
        said = said.assign(stretch=_stretch(said, count_by)).drop_duplicates([*side, "stretch"])
    return said[statements.columns].sort_index()


def counted(kept_statements: pd.DataFrame, by: tuple[str, ...] = ("actor_id", "issue_id")) -> pd.DataFrame:
    """One row per actor and issue, with the columns of `queries.positions.actor_positions`."""
    ordered = kept_statements.sort_values(["said_on", "statement_id"], kind="stable")
    stance = ordered["stance"].astype(int)
    told = ordered.assign(
        n=1, n_supporting=stance > 0, n_neutral=stance == 0, n_opposing=stance < 0, mean=stance,
        latest_said_on=ordered["said_on"], source=source_of(ordered),
    )  # fmt: skip
    cells = told.groupby(list(by), sort=True)
    sums = cells[["n", "n_supporting", "n_neutral", "n_opposing"]].sum().astype(int)
    last = cells[["stance", "stated_on", "condition"]].nth(-1)  # the last as it is, be it missing
    last.index = pd.MultiIndex.from_frame(told.loc[last.index, list(by)])
    found = sums.assign(
        mean=cells["mean"].mean(),
        latest=last["stance"],
        latest_on=last["stated_on"],
        latest_said_on=cells["latest_said_on"].max(),
        condition=last["condition"],
        n_articles=cells["source"].nunique(),
    )
    return found.reset_index()[[*by, *COLUMNS[len(CELL) :]]]


def counted_members(kept_statements: pd.DataFrame, memberships: pd.DataFrame) -> pd.DataFrame:
    """One row per faction, member and issue, with the columns of `queries.positions.member_positions`.

    `memberships` has actor_id, faction_id, date_from and date_to (NaT is open): what was said outside them is left out.
    """
    return counted(as_members(kept_statements, memberships), ("faction_id", "actor_id", "issue_id"))


def as_members(statements: pd.DataFrame, memberships: pd.DataFrame) -> pd.DataFrame:
    """The statements made while a member, each with its faction_id; one in two factions comes twice."""
    both = statements.merge(memberships[["actor_id", "faction_id", "date_from", "date_to"]], on="actor_id")
    begun = both["date_from"].isna() | (both["date_from"] <= both["said_on"])
    lasts = both["date_to"].isna() | (both["said_on"] <= both["date_to"])
    return both[begun & lasts].drop_duplicates(["faction_id", "statement_id"]).reset_index(drop=True)


def as_units(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements as networks read them: unit, issue, level, said_on and document_id in the order of the days."""
    ordered = statements.sort_values(["said_on", "statement_id"], kind="stable")
    return pd.DataFrame(
        {
            "unit": ordered["actor_id"],
            "issue": ordered["issue_id"],
            "level": ordered["stance"].astype(float),
            "said_on": ordered["said_on"],
            "document_id": source_of(ordered),
            "statement_id": ordered["statement_id"],
        }
    ).reset_index(drop=True)


def _stretch(said: pd.DataFrame, count_by: CountBy) -> pd.Series[str]:
    if count_by == "article":
        return said["source"]
    days = said["said_on"]
    found = {day: f"{day:%Y-%m}" if count_by == "month" else f"{day:%G-W%V}" for day in days.unique()}
    return days.map(found)
