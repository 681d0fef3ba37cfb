"""Who belonged to which faction, from when until when."""

from __future__ import annotations

from typing import Any

from sayso.coding.codebook.checks import Checks, InvalidError, Values
from sayso.coding.wording import named
from sayso.queries import ids
from sayso.store.changes import Change, change
from sayso.store.database import Database

TITLE = "Saving a membership"
KEY = ("actor_id", "faction_id", "role", "valid_from")


def add_membership(database: Database, by: str, values: Values) -> None:
    """Make an actor a member: actor_id, faction_id, role, valid_from, valid_to (EDTF; empty is open).

    Raises InvalidError for values that cannot be saved.
    """
    with change(database, by, note=_note(database, values, "joins")) as made:
        row = _checked(made, dict.fromkeys((*KEY, "valid_to")) | dict(values))
        _refuse_twin(made, row)
        made.insert("memberships", row)


def edit_membership(
    database: Database, by: str, key: Values, values: Values, seen: Values | None = None
) -> None:
    """Change role or dates of the membership with `key`; `seen` holds its columns as the coder saw them.

    Raises InvalidError for values that cannot be saved, ConflictError if somebody changed it meanwhile.
    """
    with change(database, by, note=_note(database, key, "in", "changed")) as made:
        row = _checked(made, dict(key) | dict(values))
        if any(row[name] != key[name] for name in KEY):
            _refuse_twin(made, row)
        made.update("memberships", {name: key[name] for name in KEY}, row, seen)


def remove_membership(database: Database, by: str, key: Values, seen: Values | None = None) -> None:
    """Take the membership with `key` away, as if it had never been. (Whoever left gets an end date instead.)"""
    with change(database, by, note=_note(database, key, "in", "removed")) as made:
        made.delete("memberships", {name: key[name] for name in KEY}, seen)


def _checked(made: Change, values: Values) -> dict[str, Any]:
    checks = Checks(TITLE, values)
    checks.need("actor_id", "Choose an actor.")
    checks.need("faction_id", "Choose a faction.")
    checks.short("role")
    since, until = checks.date("valid_from"), checks.date("valid_to")
    if since and until and since.low and until.high and since.low > until.high:
        checks.refuse("valid_to", "It ends before it begins.")
    return checks.passed()


def _refuse_twin(made: Change, row: Values) -> None:
    if made.row("memberships", {name: row[name] for name in KEY}) is not None:
        raise InvalidError(TITLE, {"valid_from": "This membership is there already, with the same start."})


def _note(database: Database, key: Values, verb: str, done: str = "") -> str:
    actor = ids.name(database, "actors", key.get("actor_id")) or "?"
    faction = ids.name(database, "factions", key.get("faction_id")) or "?"
    return f"{named(actor)} {verb} {named(faction)} {done}".strip()
