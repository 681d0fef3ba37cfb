"""Positions counted again from statements: after a resample, without an outlet, without an article.

The statements are rows of `queries.positions.evidence` (any scope): statement_id, actor_id, issue_id, stance,
said_on, stated_on, condition, basis, article_id and original_id are read. A test holds these functions to the SQL.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from sayso.analysis import counting
from sayso.model.frames import records
from sayso.model.scope import CountBy

CELL = ["actor_id", "issue_id"]
COLUMNS = [
    *CELL, "n", "n_supporting", "n_neutral", "n_opposing", "mean", "latest", "latest_on", "latest_said_on", "condition",
    "n_articles", "n_words", "n_acts", "n_inferred", "first_said_on", "last_words_on",
]  # fmt: skip
_READ = ["statement_id", *CELL, "stance", "said_on", "article_id", "original_id"]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as `counting` reads it, and its place in the frame."""

    statement_id: str
    stance: int
    said_on: pd.Timestamp
    article_id: str | None
    original_id: str | None
    place: int


def source_of(statements: pd.DataFrame) -> pd.Series[str]:
    """What each statement rests on: its article (a copy counts as its original), or itself for an act unreported."""
    return statements["original_id"].fillna(statements["statement_id"])


def kept(statements: pd.DataFrame, count_by: CountBy = "article") -> pd.DataFrame:
    """The statements that a position is made of, as `counting.kept` picks them in each cell."""
    cells: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for place, row in enumerate(records(statements[_READ])):
        cells[row["actor_id"], row["issue_id"]].append(
            _Row(
                row["statement_id"], int(row["stance"]), row["said_on"], row["article_id"], row["original_id"], place,
            )
        )  # fmt: skip
    places = sorted(row.place for cell in cells.values() for row in counting.kept(cell, count_by))
    return statements.iloc[places].sort_index()


def counted(kept_statements: pd.DataFrame, by: tuple[str, ...] = ("actor_id", "issue_id")) -> pd.DataFrame:
    """One row per actor and issue, with the columns of `queries.positions.actor_positions`."""
    ordered = kept_statements.sort_values(["said_on", "statement_id"], kind="stable")
    stance = ordered["stance"].astype(int)
    told = ordered.assign(
        n=1, n_supporting=stance > 0, n_neutral=stance == 0, n_opposing=stance < 0, mean=stance,
        latest_said_on=ordered["said_on"], source=source_of(ordered), n_words=ordered["basis"] == "words",
        n_acts=ordered["basis"] == "act", n_inferred=ordered["basis"] == "inferred",
        last_words_on=ordered["said_on"].where(ordered["basis"] == "words"),
    )  # fmt: skip
    cells = told.groupby(list(by), sort=True)
    summed = ["n", "n_supporting", "n_neutral", "n_opposing", "n_words", "n_acts", "n_inferred"]
    sums = cells[summed].sum().astype(int)
    last = cells[["stance", "stated_on", "condition"]].nth(-1)  # the last as it is, be it missing
    last.index = pd.MultiIndex.from_frame(told.loc[last.index, list(by)])
    found = sums.assign(
        mean=cells["mean"].mean(),
        latest=last["stance"],
        latest_on=last["stated_on"],
        latest_said_on=cells["latest_said_on"].max(),
        condition=last["condition"],
        n_articles=cells["source"].nunique(),
        first_said_on=cells["latest_said_on"].min(),
        last_words_on=cells["last_words_on"].max(),
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
