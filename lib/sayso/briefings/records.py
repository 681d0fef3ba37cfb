"""A briefing and its parts: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sayso.reports.exhibit import Exhibit

Kind = Literal["view", "judgement", "text"]


@dataclass(frozen=True)
class Item:
    """One part.

    - `exhibit`: of a view, what is shown, with the analyst's title if there is one.
    - `proposed_title`: of a view, the finding that was proposed; `title` is the analyst's, or None.
    - `text`: the analyst's words; of a view, beneath it.
    - `needs_check`: the words came from an earlier briefing.
    - `fault`: of a view, why it cannot be read.
    """

    item_id: str
    kind: Kind
    exhibit: Exhibit | None = None
    exhibit_id: str | None = None
    proposed_title: str = ""
    title: str | None = None
    text: str | None = None
    likelihood: str | None = None
    confidence: str | None = None
    needs_check: bool = False
    fault: str = ""


@dataclass(frozen=True)
class Summary:
    """A briefing in a list. `held_on` is EDTF; `changed_at` is UTC, None for one that came with its dataset."""

    briefing_id: str
    title: str
    held_on: str | None
    marking: str | None
    language: str | None
    source_summary: str | None
    n_views: int
    changed_at: datetime | None


@dataclass(frozen=True)
class Briefing:
    """A briefing with its parts in order. `source_summary` is the analyst's, None while the drafted one stands."""

    briefing_id: str
    title: str
    held_on: str | None
    marking: str | None
    language: str | None
    source_summary: str | None
    items: tuple[Item, ...]

    @property
    def views(self) -> tuple[Item, ...]:
        """The parts that show something."""
        return tuple(item for item in self.items if item.exhibit is not None)

    def item(self, item_id: str) -> Item | None:
        """The part of that id."""
        return next((item for item in self.items if item.item_id == item_id), None)
