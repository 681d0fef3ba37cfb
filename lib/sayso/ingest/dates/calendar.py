"""Calendar arithmetic: what an expression means, given the publication date and the last day named."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.ingest.dates.patterns import FUTURE, MONTH_NUMBERS, NUMBERS, ORDINALS, PAST_VERB, WEEKDAY_NUMBERS

SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "fall": (23, 9), "winter": (24, 12)}
_BACK = ("last", "this past", "the previous")
_AHEAD = ("next", "this coming", "the following", "the coming")


@dataclass(frozen=True)
class Meaning:
    """An EDTF value, its precision, and the days it can mean."""

    edtf: str
    precision: str
    low: date | None
    high: date | None
    stated: bool  # no reckoning from another date


@dataclass(frozen=True)
class Context:
    """What an expression is reckoned from."""

    published: date | None
    anchor: date | None
    sentence: str
    before: str


def meaning(rule: str, parts: dict[str, str], context: Context) -> Meaning | None:
    """The meaning of a match; None where it cannot be known."""
    year = int(parts["year"]) if parts.get("year") else None
    month = MONTH_NUMBERS.get(parts.get("month", "").lower()) or int(parts.get("monthnumber") or 0)
    if rule in ("iso", "numeric", "day"):
        return of_day(date(year or 0, month, int(parts["day"])), True) if year else None
    if rule == "month" and year:
        return of_month(year, month, True)
    if rule == "year" and year:
        return of_year(year, True)
    if rule == "decade":
        first = int(parts["decade"])
        return Meaning(f"{first // 10}X", "decade", date(first, 1, 1), date(first + 9, 12, 31), True)
    if rule == "part of year" and parts["whole"].isdigit():
        return of_year(int(parts["whole"]), True)
    if rule in ("quarter", "season") and year:
        return _quarter(parts, year) if rule == "quarter" else _season(parts, year)
    if rule == "distance" and parts["direction"].lower() in ("later", "earlier", "before", "after"):
        base = context.anchor or context.published
        return _distance(parts, base) if base else None
    if rule == "sequel":
        return (
            Meaning(f"{context.anchor.isoformat()}/..", "after", context.anchor, None, False)
            if context.anchor
            else None
        )
    if context.published is None:
        return None
    return _relative(rule, parts, month, context, context.published)


def of_day(day: date, stated: bool) -> Meaning:
    """A day."""
    return Meaning(day.isoformat(), "day", day, day, stated)


def of_month(year: int, month: int, stated: bool) -> Meaning:
    """A month."""
    last = monthrange(year, month)[1]
    return Meaning(f"{year:04}-{month:02}", "month", date(year, month, 1), date(year, month, last), stated)


def of_year(year: int, stated: bool) -> Meaning:
    """A year."""
    return Meaning(f"{year:04}", "year", date(year, 1, 1), date(year, 12, 31), stated)


def between(low: date, high: date, precision: str) -> Meaning:
    """Some days."""
    return Meaning(f"{low.isoformat()}/{high.isoformat()}", precision, low, high, False)


def _relative(
    rule: str, parts: dict[str, str], month: int, context: Context, published: date
) -> Meaning | None:
    relation = parts.get("relation", "").lower()
    ahead = bool(FUTURE.search(context.sentence)) and not PAST_VERB.search(context.before)
    if rule == "day of year":
        day = int(parts["day"])
        return of_day(date(_nearest_year(published, month, day, ahead), month, day), False)
    if rule == "bare month":
        return of_month(_nearest_year(published, month, 15, ahead), month, False)
    if rule == "relative month":
        return of_month(_related_year(published, month, relation), month, False)
    if rule in ("weekday", "relative weekday"):
        return of_day(_weekday(published, WEEKDAY_NUMBERS[parts["weekday"].lower()], relation, ahead), False)
    if rule == "deictic":
        shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(parts["word"].lower(), 0)
        return of_day(published + timedelta(days=shift), False)
    if rule == "distance":
        return _distance(parts, published)
    if rule == "relative unit":
        return _unit(parts["unit"].lower(), _direction(relation), published)
    if rule == "part of year":
        return _unit(parts["whole"].lower(), 0, published)
    if rule == "quarter":
        quarter = ORDINALS[parts["quarter"].lower()]
        late = quarter > (published.month - 1) // 3 + 1 and not ahead
        return _quarter(parts, published.year - late)
    if rule == "season":
        start = SEASONS[parts["season"].lower()][1]
        year = published.year + (_direction(relation) if relation in ("last", "next") else 0)
        if relation == "last" and start < published.month - 2:
            year = published.year
        return _season(parts, year - (not relation and start > published.month + 1 and not ahead))
    if rule == "ahead":
        return Meaning(f"{published.isoformat()}/..", "after", published, None, False)
    return None


def _direction(relation: str) -> int:
    return -1 if relation in _BACK else 1 if relation in _AHEAD else 0


def _nearest_year(published: date, month: int, day: int, ahead: bool) -> int:
    guess = date(published.year, month, min(day, monthrange(published.year, month)[1]))
    away = (guess - published).days
    if ahead:
        return published.year + (away < -200)
    return published.year - (away > 45)


def _related_year(published: date, month: int, relation: str) -> int:
    if relation in _BACK:
        return published.year - (month >= published.month)
    return published.year + (relation in _AHEAD and month <= published.month)


def _weekday(published: date, weekday: int, relation: str, ahead: bool) -> date:
    back, forward = (published.weekday() - weekday) % 7, (weekday - published.weekday()) % 7
    if relation in _BACK:
        return published - timedelta(days=back or 7)
    if relation in _AHEAD:
        return published + timedelta(days=forward or 7)
    return published + timedelta(days=forward) if ahead else published - timedelta(days=back)


def _unit(unit: str, shift: int, base: date) -> Meaning | None:
    if unit == "year":
        return of_year(base.year + shift, False)
    if unit == "month":
        year, month = divmod(base.year * 12 + base.month - 1 + shift, 12)
        return of_month(year, month + 1, False)
    if unit == "decade":
        return Meaning(f"{base.year // 10 + shift}X", "decade", None, None, False)
    if unit == "quarter":
        year, quarter = divmod(base.year * 4 + (base.month - 1) // 3 + shift, 4)
        low = date(year, 3 * quarter + 1, 1)
        return between(low, date(year, 3 * quarter + 3, monthrange(year, 3 * quarter + 3)[1]), "quarter")
    monday = base + timedelta(days=7 * shift - base.weekday())
    if unit == "weekend":
        return between(monday + timedelta(days=5), monday + timedelta(days=6), "weekend")
    return between(monday, monday + timedelta(days=6), "week") if unit == "week" else None


def _distance(parts: dict[str, str], base: date) -> Meaning | None:
    word = parts["count"].lower()
    count = int(word) if word.isdigit() else NUMBERS[word]
    count *= -1 if parts["direction"].lower() in ("ago", "earlier", "before") else 1
    unit = parts["unit"].lower()
    if unit == "day":
        return of_day(base + timedelta(days=count), False)
    if unit == "week":
        return _unit("week", count, base)
    if unit == "month":
        return _unit("month", count, base)
    year = base.year + count * (10 if unit == "decade" else 1)
    return of_year(year, False) if 0 < year < 3000 else None


def _quarter(parts: dict[str, str], year: int) -> Meaning:
    quarter = ORDINALS[parts["quarter"].lower()]
    low, last = date(year, 3 * quarter - 2, 1), monthrange(year, 3 * quarter)[1]
    return between(low, date(year, 3 * quarter, last), "quarter")


def _season(parts: dict[str, str], year: int) -> Meaning:
    code, start = SEASONS[parts["season"].lower()]
    return Meaning(f"{year:04}-{code}", "season", date(year, start, 1), None, bool(parts.get("year")))
