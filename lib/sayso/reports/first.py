"""The questions that a first visitor's pages put: answered before anyone comes, they wait in the memo."""

from __future__ import annotations

from sayso.model.scope import Scope
from sayso.queries import positions, quotes, timeline
from sayso.reports.lookup import read_lookup
from sayso.reports.memo import ask
from sayso.store.hub import Database


def scope(database: Database) -> Scope:
    """What a first visitor looks at: everything, up to the last day."""
    return Scope(database.name, ask(read_lookup, database).last_day)


def put_questions(database: Database) -> None:
    """Put each page's questions once."""
    for question in (
        positions.actor_positions, positions.member_positions, positions.coverage,
        timeline.events, timeline.statements,
    ):  # fmt: skip
        ask(question, database, scope(database))
    ask(quotes.search, database, scope(database), "")
