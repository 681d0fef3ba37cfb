"""A window that moves through time: the statements in it, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Literal

import pandas as pd

from sayso.analysis.networks.selection import DAY

Unit = Literal["days", "weeks", "months", "years", "events"]


@dataclass(frozen=True)
class Window:
    """The statements around one moment; `first` and `last` are days, both inclusive."""

    middle: date
    first: date
    last: date
    statements: pd.DataFrame


def windows(
    statements: pd.DataFrame, unit: Unit, size: int, first: date | None = None, last: date | None = None
) -> Iterator[Window]:
    """Windows of `size` units, one per unit from `first` to `last` (default: the first and last statement's day).

    A window holds its middle's day and ⌊size/2⌋ units on either side, as DNA's does: of an odd size it spans one
    unit less and a day (one month: the day alone). It is given only if it lies wholly between `first` and `last`. For "events" the middle is a statement, with ⌊size/2⌋ of those before and after it;
    statements of one day stand in the order of the frame, so that every run gives the same windows (DNA draws that
    order at random). Raises ValueError for a size under 1.
    Source: the time windows of Leifeld, Discourse Network Analyzer 3.
    """
    if size < 1:
        raise ValueError("a window holds at least one unit")
    ordered = statements.sort_values(DAY, kind="stable")
    if ordered.empty:
        return
    if unit == "events":
        yield from _of_events(ordered, size // 2)
        return
    begin = pd.Timestamp(first or ordered[DAY].iloc[0].date())
    end = pd.Timestamp(last or ordered[DAY].iloc[-1].date())
    half = size // 2  # (size − 1) / 2, halves rounded up
    for step in count(half):  # earlier ones begin before the first day
        try:
            middle = begin + _stretch(unit, step)
            low, high = middle - _stretch(unit, half), middle + _stretch(unit, half)
        except (OverflowError, ValueError):  # after the calendar's last year, and so after `end`
            return
        if high > end:
            return
        if begin <= low:
            start = ordered[DAY].searchsorted(low)
            inside = ordered.iloc[start : ordered[DAY].searchsorted(high + pd.Timedelta(days=1))]
            yield Window(middle.date(), low.date(), high.date(), inside)


def _stretch(unit: Unit, many: int) -> pd.DateOffset:
    match unit:
        case "days":
            return pd.DateOffset(days=many)
        case "weeks":
            return pd.DateOffset(weeks=many)
        case "months":
            return pd.DateOffset(months=many)
        case _:
            return pd.DateOffset(years=many)


def _of_events(ordered: pd.DataFrame, half: int) -> Iterator[Window]:
    for place in range(half, len(ordered) - half):
        inside = ordered.iloc[place - half : place + half + 1]
        yield Window(
            ordered[DAY].iloc[place].date(), inside[DAY].iloc[0].date(), inside[DAY].iloc[-1].date(), inside
        )
