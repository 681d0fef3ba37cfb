"""Two sides' words: one issue, who stands where, and the two strongest quotes of each side. Made for a slide."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import pandas as pd

from sayso.analysis import findings
from sayso.analysis.positions import actor_positions
from sayso.charts import legend
from sayso.charts.actor_positions import actor_positions as positions_chart
from sayso.errors import QueryError
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import BY_STATE, rating
from sayso.model.scope import Scope
from sayso.model.wording import counted
from sayso.queries import positions
from sayso.queries.answer import Answer
from sayso.reports import heading
from sayso.reports.evidence import Ids, evidence_of, ids_by
from sayso.reports.memo import ask
from sayso.reports.quotation import text_or_none, words
from sayso.reports.report import Drawing, Part, Report
from sayso.reports.view import View, look
from sayso.store.hub import Database

MOST_ROWS = 10
"""Actors that are drawn: what a slide holds beside four quotes."""
STRONGEST = 2
"""Quotes of each side, of as many actors where there are."""
SUPPORTING, OPPOSING = ("strongest", "supports"), ("strongest", "opposes")
"""Marks of the part beside its actors: the statements whose words are shown."""
_KINDS = ("direct", "mixed", "indirect", "act")
_METHOD = (
    "Of each side the strongest stances, one an actor first; among equals direct quotes before paraphrases, then the more"
    " reliable outlet, then the later."
)


@dataclass(frozen=True)
class TwoSides(Report):
    """One issue; `positions` are those of `analysis.positions` on it."""

    page: ClassVar[str] = "two-sides"
    view: View
    issue: str | None
    positions: pd.DataFrame
    answer: Answer

    @property
    def title(self) -> str:
        """Who supports and who opposes it."""
        if self.issue is None:
            return "No position was found"
        return findings.issue_sentence(
            self.positions, self.issue, self.view.lookup.issues[self.issue], self.view.lookup.actors, "actor",
            self.view.scope.as_of, self.view.where,
        )  # fmt: skip

    @property
    def subtitle(self) -> str:
        """What the view covers, and what the title rests on."""
        left_out = len(self.positions) - len(self.rows)
        drawn = (f"{len(self.rows)} of {counted(len(self.positions), 'actor')}",) if left_out > 0 else ()
        return heading.subtitle(self.view, *heading.title_rests_on(self.positions), *drawn)

    @property
    def notes(self) -> tuple[str, ...]:
        """The proposition."""
        return (self.view.lookup.propositions[self.issue],) if self.issue else ()

    @cached_property
    def statements(self) -> pd.DataFrame:
        """The statements on the issue."""
        return evidence_of(self.view, issue=self.issue) if self.issue else evidence_of(self.view).head(0)

    @cached_property
    def rows(self) -> list[str]:
        """Who is drawn, from support to opposition; beyond MOST_ROWS the middle is left out."""
        ranked = self.positions.sort_values(["value", "n"], ascending=[False, False], kind="stable")[
            "unit_id"
        ]
        if len(ranked) <= MOST_ROWS:
            return list(ranked)
        half = MOST_ROWS // 2
        return [*ranked.head(half), *ranked.tail(MOST_ROWS - half)]

    def strongest(self, sign: int) -> pd.DataFrame:
        """The statements whose words stand for the side of that sign: +1 supports, −1 opposes."""
        said = self.statements
        side = said[(said["stance"] * sign > 0) & said["is_kept"].astype(bool)].copy()
        if side.empty:
            return side
        side["_how"] = side["kind"].map(_KINDS.index)
        side["_rated"] = side["reliability"].fillna("F").replace("", "F")
        side["_strength"] = -side["stance"].abs()
        side["_day"] = pd.to_datetime(side["said_on"])
        ranked = side.sort_values(
            ["_strength", "_how", "_rated", "_day"], ascending=[True, True, True, False], kind="stable"
        )
        once = ranked.drop_duplicates("actor_id")
        more = ranked[~ranked.index.isin(once.index)]
        return pd.concat([once, more]).head(STRONGEST)[said.columns]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Who stands where, with the strongest statements as marks of their own; and those statements in words."""
        made = heading.provenance(self.view, "positions by the bands of the About page")
        return (
            Part("two-sides", self.title, self.positions, self._table, (self.answer,), _METHOD, made, self._draw if self.issue else None, self._ids, legend.of_steps()),
            Part("two-sides-words", self.title, self._quoted, self._words, (self.answer,), _METHOD, made),
        )  # fmt: skip

    def _draw(self, selected: Any) -> Drawing:
        cells = {row["unit_id"]: row for row in records(self.positions)}
        return Drawing(
            *positions_chart(cells, self.rows, self.view.lookup.actors, self.view.levels, selected)
        )

    def _ids(self) -> Ids:
        behind = dict(ids_by(self.statements, ["actor_id"]))
        for mark, sign in ((SUPPORTING, 1), (OPPOSING, -1)):
            behind[mark] = tuple(str(key) for key in self.strongest(sign)["statement_id"])
        return behind

    def _table(self) -> pd.DataFrame:
        names = self.view.lookup.actors
        return pd.DataFrame(
            [
                {
                    "Actor": names[row["unit_id"]], "Position": BY_STATE[row["state"]].word, "Mean or latest": round(float(row["value"]), 2),
                    "n": int(row["n"]), "Latest": date_words(row["latest_on"]), "Condition": row["condition"] or "",
                }
                for row in records(self.positions.sort_values("value", ascending=False, kind="stable"))
            ]
        )  # fmt: skip

    @property
    def _quoted(self) -> pd.DataFrame:
        return pd.concat([self.strongest(1), self.strongest(-1)], ignore_index=True)

    def _words(self) -> pd.DataFrame:
        return pd.DataFrame(
            [
                {
                    "Side": "supports" if row["stance"] > 0 else "opposes", "Actor": row["actor"],
                    "Words": words(row) if text_or_none(row["quote"]) else f"An act: {row['event'] or ''}",
                    "Said": date_words(row["stated_on"]), "Outlet": row["outlet"] or "",
                    "Rating": rating(text_or_none(row["reliability"]), None if row["credibility"] is None else int(row["credibility"])),
                }
                for row in records(self._quoted)
            ]
        )  # fmt: skip


def two_sides(database: Database, scope: Scope, *, issue: str | None = None) -> TwoSides:
    """The issue with this id; None: the one with the most positions on both sides. Raises QueryError if there is none such."""
    view = look(database, scope)
    if issue is not None and issue not in view.lookup.issues:
        raise QueryError("Reading a report", f"There is no issue “{issue}” in {database.title}.")
    answer = ask(positions.actor_positions, database, scope)
    stands = actor_positions(answer.frame, scope.measure)
    chosen = issue or _contested(stands)
    return TwoSides(view, chosen, stands[stands["issue_id"] == chosen].reset_index(drop=True), answer)


def _contested(stands: pd.DataFrame) -> str | None:
    """The issue with the most actors on its smaller side; then with the most in all."""
    if stands.empty:
        return None
    signs = pd.DataFrame(
        {"issue": stands["issue_id"], "plus": stands["value"] > 0, "minus": stands["value"] < 0}
    )
    counts = signs.groupby("issue").agg(plus=("plus", "sum"), minus=("minus", "sum"), n=("plus", "size"))
    counts["both"] = counts[["plus", "minus"]].min(axis=1)
    return str(counts.sort_values(["both", "n"], ascending=False, kind="stable").index[0])
