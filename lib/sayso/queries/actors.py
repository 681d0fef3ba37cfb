"""Who is this, what are they called, where do they belong, who reports them?"""

from __future__ import annotations

import pandas as pd

from sayso.model.scope import Scope
from sayso.queries.answer import Answer, ask
from sayso.store.hub import Database


def actors(database: Database, scope: Scope) -> Answer:
    """Every actor with counts, the most quoted first."""
    return ask(database, "actors", scope.params)


def links(database: Database, scope: Scope, actor_id: str) -> Answer:
    """Who quotes and addresses an actor, and the events it took part in."""
    return ask(database, "actor_links", {**scope.params, "actor_id": actor_id})


def names(database: Database) -> list[tuple[str, str]]:
    """Every name and alias with its actor."""
    rows = database.rows(
        "SELECT alias, actor_id FROM aliases UNION SELECT name, actor_id FROM actors ORDER BY ALL"
    )
    return [(str(name), str(actor)) for name, actor in rows]


def all_aliases(database: Database) -> list[tuple[str, str]]:
    """Every alias with its actor."""
    return [(str(alias), str(actor)) for alias, actor in database.rows("SELECT alias, actor_id FROM aliases")]


def aliases(database: Database, actor_id: str) -> pd.DataFrame:
    """The names of an actor as found in texts."""
    return database.frame(
        "SELECT alias, language FROM aliases WHERE actor_id = $actor_id ORDER BY alias",
        {"actor_id": actor_id},
    )


def memberships(database: Database, actor_id: str | None = None) -> pd.DataFrame:
    """Dated memberships with their bounds, of one actor or of all."""
    return database.frame(
        "SELECT actor_id, faction_id, factions.name AS faction, colour, role, valid_from, valid_to,"
        " since.date_low AS date_from, until.date_high AS date_to"
        " FROM memberships JOIN factions USING (faction_id)"
        " LEFT JOIN dates AS since ON since.edtf = valid_from LEFT JOIN dates AS until ON until.edtf = valid_to"
        " WHERE $actor_id IS NULL OR actor_id = $actor_id ORDER BY actor_id, since.date_low, faction_id",
        {"actor_id": actor_id},
    )


def faction_sizes(database: Database, scope: Scope) -> Answer:
    """How many members each faction has as of the scope's date."""
    return ask(database, "faction_sizes", scope.params)
