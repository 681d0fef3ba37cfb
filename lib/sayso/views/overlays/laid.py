"""What lies over the timeline in this run: chosen, narrowed and counted for the days in view."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from sayso.charts.plain_text import plain
from sayso.charts.timeline_layout import Window
from sayso.charts.timeline_overlays import Strip, StripBar
from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.overlays import NOUNS, SITES, Overlay, Unit, unit_for
from sayso.model.wording import counted
from sayso.queries import overlays as questions
from sayso.queries.answer import Answer
from sayso.queries.overlays import Bar, Narrowed
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.store.overlays import overlays as read_overlays
from sayso.views.overlays import controls


@dataclass(frozen=True)
class LaidBar:
    """A bar with what it counts."""

    bar: Bar
    exactness: str
    n_records: int
    n_fatalities: int | None

    @property
    def key(self) -> str:
        """Its name in the figure and in the session."""
        return "|".join(
            [
                self.bar.overlay_id,
                "s" if self.bar.is_spread else "b",
                str(self.bar.first_day),
                str(self.bar.last_day),
            ]
        )


@dataclass(frozen=True)
class Laid:
    """The overlays that are shown, their bars in view, and the reader's filters."""

    shown: tuple[Overlay, ...] = ()
    unit: Unit = "day"
    first: date = date.min
    last: date = date.max
    narrowed: Narrowed = field(default_factory=Narrowed)
    bars: dict[str, list[LaidBar]] = field(default_factory=dict)
    answer: Answer | None = None

    @property
    def subtitle(self) -> tuple[str, ...]:
        """What is added to the page's subtitle."""
        if not self.shown:
            return ()
        return ("overlaid: " + ", ".join(f"{each.kind} {each.name}" for each in self.shown),)

    @property
    def by_key(self) -> dict[str, LaidBar]:
        """Every bar by its key."""
        return {each.key: each for own in self.bars.values() for each in own}

    @property
    def strips(self) -> tuple[Strip, ...]:
        """As the chart draws them."""
        return tuple(_strip(each, self.bars[each.overlay_id], self.unit) for each in self.shown)


def build(view: View, window: Window) -> Laid:
    """Draw the controls in the timeline's bar, and count what they let through."""
    known = ask(read_overlays, view.database)
    if not known and not view.database.is_writable:
        return Laid()
    chosen = controls.show(view, known)
    if not chosen.shown:
        return Laid()
    first, last = window.start.date(), window.end.date()
    unit = unit_for((last - first).days)
    ids = tuple(each.overlay_id for each in chosen.shown)
    answer = ask(questions.counts, view.database, ids, first, last, unit, chosen.narrowed)
    bars: dict[str, list[LaidBar]] = {each: [] for each in ids}
    for row in records(answer.frame):
        bar = Bar(row["overlay_id"], bool(row["is_spread"]), _day(row["first_day"]), _day(row["last_day"]))
        dead = row["n_fatalities"]
        bars[bar.overlay_id].append(
            LaidBar(bar, row["exactness"], int(row["n_records"]), None if dead is None else int(dead))
        )
    return Laid(chosen.shown, unit, first, last, chosen.narrowed, bars, answer)


def days_in_words(bar: Bar) -> str:
    """ "7 Jun 2021", "7 to 13 Jun 2021", "28 Jun 2021 to 4 Jul 2021"."""
    if bar.first_day == bar.last_day:
        return day_words(bar.first_day)
    if (bar.first_day.year, bar.first_day.month) == (bar.last_day.year, bar.last_day.month):
        return f"{bar.first_day.day} to {day_words(bar.last_day)}"
    return f"{day_words(bar.first_day)} to {day_words(bar.last_day)}"


def fatalities(count: int | None) -> str:
    """ "12 reported fatalities", as ACLED estimates them; "" where none are given."""
    return "" if count is None else counted(count, "reported fatality", "reported fatalities")


def _strip(overlay: Overlay, bars: list[LaidBar], unit: Unit) -> Strip:
    if bars:
        most = max((each.n_records for each in bars if not each.bar.is_spread), default=0)
        told = f"{overlay.kind} {NOUNS[overlay.kind]}s a {unit}, up to {most:,}"
    else:
        told = f"{overlay.kind}: no {NOUNS[overlay.kind]} to show in these days"
    caption = f"{told} · {SITES[overlay.kind]} · not part of this dataset · {overlay.name}"
    return Strip(caption, tuple(_drawn(overlay, each) for each in bars))


def _drawn(overlay: Overlay, laid: LaidBar) -> StripBar:
    words: list[Any] = [
        f"<b>{plain(overlay.kind)}: {counted(laid.n_records, NOUNS[overlay.kind])}</b>",
        days_in_words(laid.bar) + (f", known to the {laid.exactness} only" if laid.bar.is_spread else ""),
        fatalities(laid.n_fatalities), "click to list them below",
    ]  # fmt: skip
    return StripBar(
        laid.key,
        laid.bar.first_day,
        laid.bar.last_day,
        laid.n_records,
        "<br>".join(filter(None, words)),
        laid.bar.is_spread,
    )


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()
