"""One actor that is two: chosen words, acts and names become another's, in one change."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from sayso.coding.codebook.actors import insert_actor, name_of
from sayso.coding.codebook.checks import InvalidError, Values
from sayso.coding.moved import cells, everything, moved
from sayso.coding.wording import named
from sayso.model.scope import CountBy, Measure
from sayso.queries import actor_rows, coded_events, coded_quotes
from sayso.store.changes import Change, change
from sayso.store.database import Database
from sayso.store.rehearsal import rehearse

TITLE = "Splitting an actor"


@dataclass(frozen=True)
class Share:
    """What goes to the new actor: ids of quotes (with their statements) and events (with its acts), aliases."""

    quotes: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    memberships: bool = False
    """Whether the new actor belongs to the same factions, with the same dates."""


def split(database: Database, by: str, actor_id: str, new: Values, share: Share) -> str:
    """Make a part of the actor a new actor with the columns `new` (see `create_actor`); returns its id.

    Raises InvalidError if nothing is chosen or a value cannot be saved, ConflictError if a part is gone.
    """
    note = f"{named(new.get('name') or '')} split off {named(name_of(database, actor_id))}"
    with change(database, by, note=note) as made:
        return _split(made, actor_id, new, share)


def preview_split(
    database: Database,
    actor_id: str,
    new: Values,
    share: Share,
    count_by: CountBy = "article",
    measure: Measure = "mean",
) -> pd.DataFrame:
    """Every cell of the matrix that splitting would change, before and after (see `coding.moved.moved`)."""
    scope = everything(database, count_by, measure)
    with rehearse(database) as (made, there):
        before = cells(there, scope)
        _split(made, actor_id, new, share)
        return moved(before, cells(there, scope))


def _split(made: Change, actor_id: str, new: Values, share: Share) -> str:
    if not (share.quotes or share.events or share.aliases):
        raise InvalidError(TITLE, {"quotes": "Choose what belongs to the new actor."})
    other = insert_actor(made, new)
    for quote in share.quotes:
        made.update("quotes", {"quote_id": quote}, {"speaker_id": other}, seen={"speaker_id": actor_id})
        _move_statements(made, coded_quotes.statements_of(made, quote, actor_id), other)
    for event in share.events:
        for role in coded_events.roles(made, event, actor_id):
            key = {"event_id": event, "actor_id": actor_id, "role": role}
            made.update("event_actors", key, {"actor_id": other})
        _move_statements(made, coded_events.acts_of(made, event, actor_id), other)
    for alias in share.aliases:
        made.update("aliases", {"alias": alias, "actor_id": actor_id}, {"actor_id": other})
    if share.memberships:
        for row in actor_rows.memberships(made, actor_id):
            made.insert("memberships", {"actor_id": other} | row)
    return other


def _move_statements(made: Change, statements: list[str], other: str) -> None:
    for statement in statements:
        made.update("statements", {"statement_id": statement}, {"actor_id": other})
