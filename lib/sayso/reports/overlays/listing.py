"""The records behind a bar, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.overlays import NOT_OURS, NOUNS
from sayso.model.wording import counted, sentence
from sayso.queries import overlays as questions
from sayso.reports.memo import ask
from sayso.reports.overlays.layers import Count, Layers
from sayso.reports.overlays.words import days_in_words, fatalities, source
from sayso.reports.view import View


@dataclass(frozen=True)
class Event:
    """An event of ACLED's; `text` are its notes."""

    head: str
    facts: str
    text: str
    origin: str


@dataclass(frozen=True)
class Quotation:
    """A quotation of GDELT's, with the words around it and the article that it stands in."""

    head: str
    before: str
    text: str
    after: str
    title: str
    url: str | None


@dataclass(frozen=True)
class Listing:
    """What stands behind a bar. `more` says how much is not listed; "" if all is."""

    title: str
    facts: str
    is_withheld: bool
    """Whether its publisher's terms forbid listing it to who asks."""
    records: tuple[Event | Quotation, ...]
    more: str
    source: str


def labels(layers: Layers) -> Mapping[str, str]:
    """Bars by key, as the select box names them."""
    return {key: _label(layers, each) for key, each in layers.by_key.items()}


def listing(view: View, layers: Layers, key: str) -> Listing:
    """The records behind the bar `key`."""
    count = layers.by_key[key]
    overlay = layers.overlay_of(count)
    facts = [counted(count.n_records, NOUNS[overlay.kind]), fatalities(count.n_fatalities), NOT_OURS]
    is_withheld = overlay.kind == "ACLED" and not view.database.is_writable
    rows = [] if is_withheld else _rows(view, layers, count)
    read = _event if overlay.kind == "ACLED" else _quotation
    left = 0 if is_withheld else count.n_records - len(rows)
    more = f"And {left:,} more. Filter by type, country, language or words, or zoom to fewer days."
    return Listing(
        _label(layers, count), " · ".join(filter(None, facts)), is_withheld, tuple(map(read, rows)),
        more if left > 0 else "", source(overlay),
    )  # fmt: skip


def _rows(view: View, layers: Layers, count: Count) -> list[dict[str, Any]]:
    return records(ask(questions.records, view.database, count.bar, layers.unit, layers.filters).frame)


def _label(layers: Layers, count: Count) -> str:
    less = f" (known to the {count.exactness})" if count.bar.is_spread else ""
    return f"{layers.overlay_of(count).label}, {days_in_words(count.bar)}{less}"


def _event(row: dict[str, Any]) -> Event:
    day = day_words(pd.Timestamp(row["day"]).date())
    when = {
        "day": day, "week": f"in the week around {day}", "month": f"in {date_words(str(row['day'])[:7])}, day unknown"
    }[row["exactness"]]  # fmt: skip
    dead = fatalities(None if row["fatalities"] is None else int(row["fatalities"]))
    where = ", ".join(filter(None, (row["place"], row["country"])))
    kind = ": ".join(filter(None, (row["type"], row["subtype"])))
    return Event(
        _joined(sentence(when), where), _joined(kind, row["who"], dead), row["text"] or "",
        _joined(row["source"], row["record_id"]),
    )  # fmt: skip


def _quotation(row: dict[str, Any]) -> Quotation:
    day = day_words(pd.Timestamp(row["day"]).date())
    return Quotation(
        _joined(day, row["source"] or "no domain", row["language"]), row["before"] or "", row["text"] or "",
        row["after"] or "", row["title"] or row["url"] or "no title", row["url"],
    )  # fmt: skip


def _joined(*words: str | None) -> str:
    return " · ".join(filter(None, words))
