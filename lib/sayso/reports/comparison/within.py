"""What goes on within each faction: how its members are spread, and who dissents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from sayso.analysis import comparison
from sayso.analysis.positions import dissenters
from sayso.charts import legend as keys
from sayso.charts.distribution import distribution
from sayso.model.frames import records
from sayso.model.scales import BANDS, BY_STATE, NOT_FOUND, band
from sayso.model.wording import quoted
from sayso.queries import actors
from sayso.queries.answer import Answer
from sayso.reports import heading
from sayso.reports.comparison.sides import letter
from sayso.reports.evidence import Ids, evidence_of_members, ids_by
from sayso.reports.memo import ask
from sayso.reports.report import Drawing, Part
from sayso.reports.view import View

_METHOD = "Each member stands in the band of its own position, one voice each; members who said nothing on an issue are not found."


@dataclass(frozen=True)
class Within:
    """The factions `sides`; `issues` in the order of the page."""

    view: View
    sides: list[str]
    issues: list[str]
    answer: Answer

    @cached_property
    def members(self) -> pd.DataFrame:
        """One row per faction, member and issue, with the member's `value`."""
        frame = self.answer.frame
        own = frame[frame["faction_id"].isin(self.sides)]
        return own.assign(value=own[self.view.scope.measure].astype(float))

    @cached_property
    def n_spoke(self) -> dict[str, int]:
        """How many members of each side spoke."""
        heard = self.members.groupby("faction_id")["actor_id"].nunique().to_dict()
        return {side: int(heard.get(side, 0)) for side in self.sides}

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many members each side has as of the scope's date."""
        rows = ask(actors.faction_sizes, self.view.database, self.view.scope).frame
        sizes = dict(zip(rows["faction_id"], rows["n_members"].astype(int), strict=True))
        return {side: max(sizes.get(side, 0), self.n_spoke[side]) for side in self.sides}

    @property
    def dissent(self) -> tuple[str, ...]:
        """Who stands against the mean of their faction, a sentence each."""
        lookup = self.view.lookup
        return tuple(
            f"{lookup.actors[row['actor_id']]} {band(row['value']).word} {quoted(lookup.issues[row['issue_id']])};"
            f" {lookup.factions[row['faction_id']]} on the whole: {band(row['faction_value']).word}"
            for row in records(dissenters(self.members, self.view.scope.measure))
        )

    @property
    def part(self) -> Part:
        """Members by where they stand; a mark is (faction, issue)."""
        return Part(
            "spread", "Members of each faction by stance, issue by issue", self._spread, self._table, (self.answer,), _METHOD,
            heading.provenance(self.view, "members counted by the band of their position"), self._draw,
            lambda: ids_of_members(self.view, self.sides), self._legend,
        )  # fmt: skip

    @property
    def _legend(self) -> tuple[keys.Key, ...]:
        sides = (
            keys.Key(self.view.lookup.units[side], sign=letter(place))
            for place, side in enumerate(self.sides)
        )
        return (*keys.of_steps((*BANDS, NOT_FOUND)), *sides)

    @cached_property
    def _spread(self) -> pd.DataFrame:
        return comparison.distribution(self.members, self.sizes)

    def _draw(self, selected: object) -> Drawing:
        counts = {
            (row["faction_id"], row["issue_id"], row["state"]): int(row["n"]) for row in records(self._spread)
        }
        heard = {(side, issue) for side, issue, _ in counts}
        rows = [(side, issue) for issue in self.issues for side in self.sides if (side, issue) in heard]
        labels = [
            f"{letter(self.sides.index(side))} · {self.view.lookup.issues[issue]}" for side, issue in rows
        ]
        return Drawing(*distribution(counts, rows, labels, max(self.sizes.values(), default=1)))

    def _table(self) -> pd.DataFrame:
        """One row a faction, issue and position."""
        spread, lookup = self._spread, self.view.lookup
        return pd.DataFrame(
            {
                "Issue": spread["issue_id"].map(lookup.issues), "Faction": spread["faction_id"].map(lookup.factions),
                "Position": [BY_STATE[state].word for state in spread["state"]], "Members": spread["n"],
                "id": spread["faction_id"] + "/" + spread["issue_id"],
            }
        )  # fmt: skip


def ids_of_members(view: View, sides: list[str]) -> Ids:
    """What was said while a member of each side, by issue."""
    own = evidence_of_members(view)
    return ids_by(own[own["faction_id"].isin(sides)], ["faction_id", "issue_id"])
