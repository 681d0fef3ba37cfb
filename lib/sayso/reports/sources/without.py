"""One outlet left out: the positions that change, and the statements behind each of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from sayso.analysis.outlet_words import step_words
from sayso.charts.without import without as chart
from sayso.model.frames import records
from sayso.model.wording import all_of, counted, number_beside, part
from sayso.reports import heading
from sayso.reports.report import Drawing
from sayso.reports.sources.reliance import Basis

MOST_POSITIONS = 20
Row = dict[str, Any]


@dataclass(frozen=True)
class Without:
    """What would change without `outlet`."""

    basis: Basis
    outlet: str

    @property
    def name(self) -> str:
        """The outlet's."""
        return self.basis.names[self.outlet]

    @cached_property
    def other_band(self) -> list[Row]:
        """The positions that change their band, or are not found any more, the largest change first."""
        return [row for row in self._changes if row["change"] in ("shifted", "lost")]

    @cached_property
    def same_band(self) -> list[Row]:
        """The positions that keep their band with another mean."""
        return [row for row in self._changes if row["change"] == "moved"]

    @property
    def sentence(self) -> str:
        """What would change; that nothing does is a finding."""
        return sentence(self.other_band, len(self.same_band), self.name, self.basis.reliance.n_positions)

    @property
    def labels(self) -> dict[str, str]:
        """The positions by "actor/issue": those that change their band come first."""
        lookup = self.basis.view.lookup
        return {
            _key(row): f"{lookup.actors[row['unit_id']]} on {lookup.issues[row['issue_id']]}"
            for row in (*self.other_band, *self.same_band)
        }

    @property
    def has_chart(self) -> bool:
        """Without the only outlet every dot would end in "not found"."""
        return bool(self.other_band) and len(self.basis.outlets) > 1

    def draw(self, selected: object = None) -> Drawing:
        """A dumbbell for each position that changes its band; none of them is outlined."""
        lookup = self.basis.view.lookup
        return Drawing(
            *chart(self.other_band[:MOST_POSITIONS], lookup.actors, lookup.issues, self.basis.view.levels)
        )

    @property
    def provenance(self) -> str:
        """The line beneath the chart."""
        changes = counted(len(self.other_band), "change")
        if len(self.other_band) > MOST_POSITIONS:
            changes = f"the {MOST_POSITIONS} largest of {changes}, all in the table"
        return heading.provenance(self.basis.view, "round: as it stands; square: without it", changes)

    def step(self, position: str) -> str:
        """What becomes of one of `labels`: "X on “Y”: supports (n=3) → not found"."""
        row, lookup = self._row(position), self.basis.view.lookup
        return step_words(row, lookup.actors[row["unit_id"]], lookup.issues[row["issue_id"]])

    def sides(self, position: str) -> tuple[tuple[str, pd.DataFrame], ...]:
        """The statements on one of `labels`: those from the outlet, and those from others; each with its heading."""
        row, statements = self._row(position), self.basis.statements
        cell = statements[
            (statements["actor_id"] == row["unit_id"]) & (statements["issue_id"] == row["issue_id"])
        ]
        is_own = cell["outlet_id"] == self.outlet
        return tuple(
            (f"{head}: {counted(len(side), 'statement')}", side)
            for head, side in ((f"From {self.name}", cell[is_own]), ("From others", cell[~is_own]))
        )

    @property
    def extent(self) -> str:
        """How many statements rest on it in all."""
        n = int(self.basis.by_outlet[self.outlet]["n"])
        return f"All that rests on it: {counted(n, 'statement')}"

    @property
    def statements(self) -> pd.DataFrame:
        """All statements from the outlet."""
        statements = self.basis.statements
        return statements[statements["outlet_id"] == self.outlet]

    @cached_property
    def _changes(self) -> list[Row]:
        changes = self.basis.reliance.changes
        return records(changes[changes["outlet"] == self.outlet])

    def _row(self, position: str) -> Row:
        return next(row for row in self._changes if _key(row) == position)


def sentence(other_band: list[Row], n_same: int, name: str, n_positions: int) -> str:
    """What would change without the outlet `name`; `n_same` positions keep their band with another mean."""
    same = ""
    if n_same:
        same = f"; {number_beside(n_same, n_positions)} {'more keeps its' if n_same == 1 else 'more keep their'} band with another mean"  # fmt: skip
    if not other_band:
        if same:
            return (
                f"Without {name} no position changes its band{same}. The others’ reporting carries them all."
            )
        return f"Without {name} nothing changes: the others’ reporting carries {all_of(n_positions, 'position')}."  # fmt: skip
    n_lost = sum(row["change"] == "lost" for row in other_band)
    if n_lost == n_positions:
        return f"Without {name} no position is left: all that is known rests on it."
    verb = "changes" if len(other_band) == 1 else "change"
    head = f"Without {name}, {_those(len(other_band), n_positions)} {verb}"
    lost = ""
    if n_lost:
        lost = ", all to not found" if n_lost == len(other_band) else f", {number_beside(n_lost, n_positions)} of them to not found"  # fmt: skip
    return f"{head}{lost}{same}."


def _those(n: int, total: int) -> str:
    return all_of(total, "position") if n == total else f"{part(n, total)} positions"


def _key(row: Row) -> str:
    return f"{row['unit_id']}/{row['issue_id']}"
