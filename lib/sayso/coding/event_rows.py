"""Events that are accepted already: changed, or no longer reported by an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.errors import StoreError
from sayso.store.changes import change
from sayso.store.database import Database

TITLE = "Changing an event"
COLUMNS = frozenset({"title", "kind", "modality", "happened_on", "happened_on_basis", "place", "description"})


def edit_event(
    database: Database,
    by: str,
    event_id: str,
    article_id: str,
    changes: Mapping[str, Any],
    seen: Mapping[str, Any] | None = None,
) -> None:
    """Change an event's columns, or the `credibility` of this article's report of it.

    `seen` holds columns as the coder saw them. Raises ConflictError if one differs now.
    """
    if unknown := set(changes) - COLUMNS - {"credibility"}:
        raise StoreError(TITLE, f"{min(unknown)} is not an event’s to change.", "Choose another field.")
    before = dict(seen or {})
    with change(database, by) as made:
        if "credibility" in changes:
            report = {"event_id": event_id, "article_id": article_id}
            known = {name: before.pop(name) for name in ("credibility",) if name in before}
            made.update("reports", report, {"credibility": changes["credibility"]}, known or None)
        values = {name: value for name, value in changes.items() if name in COLUMNS}
        if values:
            made.update("events", {"event_id": event_id}, values, before or None)


def withdraw_event(database: Database, by: str, event_id: str, article_id: str) -> None:
    """Take back that an article reports an event; the event goes with its last report.

    Its proposal then counts as rejected. Raises StoreError if statements rest on an event that would go.
    """
    with change(database, by) as made:
        made.delete("reports", {"event_id": event_id, "article_id": article_id})
        if not made.rows("SELECT 1 FROM reports WHERE event_id = ?", [event_id]):
            for actor_id, role in made.rows(
                "SELECT actor_id, role FROM event_actors WHERE event_id = ? ORDER BY ALL", [event_id]
            ):
                made.delete("event_actors", {"event_id": event_id, "actor_id": actor_id, "role": role})
            made.delete("events", {"event_id": event_id})
        for (proposal_id,) in made.rows(
            "SELECT proposal_id FROM proposals WHERE kind = 'event' AND row_id = ? AND article_id = ?",
            [event_id, article_id],
        ):
            made.update(
                "proposals", {"proposal_id": proposal_id}, {"status": "rejected", "row_id": None}, action="rejected"
            )  # fmt: skip
