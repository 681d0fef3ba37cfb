"""Whom each outlet quotes: outlets by actors, and how concentrated each outlet is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from sayso.charts import legend as keys
from sayso.charts.agreement_matrix import FILLS
from sayso.charts.heads import Head, Heads
from sayso.charts.outlet_shares import HEIGHT, STEPS, WIDTH, outlet_shares
from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.reports import heading
from sayso.reports.evidence import Ids, ids_by
from sayso.reports.report import Drawing, Part
from sayso.reports.sources.reliance import UNJUDGED, Basis

MOST_ACTORS, MOST_OUTLETS = 14, 24
_FEW = 5  # statements: of fewer a share says little
_METHOD = (
    "Each counting statement once, under the outlet of its article (a copied wire story counts as its original) and the actor whose "
    "position it states. Like N equal voices: 1 / Σ share², the number of equally quoted actors that would be as concentrated."
)


@dataclass(frozen=True)
class Shares:
    """Whom each outlet quotes."""

    basis: Basis

    @property
    def sentence(self) -> str:
        """How concentrated the outlets are, and which of them leans most on one actor."""
        outlets, names = self.basis.outlets, self.basis.names
        if not outlets:
            return "No outlet quotes anyone."
        if len(outlets) == 1:
            (only,) = outlets
            voices = counted(int(only["n_values"]), "actor")
            return f"One outlet, {names[only['outlet']]}, quotes {voices}, {_like(only['effective'])}."
        among = records(self.basis.reliance.among_outlets)[0]
        head = f"{counted(len(outlets), 'outlet')}, as concentrated as {among['effective']:.1f} equal ones"
        large = [row for row in outlets if row["n"] >= _FEW and row["outlet"]]
        if not large:
            return f"{head}."
        top = max(large, key=lambda row: row["largest_share"])
        actor = self.basis.view.lookup.actors[top["largest"]]
        return f"{head}; {names[top['outlet']]} leans most on one actor: {actor}, {top['largest_share'] * 100:.0f} % of its {counted(int(top['n']), 'statement')}."

    @property
    def outlets(self) -> dict[str, str]:
        """The names of all outlets by id, those on which most rests first."""
        return {row["outlet"]: self.basis.names[row["outlet"]] for row in self.basis.outlets}

    @cached_property
    def actors(self) -> dict[str, str]:
        """The names of all actors by id, the most quoted first."""
        sizes = self.basis.reliance.shares.groupby("actor_id")["n"].sum().reset_index()
        ranked = sizes.sort_values(["n", "actor_id"], ascending=[False, True])["actor_id"].astype(str)
        return {actor: self.basis.view.lookup.actors[actor] for actor in ranked}

    @property
    def rows(self) -> list[str]:
        """The outlets that are drawn."""
        return list(self.outlets)[:MOST_OUTLETS]

    @property
    def columns(self) -> list[str]:
        """The actors that are drawn."""
        return list(self.actors)[:MOST_ACTORS]

    def note(self, outlet: str) -> str:
        """ "B · n=12 · like 3.4 equal voices"."""
        row = self.basis.by_outlet[outlet]
        return f"{row['reliability'] or 'not rated'} · n={row['n']} · {_like(row['effective'])}"

    def label(self, outlet: str | None, actor: str | None) -> str:
        """A cell, a row or a column in words."""
        names = (self.outlets.get(outlet) if outlet is not None else None, self.actors.get(actor or ""))
        return " · ".join(filter(None, names))

    def statements_of(self, outlet: str | None, actor: str | None) -> pd.DataFrame:
        """The statements behind a cell; behind a row or a column where the other is None."""
        statements = self.basis.statements
        if outlet is not None:
            statements = statements[statements["outlet_id"] == outlet]
        return statements[statements["actor_id"] == actor] if actor else statements

    @property
    def part(self) -> Part:
        """Outlets by actors; a mark is (outlet, actor)."""

        def draw(selected: tuple[str, str] | None) -> Drawing:
            shares = {
                (row["outlet"], row["actor_id"]): (float(row["share"]), int(row["n"]))
                for row in records(self.basis.reliance.shares)
            }
            names = {**self.basis.names, **self.basis.view.lookup.actors}
            figure = outlet_shares(
                shares, self.rows, self.columns, names, breaks=self._breaks, selected=selected
            )
            return Drawing(figure, HEIGHT * len(self.rows), self._heads())

        return Part(
            "sources-quoted", self.sentence, self.basis.reliance.shares, self._table, self.basis.answers[:2], _METHOD,
            heading.provenance(self.basis.view, *self._extent(), "outlets by number of statements, F and not rated below the line", basis="statements"),
            draw if self.rows else None, self._ids,
            keys.of_fills(FILLS, (0, *STEPS, 1)),
        )  # fmt: skip

    def _heads(self) -> Heads:
        rows = [
            Head(self.outlets[outlet], place * HEIGHT, HEIGHT, note=self.note(outlet))
            for place, outlet in enumerate(self.rows)
        ]
        columns = [Head(self.actors[actor], place * WIDTH, WIDTH) for place, actor in enumerate(self.columns)]
        return Heads(
            tuple(rows),
            tuple(columns),
            corner="% of the outlet’s",
            row_width=210,
            column_height=64,
            stretch=1.4,
        )

    @property
    def _breaks(self) -> list[int]:
        unjudged = [self.basis.by_outlet[outlet]["reliability"] in UNJUDGED for outlet in self.rows]
        return [place for place in range(1, len(unjudged)) if unjudged[place] and not unjudged[place - 1]]

    def _extent(self) -> list[str]:
        extent = []
        if len(self.actors) > len(self.columns):
            extent.append(f"the {len(self.columns)} most heard of {counted(len(self.actors), 'actor')}")
        if len(self.outlets) > len(self.rows):
            extent.append(f"the first {len(self.rows)} of {counted(len(self.outlets), 'outlet')}")
        return extent

    def _table(self) -> pd.DataFrame:
        return pd.DataFrame([self._line(row) for row in records(self.basis.reliance.shares)])

    def _line(self, row: dict[str, Any]) -> dict[str, Any]:
        outlet = self.basis.by_outlet[row["outlet"]]
        return {
            "Outlet": self.basis.names[row["outlet"]], "Reliability": outlet["reliability"] or "not rated",
            "Actor": self.basis.view.lookup.actors[row["actor_id"]], "Statements": int(row["n"]), "Share": round(float(row["share"]), 3),
            "Outlet’s equal voices": round(float(outlet["effective"]), 2), "id": f"{row['outlet']}/{row['actor_id']}",
        }  # fmt: skip

    def _ids(self) -> Ids:
        return ids_by(self.basis.statements, ["outlet_id", "actor_id"])


def _like(effective: object) -> str:
    return f"like {effective:.1f} equal voices" if isinstance(effective, float) else ""
