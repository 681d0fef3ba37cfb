"""The positions that moved, changed their condition or were found for the first time, each in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from sayso.analysis.between import events_between
from sayso.analysis.change_words import change_sentence
from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.scales import BY_STATE, Step
from sayso.model.scope import Measure
from sayso.model.wording import counted
from sayso.reports.changed.comparison import Comparison
from sayso.reports.listing import Listing
from sayso.reports.view import View


@dataclass(frozen=True)
class End:
    """One of two statements that show a change; `missing` says why there is none."""

    heading: str
    statement_id: str | None
    missing: str = ""


@dataclass(frozen=True)
class Move:
    """One position on both days; `facts` are its means and counts, `extent` the statements behind it today."""

    unit_id: str
    issue_id: str
    who: str
    issue: str
    step_before: Step
    step_after: Step
    sentence: str
    facts: str
    extent: str
    before: End
    after: End


@dataclass(frozen=True)
class Between:
    """The days of the two statements, and the most telling of what happened after one and up to the other."""

    first: date
    last: date
    words: str
    extent: str


def band_changes(view: View, comparison: Comparison) -> Listing[Move]:
    """Positions in another band on the later day, or no longer found."""
    rows = _moves(view, comparison, "shifted", "lost")
    note = "" if rows else "None is in another band on the later date."
    return Listing(f"Positions that moved ({len(rows):,})", rows, note)


def conditions(view: View, comparison: Comparison) -> Listing[Move]:
    """Positions that are where they were, and gained, lost or changed a condition."""
    rows = _moves(view, comparison, "conditional")
    return Listing(f"The same position, another condition ({len(rows):,})", rows)


def first_positions(view: View, comparison: Comparison) -> Listing[Move]:
    """Positions where none was before."""
    rows = _moves(view, comparison, "found")
    return Listing(f"Found for the first time ({len(rows):,})", rows)


def _moves(view: View, comparison: Comparison, *kinds: str) -> list[Move]:
    return [_move(view, comparison, row) for row in comparison.of(*kinds)]


def extent(view: View, comparison: Comparison) -> str:
    """Between which dates, and how many positions were compared."""
    dates = f"{day_words(comparison.since)} and {day_words(view.scope.as_of)}"
    return (
        f"Between {dates}: {counted(comparison.n_compared, 'position')} known on both days compared; "
        f"{comparison.n_before:,} known on the first day, {comparison.n_after:,} on the second."
    )


def between(comparison: Comparison, move: Move, evidence: Mapping[str, Mapping[str, Any]]) -> Between | None:
    """What happened between the two statements of a move; the reader judges whether it has to do with it.

    `evidence` holds both by id (`behind.evidence_by_id`).
    """
    ends = [evidence.get(end.statement_id or "") for end in (move.before, move.after)]
    days = [pd.Timestamp(end["said_on"]).date() for end in ends if end]
    if len(days) < 2:
        return None
    first, last = days
    column = "actor_ids" if comparison.unit == "actors" else "faction_ids"
    events, n = events_between(comparison.events, first, last, move.unit_id, column)
    if not n:
        return None
    words = "; ".join(f"{event['title']} ({date_words(event['happened_on'])})" for event in events)
    more = f"; {counted(n - len(events), 'other event')}" if n > len(events) else ""
    return Between(first, last, words + more, f"{counted(n, 'event')} in between")


def _move(view: View, comparison: Comparison, row: dict[str, Any]) -> Move:
    who, issue = view.lookup.units[row["unit_id"]], view.lookup.issues[row["issue_id"]]
    return Move(
        row["unit_id"], row["issue_id"], who, issue,
        BY_STATE[row["state_before"]], BY_STATE[row["state_after"]],
        change_sentence(row, who, issue), _facts(row, view.scope.measure), counted(row["n_after"], "statement"),
        End(f"Before: by {day_words(comparison.since)}", row["before_statement_id"], "No statement of that time."),
        End(f"After: by {day_words(view.scope.as_of)}", row["after_statement_id"],
            "No statement since shows it: others have dropped out."),
    )  # fmt: skip


def _facts(row: Mapping[str, Any], measure: Measure) -> str:
    before, after = (_signed(row[f"value_{end}"]) for end in ("before", "after"))
    name = "mean" if measure == "mean" else "latest stance"
    return f"{name} {before} → {after} · n {row['n_before']} → {row['n_after']}"


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{value:+.2f}".replace("-", "−").replace("+0.00", "0")
