"""Last week's briefing for a new day: the same views asked anew, the analyst's words kept to be read again."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sayso.briefings.freshness import asked_anew
from sayso.briefings.reading import briefing
from sayso.briefings.writing import Made, add, create
from sayso.errors import SaysoError
from sayso.store.changes import change
from sayso.store.exhibits import keep_exhibit
from sayso.store.hub import Database


class Refilled(NamedTuple):
    """The new briefing, and the titles of views that could not be asked anew with why; they are left out."""

    made: Made
    left_out: tuple[str, ...]


def refill(database: Database, by: str, briefing_id: str, as_of: date, title: str = "") -> Refilled:
    """A copy for `as_of`. Titles of views are the newly proposed ones; words are marked as to be checked.

    Raises QueryError if there is no such briefing.
    """
    old = briefing(database, briefing_id)
    rows: list[tuple[dict[str, object], str | None]] = []
    left_out = []
    for item in old.items:
        row: dict[str, object] = {
            "kind": item.kind, "text": item.text, "likelihood": item.likelihood, "confidence": item.confidence,
            "to_check": item.text is not None,
        }  # fmt: skip
        if item.exhibit is None:
            if item.kind != "view":
                rows.append((row, None))
            continue
        try:
            rows.append((row, asked_anew(database, item.exhibit, as_of).to_json()))
        except SaysoError as error:
            left_out.append(f"{item.exhibit.title}: {error.message}")
    with change(database, by, note="briefing refilled") as made:
        more = {"held_on": as_of.isoformat(), "marking": old.marking, "language": old.language}
        key = create(made, by, title or f"{old.title}, {as_of.isoformat()}", **more).key
        for row, content in rows:
            add(made, key, row | ({"exhibit_id": keep_exhibit(made, content)} if content else {}))
    return Refilled(Made(key, made.id), tuple(left_out))
