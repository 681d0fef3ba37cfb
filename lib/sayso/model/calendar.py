"""Days and moments moved about: the first and the last of the calendar (years 1 to 9999) are as far as they go."""

from __future__ import annotations

from datetime import date, datetime, timedelta


def days_from(day: date, days: int) -> date:
    """The day `days` later (earlier, if negative), or the calendar's end on that side."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def moved(moment: datetime, by: timedelta) -> datetime:
    """`moment` moved, or the calendar's end on that side."""
    try:
        return moment + by
    except OverflowError:
        return datetime.max if by > timedelta() else datetime.min
