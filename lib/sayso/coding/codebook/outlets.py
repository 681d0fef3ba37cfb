"""Outlets: who published an article, and how reliable the analyst holds them (A–F, DESIGN §8)."""

from __future__ import annotations

import re
from typing import Any

from sayso.coding.codebook.checks import Checks, Values
from sayso.coding.wording import named
from sayso.model.scales import RELIABILITY
from sayso.model.slugs import free_id
from sayso.queries import ids
from sayso.store.changes import Change, change
from sayso.store.database import Database

TITLE = "Saving an outlet"


def create_outlet(database: Database, by: str, values: Values) -> str:
    """Add an outlet: name, reliability, country, language, url. Returns its id, made from the name.

    Raises InvalidError for values that cannot be saved.
    """
    with change(database, by, note=f"new outlet {named(values.get('name') or '')}") as made:
        row = _checked(made, {"name": None, "reliability": "F"} | dict(values), None)
        outlet_id = free_id(row["name"], ids.given(made, "outlets"), "outlet")
        made.insert("outlets", row | {"outlet_id": outlet_id})
    return outlet_id


def edit_outlet(
    database: Database, by: str, outlet_id: str, values: Values, seen: Values | None = None
) -> None:
    """Change an outlet; `seen` holds its columns as the coder saw them.

    Raises InvalidError for values that cannot be saved, ConflictError if somebody changed it meanwhile.
    """
    name = values.get("name") or outlet_id
    with change(database, by, note=f"outlet {named(name)} changed") as made:
        made.update("outlets", {"outlet_id": outlet_id}, _checked(made, values, outlet_id), seen)


def remove_outlet(database: Database, by: str, outlet_id: str, seen: Values | None = None) -> None:
    """Remove an outlet without articles. Raises StoreError if it has some."""
    name = ids.name(database, "outlets", outlet_id)
    with change(database, by, note=f"outlet {named(outlet_id if name is None else name)} removed") as made:
        made.delete("outlets", {"outlet_id": outlet_id}, seen)


def _checked(made: Change, values: Values, outlet_id: str | None) -> dict[str, Any]:
    checks = Checks(TITLE, values)
    checks.need("name", "An outlet needs a name.")
    checks.short("name")
    checks.need("reliability", "Choose one; F says that it cannot be judged.")
    name = (checks.values.get("name") or "").casefold()
    for other, known in ids.names(made, "outlets").items():
        if other != outlet_id and known.casefold() == name:
            checks.refuse("name", f"Another outlet is called {named(known)} already.")
    if (grade := checks.values.get("reliability")) and grade not in RELIABILITY:
        checks.refuse("reliability", f"It is one of {', '.join(RELIABILITY)}.")
    if country := checks.values.get("country"):
        checks.values["country"] = country.upper()
        if not re.fullmatch("[A-Z]{2}", country.upper()):
            checks.refuse("country", "Two letters, such as IQ or TR.")
    checks.language("language")
    checks.web_address("url")
    return checks.passed()
