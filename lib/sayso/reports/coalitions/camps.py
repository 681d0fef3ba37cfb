"""Computed camps beside declared factions: who stands where, who outside the faction's majority."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from sayso.model.frames import records
from sayso.model.wording import counted, listed, sentence
from sayso.reports import evidence, heading
from sayso.reports.coalitions.grouping import Grouping, letter
from sayso.reports.coalitions.words import METHOD_WORDS, finding, provenance
from sayso.reports.listing import Line
from sayso.reports.report import Part
from sayso.reports.view import View

MOST_MEMBERS = 12
_METHOD = (
    "Louvain on the network congruence − conflict (average-normalised, without what divides), average linkage on Jaccard distances and "
    "k-means on what actors said: the partition with the highest modularity. Stability: articles drawn again with replacement, adjusted Rand "
    "index with the partition shown (1 the same, 0 chance). A faction’s majority is the camp with more than half of its actors."
)
_COLUMNS = [
    "Actor", "Camp", "Faction", "Faction’s majority", "Outside it", "With its camp in resamples", "id",
]  # fmt: skip


_NONE_TRIED = pd.DataFrame(columns=["method", "k", "modularity", "stability"])


class Camp(NamedTuple):
    """One camp, or all who stand alone: its first members, and how many more there are in words."""

    name: str
    extent: str
    lines: list[Line]
    more: str


@dataclass(frozen=True)
class Camps:
    """The camps as the page lists them."""

    view: View
    grouping: Grouping

    @property
    def why_none(self) -> str:
        """Why nobody could be grouped; nothing where somebody was."""
        if self.grouping.partition is not None:
            return ""
        return (
            f"{sentence(self.grouping.lacking)}. {counted(self.grouping.n_actors, 'actor')} spoke in"
            f" {counted(heading.n_searched(self.view), 'article')} searched: that is a finding about these articles."
        )

    @property
    def legend(self) -> str:
        """What stands beside each member."""
        resampled = self.grouping.members["together"].notna().any()
        again = " · how often it stands with its camp when articles are drawn again" if resampled else ""
        return f"Actor · declared faction{again}."

    @property
    def camps(self) -> list[Camp]:
        """The camps by letter, then all who stand alone together."""
        lines: dict[str, list[Line]] = {}
        for row in records(self.grouping.members):
            camp = self.grouping.camps.get(row["unit"])
            lines.setdefault(f"Camp {camp}" if camp else "Alone", []).append(self._line(row))
        return [
            Camp(name, counted(len(members), "actor"), members[:MOST_MEMBERS], _more(len(members)))
            for name, members in sorted(lines.items(), key=lambda item: item[0] == "Alone")
        ]

    def _line(self, row: dict[str, Any]) -> Line:
        facts = []
        if row["faction"]:
            facts.append(self.view.lookup.factions[row["faction"]])
        if row["together"] is not None:
            facts.append(f"{row['together']:.0%}")
        if row["is_outside"]:
            facts.append(f"outside: its faction’s majority is in camp {letter(int(row['majority']))}")
        name = self.view.lookup.actors[row["unit"]]
        return Line(row["unit"], name, "".join(f" · {fact}" for fact in facts))

    @property
    def names(self) -> dict[str, str]:
        """The members by name."""
        names = self.view.lookup.actors
        return {unit: names[unit] for unit in sorted(self.grouping.members["unit"], key=lambda unit: names[unit])}  # fmt: skip

    def title_of(self, actor: str) -> str:
        """ "Bruno Kelt, camp A"."""
        camp = self.grouping.camps.get(actor)
        return f"{self.view.lookup.actors[actor]}, {f'camp {camp}' if camp else 'alone'}"

    def statements_of(self, actor: str) -> pd.DataFrame:
        """The evidence of one member."""
        return evidence.evidence_of(self.view, actor=actor)

    @property
    def tried(self) -> list[tuple[str, str, str, str]]:
        """The best grouping of each method, the one that is shown first: method, groups, modularity, stability."""
        tried = self._tried
        best = tried[tried["stability"].notna() | ~tried["method"].duplicated()].drop_duplicates("method")
        return [
            (
                METHOD_WORDS[row["method"]],
                str(row["k"]),
                f"{row['modularity']:.2f}".replace("-", "−"),
                "–" if row["stability"] is None else f"{row['stability']:.2f}",
            )
            for row in records(best)
        ]

    @property
    def tried_note(self) -> str:
        """How many groupings were compared, and who could be in none."""
        best = self.grouping.partition
        shown = f"{counted(len(self._tried), 'grouping')} tried; the first of these, with the highest modularity, is shown."
        if best is None or not best.apart:
            return shown
        who = listed([self.view.lookup.actors[actor] for actor in best.apart])
        return f"{shown} Left out, for want of two issues shared with anybody: {who}."

    @property
    def _tried(self) -> pd.DataFrame:
        best = self.grouping.partition
        tried = best.tried if best else _NONE_TRIED
        return tried.sort_values("modularity", ascending=False, kind="stable")

    @property
    def part(self) -> Part:
        """The members; there is no chart."""
        return Part(
            "coalitions", finding(self.view, self.grouping), self.grouping.members, self._table,
            (evidence.answer(self.view),), _METHOD, provenance(self.view, self.grouping, basis="statements"), ids=self._ids,
        )  # fmt: skip

    def _ids(self) -> evidence.Ids:
        own = evidence.evidence_of(self.view)
        return evidence.ids_by(own[own["actor_id"].isin(self.grouping.members["unit"])], ["actor_id"])

    def _table(self) -> pd.DataFrame:
        """One row an actor."""
        lookup = self.view.lookup
        rows = [
            (
                lookup.actors[row["unit"]],
                letter(row["coalition"]),
                lookup.factions.get(row["faction"], ""),
                letter(row["majority"]) if row["majority"] else "",
                "yes" if row["is_outside"] else "",
                row["together"],
                row["unit"],
            )
            for row in records(self.grouping.members)
        ]
        return pd.DataFrame(rows, columns=_COLUMNS)


def _more(n_members: int) -> str:
    left = n_members - MOST_MEMBERS
    return f"And {left:,} more: in the box and the table below." if left > 0 else ""
