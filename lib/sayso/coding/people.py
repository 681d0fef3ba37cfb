"""From a reference to an actor_id: actors that were only found are created when first accepted."""

from __future__ import annotations

from sayso.coding.edits import NewActor
from sayso.coding.proposals import ActorRef, from_row
from sayso.errors import StoreError
from sayso.model.slugs import free_id
from sayso.queries import actor_rows, ids
from sayso.store.changes import Change

TITLE = "Naming a speaker"


def actor_for(made: Change, who: ActorRef | NewActor) -> str:
    """The actor_id of `who`; creates the actor, with its aliases, if the dataset has none of that name.

    Raises StoreError if a reference leads nowhere.
    """
    if isinstance(who, NewActor):
        return same_name(made, who.name, who.kind) or _create(made, who.name.strip(), who.kind, ())
    kind, _, name = who.partition(":")
    if kind == "actor":
        if made.row("actors", {"actor_id": name}) is None:
            raise StoreError(TITLE, f"The actor “{name}” is gone.", "Choose another, or create it again.")
        return name
    row = made.row("proposals", {"proposal_id": name})
    if row is None:
        raise StoreError(TITLE, "A new search of the article replaced this actor.", "Look at the page anew.")
    proposal = from_row(row)
    if proposal.row_id and made.row("actors", {"actor_id": proposal.row_id}):
        return proposal.row_id
    found = proposal.found
    actor_id = same_name(made, found["name"], found["kind"])
    if actor_id is None:
        actor_id = _create(made, found["name"], found["kind"], tuple(found["aliases"]), found["roles"])
    key = {"proposal_id": proposal.proposal_id}
    made.update("proposals", key, {"status": "accepted", "row_id": actor_id}, action="accepted")
    return actor_id


def same_name(made: Change, name: str, kind: str) -> str | None:
    """The one actor of this kind that has exactly this name or alias, if there is one."""
    same = actor_rows.called(made, name.strip(), kind)
    return same[0] if len(same) == 1 else None


def _create(
    made: Change, name: str, kind: str, aliases: tuple[str, ...], roles: list[str] | None = None
) -> str:
    if not name:
        raise StoreError(TITLE, "An actor needs a name.", "Type it as the article has it.")
    actor_id = free_id(name, ids.given(made, "actors"), "actor")
    row = {"actor_id": actor_id, "name": name, "kind": kind, "description": _described(roles)}
    made.insert("actors", row)
    for alias in dict.fromkeys(alias for alias in aliases if alias and alias != name):
        made.insert("aliases", {"alias": alias, "actor_id": actor_id})
    return actor_id


def _described(roles: list[str] | None) -> str | None:
    return f"{roles[0][0].upper()}{roles[0][1:]}." if roles and roles[0] else None
