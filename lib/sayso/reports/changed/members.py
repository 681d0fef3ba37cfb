"""Who joined or left a faction in the period: a coalition that breaks, a front that dissolves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.analysis.between import Turnover, turnover_sentence
from sayso.model.dates import words as date_words
from sayso.model.wording import counted
from sayso.reports.changed.comparison import Comparison
from sayso.reports.listing import Listing
from sayso.reports.view import View


@dataclass(frozen=True)
class Membership:
    """One faction whose members changed: how many they were and are, and a line for each who left or joined."""

    faction_id: str
    name: str
    sentence: str
    extent: str
    lines: tuple[str, ...]


def memberships(view: View, comparison: Comparison) -> Listing[Membership]:
    """Factions that gained or lost members, those that changed most first."""
    rows = [_membership(view, one) for one in comparison.turnovers]
    return Listing(f"Factions that gained or lost members ({len(rows):,})", rows)


def _membership(view: View, one: Turnover) -> Membership:
    name = view.lookup.factions[one.faction_id]
    left = [_line(view, row, "left", "valid_to") for row in one.left]
    joined = [_line(view, row, "joined", "valid_from") for row in one.joined]
    return Membership(
        one.faction_id, name, turnover_sentence(one, name, view.lookup.actors),
        f"{counted(one.n_before, 'member')} before, {one.n_after:,} after", (*left, *joined),
    )  # fmt: skip


def _line(view: View, row: Mapping[str, Any], verb: str, column: str) -> str:
    role = f", {row['role']}" if row["role"] else ""
    return f"{view.lookup.actors[row['actor_id']]}{role}: {verb} {date_words(row[column])}"
