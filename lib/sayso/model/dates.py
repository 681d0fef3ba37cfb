"""EDTF dates (ISO 8601-2): the days they can mean, and how a reader sees them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from time import struct_time
from typing import Any, Literal

Precision = Literal["day", "month", "year", "interval", "approximate", "after", "before"]

ADVICE = "an EDTF date such as 2021-07-23, 2021-07, 2014, 2020-01-03/.. (after) or ../2021-12-31 (before)"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_YEAR = re.compile(r"[0-9]{4}")
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T.*")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


@dataclass(frozen=True)
class Span:
    """The days that an EDTF date can mean; an end that is open or unknown is None."""

    low: date | None
    high: date | None
    precision: Precision


def parse(text: str) -> Span:
    """Read an EDTF date.

    Raises ValueError if `text` is not EDTF, or names a day outside years 1 to 9999.
    """
    try:
        low, high, low_open, high_open = _bounds(text)
    except (ValueError, AttributeError, TypeError, OverflowError) as error:
        raise ValueError(f"{text!r} is not {ADVICE}") from error
    if (low is None and high is None) or (low and high and low > high):
        raise ValueError(f"{text!r} is not {ADVICE}")
    return Span(low, high, _precision(text, low_open, high_open))


def words(text: str | None) -> str:
    """A date as a reader sees it: "23 Jul 2021", "Mar 2003", "after 3 Jan 2020", "by 31 Dec 2021"."""
    if not text:
        return "no date"
    start, slash, end = text.partition("/")
    if not slash:
        return _point_words(start)
    if start in ("", ".."):
        return f"by {_point_words(end)}"
    if end in ("", ".."):
        return f"after {_point_words(start)}" if _DAY.fullmatch(start) else f"since {_point_words(start)}"
    if _DAY.fullmatch(start) and _DAY.fullmatch(end) and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_point_words(end)}"
    return f"{_point_words(start)} – {_point_words(end)}"


def day_words(day: date) -> str:
    """A calendar day as a reader sees it: "23 Jul 2021"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def stretch_words(first: date, last: date, *, is_exact: bool) -> str:
    """ "between 2003 and 2021", "between Mar and Jul 2021", "on 4 May 2021": no finer than it is long.

    Days are named only if all dates in it are days (`is_exact`): "2003-03" is not 1 March.
    """
    if (last - first).days > 730:
        return f"between {first.year} and {last.year}"
    if is_exact and (last - first).days <= 62:
        return (
            f"on {day_words(first)}" if first == last else f"between {day_words(first)} and {day_words(last)}"
        )
    start, end = (f"{_MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    return f"in {end}" if start == end else f"between {start} and {end}"


def _bounds(text: str) -> tuple[date | None, date | None, bool, bool]:
    if text != text.strip():
        raise ValueError("white space around it")
    low_open, high_open = _open_ends(text)
    start, _, end = text.partition("/")
    first, last = _simple(start), _simple(end or start)
    if (first or low_open) and (last or high_open):
        low = first[0] if first and not low_open else None
        high = last[1] if last and not high_open else None
        return low, high, low_open, high_open
    parsed = _parsed(text)
    low = None if low_open else _day(parsed.lower_strict())
    high = None if high_open else _day(parsed.upper_strict())
    return low, high, low_open, high_open


def _parsed(text: str) -> Any:
    # Its grammar takes half a second to build, and few dates need it.
    from edtf import EDTFParseException, parse_edtf

    try:
        return parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(text) from error


def _simple(text: str) -> tuple[date, date] | None:
    """First and last day of a plain day, month or year: the parser takes milliseconds for each."""
    if _DAY.fullmatch(text):
        day = date.fromisoformat(text)
        return day, day
    if _MONTH.fullmatch(text) and 1 <= int(text[5:]) <= 12:
        year, month = int(text[:4]), int(text[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if _YEAR.fullmatch(text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    return None


def _open_ends(text: str) -> tuple[bool, bool]:
    start, slash, end = text.partition("/")
    if not slash:
        return False, False
    return start in ("", ".."), end in ("", "..")


def _precision(text: str, low_open: bool, high_open: bool) -> Precision:
    if high_open:
        return "after"
    if low_open:
        return "before"
    if "/" in text:
        return "interval"
    if _DAY.fullmatch(text) or _TIME.fullmatch(text):
        return "day"
    if _MONTH.fullmatch(text) and 1 <= int(text[-2:]) <= 12:
        return "month"
    return "year" if _YEAR.fullmatch(text) else "approximate"


def _day(value: object) -> date:
    if not isinstance(value, struct_time):
        raise TypeError(f"unbounded: {value!r}")
    return date(value.tm_year, value.tm_mon, value.tm_mday)


def _point_words(text: str) -> str:
    bare = text.rstrip("~?%")
    about = "about " if bare != text else ""
    bare = _TIME.sub(r"\1", bare).removesuffix("-XX").removesuffix("-XX")
    if _DAY.fullmatch(bare):
        return about + day_words(date.fromisoformat(bare))
    if _MONTH.fullmatch(bare) and 1 <= int(bare[-2:]) <= 12:
        return f"{about}{_MONTHS[int(bare[-2:]) - 1]} {bare[:-3]}"
    if _MONTH.fullmatch(bare) and bare[-2:] in _SEASONS:
        return f"{about}{_SEASONS[bare[-2:]]} {bare[:-3]}"
    return about + bare


def short_words(text: str | None) -> str:
    """A date for tight places: "23 Jul 21", "19–24 Jul 21", "after 3 Jan 20", "by 31 Dec 21"."""
    if not text:
        return ""
    start, slash, end = text.partition("/")
    if not slash:
        return _short_point(start)
    if start in ("", ".."):
        return f"by {_short_point(end)}"
    if end in ("", ".."):
        return f"{'after' if _DAY.fullmatch(start) else 'since'} {_short_point(start)}"
    if _DAY.fullmatch(start) and _DAY.fullmatch(end) and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_short_point(end)}"
    return f"{start[:4]}–{end[:4]}" if start[:4] != end[:4] else f"{_short_point(start)}–{_short_point(end)}"


def _short_point(text: str) -> str:
    words_ = _point_words(text).removeprefix("about ")
    head, _, year = words_.rpartition(" ")
    return f"{head} {year[-2:]}" if head else words_
