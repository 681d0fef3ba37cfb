"""Where do they stand? Positions, the members behind a faction's, and the evidence behind both."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.scope import Scope
from sayso.queries.answer import Answer, ask
from sayso.store.hub import Database


def actor_positions(database: Database, scope: Scope) -> Answer:
    """One row per actor and issue with a statement."""
    return ask(database, "positions", scope.params)


def member_positions(database: Database, scope: Scope) -> Answer:
    """One row per faction, member and issue, from what was said while a member."""
    return ask(database, "member_positions", scope.params)


def coverage(database: Database, scope: Scope) -> Answer:
    """One row: how many statements, articles and outlets the scope rests on."""
    return ask(database, "coverage", scope.params)


def evidence(
    database: Database, scope: Scope, event_id: str | None = None, statement_id: str | None = None
) -> Answer:
    """One row per counting statement in scope, newest first, with its quote or act.

    Of one event or one statement only, if either is named.
    """
    return ask(database, "evidence", {**scope.params, "event_id": event_id, "statement_id": statement_id})


def newest(database: Database, scope: Scope, how_many: int = 5) -> Answer:
    """The latest statements in scope, newest first."""
    return ask(database, "newest", {**scope.params, "how_many": how_many})


def said_in_cells(
    database: Database, actors: Sequence[str] | None = None, issues: Sequence[str] | None = None
) -> Answer:
    """The counting statements of these actors on these issues (None: all), before repeats collapse."""
    params = {"actors": _listed(actors), "issues": _listed(issues)}
    return ask(database, "said_in_cells", params)


def _listed(names: Sequence[str] | None) -> list[str] | None:
    return None if names is None else list(names)
