"""Events that are accepted already: their facts, who took part, whose stance they show; no longer reported."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sayso.coding.edits import Act, NewActor
from sayso.coding.people import actor_for
from sayso.coding.proposals import ActorRef
from sayso.coding.rows import insert_act, recode
from sayso.coding.seen import SeenStatements, refuse_recoded
from sayso.errors import StoreError
from sayso.queries import coded_events, proposal_rows
from sayso.store.changes import Change, ConflictError, change
from sayso.store.database import Database

TITLE = "Changing an event"
COLUMNS = frozenset({"title", "kind", "modality", "happened_on", "happened_on_basis", "place", "description"})


def edit_event(
    database: Database | Change,
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


def set_participants(
    database: Database | Change,
    by: str,
    event_id: str,
    participants: Sequence[tuple[ActorRef | NewActor, str]],
    seen: Collection[tuple[str, str]] | None = None,
) -> None:
    """Let these take part in an event, each in a role, and nobody else. New actors are created.

    `seen` holds (actor_id, role) as the coder saw them. Raises ConflictError if they differ now, StoreError
    for a role without a name.
    """
    with change(database, by) as made:
        made.existing("events", {"event_id": event_id})
        now = coded_events.participants(made, event_id)
        if seen is not None and now != set(seen):
            raise ConflictError(
                TITLE,
                "Somebody else changed who took part since you opened it. Theirs stands.",
                "Look at it as it is now, and decide again.",
            )
        wanted = {(actor_for(made, who), role.strip()) for who, role in participants}
        if not all(role for _, role in wanted):
            raise StoreError(
                TITLE, "Whoever takes part has a role.", "Choose initiator, target or participant."
            )
        for actor_id, role in sorted(now - wanted):
            made.delete("event_actors", {"event_id": event_id, "actor_id": actor_id, "role": role})
        for actor_id, role in sorted(wanted - now):
            made.insert("event_actors", {"event_id": event_id, "actor_id": actor_id, "role": role})


def code_act(
    database: Database | Change, by: str, event_id: str, act: Act, seen: Mapping[str, Any] | None = None
) -> str:
    """Set the stance that an event shows of an actor on an issue; returns the statement's id.

    `seen` is the coder's view of the statement that is replaced. Raises ConflictError if it differs now, or if
    somebody else coded it meanwhile.
    """
    with change(database, by) as made:
        made.existing("events", {"event_id": event_id})
        actor_id = actor_for(made, act.actor)
        known = coded_events.acts(made, event_id, actor_id, act.coding.issue_id, made.by)
        if not known:
            return insert_act(made, event_id, actor_id, act.coding)
        return recode(made, known[0][0], act.coding, seen, basis="act")


def uncode_act(
    database: Database | Change,
    by: str,
    event_id: str,
    actor: ActorRef | NewActor,
    issue_id: str,
    seen: SeenStatements | None = None,
) -> None:
    """Remove the stance that an event shows of an actor on an issue: the coder's own, else whose it is.

    `seen` holds the event's stances as the coder saw them. Raises ConflictError if there is none any more, or if it
    is another's and differs from what was seen, or was not seen.
    """
    with change(database, by) as made:
        known = coded_events.acts(made, event_id, actor_for(made, actor), issue_id, made.by)
        if not known:
            raise ConflictError(TITLE, "Somebody else removed this stance already.", "Look at the page anew.")
        refuse_recoded(made, [known[0][0]], seen or {})
        made.delete("statements", {"statement_id": known[0][0]})


def withdraw_event(
    database: Database | Change,
    by: str,
    event_id: str,
    article_id: str,
    seen: SeenStatements | None = None,
) -> None:
    """Take back that an article reports an event; with its last report go the event and the stances it shows.

    Statements that rest on words as well keep those. Its proposal then counts as rejected.
    """
    with change(database, by) as made:
        made.delete("reports", {"event_id": event_id, "article_id": article_id})
        if not coded_events.is_reported(made, event_id):
            refuse_recoded(made, coded_events.standing(made, event_id), seen)
            _remove(made, event_id)
        for proposal_id in proposal_rows.of_event(made, event_id, article_id):
            made.update(
                "proposals", {"proposal_id": proposal_id}, {"status": "rejected", "row_id": None}, action="rejected"
            )  # fmt: skip


def _remove(made: Change, event_id: str) -> None:
    for statement_id, quote_id in coded_events.statements(made, event_id):
        if quote_id is None:
            made.delete("statements", {"statement_id": statement_id})
        else:
            made.update("statements", {"statement_id": statement_id}, {"event_id": None})
    for actor_id, role in sorted(coded_events.participants(made, event_id)):
        made.delete("event_actors", {"event_id": event_id, "actor_id": actor_id, "role": role})
    made.delete("events", {"event_id": event_id})
