"""What happened, and who said what, in order?"""

from __future__ import annotations

from sayso.model.scope import Scope
from sayso.queries.answer import Answer, ask
from sayso.store.hub import Database


def events(database: Database, scope: Scope) -> Answer:
    """One row per event that had been reported as of the scope's date."""
    return ask(database, "timeline_events", scope.params)


def statements(database: Database, scope: Scope) -> Answer:
    """One row per kept statement, oldest first."""
    return ask(database, "timeline_statements", scope.params)


def reports(database: Database, event_id: str) -> Answer:
    """The articles that report an event, with where they say so."""
    return ask(database, "reports", {"event_id": event_id})
