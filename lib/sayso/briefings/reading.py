"""Briefings as they stand: a list, and each with its parts."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from sayso.briefings.checking import checked
from sayso.briefings.records import Briefing, Item, Summary
from sayso.errors import QueryError, SaysoError
from sayso.queries import briefings as asked
from sayso.queries import rights
from sayso.reports.exhibit import Exhibit
from sayso.store.exhibits import unpacked
from sayso.store.hub import Database


def briefings(database: Database) -> list[Summary]:
    """All of a dataset, the latest first."""
    return [Summary(*row) for row in asked.listing(database)]


def labels(database: Database) -> dict[str, str]:
    """What each is called in a list, by id: its title, with the id where two have one title."""
    found = briefings(database)
    titles = [each.title for each in found]
    return {
        each.briefing_id: each.title
        if titles.count(each.title) == 1
        else f"{each.title} ({each.briefing_id})"
        for each in found
    }


def briefing(database: Database, name: str) -> Briefing:
    """The one of that id or title. Raises QueryError if there is none."""
    found = briefings(database)
    one = next((each for each in found if name == each.briefing_id), None) or next(
        (each for each in found if name.casefold() == each.title.casefold()), None
    )
    if one is None:
        has = ", ".join(each.briefing_id for each in found)
        raise QueryError(
            "Opening a briefing", f"There is no briefing “{name}”.", f"There are: {has}." if has else ""
        )
    items = tuple(_item(database, row) for row in asked.items(database, one.briefing_id))
    return Briefing(
        one.briefing_id, one.title, one.held_on, one.marking, one.language, one.source_summary, items
    )  # fmt: skip


def _item(database: Database, row: tuple[Any, ...]) -> Item:
    item_id, _, kind, exhibit_id, content, title, text, likelihood, confidence, to_check = row
    item = Item(item_id, kind, None, exhibit_id, "", title, text, likelihood, confidence, to_check)
    if content is None:
        return item
    try:
        pinned = _exhibit(exhibit_id, content)
    except SaysoError as error:
        return replace(item, fault=error.message)
    # What may be shown is decided by today's rights, not by those of the day of pinning.
    shown = replace(pinned, statements=rights.for_reader(database, pinned.statements))
    return replace(item, exhibit=shown.retitled(title) if title else shown, proposed_title=pinned.title)


@lru_cache(maxsize=64)
def _exhibit(exhibit_id: str, content: str) -> Exhibit:
    """Read once: a page with twelve of them is drawn after every press of a key."""
    return checked(unpacked(content))
