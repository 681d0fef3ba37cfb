"""Actors and issues that came up in the period, or were heard of far more often than before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.reports.changed.comparison import Comparison
from sayso.reports.listing import Listing
from sayso.reports.view import View

MOST = 8
Kind = Literal["actor", "issue"]


@dataclass(frozen=True)
class Arrival:
    """An actor or an issue that is new, or louder than before."""

    kind: Kind
    key: str
    name: str
    sentence: str


def arrivals(view: View, comparison: Comparison, kind: Kind) -> Listing[Arrival]:
    """The MOST first: the new ones, then the highest rates."""
    frame = comparison.actors if kind == "actor" else comparison.issues
    names = view.lookup.actors if kind == "actor" else view.lookup.issues
    by = f"{kind}_id"
    rows = [
        Arrival(kind, row[by], names[row[by]], _sentence(row, names[row[by]], _first_on(comparison, by, row)))
        for row in records(frame.head(MOST))
    ]
    note = "" if rows else f"None since {day_words(comparison.since)}."
    if len(frame) > MOST:
        note = f"And {len(frame) - MOST:,} more, in the table below."
    return Listing(f"New {kind}s, and louder ones ({len(frame):,})", rows, note)


def _sentence(row: Mapping[str, Any], name: str, first_on: str) -> str:
    """ "Ann: new, 3 statements, the first 4 Mar 2025"; `first_on` is EDTF."""
    if row["kind"] == "new":
        return f"{name}: new, {counted(row['n'], 'statement')}, the first {date_words(first_on)}"
    often = f"{row['ratio']:.1f} times as many as before" if row["ratio"] else "none in the year before"
    where = f"in {counted(row['n_articles'], 'article')}"
    return f"{name}: {counted(row['n'], 'statement')} {where}, {often}"


def _first_on(comparison: Comparison, by: str, row: Mapping[str, Any]) -> str:
    """The date of its first statement in the period, as precise as it is known."""
    own = comparison.statements[comparison.statements[by] == row[by]]
    return str(own.loc[own["said_on"] == row["first_on"], "stated_on"].iloc[0])
