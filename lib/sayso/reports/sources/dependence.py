"""Leave one outlet out: what every outlet carries, and the positions that would change without one of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from sayso.charts import legend as keys
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.wording import counted
from sayso.reports import heading
from sayso.reports.evidence import Ids, ids_by
from sayso.reports.report import Part
from sayso.reports.sources.reliance import Basis
from sayso.reports.sources.without import Without

MOST_OUTLETS = 20
_METHOD = (
    "Each outlet’s articles are left out in turn and every position is counted again by the same rules. A copy of a wire story "
    "in another outlet then counts in its stead, and an act is credited to the next article that reports it. Another band: one of "
    "the seven states differs. Same band: only the mean (or latest) moves. All within the filters in force."
)
_COUNTS = ["Statements that leave", "Another band", "Not found any more", "Same band, other mean", "n", "n without"]  # fmt: skip


@dataclass(frozen=True)
class Dependence:
    """What would fall without one outlet."""

    basis: Basis

    @property
    def sentence(self) -> str:
        """What the list of outlets shows."""
        if not self.names:
            return "No counting statement comes from an article."
        return f"Without each outlet in turn: statements, and what becomes of {self._positions}"

    @cached_property
    def names(self) -> dict[str, str]:
        """Outlets by id, those on which most rests first; what no article reports is of none."""
        return {row["outlet"]: self.basis.names[row["outlet"]] for row in self._outlets}

    @property
    def ranked(self) -> list[str]:
        """Outlets by how many positions would change, then by their statements."""
        rows = sorted(
            self._outlets, key=lambda row: (-row["n_shifted"] - row["n_lost"], -row["n"], row["outlet"])
        )
        return [row["outlet"] for row in rows]

    @property
    def top(self) -> str:
        """The outlet that is looked at first: the one without which most would change; "" if there is none."""
        rows = self._outlets
        return str(max(rows, key=lambda row: (row["n_shifted"] + row["n_lost"], row["n"]))["outlet"]) if rows else ""  # fmt: skip

    def facts(self, outlet: str) -> str:
        """What leaves with an outlet, what others report too, and what becomes of the positions."""
        row = self.basis.by_outlet[outlet]
        n_carried = row["n"] - row["n_gone"]
        facts = [
            row["reliability"] or "not rated",
            f"{counted(row['n_gone'], 'statement')} {'leaves' if row['n_gone'] == 1 else 'leave'}",
            *([f"{n_carried:,} carried by others"] if n_carried else []),
            f"{row['n_shifted']:,} in another band",
            f"{row['n_lost']:,} not found any more",
            f"{row['n_moved']:,} same band, other mean",
        ]
        return "".join(f" · {fact}" for fact in facts)

    @property
    def more(self) -> str:
        """How many outlets stand in no row; "" if all do."""
        n = len(self.names) - MOST_OUTLETS
        return f"And {n:,} that carry less: in the box and the table below." if n > 0 else ""

    @property
    def provenance(self) -> str:
        """The line beneath the list."""
        return heading.provenance(self.basis.view, "leave one out", f"{self._positions} of actors compared")

    def without(self, outlet: str) -> Without:
        """What would change without one outlet."""
        return Without(self.basis, outlet)

    def part(self, outlet: str = "") -> Part:
        """Every outlet left out in the table, one of them in the chart (none named: `top`); a mark is (outlet, actor, issue)."""
        chosen = outlet or self.top
        one = self.without(chosen) if chosen else None
        return Part(
            "sources-left-out", one.sentence if one else self.sentence, self.basis.reliance.changes, self._table,
            self.basis.answers, _METHOD, one.provenance if one else self.provenance,
            one.draw if one and one.has_chart else None, self._ids, (*keys.WITHOUT, *keys.of_steps()),
        )  # fmt: skip

    @property
    def _outlets(self) -> list[dict[str, Any]]:
        return [row for row in self.basis.outlets if row["outlet"]]

    @property
    def _positions(self) -> str:
        return counted(self.basis.reliance.n_positions, "position")

    def _ids(self) -> Ids:
        return ids_by(self.basis.statements, ["outlet_id", "actor_id", "issue_id"])

    def _table(self) -> pd.DataFrame:
        lookup = self.basis.view.lookup
        whole = [
            {
                "Without": self.names[row["outlet"]], "Reliability": row["reliability"] or "not rated", "What": "all", "Statements that leave": row["n_gone"],
                "Another band": row["n_shifted"], "Not found any more": row["n_lost"], "Same band, other mean": row["n_moved"],
            }
            for row in self._outlets
        ]  # fmt: skip
        each = [
            {
                "Without": self.names[row["outlet"]], "What": f"position {row['change']}", "Actor": lookup.actors[row["unit_id"]],
                "Issue": lookup.issues[row["issue_id"]], "As it stands": BY_STATE[row["state_before"]].word, "n": row["n_before"],
                "Without it": BY_STATE[row["state_after"]].word, "n without": row["n_after"],
            }
            for row in records(self.basis.reliance.changes) if row["outlet"] in self.names
        ]  # fmt: skip
        table = pd.DataFrame([*whole, *each])
        return table.astype({name: "Int64" for name in _COUNTS if name in table})
