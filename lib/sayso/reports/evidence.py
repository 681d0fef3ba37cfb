"""The statements behind a number: those of an actor, a faction, an issue or an event, how many, and the ids behind each mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from sayso.analysis.recount import as_members
from sayso.model.scope import COUNT_WORDS
from sayso.model.wording import counted
from sayso.queries import actors, positions
from sayso.queries.answer import Answer
from sayso.reports import heading
from sayso.reports.memo import ask
from sayso.reports.view import View

Ids = Mapping[tuple[str, ...], tuple[str, ...]]
"""The statements behind each mark."""


def answer(view: View) -> Answer:
    """The counting statements in scope, with the question that gets them."""
    return ask(positions.evidence, view.database, view.scope, None, None)


def evidence_of(
    view: View,
    *,
    actor: str | None = None,
    faction: str | None = None,
    issue: str | None = None,
    event: str | None = None,
    statement: str | None = None,
) -> pd.DataFrame:
    """Counting statements in scope with their evidence, newest first; of `faction`, those made while a member."""
    scope = view.scope
    if actor is not None:
        scope = replace(scope, actors=(actor,))
    if faction is not None:
        scope = replace(scope, factions=(faction,))
    if issue is not None:
        scope = replace(scope, issues=(issue,))
    return ask(positions.evidence, view.database, scope, event, statement).frame


def evidence_of_members(view: View) -> pd.DataFrame:
    """Counting statements in scope that were made while a member, each with its faction_id; one in two factions twice."""
    own = as_members(evidence_of(view), ask(actors.memberships, view.database))
    wanted = view.scope.factions
    return own[own["faction_id"].isin(wanted)] if wanted else own


def extent(view: View, statements: pd.DataFrame) -> str:
    """ "5 statements, 1 repeat not counted (one per article)"."""
    n = int(statements["is_kept"].sum())
    repeats = len(statements) - n
    left_out = f", {counted(repeats, 'repeat')} not counted ({COUNT_WORDS[view.scope.count_by]})"
    return counted(n, "statement") + (left_out if repeats else "")


def not_found(view: View) -> str:
    """What is said where there is no statement: how many articles were searched."""
    return f"Not found: {counted(heading.n_searched(view), 'article')} searched, no statement on this."


def repeat(view: View) -> str:
    """What is said of a statement that a position was not computed from."""
    return f"A repeat: not counted again ({COUNT_WORDS[view.scope.count_by]})."


def ids_by(statements: pd.DataFrame, columns: Sequence[str]) -> Ids:
    """The statements behind each mark that `columns` name; those that were not counted again are left out."""
    kept = statements[statements["is_kept"].astype(bool)] if "is_kept" in statements else statements
    marks = zip(*(kept[column].astype(str) for column in columns), strict=True)
    behind: dict[tuple[str, ...], list[str]] = {}
    for mark, statement in zip(marks, kept["statement_id"], strict=True):
        behind.setdefault(mark, []).append(str(statement))
    return {mark: tuple(ids) for mark, ids in behind.items()}
