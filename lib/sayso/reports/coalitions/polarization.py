"""Polarization over time: the share of ties that fit the camps, the events of the span, the statements of a window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from sayso.analysis.networks.course import Course
from sayso.charts import legend as keys
from sayso.charts.polarization import HEIGHT, polarization
from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.wording import number
from sayso.queries import timeline
from sayso.reports import evidence
from sayso.reports.coalitions.grouping import Grouping
from sayso.reports.coalitions.words import provenance
from sayso.reports.lookup import read_event_labels
from sayso.reports.memo import ask
from sayso.reports.report import Drawing, Part
from sayso.reports.view import View

MOST_NAMED, MOST_TICKS = 8, 200
_METHOD = (
    "(congruence inside camps + conflict across) / all ties, 0 to 1, with the camps of the whole span held fixed; the band is the central 90 % of "
    "camps that are found where the stands on each issue are dealt out anew among those who spoke on it. Windows under ten statements are left open. Unlike DNA’s index it knows which way a tie points (see About)."
)


@dataclass(frozen=True)
class Event:
    """One tick; the weightiest are numbered. `label` is its name on the timeline."""

    key: str
    day: date
    title: str
    number: int | None
    label: str

    @property
    def words(self) -> str:
        """ "3 · 18 Nov 2024: Seaboard Party leaves the government"."""
        return f"{self.number} · {day_words(self.day)}: {self.title}"


@dataclass(frozen=True)
class Polarization:
    """The same camps, window by window."""

    view: View
    grouping: Grouping
    course: Course

    @property
    def too_little(self) -> str:
        """Why nothing can be drawn; nothing where something can."""
        n = len(self._known)
        if n > 1:
            return ""
        windows = f"{number(n)} window{'' if n == 1 else 's'}"
        return f"Too little was said at any time: {windows} with ten statements ({self.course.words})."

    @property
    def sentence(self) -> str:
        """When the debate was most polarized, and when least."""
        if self.too_little:
            return self.too_little
        ranked = sorted(self._known, key=lambda row: float(row["share"]))
        low, high = ranked[0], ranked[-1]
        return (
            f"Most polarized around {day_words(high['middle'])} ({high['share']:.0%} of ties fit the camps),"
            f" least around {day_words(low['middle'])} ({low['share']:.0%})."
        )

    @property
    def part(self) -> Part:
        """The line with its band of chance; a mark is ("window", the day in its middle)."""
        frame = self.course.frame
        return Part(
            "polarization", self.sentence, frame, frame.copy, (evidence.answer(self.view),), _METHOD,
            provenance(self.view, self.grouping, self.course.words, f"{self.course.draws} debates dealt out anew, camps searched for again in each", basis="statements"),
            self._draw, self._ids, self._legend,
        )  # fmt: skip

    @property
    def windows(self) -> dict[str, str]:
        """The windows that can be told, by the day in their middle: "1 Sep 2024 – 31 Dec 2024"."""
        return {
            row["middle"].isoformat(): f"{day_words(row['first'])} – {day_words(row['last'])}"
            for row in self._known
        }

    def title_of(self, window: str) -> str:
        """What stands above a window's statements."""
        return f"Said {self.windows[window]}: {self._window(window)['share']:.0%} of ties fit the camps"

    def statements_of(self, window: str) -> pd.DataFrame:
        """The evidence of one window."""
        return self._within(self._window(window))

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.course.frame["first"].min(), self.course.frame["last"].max()

    @cached_property
    def events(self) -> list[Event]:
        """What happened in the span, by day."""
        first, last = self.span
        frame = ask(timeline.events, self.view.database, self.view.scope).frame
        dated = frame[(frame["modality"] == "happened") & frame["date_low"].notna()]
        day = pd.to_datetime(dated["date_low"]).dt.date
        dated = dated.assign(day=day)[(day >= first) & (day <= last)]
        heaviest = dated.sort_values("weight", ascending=False, kind="stable").head(MOST_TICKS)
        named = list(heaviest["event_id"].head(MOST_NAMED))
        in_order = records(heaviest.sort_values(["day", "event_id"]))
        numbers = {key: place for place, key in enumerate((row["event_id"] for row in in_order if row["event_id"] in named), 1)}  # fmt: skip
        labels = ask(read_event_labels, self.view.database)
        return [
            Event(row["event_id"], row["day"], row["title"], numbers.get(row["event_id"]), labels[row["event_id"]])
            for row in in_order
        ]  # fmt: skip

    @property
    def all_events(self) -> str:
        """What leads to them on the timeline."""
        n = len(self.events)
        return f"{'It' if n == 1 else f'All {n:,}'} on the timeline"

    @cached_property
    def _known(self) -> list[dict[str, Any]]:
        return [row for row in records(self.course.frame) if row["share"] is not None]

    def _window(self, window: str) -> dict[str, Any]:
        return next(row for row in self._known if row["middle"].isoformat() == window)

    def _within(self, window: dict[str, Any]) -> pd.DataFrame:
        statements = evidence.evidence_of(self.view)
        day = statements["said_on"]
        end = pd.Timestamp(window["last"]) + pd.Timedelta(days=1)
        return statements[(day >= pd.Timestamp(window["first"])) & (day < end)]

    @property
    def _legend(self) -> tuple[keys.Key, ...]:
        named = (
            keys.Key(f"{event.title}, {day_words(event.day)}", sign=str(event.number))
            for event in self.events
            if event.number
        )
        return (*keys.COURSE, *named)

    def _draw(self, selected: object) -> Drawing:
        marks = [(event.day, event.title, event.number) for event in self.events]
        return Drawing(polarization(records(self.course.frame), marks), HEIGHT)

    def _ids(self) -> evidence.Ids:
        behind: dict[tuple[str, ...], tuple[str, ...]] = {}
        for row in self._known:
            own = self._within(row)
            behind["window", row["middle"].isoformat()] = tuple(
                own["statement_id"][own["is_kept"].astype(bool)]
            )
        return behind
