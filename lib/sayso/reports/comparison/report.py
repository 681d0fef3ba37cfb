"""The page's report: the gaps between sides, their agreement, and what goes on within each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

import pandas as pd

from sayso.analysis import agreement, findings
from sayso.analysis.comparison import gaps
from sayso.analysis.positions import grid
from sayso.charts import legend as keys
from sayso.charts.dumbbell import dumbbell
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.scope import Scope, Unit
from sayso.model.wording import counted, listed
from sayso.queries.answer import Answer
from sayso.reports import heading
from sayso.reports.choosing import ids_of
from sayso.reports.comparison.sides import Side, colours, letter, read_positions, stands, usual_unit
from sayso.reports.comparison.within import Within, ids_of_members
from sayso.reports.evidence import Ids, evidence_of, ids_by
from sayso.reports.memo import ask
from sayso.reports.report import Drawing, Part, Report
from sayso.reports.view import View, look
from sayso.store.hub import Database

MOST_SIDES = 6
_METHOD = (
    "A faction's position is the mean of its members' positions, one voice each. Gap: largest minus smallest value, from 0 to R. "
    "Agreement of two sides: 1 − |difference| / R, R the length of the dataset’s own scale, mean over shared issues; under two shared issues it is not computed."
)


class Agreement(NamedTuple):
    """Of two sides: "A and B", "58% agreement", "6 shared issues"."""

    names: str
    share: str
    extent: str


@dataclass(frozen=True)
class Comparison(Report):
    """The sides and where they stand, the issue with the widest gap first."""

    page: ClassVar[str] = "comparison"
    view: View
    unit: Unit
    sides: list[str]
    n_asked: int
    """How many sides were asked for: the first few are compared."""
    positions: pd.DataFrame
    answer: Answer

    @property
    def title(self) -> str:
        """Where the sides part and where they meet."""
        return findings.comparison_sentence(self.gaps, self.view.lookup.issues, self.view.lookup.units)

    @property
    def subtitle(self) -> str:
        """What the finding rests on, and the order of the issues."""
        return heading.subtitle(self.view, *heading.title_rests_on(self.behind_title), "sorted by gap")

    @property
    def behind_title(self) -> pd.DataFrame:
        """The positions of the sides on the issue that the title names."""
        widest = self.gaps.dropna(subset=["gap"])["issue_id"][:1]
        return self.positions[
            self.positions["issue_id"].isin(widest) & self.positions["unit_id"].isin(self.sides)
        ]

    @property
    def notes(self) -> tuple[str, ...]:
        """How many sides are left out, how far each two agree, and who dissents."""
        agree = (f"{pair.names}: {pair.share} on {pair.extent}" for pair in self.agreements)
        return (*filter(None, [self.left_out]), *agree, *(self.within.dissent if self.within else ()))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The gaps; of factions, how their members are spread."""
        return (self.chart, *([self.within.part] if self.within else []))

    @cached_property
    def values(self) -> pd.DataFrame:
        """Sides × issues; NaN where not found."""
        return grid(self.positions, self.sides, self.view.issues)

    @cached_property
    def gaps(self) -> pd.DataFrame:
        """One row an issue, the widest gap first (`analysis.comparison.gaps`)."""
        return gaps(self.values)

    @property
    def issues(self) -> dict[str, str]:
        """The issues by name, the widest gap first."""
        return {issue: self.view.lookup.issues[issue] for issue in self.gaps["issue_id"]}

    @cached_property
    def cells(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Positions by (side, issue)."""
        return {(row["unit_id"], row["issue_id"]): row for row in records(self.positions)}

    @property
    def left_out(self) -> str:
        """That further sides are not compared; nothing if all are."""
        return f"The first {MOST_SIDES} sides are shown." if self.n_asked > MOST_SIDES else ""

    @property
    def names_of_sides(self) -> str:
        """ "A and B"."""
        return listed([self.view.lookup.units[side] for side in self.sides])

    @property
    def legend(self) -> list[Side]:
        """Which letter and colour is which side."""
        colour = colours(self.view, self.sides)
        return [
            Side(side, letter(place), self.view.lookup.units[side] + self._extent(side), colour[side])
            for place, side in enumerate(self.sides)
        ]

    @property
    def keys(self) -> tuple[keys.Key, ...]:
        """The same as the chart's legend."""
        return keys.of_sides((side.letter, side.words, side.colour) for side in self.legend)

    def _extent(self, side: str) -> str:
        if self.within is None:
            return ""
        return f" ({self.within.n_spoke[side]} of {counted(self.within.sizes[side], 'member')} spoke)"

    @property
    def agreements(self) -> list[Agreement]:
        """Of every two sides, with the number of issues it rests on."""
        units = self.view.lookup.units
        return [
            Agreement(
                f"{units[pair['first']]} and {units[pair['second']]}",
                "too few to compare" if pair["agreement"] is None else f"{pair['agreement']:.0%} agreement",
                counted(pair["n_shared"], "shared issue"),
            )
            for pair in records(agreement.pairs(self.values, self.view.span))
        ]

    @cached_property
    def within(self) -> Within | None:
        """What goes on within each faction; None where actors are compared."""
        if self.unit == "actors":
            return None
        return Within(self.view, self.sides, list(self.gaps["issue_id"]), self.answer)

    def word(self, side: str, issue: str) -> str:
        """A side's position on an issue."""
        cell = self.cells.get((side, issue))
        return BY_STATE[cell["state"]].word if cell else "not found"

    def title_of(self, side: str, issue: str) -> str:
        """What stands above a side's words."""
        return f"{self.view.lookup.units[side]}: {self.word(side, issue)}"

    def statements_of(self, side: str, issue: str) -> pd.DataFrame:
        """A side's evidence on an issue."""
        if self.unit == "factions":
            return evidence_of(self.view, faction=side, issue=issue)
        return evidence_of(self.view, actor=side, issue=issue)

    @property
    def chart(self) -> Part:
        """Each issue a line, each side a dot; a mark is (side, issue)."""
        how = f"positions of {self.unit}, sorted by the gap between the highest and the lowest"
        return Part(
            "comparison", self.title, self.positions, self._table, (self.answer,), _METHOD,
            heading.provenance(self.view, how), self._draw, self._ids, self.keys,
        )  # fmt: skip

    def _draw(self, selected: object) -> Drawing:
        names = {**self.view.lookup.units, **self.view.lookup.issues}
        gaps = dict(zip(self.gaps["issue_id"], self.gaps["gap"], strict=True))
        return Drawing(
            *dumbbell(
                self.cells,
                self.sides,
                list(gaps),
                names,
                colours(self.view, self.sides),
                gaps,
                self.view.levels,
            )
        )

    def _ids(self) -> Ids:
        if self.unit == "factions":
            return ids_of_members(self.view, self.sides)
        own = evidence_of(self.view)
        return ids_by(own[own["actor_id"].isin(self.sides)], ["actor_id", "issue_id"])

    def _table(self) -> pd.DataFrame:
        """One row a side and issue."""
        return pd.DataFrame([self._line(gap, side) for gap in records(self.gaps) for side in self.sides])

    def _line(self, gap: dict[str, Any], side: str) -> dict[str, Any]:
        issue = gap["issue_id"]
        cell = self.cells.get((side, issue), {})
        return {
            "Issue": self.view.lookup.issues[issue], "Gap": gap["gap"], "Side": self.view.lookup.units[side],
            "Position": self.word(side, issue), "Value": cell.get("value"), "n": cell.get("n", 0),
            "Members who spoke": cell.get("n_members", 0), "id": f"{side}/{issue}",
        }  # fmt: skip


def comparison(
    database: Database, scope: Scope, *, unit: Unit | None = None, sides: Sequence[str] = ()
) -> Comparison:
    """`sides`, by id or name, against each other; by default the two factions (or actors) that are most opposed.

    Raises QueryError for a side that is not in the dataset.
    """
    view = look(database, scope)
    unit = unit or usual_unit(view)
    everyone = ask(stands, database, scope, unit)
    names = view.lookup.factions if unit == "factions" else view.lookup.actors
    wanted = list(dict.fromkeys(ids_of(unit, sides, names)))
    compared = wanted[:MOST_SIDES] or list(everyone.opposed)
    own = everyone.positions[everyone.positions["unit_id"].isin(compared)]
    return Comparison(view, unit, compared, len(wanted), own, read_positions(database, scope, unit))
