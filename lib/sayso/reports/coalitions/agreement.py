"""Who agrees with whom: the matrix, and two actors' positions on shared issues side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

from sayso.charts import legend as keys
from sayso.charts.agreement_matrix import FILLS, HEIGHT, WIDTH, agreement_matrix
from sayso.charts.heads import Head, Heads
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.wording import counted
from sayso.queries import positions
from sayso.reports.coalitions.grouping import Grouping
from sayso.reports.coalitions.words import finding, provenance
from sayso.reports.evidence import Ids, evidence_of
from sayso.reports.memo import ask
from sayso.reports.report import Drawing, Part
from sayso.reports.view import View

_METHOD = "Agreement of two actors: 1 − |m − m′| / R, R the length of the dataset’s own scale (4, or 2 for yes and no), mean over issues on which both have a position; under two shared issues it is not computed."

_LEGEND = (
    *keys.of_fills(FILLS, [place / len(FILLS) for place in range(len(FILLS) + 1)]),
    keys.Key("n: shared issues, under six in a smaller box · “–” too few to compare"),
)


@dataclass(frozen=True)
class Agreement:
    """The most heard actors by themselves, those of a camp together."""

    view: View
    grouping: Grouping

    @property
    def rows(self) -> list[str]:
        """The actors drawn, from the top."""
        return self.grouping.rows

    @property
    def too_few(self) -> str:
        """Why there is no matrix; nothing where there is one."""
        return "" if len(self.rows) > 1 else "Agreement takes two actors; fewer were found."

    @property
    def names(self) -> dict[str, str]:
        """The actors drawn, by name."""
        names = self.view.lookup.actors
        return {row: names[row] for row in sorted(self.rows, key=lambda row: names[row])}

    def note(self, row: str) -> str:
        """Where an actor stands: "camp A"."""
        camps = self.grouping.camps
        return f"camp {camps[row]}" if row in camps else "no camp"

    def pair(self, one: str, other: str) -> Pair:
        """Two actors side by side."""
        return Pair(self.view, self.grouping, (one, other))

    @property
    def part(self) -> Part:
        """The matrix; a mark is (row, column)."""
        n_drawn, n_actors = len(self.rows), self.grouping.n_actors
        extent = f"the {n_drawn} most heard of " if n_actors > n_drawn else ""
        together = ", camps together" if self.grouping.camps else ""
        how = f"{extent}{counted(n_actors, 'actor')}, ordered by agreement{together}"
        return Part(
            "agreement", finding(self.view, self.grouping), self.grouping.pairs, self._table,
            (ask(positions.actor_positions, self.view.database, self.view.scope),), _METHOD,
            provenance(self.view, self.grouping, how), self._draw, self._ids, _LEGEND,
        )  # fmt: skip

    def _draw(self, selected: tuple[str, str] | None) -> Drawing:
        camps = [self.grouping.camps.get(row) for row in self.rows]
        pairs: dict[tuple[str, str], tuple[float | None, int]] = {
            (row["first"], row["second"]): (row["agreement"], int(row["n_shared"]))
            for row in records(self.grouping.pairs)
        }
        breaks = [place for place in range(1, len(camps)) if camps[place] != camps[place - 1]]
        figure = agreement_matrix(pairs, self.rows, self.view.lookup.actors, breaks=breaks, selected=selected)
        return Drawing(figure, HEIGHT * len(self.rows), self._heads())

    def _heads(self) -> Heads:
        """Rows by number and name with their camp, columns by number."""
        lookup, rows, columns = self.view.lookup, [], []
        for place, row in enumerate(self.rows):
            colour = lookup.faction_colours.get(lookup.faction_of.get(row, ""))
            name = f"{place + 1} {lookup.actors[row]}"
            rows.append(Head(name, place * HEIGHT, HEIGHT, swatch=colour, note=self.note(row)))
            columns.append(Head(str(place + 1), place * WIDTH, WIDTH))
        return Heads(
            tuple(rows), tuple(columns), corner="% agreement", row_width=200, column_height=28, stretch=1.5
        )

    def _ids(self) -> Ids:
        """Of each cell, what both said on the issues that they share."""
        own: dict[str, dict[str, list[str]]] = {row: {} for row in self.rows}
        for row in records(evidence_of(self.view)[["actor_id", "issue_id", "statement_id", "is_kept"]]):
            if row["is_kept"] and row["actor_id"] in own:
                own[row["actor_id"]].setdefault(row["issue_id"], []).append(row["statement_id"])
        return {
            (one, other): tuple(
                key
                for issue in own[one]
                if issue in own[other]
                for key in own[one][issue] + own[other][issue]
            )
            for one in self.rows
            for other in self.rows
            if one != other
        }

    def _table(self) -> pd.DataFrame:
        """One row a pair, of all actors."""
        names, pairs = pd.Series(self.view.lookup.actors), self.grouping.pairs
        return pd.DataFrame(
            {
                "One": pairs["first"].map(names), "Other": pairs["second"].map(names),
                "Agreement": pairs["agreement"].round(3), "Shared issues": pairs["n_shared"],
                "id": pairs["first"] + "/" + pairs["second"],
            }
        )  # fmt: skip


class SharedIssue(NamedTuple):
    """An issue on which both stand: what is to say of it (" · 58% · both support"), and each one's name with the position."""

    issue: str
    name: str
    facts: str
    titles: tuple[str, str]


@dataclass(frozen=True)
class Pair:
    """Two actors, issue by issue."""

    view: View
    grouping: Grouping
    actors: tuple[str, str]

    @property
    def names(self) -> list[str]:
        """The two by name."""
        return [self.view.lookup.actors[actor] for actor in self.actors]

    @property
    def title(self) -> str:
        """ "Bruno Kelt and Ana Lorrin: 6 shared issues, 58% agreement"."""
        gaps = self._gaps
        title = f"{self.names[0]} and {self.names[1]}: {counted(len(gaps), 'shared issue')}"
        return (
            f"{title}, {1 - sum(gaps.values()) / len(gaps) / self.grouping.span:.0%} agreement"
            if len(gaps) > 1
            else title
        )

    @property
    def shared(self) -> list[SharedIssue]:
        """The shared issues, the least agreed first."""
        return [self._shared(issue, gap) for issue, gap in sorted(self._gaps.items(), key=lambda item: -item[1])]  # fmt: skip

    def statements_of(self, side: int, issue: str) -> pd.DataFrame:
        """The evidence of the first (0) or the second (1) on an issue."""
        own = evidence_of(self.view, actor=self.actors[side])
        return own[own["issue_id"] == issue]

    def _shared(self, issue: str, gap: float) -> SharedIssue:
        one, other = (BY_STATE[self._stands[actor, issue]["state"]].word for actor in self.actors)
        words = f"{one} and {other}" if one != other else f"both {_plural(one)}"
        titles = f"{self.names[0]}: {one}", f"{self.names[1]}: {other}"
        return SharedIssue(
            issue, self.view.lookup.issues[issue], f" · {1 - gap / self.grouping.span:.0%} · {words}", titles
        )

    @cached_property
    def _gaps(self) -> dict[str, float]:
        """How far apart they stand, by issue."""
        one, other = self.actors
        issues = sorted({issue for actor, issue in self._stands if actor == one and (other, issue) in self._stands})  # fmt: skip
        return {
            issue: abs(self._stands[one, issue]["value"] - self._stands[other, issue]["value"])
            for issue in issues
        }

    @cached_property
    def _stands(self) -> dict[tuple[str, str], dict[str, Any]]:
        positions = self.grouping.positions
        own = positions[positions["unit_id"].isin(self.actors)]
        return {(row["unit_id"], row["issue_id"]): row for row in records(own)}


def _plural(word: str) -> str:
    """ "strongly supports" of one is "strongly support" of both."""
    return word[:-1] if word.endswith("s") else word
