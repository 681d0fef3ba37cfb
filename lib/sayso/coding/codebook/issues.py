"""Issues: propositions that one can support or oppose, in reading order."""

from __future__ import annotations

from typing import Any

from sayso.coding.codebook.checks import Checks, Values
from sayso.coding.wording import named
from sayso.model.slugs import free_id
from sayso.queries import codebook_rows, ids
from sayso.store.changes import Change, change
from sayso.store.database import Database

TITLE = "Saving an issue"
LONGEST_SHORT_NAME = 60


def create_issue(database: Database | Change, by: str, values: Values) -> str:
    """Add an issue at the end: proposition, short_name, supports_means, opposes_means, parent_id, keywords.

    Returns its id, made from the short name. Raises InvalidError for values that cannot be saved.
    """
    needed = dict.fromkeys(("proposition", "short_name", "supports_means", "opposes_means"))
    with change(database, by, note=f"new issue {named(values.get('short_name') or '')}") as made:
        row = _checked(made, needed | dict(values), None)
        issue_id = free_id(row["short_name"], ids.given(made, "issues"), "issue")
        made.insert("issues", row | {"issue_id": issue_id, "sort": codebook_rows.last_sort(made) + 1})
    return issue_id


def issue_called(database: Database, by: str, short_name: str, values: Values) -> str:
    """The id of the issue with this short name, whatever its case; it is created with `values` if there is none.

    Raises InvalidError as `create_issue` does.
    """
    name = short_name.strip()
    with change(database, by, note=f"new issue {named(name)}") as made:
        known = codebook_rows.issue_called(made, name)
        return known or create_issue(made, by, dict(values) | {"short_name": name})


def edit_issue(
    database: Database, by: str, issue_id: str, values: Values, seen: Values | None = None
) -> None:
    """Change an issue; `seen` holds its columns as the coder saw them.

    Raises InvalidError for values that cannot be saved, ConflictError if somebody changed it meanwhile.
    """
    name = values.get("short_name") or issue_id
    with change(database, by, note=f"issue {named(name)} changed") as made:
        made.update("issues", {"issue_id": issue_id}, _checked(made, values, issue_id), seen)


def remove_issue(database: Database, by: str, issue_id: str, seen: Values | None = None) -> None:
    """Remove an issue that nothing was coded on. Raises StoreError if something was."""
    with change(database, by, note=f"issue {named(_name(database, issue_id))} removed") as made:
        made.delete("issues", {"issue_id": issue_id}, seen)


def move_issue(database: Database, by: str, issue_id: str, places: int) -> None:
    """Move an issue `places` down the list, up if negative; at the ends it stays."""
    with change(database, by, note=f"issue {named(_name(database, issue_id))} moved") as made:
        order = codebook_rows.issue_order(made)
        if issue_id not in order:
            return
        place = order.index(issue_id)
        order.insert(max(0, min(len(order) - 1, place + places)), order.pop(place))
        for sort, each in enumerate(order, start=1):
            made.update("issues", {"issue_id": each}, {"sort": sort})


def _checked(made: Change, values: Values, issue_id: str | None) -> dict[str, Any]:
    checks = Checks(TITLE, values)
    checks.need("proposition", "An issue needs a proposition: a sentence that one can support or oppose.")
    checks.need("short_name", "Give it a short name: it heads the matrix's column.")
    checks.need("supports_means", "Say what it means to support it.")
    checks.need("opposes_means", "Say what it means to oppose it.")
    checks.short("short_name", LONGEST_SHORT_NAME)
    if (checks.values.get("proposition") or "").rstrip("”\"' ").endswith(("?", "؟", "？")):
        checks.refuse("proposition", "Word it as a statement, not as a question: “All foreign troops leave.”")
    if name := checks.values.get("short_name"):
        others = ids.names(made, "issues")
        if any(key != issue_id and other.casefold() == name.casefold() for key, other in others.items()):
            checks.refuse("short_name", f"Another issue is called {named(name)} already.")
    parent = checks.values.get("parent_id")
    if parent and parent not in ids.names(made, "issues"):
        checks.refuse("parent_id", "That issue is gone.")
    elif parent and issue_id in _line(made, parent):
        checks.refuse("parent_id", "An issue cannot be part of itself.")
    return checks.passed()


def _line(made: Change, issue_id: str) -> set[str]:
    """An issue and those that it is part of."""
    parents = ids.parents(made, "issues")
    line: set[str] = set()
    step: str | None = issue_id
    while step and step not in line:
        line.add(step)
        step = parents.get(step)
    return line


def _name(database: Database, issue_id: str) -> str:
    name = ids.name(database, "issues", issue_id)
    return issue_id if name is None else name
