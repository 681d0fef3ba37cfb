"""A briefing as one file, to take along or into another copy of the dataset."""

from __future__ import annotations

import json
from typing import Any

from sayso.briefings.checking import checked
from sayso.briefings.records import Briefing, Item
from sayso.briefings.writing import Made, add, create
from sayso.errors import QueryError
from sayso.model.estimates import CONFIDENCES, LIKELIHOODS
from sayso.store.changes import change
from sayso.store.exhibits import keep_exhibit
from sayso.store.hub import Database

FORMAT, VERSION = "sayso-briefing", 1
TITLE = "Importing a briefing"
LARGEST, MOST_ITEMS = 50_000_000, 200
_HEAD = ("title", "held_on", "marking", "language", "source_summary")
_WORDS = ("title", "text", "likelihood", "confidence")


def to_file(briefing: Briefing) -> bytes:
    """All of it as JSON; words that `rights` forbid are not in it, as nowhere in an exhibit."""
    return json.dumps(
        {
            "format": FORMAT, "version": VERSION, **{name: getattr(briefing, name) for name in _HEAD},
            "items": [_plain(item) for item in briefing.items if not item.fault],
        },
        ensure_ascii=False, indent=1,
    ).encode()  # fmt: skip


def from_file(database: Database, by: str, content: bytes) -> Made:
    """A new briefing from such a file. Raises QueryError, with nothing changed, if it is none or holds what Sayso never wrote."""
    plain = _read(content)
    items = [_row(item) for item in plain["items"]]
    with change(database, by, note="briefing imported") as made:
        head = {name: _text(plain.get(name)) for name in _HEAD}
        key = create(made, by, head.pop("title") or "Imported briefing", **head).key
        for row, exhibit in items:
            add(made, key, row | ({"exhibit_id": keep_exhibit(made, exhibit)} if exhibit else {}))
    return Made(key, made.id)


def _plain(item: Item) -> dict[str, Any]:
    words = {name: getattr(item, name) for name in _WORDS if getattr(item, name)}
    shown = (
        {"exhibit": json.loads(item.exhibit.retitled(item.proposed_title).to_json())} if item.exhibit else {}
    )
    return {"kind": item.kind, **words, **({"to_check": True} if item.needs_check else {}), **shown}


def _read(content: bytes) -> dict[str, Any]:
    try:
        if len(content) > LARGEST:
            raise ValueError
        plain = json.loads(content)
        if plain["format"] != FORMAT or plain["version"] != VERSION or not isinstance(plain["items"], list):
            raise ValueError
        if len(plain["items"]) > MOST_ITEMS or not all(isinstance(item, dict) for item in plain["items"]):
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise QueryError(
            TITLE,
            "This is not a briefing that Sayso has written. Nothing was changed.",
            "Choose a file from “As a file”.",
        ) from error
    return dict(plain)


def _row(item: dict[str, Any]) -> tuple[dict[str, Any], str | None]:
    kind = item.get("kind")
    likelihood, confidence = item.get("likelihood"), item.get("confidence")
    words = {name: _text(item.get(name)) for name in ("title", "text")}
    is_view = kind == "view"
    if (
        kind not in ("view", "judgement", "text")
        or likelihood not in (None, *LIKELIHOODS)
        or confidence not in (None, *CONFIDENCES)
        or (kind != "judgement" and (likelihood or confidence))
        or not (is_view or words["text"])
    ):
        raise QueryError(TITLE, "One of its parts is none that Sayso writes. Nothing was changed.", "")
    exhibit = checked(json.dumps(item.get("exhibit"))).to_json() if is_view else None
    row = {
        "kind": kind,
        **words,
        "likelihood": likelihood,
        "confidence": confidence,
        "to_check": item.get("to_check") is True,
    }
    return row, exhibit


def _text(value: Any) -> str | None:
    return value.strip()[:6_000] or None if isinstance(value, str) else None
