"""A briefing from a plan: which views, with which filters and words, asked of the data as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sayso.briefings.writing import Made, add, create
from sayso.errors import QueryError
from sayso.reports.choosing import scope_of
from sayso.reports.exhibit import exhibit
from sayso.reports.pages import report
from sayso.store.changes import change
from sayso.store.exhibits import keep_exhibit
from sayso.store.hub import Database

_HEAD = ("held_on", "marking", "language", "source_summary")
_WORDS = ("title", "text", "likelihood", "confidence")
_DATES = ("since", "start", "end")


def make(database: Database, by: str, plan: Mapping[str, Any]) -> Made:
    """A new briefing: `plan` has title, held_on, marking, language and `parts`, each a view (page, part, filters, options,
    title, text), a judgement (judgement, likelihood, confidence) or text.

    Raises QueryError if a view is not there.
    """
    rows = [_part(database, part) for part in plan["parts"]]
    with change(database, by, note="briefing from a plan") as made:
        key = create(made, by, str(plan["title"]), **{name: plan.get(name) for name in _HEAD}).key
        for row, content in rows:
            add(made, key, row | ({"exhibit_id": keep_exhibit(made, content)} if content else {}))
    return Made(key, made.id)


def _part(database: Database, part: Mapping[str, Any]) -> tuple[dict[str, Any], str | None]:
    words = {name: part.get(name) for name in _WORDS}
    if "page" not in part:
        kind = "judgement" if "judgement" in part else "text"
        return {**words, "kind": kind, "title": None, "text": part.get(kind)}, None
    options = {
        name: date.fromisoformat(value) if name in _DATES else value
        for name, value in part.get("options", {}).items()
    }
    answer = report(part["page"], database, scope_of(database, **part.get("filters", {})), **options)
    shown = answer.part(part["part"]) if part.get("part") else answer.parts[0]
    if shown.frame.empty:
        raise QueryError(
            "Making a briefing", f"“{part['page']}” has nothing to show.", "Choose other filters."
        )
    return {**words, "kind": "view"}, exhibit(answer, shown, options=options).to_json()
