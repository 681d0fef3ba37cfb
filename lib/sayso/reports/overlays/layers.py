"""Overlays, filtered and counted for the days in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.model.overlays import Overlay, Unit, unit_for
from sayso.queries import overlays as questions
from sayso.queries.answer import Answer
from sayso.queries.overlays import Bar, Narrowed
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.store.overlays import overlays as read_overlays

MOST_OPTIONS = 300  # a hostile file names thousands of countries


@dataclass(frozen=True)
class Count:
    """A bar with what it counts."""

    bar: Bar
    exactness: str
    n_records: int
    n_fatalities: int | None

    @property
    def key(self) -> str:
        """Its name in the figure and in the session."""
        kind = "s" if self.bar.is_spread else "b"
        return "|".join([self.bar.overlay_id, kind, str(self.bar.first_day), str(self.bar.last_day)])


@dataclass(frozen=True)
class Layers:
    """Overlays with the bars of each in the days from `first` to `last`, and the reader's filters."""

    overlays: tuple[Overlay, ...] = ()
    unit: Unit = "day"
    first: date = date.min
    last: date = date.max
    filters: Narrowed = field(default_factory=Narrowed)
    bars: Mapping[str, list[Count]] = field(default_factory=dict)
    answer: Answer | None = None

    @property
    def by_key(self) -> dict[str, Count]:
        """Every bar by its key."""
        return {each.key: each for own in self.bars.values() for each in own}

    def overlay_of(self, count: Count) -> Overlay:
        """The overlay that a bar belongs to."""
        return next(each for each in self.overlays if each.overlay_id == count.bar.overlay_id)


def every_overlay(view: View) -> tuple[Overlay, ...]:
    """The dataset's overlays as they were added, with those that were taken off."""
    return ask(read_overlays, view.database)


def choices(view: View) -> dict[str, list[str]]:
    """What can be chosen by "country", "type" and "language": MOST_OPTIONS of each at most."""
    values = ask(questions.values, view.database).frame
    return {
        str(facet): of_one["value"].head(MOST_OPTIONS).tolist() for facet, of_one in values.groupby("facet")
    }


def layers(
    view: View, overlays: Sequence[Overlay], first: date, last: date, filters: Narrowed | None = None
) -> Layers:
    """`overlays` from `first` to `last`, of their records those that `filters` let through."""
    if not overlays:
        return Layers()
    filters = filters or Narrowed()
    unit = unit_for((last - first).days)
    ids = tuple(each.overlay_id for each in overlays)
    answer = ask(questions.counts, view.database, ids, first, last, unit, filters)
    bars: dict[str, list[Count]] = {each: [] for each in ids}
    for row in records(answer.frame):
        bar = Bar(row["overlay_id"], bool(row["is_spread"]), _day(row["first_day"]), _day(row["last_day"]))
        dead = row["n_fatalities"]
        count = Count(bar, row["exactness"], int(row["n_records"]), None if dead is None else int(dead))
        bars[bar.overlay_id].append(count)
    return Layers(tuple(overlays), unit, first, last, filters, bars, answer)


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()
