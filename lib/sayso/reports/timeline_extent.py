"""The days that the timeline covers, and the stretch in which most was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import pandas as pd

from sayso.analysis import windows
from sayso.charts.timeline_layout import Window
from sayso.model.calendar import days_from
from sayso.model.dates import day_words
from sayso.model.scope import Scope
from sayso.queries import timeline as questions
from sayso.reports.lookup import read_lookup
from sayso.reports.memo import ask
from sayso.store.hub import Database

_AROUND_A_DAY, _AROUND_ALL = 7, 30  # days


@dataclass(frozen=True)
class Extent:
    """All days, first to last, and the busiest stretch of them (`analysis.windows.focus`)."""

    first: date
    last: date
    busiest: tuple[date, date]

    @property
    def busiest_in_words(self) -> str:
        """ "3 Jan 2024 to 9 Feb 2024"."""
        return " to ".join(map(day_words, self.busiest))

    @property
    def everything(self) -> tuple[date, date]:
        """All days with a margin."""
        return days_from(self.first, -_AROUND_ALL), days_from(self.last, _AROUND_ALL)

    @property
    def whole(self) -> Window:
        """All days as the overview draws them."""
        margin = max((self.last - self.first).days // 50, 1)
        return window(days_from(self.first, -margin), days_from(self.last, margin))


def extent(database: Database, scope: Scope) -> Extent:
    """The days from the first statement or event to the as-of day, at most to the last on which anything is known."""
    return ask(_read_extent, database, scope)


def window(start: date, end: date) -> Window:
    """The stretch from one midnight to another."""
    return Window(datetime.combine(start, time()), datetime.combine(end, time()))


def days_of(column: pd.Series[Any]) -> list[date]:
    """The days of a column, without the missing ones."""
    return [pd.Timestamp(value).date() for value in column if value is not None and value == value]


def _read_extent(database: Database, scope: Scope) -> Extent:
    events = ask(questions.events, database, scope).frame
    lookup = ask(read_lookup, database)
    days = days_of(ask(questions.statements, database, scope).frame["said_on"])
    event_days = days_of(events["date_low"].combine_first(events["date_high"]))
    first = min([*days, *event_days], default=lookup.first_day)
    by_then = [day for day in event_days if day <= scope.as_of]
    last = max([first, *days, *by_then, min(scope.as_of, lookup.last_day)])
    if first == last:  # one day: a window needs a width
        first, last = days_from(first, -_AROUND_A_DAY), days_from(last, _AROUND_A_DAY)
    return Extent(first, last, windows.focus(days, first, last))
