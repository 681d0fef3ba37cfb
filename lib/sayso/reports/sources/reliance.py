"""What rests on which outlet: computed once for a scope, and what every part of the page starts from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from sayso.analysis import outlets
from sayso.analysis.leaving_out import leave_each_out
from sayso.model.frames import records
from sayso.model.scope import Scope
from sayso.queries import outlets as outlet_questions
from sayso.queries import positions as questions
from sayso.queries.answer import Answer
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.store.hub import Database

NO_OUTLET = "no article (acts that nobody reports)"
UNJUDGED = ("F", "6", "")
"""Grades that are none: sorted apart, whatever their number."""
MIXES = {"reliability": "outlet_grade", "credibility": "report_grade", "language": "words_language"}
"""What the statements are mixed of, and the column of `with_sources` that has it."""


@dataclass(frozen=True)
class Reliance:
    """Small frames only: this is kept between runs."""

    n_statements: int
    n_positions: int
    outlets: pd.DataFrame
    """One row per outlet: outlet (its id, "" for none), reliability, n, share, n_articles, effective, largest, …"""
    shares: pd.DataFrame
    """outlet, actor_id, n, share (of the outlet's)."""
    mixes: dict[str, pd.DataFrame]
    """For reliability, credibility and language: value, n, share."""
    among_outlets: pd.DataFrame
    changes: pd.DataFrame
    """outlet, then the columns of `analysis.change.shifts`: the positions that differ without it."""


@dataclass(frozen=True)
class Basis:
    """A view, and what rests on which outlet in it."""

    view: View
    reliance: Reliance

    @cached_property
    def outlets(self) -> list[dict[str, Any]]:
        """The outlets by how much rests on them; those that cannot be judged after all others."""
        return records(self.reliance.outlets)

    @cached_property
    def by_outlet(self) -> dict[str, dict[str, Any]]:
        """`outlets` by id."""
        return {row["outlet"]: row for row in self.outlets}

    @cached_property
    def names(self) -> dict[str, str]:
        """Outlets by id, and what stands where there is none."""
        return {**self.view.lookup.outlets, "": NO_OUTLET}

    @cached_property
    def statements(self) -> pd.DataFrame:
        """`with_sources` in this view."""
        return with_sources(self.view.database, self.view.scope)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The questions that it rests on; the last only for what is left out."""
        database, scope = self.view.database, self.view.scope
        return (
            ask(questions.evidence, database, scope, None, None),
            ask(outlet_questions.articles, database),
            ask(outlet_questions.credits, database, scope),
        )


def compute(database: Database, scope: Scope) -> Reliance:
    """What the counting statements of `scope` rest on, and what would fall without each outlet."""
    statements = with_sources(database, scope)
    statements = statements.assign(
        outlet=statements["outlet_id"], credibility=statements["report_grade"], language=statements["words_language"]
    )  # fmt: skip
    credits = ask(outlet_questions.credits, database, scope).frame
    credits = credits.assign(outlet=credits["outlet_id"])
    counting = statements[statements["is_kept"].astype(bool)]
    left_out = leave_each_out(statements, credits, count_by=scope.count_by, measure=scope.measure)
    n_positions = len(counting[["actor_id", "issue_id"]].drop_duplicates())
    shares = outlets.shares(counting, "actor_id", "outlet")
    among = outlets.shares(counting, "outlet")
    rows = among.merge(
        outlets.concentration(shares, "actor_id", "outlet").drop(columns="n"), on="outlet", how="left"
    ).merge(outlets.dependence(left_out.changes, n_positions).drop(columns="share"), on="outlet", how="left")
    sizes = ["n_shifted", "n_lost", "n_moved"]
    rows[sizes] = rows[sizes].astype(float).fillna(0).astype(int)
    first = counting.drop_duplicates("outlet").set_index("outlet")["outlet_grade"]
    n_articles = counting.groupby("outlet")["original_id"].nunique()
    rows = rows.assign(
        reliability=rows["outlet"].map(first).fillna("").astype(str),
        n_articles=rows["outlet"].map(n_articles).fillna(0).astype(int),
        n_gone=[left_out.n_gone.get(outlet, 0) for outlet in rows["outlet"]],
    )
    apart = rows["reliability"].isin(UNJUDGED)
    rows = rows.assign(apart=apart).sort_values(["apart", "n", "outlet"], ascending=[True, False, True])
    return Reliance(
        len(statements), n_positions, rows.reset_index(drop=True), shares,
        {name: outlets.shares(counting, name) for name in MIXES},
        outlets.concentration(among, "outlet"), left_out.changes,
    )  # fmt: skip


def with_sources(database: Database, scope: Scope) -> pd.DataFrame:
    """The counting statements with outlet_id, outlet_grade (A–F), report_grade (1–6) and words_language; "" for none."""
    evidence = ask(questions.evidence, database, scope, None, None).frame
    articles = ask(outlet_questions.articles, database).frame
    outlet_of = dict(zip(articles["article_id"], articles["outlet_id"], strict=True))
    language_of = dict(zip(articles["article_id"], articles["language"], strict=True))
    article, language = evidence["article_id"].astype(object), evidence["quote_language"].astype(object)
    return evidence.assign(
        outlet_id=article.map(outlet_of).fillna("").astype(str),
        outlet_grade=evidence["reliability"].astype(object).fillna("").astype(str),
        report_grade=["" if pd.isna(grade) else str(int(grade)) for grade in evidence["credibility"]],
        words_language=language.where(language.notna(), article.map(language_of)).fillna("").astype(str),
    )
