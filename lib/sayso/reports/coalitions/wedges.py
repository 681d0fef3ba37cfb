"""Why: where each camp stands on each issue, what parts them, what unites them, and how far each is common ground."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

from sayso.analysis import consensus
from sayso.charts import legend as keys
from sayso.charts.dumbbell import dumbbell
from sayso.model.frames import records
from sayso.model.wording import counted, number, quoted
from sayso.queries import positions
from sayso.reports.coalitions.grouping import Grouping
from sayso.reports.coalitions.words import SURE, provenance
from sayso.reports.evidence import Ids, evidence_of, ids_by
from sayso.reports.listing import Line
from sayso.reports.memo import ask
from sayso.reports.report import Drawing, Part
from sayso.reports.view import View

MOST_ISSUES, MOST_CAMPS, MOST_COMMON = 12, 6, 3
COLOURS = ("#7b4a8e", "#23766a", "#8f5c12", "#51618a", "#8c4058", "#5c6b2f")
"""Of camps: none of them a step of the stance scale."""
_METHOD = (
    "Wedge: what of the spread of actors’ positions lies between camps; gap is between the highest and the lowest camp’s mean; p by permutation of camps that were found without what is said on the issue, "
    "q the same corrected for the number of issues (Benjamini and Hochberg 1995): of all issues with q ≤ 0.05, one in twenty is expected to be chance. "
    "Where fewer than 20 ways lead to camps of such sizes nothing is tested. A camp’s side is its position by the bands of the About page. Common ground: one factor a camp, whatever its size."
)
_COLUMNS = [
    "issue", "gap", "highest", "lowest", "share", "p", "q", "n", "support", "opposition", "issue_id",
]  # fmt: skip


class CampWords(NamedTuple):
    """A camp ("" for who is in none), what stands above its words, and its statements on an issue."""

    camp: str
    name: str
    statements: pd.DataFrame


@dataclass(frozen=True)
class Wedges:
    """Of two camps or more."""

    view: View
    grouping: Grouping

    @property
    def part(self) -> Part:
        """A dot a camp on the stance scale, the surest issues first; without a chart if no issue was heard of two camps."""
        return Part(
            "wedges", self.sentence, self.marks, self._table,
            (ask(positions.actor_positions, self.view.database, self.view.scope),), _METHOD,
            provenance(
                self.view, self.grouping, "mean of each camp’s positions, one voice a member",
                "issues by q, the surest first",
            ),
            self._draw if len(self.grouping.wedges) else None, self._ids, self._legend,
        )  # fmt: skip

    @property
    def sentence(self) -> str:
        """The issue that parts them most and how far, and the one on which they come nearest to each other."""
        if not len(self.grouping.wedges):
            return "No issue has positions from two camps."
        first = self.grouping.by_certainty.iloc[0]
        chance = ", with too few to test"
        if first["is_testable"]:
            chance = "" if first["q"] <= SURE else ", though chance could do it"
        head = (
            f"Camp {first['highest']} is most for {self._quoted(first['issue_id'])}, camp {first['lowest']} least:"
            f" {first['gap']:.1f} of {self.grouping.span:g} apart{chance}"
        )
        if not len(self.grouping.uniting):
            return f"{head}; no issue unites the camps."
        shared = self.grouping.uniting.iloc[0]
        verb = "support" if shared["side"] == "supports" else "oppose"
        who = "both camps heard" if shared["n_heard"] == 2 else "all camps heard"
        return f"{head}; {who} {verb} {self._quoted(shared['issue_id'])}."

    def _quoted(self, issue: str) -> str:
        return quoted(self.view.lookup.issues[issue])

    @property
    def parting(self) -> list[Line]:
        """The issues that part the camps, the surest first."""
        parting = self.grouping.by_certainty.query("gap > 0")
        united = set(self.grouping.uniting["issue_id"])
        return [self._parting(row) for row in records(parting) if row["issue_id"] not in united]

    @property
    def uniting(self) -> list[Line]:
        """The issues on which all camps heard lean to one side."""
        return [self._uniting(row) for row in records(self.grouping.uniting)]

    @property
    def common(self) -> list[Line]:
        """The issues nearest to common ground."""
        return [self._common(row) for row in records(self.grouping.common.head(MOST_COMMON))]

    @property
    def provenance_of_lines(self) -> str:
        """How the lists beneath the chart were made."""
        return provenance(
            self.view, self.grouping,
            f"wedges: 999 permutations of camps found without the issue, p corrected for {counted(int(self.grouping.wedges['is_testable'].sum()), 'issue')} (Benjamini–Hochberg)",
            "common ground: Π (n₊ + 1) / (n + 2) over camps",
        )  # fmt: skip

    @property
    def issues(self) -> dict[str, str]:
        """The issues on which camps were heard, those that part them first."""
        issues = [*self.grouping.wedges["issue_id"], *self.grouping.common["issue_id"]]
        return {issue: self.view.lookup.issues[issue] for issue in issues}

    def words_on(self, issue: str) -> list[CampWords]:
        """Each camp's evidence on one issue, last that of those who are in none."""
        own = evidence_of(self.view, issue=issue)
        camp_of = own["actor_id"].map(self.grouping.camps).fillna("")
        return [
            CampWords(camp, f"Camp {camp}" if camp else "In no camp: not counted here", own[camp_of == camp])
            for camp in sorted(set(camp_of), key=lambda camp: (camp == "", camp))
        ]

    def _parting(self, row: dict[str, Any]) -> Line:
        chance = "too few to test"
        if row["is_testable"]:
            chance = f"q {row['q']:.3f}" if row["q"] <= SURE else f"q {row['q']:.2f}, chance could do it"
        return self._line(
            row, f"camp {row['highest']} most for it, camp {row['lowest']} least: {row['gap']:.1f} of {self.grouping.span:g} apart",
            counted(row["n"], "actor"), chance,
        )  # fmt: skip

    def _uniting(self, row: dict[str, Any]) -> Line:
        camps = "both" if row["n_heard"] == 2 else f"all {number(row['n_heard'])}"
        side = "support it" if row["side"] == "supports" else "oppose it"
        return self._line(row, f"{camps} camps heard {side}", counted(row["n"], "actor"))

    def _common(self, row: dict[str, Any]) -> Line:
        shares = f"support {row['support']:.2f}, opposition {row['opposition']:.2f}"
        return self._line(row, shares, counted(row["n"], "actor"))

    def _line(self, row: dict[str, Any], *facts: str) -> Line:
        issue = str(row["issue_id"])
        return Line(issue, self.view.lookup.issues[issue], "".join(f" · {fact}" for fact in facts))

    @property
    def _drawn(self) -> dict[str, float]:
        """The issues drawn, from the top, with their gaps."""
        wedges = self.grouping.by_certainty.head(MOST_ISSUES)
        return dict(zip(wedges["issue_id"], wedges["gap"].astype(float), strict=True))

    @property
    def _sides(self) -> list[str]:
        return sorted(set(self.grouping.camps.values()))[:MOST_CAMPS]

    @cached_property
    def marks(self) -> pd.DataFrame:
        """One row a dot (`analysis.consensus.means`)."""
        means = consensus.means(consensus.voices_of(self.grouping.positions, self.grouping.camps))
        return means[means["group"].isin(self._sides) & means["issue_id"].isin(self._drawn.keys())]

    @property
    def _legend(self) -> tuple[keys.Key, ...]:
        return keys.of_sides(
            (side, f"camp {side}", colour) for side, colour in zip(self._sides, COLOURS, strict=False)
        )

    def _draw(self, selected: object) -> Drawing:
        values = {
            (row["group"], row["issue_id"]): {**row, "n_members": row["n"]} for row in records(self.marks)
        }
        sides, gaps = self._sides, self._drawn
        names = {**self.view.lookup.issues, **{side: f"Camp {side}" for side in sides}}
        colours = dict(zip(sides, COLOURS, strict=False))
        return Drawing(*dumbbell(values, sides, list(gaps), names, colours, gaps, self.view.levels))

    def _ids(self) -> Ids:
        statements = evidence_of(self.view)
        camp = statements["actor_id"].map(self.grouping.camps)
        shown = camp.isin(self._sides) & statements["issue_id"].isin(self._drawn.keys())
        return ids_by(statements.assign(camp=camp)[shown], ["camp", "issue_id"])

    def _table(self) -> pd.DataFrame:
        """One row an issue on which two camps were heard."""
        common = self.grouping.common[["issue_id", "support", "opposition"]]
        both = self.grouping.wedges.merge(common, on="issue_id")
        return both.assign(issue=both["issue_id"].map(dict(self.view.lookup.issues)))[_COLUMNS]
