"""Dates that are reckoned from the publication date, or from the last date in the text."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.ingest.dates.calendar import (
    SEASONS,
    Meaning,
    between,
    moved,
    of_day,
    of_month,
    of_quarter,
    of_season,
    of_unit,
    ordinal_day,
    part_word,
    piece_of_month,
)
from sayso.ingest.dates.patterns import ANCHORED, MONTH_NUMBERS, NUMBERS, ORDINALS, WEEKDAY_NUMBERS

_BACK = ("last", "this past", "early last", "late last")
_AHEAD = ("next", "this coming", "the coming", "early next", "late next")
_DEICTIC = {
    "yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
_FEW = (2, 7)  # how many "a few" and "several" can be


@dataclass(frozen=True)
class Context:
    """What a date is reckoned from; `ahead` tells whether its verb is in the future."""

    published: date | None
    anchor: Meaning | None
    ahead: bool


def reckoned(rule: str, parts: dict[str, str], context: Context) -> Meaning | None:
    """The meaning of a date that does not say its year; None where it cannot be known.

    Raises ValueError or OverflowError for a day that no calendar has.
    """
    if rule == "distance" and parts["direction"].lower() not in ("ago", "from now"):
        return _from_anchor(parts, context.anchor)
    if rule in ANCHORED:
        return _anchored(rule, parts, context.anchor)
    if context.published is None:
        return None
    month = MONTH_NUMBERS.get(parts.get("month", "").lower(), 0)
    if month:
        return _of_month(rule, parts, month, context.ahead, context.published)
    return _of_publication(rule, parts, context.ahead, context.published)


def _of_month(rule: str, parts: dict[str, str], month: int, ahead: bool, published: date) -> Meaning | None:
    relation = parts.get("relation", "").lower()
    if rule == "relative month":
        back, forth = relation in _BACK, relation in _AHEAD
        shift = -(month >= published.month) if back else int(forth and month <= published.month)
        return of_month(published.year + shift, month, False)
    year = _nearest_year(published, month, int(parts.get("day", 15)), ahead)
    if rule == "day range":
        first, last = date(year, month, int(parts["day"])), date(year, month, int(parts["dayto"]))
        return between(first, last) if first < last else None
    if rule == "ordinal day":
        return of_day(ordinal_day(parts["ordinal"], year, month), False)
    if rule == "piece of month":
        return piece_of_month(parts["piece"].lower(), year, month, False)
    if rule == "day of year":
        return of_day(date(year, month, int(parts["day"])), False)
    return of_month(year, month, False, part_word(parts))


def _of_publication(rule: str, parts: dict[str, str], ahead: bool, published: date) -> Meaning | None:
    relation = parts.get("relation", "").lower()
    unit = parts.get("unit", "").lower()
    if rule in ("weekday", "relative weekday"):
        return of_day(_weekday(published, WEEKDAY_NUMBERS[parts["weekday"].lower()], relation, ahead), False)
    if rule == "deictic":
        return of_day(published + timedelta(days=_DEICTIC.get(parts["word"].lower(), 0)), False)
    if rule == "distance":
        return _distance(parts, published)
    if rule == "weekend":
        past = published.weekday() < 5 and not ahead
        return of_unit("weekend", -int(past), published)
    if rule == "ahead so far":
        return of_unit(unit, _count(parts["count"]), published) if ahead else None
    if rule == "some time ago":
        low, high = (moved(published, unit[:-1], -count) for count in _FEW[::-1])
        return between(low, high)
    if rule == "stretch":
        count = _count(parts["count"]) if "count" in parts else 1
        forth = relation in _AHEAD or relation == "coming"
        there = moved(published, unit or parts["unit2"].lower(), count if forth else -count)
        return between(published, there) if forth else between(there, published)
    if rule == "relative unit":
        return _unit(relation, unit, published)
    if rule == "end of next":
        whole = of_unit(unit, -1 if relation in _BACK else int(relation in _AHEAD), published)
        return _part_of(unit, part_word(parts), whole.low) if whole and whole.low else None
    if rule == "part of year":
        return _part_of(parts["whole"].lower(), part_word(parts), published)
    if rule == "quarter":
        quarter = ORDINALS[parts["quarter"].lower()]
        late = quarter > (published.month - 1) // 3 + 1 and not ahead
        return of_quarter(quarter, published.year - late, False)
    if rule == "season":
        return _season(parts["season"].lower(), relation, ahead, published)
    if rule == "ahead":
        return Meaning(f"{published.isoformat()}/..", published, None, False)
    return None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _nearest_year(published: date, month: int, day: int, ahead: bool) -> int:
    guess = date(published.year, month, min(day, monthrange(published.year, month)[1]))
    away = (guess - published).days
    if ahead:
        return published.year + (away < -200 or (away < -45 and day != 15))
    return published.year - (away > 45)


def _weekday(published: date, weekday: int, relation: str, ahead: bool) -> date:
    back, forward = (published.weekday() - weekday) % 7, (weekday - published.weekday()) % 7
    if relation in _BACK:
        return published - timedelta(days=back or 7)
    if relation in _AHEAD:
        return published + timedelta(days=forward or 7)
    return published + timedelta(days=forward) if ahead else published - timedelta(days=back)


def _unit(relation: str, unit: str, published: date) -> Meaning | None:
    """`last month`; `earlier this week` ends with the publication, `later this week` begins with it."""
    shift = -1 if relation in _BACK else 1 if relation in _AHEAD else 0
    whole = of_unit(unit, shift, published)
    if whole is None or whole.low is None or whole.high is None:
        return whole
    first, _, rest = relation.partition(" ")
    if rest == "this" and first == "earlier":
        return between(whole.low, published) if whole.low < published else of_day(published, False)
    if rest == "this" and first == "later":
        return between(published, whole.high) if published < whole.high else of_day(published, False)
    return _part_of(unit, first, whole.low) if first in ("early", "late") else whole


def _part_of(unit: str, part: str, base: date) -> Meaning | None:
    whole = of_unit(unit, 0, base)
    if whole is None or whole.low is None or whole.high is None:
        return None
    if unit == "week":
        days = {"end": (4, 6), "late": (4, 6), "middle": (2, 2)}.get(part, (0, 1))
        low, high = (whole.low + timedelta(days=more) for more in days)
        return between(low, high) if low < high else of_day(low, False)
    third = (whole.high - whole.low) / 3
    if part in ("end", "late"):
        return between(whole.high - third, whole.high)
    return (
        between(whole.low + third, whole.high - third)
        if part == "middle"
        else between(whole.low, whole.low + third)
    )


def _season(season: str, relation: str, ahead: bool, published: date) -> Meaning:
    start = SEASONS[season][1]
    if relation == "next":
        return of_season(season, published.year + (start <= published.month), False)
    if relation == "last":
        return of_season(season, published.year - (start + 2 >= published.month), False)
    return of_season(
        season, published.year - (start > published.month + 1 and not ahead and not relation), False
    )


def _distance(parts: dict[str, str], base: date) -> Meaning | None:
    """So many units away: as exact as the unit is."""
    count = _count(parts["count"])
    count *= -1 if parts["direction"].lower() in ("ago", "earlier", "before") else 1
    found = of_unit(parts["unit"].lower(), count, base)
    if found is not None and parts.get("about") and found.grain in ("day", "month", "year"):
        return Meaning(f"{found.edtf}~", found.low, found.high, False)
    return found


def _from_anchor(parts: dict[str, str], anchor: Meaning | None) -> Meaning | None:
    """`two months later`: never finer than the date that it is reckoned from."""
    unit = parts["unit"].lower()
    fine = {"day": ("day", "week", "month", "year", "decade"), "month": ("month", "year", "decade")}
    if anchor is None or anchor.low is None or unit not in fine.get(anchor.grain, ("year", "decade")):
        return None
    return _distance(parts, anchor.low)


def _anchored(rule: str, parts: dict[str, str], anchor: Meaning | None) -> Meaning | None:
    if anchor is None or anchor.low is None:
        return None
    if rule == "sequel":
        return Meaning(f"{anchor.low if anchor.grain == 'day' else anchor.edtf}/..", anchor.low, None, False)
    if rule == "end of that":
        return _part_of(parts["unit"].lower(), part_word(parts), anchor.low)
    word = (parts.get("word") or parts.get("relation") or "").lower()
    shift = -1 if "previous" in word or "before" in word else 1 if _points_on(word) else 0
    if rule == "anchored day":
        return of_unit("day", shift, anchor.low) if anchor.grain == "day" else None
    whole = of_unit(parts["unit"].lower(), shift, anchor.low)
    if (
        whole is not None
        and word.startswith("later")
        and whole.high
        and anchor.high
        and anchor.high < whole.high
    ):
        return between(anchor.high, whole.high)
    return whole


def _points_on(word: str) -> bool:
    return any(part in word for part in ("next", "following", "day after"))
