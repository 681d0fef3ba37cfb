"""Briefings made and changed: each step one change in the log, so that it can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import uuid4

from sayso.briefings.records import Kind
from sayso.errors import QueryError
from sayso.model.slugs import free_id
from sayso.model.wording import quoted
from sayso.queries import briefings as asked
from sayso.reports.exhibit import Exhibit
from sayso.store.changes import Change, change
from sayso.store.database import Database
from sayso.store.exhibits import keep_exhibit
from sayso.store.undoing import history, undo

LONGEST = {"title": 300, "marking": 120, "text": 4_000, "source_summary": 6_000}
"""Characters: what stands on a slide, with room to spare."""
_FIELDS = ("title", "held_on", "marking", "language", "source_summary")
_ITEM_FIELDS = ("title", "text", "likelihood", "confidence", "to_check")


class Made(NamedTuple):
    """What was made: the id of the briefing or the item, and the change to undo."""

    key: str
    change_id: str


def create(database: Database | Change, by: str, title: str, **more: Any) -> Made:
    """A new briefing without parts; `more`: held_on (EDTF), marking, language, source_summary. Raises QueryError without a title."""
    row = _clean({"title": title, **more})
    if not row.get("title"):
        raise QueryError("Saving a briefing", "A briefing needs a title.", "")
    with change(database, by, note=f"new briefing {_named(row['title'])}") as made:
        key = free_id(row["title"], asked.given_ids(made), "briefing")
        made.insert("briefings", {**row, "briefing_id": key})
    return Made(key, made.id)


def edit(
    database: Database,
    by: str,
    briefing_id: str,
    values: Mapping[str, Any],
    seen: Mapping[str, Any] | None = None,
) -> str:
    """Change what a briefing says of itself; `seen` as the analyst saw it. Returns the change's id.

    Raises QueryError for an empty title, ConflictError if somebody changed it meanwhile.
    """
    row = _clean({name: value for name, value in values.items() if name in _FIELDS})
    if "title" in row and not row["title"]:
        raise QueryError("Saving a briefing", "A briefing needs a title.", "")
    with change(
        database, by, note=f"briefing {_named(str(row.get('title') or briefing_id))} changed"
    ) as made:
        made.update("briefings", {"briefing_id": briefing_id}, row, seen)
    return made.id


def pin(database: Database, by: str, exhibit: Exhibit, briefing_id: str | None, new_title: str = "") -> Made:
    """Add a frozen view at the end; without `briefing_id` to a new briefing. `key` is the briefing's."""
    content = exhibit.to_json()
    with change(database, by, note=f"briefing: {_named(exhibit.title)} added") as made:
        key = (
            briefing_id
            or create(made, by, new_title or f"Briefing, {exhibit.dataset_title}", held_on=exhibit.as_of).key
        )
        made.existing("briefings", {"briefing_id": key})
        add(made, key, {"kind": "view", "exhibit_id": keep_exhibit(made, content)})
    return Made(key, made.id)


def write(database: Database, by: str, briefing_id: str, kind: Kind, values: Mapping[str, Any]) -> Made:
    """Add a judgement (text, likelihood, confidence) or text at the end. Raises QueryError without words."""
    row = _clean({name: value for name, value in values.items() if name in _ITEM_FIELDS})
    if not row.get("text"):
        raise QueryError("Saving a briefing", "There are no words yet.", "Write a sentence.")
    with change(database, by, note=f"briefing: {kind} added") as made:
        made.existing("briefings", {"briefing_id": briefing_id})
        key = add(made, briefing_id, {**row, "kind": kind})
    return Made(key, made.id)


def edit_item(
    database: Database,
    by: str,
    item_id: str,
    values: Mapping[str, Any],
    seen: Mapping[str, Any] | None = None,
) -> str:
    """Change a part's title, text, likelihood, confidence; a view's empty title is the proposed one again.

    Raises ConflictError if somebody changed it meanwhile.
    """
    row = _clean({name: value for name, value in values.items() if name in _ITEM_FIELDS})
    with change(database, by, note="briefing: words changed") as made:
        if (
            made.existing("briefing_items", {"item_id": item_id})["kind"] != "view"
            and row.get("text", "x") is None
        ):
            raise QueryError(
                "Saving a briefing", "There are no words yet.", "Write a sentence, or remove the part."
            )
        made.update("briefing_items", {"item_id": item_id}, row, seen)
    return made.id


def move(database: Database, by: str, briefing_id: str, item_id: str, steps: int) -> str:
    """Move a part up (negative) or down; nothing happens at the ends."""
    with change(database, by, note="briefing: part moved") as made:
        order = [key for key, _ in asked.places(made, briefing_id)]
        if item_id in order:
            place = order.index(item_id)
            order.insert(max(0, min(len(order) - 1, place + steps)), order.pop(place))
        for sort, key in enumerate(order, 1):
            made.update("briefing_items", {"item_id": key}, {"sort": sort})
    return made.id


def remove_item(database: Database, by: str, item_id: str) -> str:
    """Take a part out; what it showed is kept, so that this can be undone."""
    with change(database, by, note="briefing: part removed") as made:
        made.delete("briefing_items", {"item_id": item_id})
    return made.id


def remove(database: Database, by: str, briefing_id: str) -> str:
    """Remove a briefing with its parts."""
    title = next((row[1] for row in asked.listing(database) if row[0] == briefing_id), briefing_id)
    with change(database, by, note=f"briefing {_named(title)} removed") as made:
        for key, _ in asked.places(made, briefing_id):
            made.delete("briefing_items", {"item_id": key})
        made.delete("briefings", {"briefing_id": briefing_id})
    return made.id


def duplicate(database: Database, by: str, briefing_id: str, title: str = "") -> Made:
    """A copy with the same parts, called `title` or "… (copy)"."""
    with change(database, by, note="briefing duplicated") as made:
        own = made.existing("briefings", {"briefing_id": briefing_id})
        key = create(
            made, by, title or f"{own['title']} (copy)", **{n: own[n] for n in _FIELDS if n != "title"}
        ).key
        for item_id, _ in asked.places(made, briefing_id):
            row = made.existing("briefing_items", {"item_id": item_id})
            add(made, key, {name: row[name] for name in ("kind", "exhibit_id", *_ITEM_FIELDS)})
    return Made(key, made.id)


def put_version(database: Database, by: str, item_id: str, exhibit: Exhibit) -> str:
    """Show `exhibit` in a view's place: the same view of later data."""
    content = exhibit.to_json()
    with change(database, by, note="briefing: view renewed") as made:
        made.update("briefing_items", {"item_id": item_id}, {"exhibit_id": keep_exhibit(made, content)})
    return made.id


def add(made: Change, briefing_id: str, row: Mapping[str, Any]) -> str:
    """A row at the end of a briefing, inside a change; its id."""
    key = f"{briefing_id}.{uuid4().hex[:8]}"
    sort = max((sort for _, sort in asked.places(made, briefing_id)), default=0) + 1
    made.insert(
        "briefing_items", {"to_check": False, **row, "item_id": key, "briefing_id": briefing_id, "sort": sort}
    )
    return key


def take_back(database: Database, by: str, change_id: str) -> bool:
    """Undo that one change, whatever was done since elsewhere; whether it was there. Raises ConflictError if its rows were changed."""
    done = next((each for each in history(database, limit=200) if each.change_id == change_id), None)
    if done is None:
        return False
    undo(database, by, done)
    return True


def _clean(values: Mapping[str, Any]) -> dict[str, Any]:
    """Texts without blank ends, empty ones as None. Raises QueryError for one that is too long."""
    row = {
        name: (value.strip() or None) if isinstance(value, str) else value for name, value in values.items()
    }
    for name, most in LONGEST.items():
        if len(row.get(name) or "") > most:
            raise QueryError(
                "Saving a briefing",
                f"The {name.replace('_', ' ')} is longer than {most:,} characters.",
                "Shorten it.",
            )
    return row


def _named(text: str) -> str:
    flat = " ".join(text.split())
    return quoted(flat if len(flat) <= 60 else f"{flat[:59].rstrip()}…")
