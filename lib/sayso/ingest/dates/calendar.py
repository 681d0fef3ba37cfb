"""Dates that say themselves what they mean, and the arithmetic for those that don't."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.ingest.dates.patterns import DAY_WORDS, MONTH_NUMBERS, ORDINALS

SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "fall": (23, 9), "winter": (24, 12)}
_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


@dataclass(frozen=True)
class Meaning:
    """An EDTF value and the days it can mean; `stated`: without reckoning from another date."""

    edtf: str
    low: date | None
    high: date | None
    stated: bool

    @property
    def grain(self) -> str:
        """day, month, year or other."""
        return {10: "day", 7: "month", 4: "year"}.get(len(self.edtf), "other") if self.low else "other"


def of_day(day: date, stated: bool) -> Meaning:
    """A day."""
    return Meaning(day.isoformat(), day, day, stated)


def of_month(year: int, month: int, stated: bool, part: str = "") -> Meaning:
    """A month, or its early, middle or late third; "end of" is about its last day."""
    last = monthrange(year, month)[1]
    name = f"{year:04}-{month:02}"
    if part in _PARTS_OF_MONTH:
        first, final = _PARTS_OF_MONTH[part]
        return between(date(year, month, first), date(year, month, min(final, last)))
    if part:
        day = date(year, month, {"end": last, "middle": 15}.get(part, 1))
        return Meaning(f"{day}~", day, day, False)
    return Meaning(name, date(year, month, 1), date(year, month, last), stated)


def of_year(year: int, stated: bool, part: str = "") -> Meaning:
    """A year, or its early, middle or late third; "end of" is about December."""
    if part in _PARTS_OF_YEAR:
        first, final = _PARTS_OF_YEAR[part]
        low, high = of_month(year, first, False), of_month(year, final, False)
        return Meaning(f"{low.edtf}/{high.edtf}", low.low, high.high, False)
    if part:
        month = of_month(year, {"end": 12, "middle": 6}.get(part, 1), False)
        return Meaning(f"{month.edtf}~", month.low, month.high, False)
    return Meaning(f"{year:04}", date(year, 1, 1), date(year, 12, 31), stated)


def between(low: date, high: date, stated: bool = False) -> Meaning:
    """Some days."""
    return Meaning(f"{low.isoformat()}/{high.isoformat()}", low, high, stated)


def of_decade(first: int, stated: bool, part: str = "") -> Meaning:
    """A decade, or its early, middle or late years."""
    low, high = date(first, 1, 1), date(first + 9, 12, 31)
    if part in _PARTS_OF_DECADE:
        a, b = (first + more for more in _PARTS_OF_DECADE[part])
        return Meaning(f"{a}/{b}", date(a, 1, 1), date(b, 12, 31), False)
    return Meaning(f"{first // 10}X", low, high, stated)


def of_quarter(quarter: int, year: int, stated: bool) -> Meaning:
    """Three months."""
    return between(
        date(year, 3 * quarter - 2, 1), date(year, 3 * quarter, monthrange(year, 3 * quarter)[1]), stated
    )


def of_season(season: str, year: int, stated: bool) -> Meaning:
    """A season of a year, as EDTF counts them; winter begins in December."""
    code, start = SEASONS[season]
    return Meaning(f"{year:04}-{code}", date(year, start, 1), None, stated)


def of_unit(unit: str, shift: int, base: date) -> Meaning | None:
    """The day, week, month, quarter, year, decade or weekend that lies `shift` units from a day."""
    if unit == "day":
        return of_day(base + timedelta(days=shift), False)
    if unit == "year":
        return of_year(base.year + shift, False)
    if unit == "month":
        year, month = divmod(base.year * 12 + base.month - 1 + shift, 12)
        return of_month(year, month + 1, False)
    if unit == "decade":
        return of_decade((base.year // 10 + shift) * 10, False)
    if unit == "quarter":
        year, quarter = divmod(base.year * 4 + (base.month - 1) // 3 + shift, 4)
        return of_quarter(quarter + 1, year, False)
    monday = base + timedelta(days=7 * shift - base.weekday())
    if unit == "weekend":
        return between(monday + timedelta(days=5), monday + timedelta(days=6))
    return between(monday, monday + timedelta(days=6)) if unit == "week" else None


def moved(base: date, unit: str, count: int) -> date:
    """The same day so many days, weeks, months or years away."""
    if unit in ("day", "week"):
        return base + timedelta(days=count * (7 if unit == "week" else 1))
    months = base.year * 12 + base.month - 1 + count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(base.day, monthrange(year, month + 1)[1]))


def ordinal_day(word: str, year: int, month: int) -> date:
    """`the seventh of December`, `the last day of March`."""
    return date(year, month, DAY_WORDS[word] or monthrange(year, month)[1])


def piece_of_month(words: str, year: int, month: int, stated: bool) -> Meaning:
    """`the first week of June`, `the second half of January`."""
    last = monthrange(year, month)[1]
    which, _, unit = words.partition(" ")
    number = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}[which]
    if unit == "half":
        low, high = (1, 15) if number == 0 else (16, last)
    else:
        low, high = (last - 6, last) if number < 0 else (1 + 7 * number, 7 + 7 * number)
    return between(date(year, month, low), date(year, month, high), stated)


def part_word(parts: dict[str, str]) -> str:
    """early, mid, late, beginning, middle, end, or nothing."""
    word = parts.get("part", "").lower().removeprefix("the ").removesuffix(" of")
    return "beginning" if word == "start" else word


def absolute(rule: str, parts: dict[str, str], day_first: bool | None) -> Meaning | None:
    """What a date with its year means; None if the year is missing or the reading is open.

    `day_first` tells how 03/04/2021 is meant, if that is known. Raises ValueError for a day that no calendar has.
    """
    year = int(parts.get("year") or parts.get("year2") or 0)
    month = MONTH_NUMBERS.get(parts.get("month", "").lower()) or int(
        parts.get("monthnumber") or parts.get("monthnumber2") or 0
    )
    if rule == "numeric":
        return _numeric(int(parts["one"]), int(parts["two"]), year, parts["mark"] == "." or day_first)
    if rule == "decade":
        return of_decade(int(parts["decade"]), True, part_word(parts))
    if rule == "century":
        number = int(parts["century"]) - 1
        return Meaning(f"{number}XX", date(number * 100, 1, 1), date(number * 100 + 99, 12, 31), True)
    if rule == "old year":
        return of_year(int(next(iter(parts.values()))), True)
    if rule == "part of year" and parts["whole"].isdigit():
        return of_year(int(parts["whole"]), True, part_word(parts))
    if not year:
        return None
    if rule == "ordinal day":
        return of_day(ordinal_day(parts["ordinal"], year, month), True)
    if rule == "piece of month":
        return piece_of_month(parts["piece"].lower(), year, month, True)
    if rule in ("iso", "day"):
        return of_day(date(year, month, int(parts.get("day") or parts["day2"])), True)
    if rule == "day range":
        first, last = date(year, month, int(parts["day"])), date(year, month, int(parts["dayto"]))
        return between(first, last, True) if first < last else None
    if rule == "years":
        final = (
            int(parts["yearto"]) if len(parts["yearto"]) == 4 else year // 100 * 100 + int(parts["yearto"])
        )
        return (
            Meaning(f"{year}/{final}", date(year, 1, 1), date(final, 12, 31), True) if final > year else None
        )
    if rule == "half":
        opens = 1 if parts["half"].lower() == "first" else 7
        return between(date(year, opens, 1), date(year, opens + 5, 30 if opens == 1 else 31), True)
    if rule == "month":
        return of_month(year, month, True, part_word(parts))
    if rule == "year":
        return of_year(year, True, part_word(parts))
    if rule == "quarter":
        return of_quarter(ORDINALS[parts["quarter"].lower()], year, True)
    return of_season(parts["season"].lower(), year, True) if rule == "season" else None


def _numeric(one: int, two: int, year: int, day_first: bool | None) -> Meaning | None:
    """03/04/2021 has two readings unless a number is above 12 or the habit is known."""
    if one > 12 or one == two or (day_first and two <= 12):
        return of_day(date(year, two, one), True)
    if two > 12 or day_first is False:
        return of_day(date(year, one, two), True)
    return None
