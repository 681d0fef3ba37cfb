"""What belongs to an actor, and who is called so: as adding, merging and splitting actors need it."""

from __future__ import annotations

from typing import Any, Literal

from sayso.store.reader import Reader

Row = tuple[Any, ...]
Keyed = Literal["event_actors", "aliases", "memberships"]
"""Tables whose key holds an actor."""
_KEYED: dict[Keyed, str] = {
    "event_actors": "SELECT event_id, actor_id, role FROM event_actors WHERE actor_id = ? ORDER BY ALL",
    "aliases": "SELECT alias, actor_id FROM aliases WHERE actor_id = ? ORDER BY ALL",
    "memberships": "SELECT faction_id, role, valid_from, actor_id FROM memberships WHERE actor_id = ? ORDER BY ALL",
}
KEYS: dict[Keyed, tuple[str, ...]] = {
    "event_actors": ("event_id", "actor_id", "role"),
    "aliases": ("alias", "actor_id"),
    "memberships": ("faction_id", "role", "valid_from", "actor_id"),
}


def keys(reader: Reader, table: Keyed, actor_id: str) -> list[dict[str, Any]]:
    """The keys of an actor's rows in `table`."""
    return [dict(zip(KEYS[table], row, strict=True)) for row in reader.rows(_KEYED[table], [actor_id])]


def every_alias(reader: Reader) -> list[tuple[str, str]]:
    """Every alias with its actor."""
    return [
        (alias, actor) for alias, actor in reader.rows("SELECT alias, actor_id FROM aliases ORDER BY 2, 1")
    ]


def every_name(reader: Reader) -> list[tuple[str | None, str]]:
    """Every actor's name, then every name in its own script, with its actor."""
    rows = reader.rows(
        "SELECT name, actor_id FROM actors UNION ALL SELECT name_original, actor_id FROM actors"
    )
    return [(name, actor) for name, actor in rows]


def called(reader: Reader, name: str, kind: str) -> list[str]:
    """The actors of this kind that have exactly this name or alias, whatever its case."""
    rows = reader.rows(
        "SELECT DISTINCT actor_id FROM actors LEFT JOIN aliases USING (actor_id)"
        " WHERE kind::VARCHAR = ? AND lower(?) IN (lower(name), lower(alias))",
        [kind, name],
    )
    return [str(key) for (key,) in rows]


def choices(reader: Reader) -> list[tuple[str, str, str, str | None]]:
    """Every actor by name: actor_id, name, kind, description."""
    rows = reader.rows("SELECT actor_id, name, kind::VARCHAR, description FROM actors ORDER BY name")
    return [(key, name, kind, description) for key, name, kind, description in rows]


def gazetteer(reader: Reader) -> list[Row]:
    """Every actor as extractors take it: actor_id, name, kind, description, aliases."""
    return reader.rows(
        "SELECT actor_id, name, kind::VARCHAR, coalesce(description, ''),"
        " list_sort(list(DISTINCT alias) FILTER (alias IS NOT NULL))"
        " FROM actors LEFT JOIN aliases USING (actor_id) GROUP BY ALL ORDER BY actor_id"
    )


def parts_of(reader: Reader, organisation_id: str, but: str) -> list[str]:
    """The actors that belong to an organisation, except the actor `but`."""
    rows = reader.rows(
        "SELECT actor_id FROM actors WHERE organisation_id = ? AND actor_id <> ? ORDER BY actor_id",
        [organisation_id, but],
    )
    return [str(key) for (key,) in rows]


def memberships(reader: Reader, actor_id: str) -> list[dict[str, Any]]:
    """An actor's memberships: faction_id, role, valid_from, valid_to."""
    rows = reader.rows(
        "SELECT faction_id, role, valid_from, valid_to FROM memberships WHERE actor_id = ? ORDER BY ALL",
        [actor_id],
    )
    return [dict(zip(("faction_id", "role", "valid_from", "valid_to"), row, strict=True)) for row in rows]
