"""Actors and the names that texts give them."""

from __future__ import annotations

import re
from typing import Any

from sayso.coding.codebook.checks import Checks, InvalidError, Values, plain
from sayso.coding.wording import named
from sayso.model.slugs import free_id
from sayso.queries import actor_rows, ids
from sayso.store.changes import Change, change, tables
from sayso.store.database import Database
from sayso.store.reader import Reader

TITLE = "Saving an actor"
WIKIDATA = re.compile(r"Q[0-9]+")


def kinds() -> tuple[str, ...]:
    """What an actor can be, in the schema's order."""
    return tables()["actors"].column["kind"].labels


def create_actor(database: Database, by: str, values: Values) -> str:
    """Add an actor: name, kind, name_original, country, description, organisation_id, wikidata_id.

    Returns its id, made from the name. Raises InvalidError for values that cannot be saved.
    """
    with change(database, by, note=f"new actor {named(values.get('name') or '')}") as made:
        actor_id = insert_actor(made, values)
    return actor_id


def insert_actor(made: Change, values: Values) -> str:
    """`create_actor` as a part of a larger change."""
    row = _checked(made, {"name": None, "kind": None} | dict(values), None)
    actor_id = free_id(row["name"], ids.given(made, "actors"), "actor")
    made.insert("actors", row | {"actor_id": actor_id})
    return actor_id


def edit_actor(
    database: Database, by: str, actor_id: str, values: Values, seen: Values | None = None
) -> None:
    """Change an actor; `seen` holds its columns as the coder saw them.

    Raises InvalidError for values that cannot be saved, ConflictError if somebody changed it meanwhile.
    """
    name = values.get("name") or actor_id
    with change(database, by, note=f"actor {named(name)} changed") as made:
        made.update("actors", {"actor_id": actor_id}, _checked(made, values, actor_id), seen)


def remove_actor(database: Database, by: str, actor_id: str, seen: Values | None = None) -> None:
    """Remove an actor that nothing refers to, with its aliases. Raises StoreError if something does."""
    with change(database, by, note=f"actor {named(name_of(database, actor_id))} removed") as made:
        for key in actor_rows.keys(made, "aliases", actor_id):
            made.delete("aliases", key)
        made.delete("actors", {"actor_id": actor_id}, seen)


def add_alias(database: Database, by: str, actor_id: str, alias: str, language: str | None = None) -> None:
    """Add a name under which texts know the actor. Raises InvalidError if it is empty or known already."""
    text = plain(" ".join(alias.split()))
    with change(database, by, note=f"alias {named(alias)} of {named(name_of(database, actor_id))}") as made:
        if text is None:
            raise InvalidError(TITLE, {"alias": "Type a name as a text has it."})
        if made.row("aliases", {"alias": text, "actor_id": actor_id}):
            raise InvalidError(TITLE, {"alias": f"{named(text)} is there already."})
        made.insert("aliases", {"alias": text, "actor_id": actor_id, "language": plain(language or "")})


def remove_alias(database: Database, by: str, actor_id: str, alias: str) -> None:
    """Take an alias away."""
    note = f"alias {named(alias)} of {named(name_of(database, actor_id))} removed"
    with change(database, by, note=note) as made:
        made.delete("aliases", {"alias": alias, "actor_id": actor_id})


def name_of(reader: Reader, actor_id: str) -> str:
    """An actor's name; its id if there is no such actor."""
    name = ids.name(reader, "actors", actor_id)
    return actor_id if name is None else name


def _checked(made: Change, values: Values, actor_id: str | None) -> dict[str, Any]:
    checks = Checks(TITLE, values)
    checks.need("name", "An actor needs a name.")
    checks.short("name")
    checks.short("name_original")
    checks.need("kind", "Say what kind of actor it is.")
    if checks.values.get("kind") not in (None, *kinds()):
        checks.refuse("kind", f"One of {', '.join(kinds())}.")
    if country := checks.values.get("country"):
        checks.values["country"] = country = country.upper()
        if not re.fullmatch("[A-Z]{2}", country):
            checks.refuse("country", "Two letters, such as IQ or US.")
    if not WIKIDATA.fullmatch(checks.values.get("wikidata_id") or "Q0"):
        checks.refuse("wikidata_id", "A Wikidata id is Q and digits, such as Q796.")
    if name := checks.values.get("name"):
        others = ids.names(made, "actors")
        if any(key != actor_id and other.casefold() == name.casefold() for key, other in others.items()):
            checks.refuse(
                "name",
                f"{named(name)} is there already. If they are one, merge them; if not, add what tells them apart.",
            )
    organisation = checks.values.get("organisation_id")
    if organisation and organisation not in ids.names(made, "actors"):
        checks.refuse("organisation_id", "That actor is gone.")
    elif organisation and actor_id in line(made, organisation):
        checks.refuse("organisation_id", "An actor cannot belong to itself.")
    return checks.passed()


def line(made: Change, actor_id: str) -> set[str]:
    """An actor, the organisation that it belongs to, that one's, and so on."""
    parents = ids.parents(made, "actors")
    line: set[str] = set()
    step: str | None = actor_id
    while step and step not in line:
        line.add(step)
        step = parents.get(step)
    return line
