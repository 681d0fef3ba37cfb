"""Contradictions: one actor, one issue, statements of both signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.wording import counted, quoted
from sayso.reports.changed.comparison import Comparison
from sayso.reports.changed.moves import End
from sayso.reports.listing import Listing
from sayso.reports.view import View


@dataclass(frozen=True)
class Contradiction:
    """Who said the opposite of what it had said before; `extent` counts the statements of both signs."""

    actor_id: str
    issue_id: str
    who: str
    issue: str
    sentence: str
    extent: str
    earlier: End
    later: End


def in_period(view: View, comparison: Comparison) -> Listing[Contradiction]:
    """Those whose later statement was made within the period."""
    rows = _rows(view, comparison.contradictions[is_new(comparison)])
    since = day_words(comparison.since)
    note = "" if rows else f"No actor was found to say since {since} the opposite of what it had said before."
    return Listing(f"Contradictions ({len(rows):,} in the period)", rows, note)


def before_period(view: View, comparison: Comparison) -> Listing[Contradiction]:
    """Those that stand from before."""
    rows = _rows(view, comparison.contradictions[~is_new(comparison)])
    return Listing(f"{counted(len(rows), 'contradiction')} from before {day_words(comparison.since)}", rows)


def is_new(comparison: Comparison) -> pd.Series[bool]:
    """Of each contradiction: whether its later statement was made within the period."""
    return comparison.contradictions["later_said_on"] > pd.Timestamp(comparison.since)


def _rows(view: View, frame: pd.DataFrame) -> list[Contradiction]:
    return [_contradiction(view, row) for row in records(frame)]


def _contradiction(view: View, row: dict[str, Any]) -> Contradiction:
    who, issue = view.lookup.actors[row["actor_id"]], view.lookup.issues[row["issue_id"]]
    return Contradiction(
        row["actor_id"], row["issue_id"], who, issue, sentence(row, who, issue),
        f"{row['n_supporting']} for, {row['n_opposing']} against",
        End("Earlier", row["earlier_statement_id"]), End("Later", row["later_statement_id"]),
    )  # fmt: skip


def sentence(row: Mapping[str, Any], who: str, issue: str) -> str:
    """Which way round, and how long it took: a row of `analysis.change.contradictions` with its names."""
    turn = "for" if row["later_stance"] > 0 else "against"
    first = "against" if turn == "for" else "for"
    days = row["days_apart"]
    apart = f"{counted(days, 'day')} later" if days else "on the same day"
    return f"{who} was {first} {quoted(issue)}, and {turn} it {apart}"
