"""Factions: groups that the analyst defines, each with a colour of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sayso.coding.codebook.checks import Checks, Values
from sayso.coding.wording import named
from sayso.model.colours import TOO_NEAR, difference, near_stance
from sayso.model.slugs import free_id
from sayso.queries import codebook_rows, ids
from sayso.store.changes import Change, change
from sayso.store.database import Database

TITLE = "Saving a faction"
COLOUR = re.compile(r"#[0-9a-f]{6}")


def create_faction(database: Database, by: str, values: Values) -> str:
    """Add a faction: name, colour (#rrggbb), description. Returns its id, made from the name.

    Raises InvalidError for values that cannot be saved, such as a colour that means a stance.
    """
    with change(database, by, note=f"new faction {named(values.get('name') or '')}") as made:
        row = _checked(made, {"name": None, "colour": None} | dict(values), None)
        faction_id = free_id(row["name"], ids.given(made, "factions"), "faction")
        made.insert("factions", row | {"faction_id": faction_id})
    return faction_id


def edit_faction(
    database: Database, by: str, faction_id: str, values: Values, seen: Values | None = None
) -> None:
    """Change a faction; `seen` holds its columns as the coder saw them.

    Raises InvalidError for values that cannot be saved, ConflictError if somebody changed it meanwhile.
    """
    name = values.get("name") or faction_id
    with change(database, by, note=f"faction {named(name)} changed") as made:
        made.update("factions", {"faction_id": faction_id}, _checked(made, values, faction_id), seen)


def remove_faction(database: Database, by: str, faction_id: str, seen: Values | None = None) -> None:
    """Remove a faction without members. Raises StoreError if it has some."""
    name = ids.name(database, "factions", faction_id)
    with change(database, by, note=f"faction {named(faction_id if name is None else name)} removed") as made:
        made.delete("factions", {"faction_id": faction_id}, seen)


def free_colour(palette: Iterable[str], taken: Iterable[str]) -> str:
    """The colour of `palette` that is farthest from those taken and means no stance."""
    used = list(taken)
    allowed = [colour for colour in palette if near_stance(colour) is None]
    return max(allowed, key=lambda colour: min((difference(colour, each) for each in used), default=0.0))


def _checked(made: Change, values: Values, faction_id: str | None) -> dict[str, Any]:
    checks = Checks(TITLE, values)
    checks.need("name", "A faction needs a name.")
    checks.short("name")
    others = [row for row in codebook_rows.colours(made) if row[0] != faction_id]
    name = checks.values.get("name") or ""
    if any(other.casefold() == name.casefold() for _, other, _ in others):
        checks.refuse("name", f"Another faction is called {named(name)} already.")
    if "colour" in values:
        checks.values["colour"] = str(values["colour"] or "").strip().lower()
        _check_colour(checks, [(other, colour) for _, other, colour in others])
    return checks.passed()


def _check_colour(checks: Checks, others: list[tuple[str, str]]) -> None:
    colour = checks.values["colour"]
    if not COLOUR.fullmatch(colour):
        checks.refuse("colour", "A colour is written as #rrggbb, such as #6a5ae0.")
        return
    if stance := near_stance(colour):
        checks.refuse("colour", f"It would be taken for “{stance}” on the stance scale. Choose another.")
    near = min(others, key=lambda other: difference(colour, other[1]), default=None)
    if near and difference(colour, near[1]) < TOO_NEAR:
        checks.refuse("colour", f"It would be taken for {named(near[0])}. Choose another.")
