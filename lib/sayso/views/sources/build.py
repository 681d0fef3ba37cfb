"""What the page computes once for a scope, and its finding in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from sayso.analysis import outlets
from sayso.analysis.leaving_out import leave_each_out
from sayso.analysis.outlet_words import reliance_title
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
MIXES = ("reliability", "credibility", "language")


@dataclass(frozen=True)
class Found:
    """Small frames only: this is kept between runs."""

    n_statements: int
    n_positions: int
    outlets: pd.DataFrame
    """One row per outlet: outlet (its id, "" for none), reliability, n, share, n_articles, effective, largest, …"""
    quoted: pd.DataFrame
    """outlet, actor_id, n, share (of the outlet's)."""
    mixes: dict[str, pd.DataFrame]
    """For reliability, credibility and language: value, n, share."""
    among_outlets: pd.DataFrame
    left_out: pd.DataFrame

    @property
    def order(self) -> list[str]:
        """Outlets by how much rests on them; those that cannot be judged after all others."""
        return [str(outlet) for outlet in self.outlets["outlet"]]

    @property
    def by_outlet(self) -> dict[str, dict[str, Any]]:
        """The rows of `outlets` by id."""
        return {row["outlet"]: row for row in records(self.outlets)}


def build(view: View) -> Found:
    """Everything that the page shows but withdrawing, remembered until data or scope change."""
    return ask(compute, view.database, view.scope)


def compute(database: Database, scope: Scope) -> Found:
    """`build` for a dataset and scope."""
    said = credited(database, scope)
    said = said.assign(outlet=said["outlet_id"], credibility=said["grade"], language=said["spoken"])
    reports = ask(outlet_questions.credits, database, scope).frame
    reports = reports.assign(outlet=reports["outlet_id"])
    kept = said[said["is_kept"].astype(bool)]
    left_out = leave_each_out(said, reports, count_by=scope.count_by, measure=scope.measure)
    n_positions = len(kept[["actor_id", "issue_id"]].drop_duplicates())
    quoted = outlets.shares(kept, "actor_id", "outlet")
    among = outlets.shares(kept, "outlet")
    rows = among.merge(
        outlets.concentration(quoted, "actor_id", "outlet").drop(columns="n"), on="outlet", how="left"
    ).merge(outlets.dependence(left_out.changes, n_positions).drop(columns="share"), on="outlet", how="left")
    rows[["n_shifted", "n_lost", "n_moved"]] = (
        rows[["n_shifted", "n_lost", "n_moved"]].astype(float).fillna(0).astype(int)
    )
    first = kept.drop_duplicates("outlet").set_index("outlet")["reliability"]
    rows = rows.assign(
        reliability=rows["outlet"].map(first).fillna("").astype(str),
        n_articles=rows["outlet"].map(kept.groupby("outlet")["original_id"].nunique()).fillna(0).astype(int),
        n_gone=[left_out.n_gone.get(outlet, 0) for outlet in rows["outlet"]],
    )
    apart = rows["reliability"].isin(UNJUDGED)
    rows = rows.assign(apart=apart).sort_values(["apart", "n", "outlet"], ascending=[True, False, True])
    return Found(
        len(said), n_positions, rows.reset_index(drop=True), quoted,
        {name: outlets.shares(kept, name) for name in MIXES},
        outlets.concentration(among, "outlet"), left_out.changes,
    )  # fmt: skip


def credited(database: Database, scope: Scope) -> pd.DataFrame:
    """The counting statements, and what they are sorted by: outlet_id and grade ("" for none), spoken (a language)."""
    said = ask(questions.evidence, database, scope, None, None).frame
    articles = ask(outlet_questions.articles, database).frame
    outlet_of = dict(zip(articles["article_id"], articles["outlet_id"], strict=True))
    language_of = dict(zip(articles["article_id"], articles["language"], strict=True))
    article, language = said["article_id"].astype(object), said["quote_language"].astype(object)
    return said.assign(
        outlet_id=article.map(outlet_of).fillna("").astype(str),
        spoken=language.where(language.notna(), article.map(language_of)).fillna("").astype(str),
        grade=["" if pd.isna(grade) else str(int(grade)) for grade in said["credibility"]],
    )


def answers(view: View) -> list[Answer]:
    """The questions that the page rests on, for "How was this computed?"."""
    return [
        ask(questions.evidence, view.database, view.scope, None, None),
        ask(outlet_questions.articles, view.database),
        ask(outlet_questions.credits, view.database, view.scope),
    ]


def names(view: View) -> dict[str, str]:
    """Outlets by id, and what stands where there is none."""
    return {**view.lookup.outlets, "": NO_OUTLET}


def finding(view: View, found: Found) -> str:
    """The page's title."""
    return reliance_title(found.outlets, names(view), found.n_positions)
