"""The dates of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from sayso.ingest.dates.calendar import Meaning, absolute
from sayso.ingest.dates.patterns import ANCHORED, MONTH_NUMBERS, PATTERNS, SIGNS, TELLTALE
from sayso.ingest.dates.reckon import Context, reckoned
from sayso.ingest.dates.tense import lies_ahead
from sayso.ingest.records import DateFound, DayBasis
from sayso.model.dates import parse

_SINCE = re.compile(
    r"\b(?:since|ever since|as of|effective|starting|from) (?:the |at least |about )?$", re.IGNORECASE
)
_UNTIL = re.compile(
    r"\b(?:by|before|until|till|no later than|up to|prior to)\s+(?P<the>the )?$", re.IGNORECASE
)
_STRICT = re.compile(r"\b(?:before|prior to)\s+$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|later than)\s+$", re.IGNORECASE)
_MAY_MONTH = re.compile(
    r"(?:\b(?:in|since|by|until|last|next|of|late|early|mid|from|to|through|and|this|between|before|after)|[,(–])[ -]$",
    re.IGNORECASE,
)
_WALK = re.compile(r"\b(?:the|a|an|his|her|their|on|and|to|of|[A-Z]\w+)\s$")
_SEASON_AFTER = re.compile(r"\b(?:in|the|during|by|since|this|last|next)\s(?:the\s)?$", re.IGNORECASE)
_NEVER_BEFORE = re.compile(
    r"[$£€#]\s?$|\b(?:No\.?|number|page|room|flight|article|section|resolution|[a-z]+ing)\s$", re.I
)
_EVERY = re.compile(r"\b(?:every|each)\s$", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:(?P<and>and)|to|until|till|through|[-–—])\s*(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s)?$", re.IGNORECASE)
_OF_SOMETHING = re.compile(r"\b(?:before|after|same day) \w$", re.IGNORECASE)
_NOT_SOON = re.compile(r"\b(?:how|as|too|any ?time|pretty|very|so) $", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"‘])|\n|\Z")
_RANGES = frozenset(("day", "day of year", "month", "bare month", "year", "weekday", "numeric", "iso"))
_CONFIDENCE = {"stated": 0.95, "inferred": 0.8, "unresolved": 0.3}
_ANCHOR_REACH = 1200  # characters that "two days later" looks back


class Match(NamedTuple):
    """A stretch that looks like a date."""

    start: int
    end: int
    rule: str
    parts: dict[str, str]
    to: tuple[str, dict[str, str]] | None = None  # the end of a range


def find_dates(text: str, published_on: date | None, day_first: bool | None = None) -> tuple[DateFound, ...]:
    """Dates in order, each EDTF that the store accepts, or unresolved.

    What is reckoned from the publication date stays unresolved while that is None. `day_first` tells how the outlet
    writes 03/04/2021; without it the text's other dates decide, else it stays unresolved.
    """
    matches = list(_joined(text, _matches(text)))
    habit = day_first if day_first is not None else _habit(matches)
    found: list[DateFound] = []
    anchor: tuple[int, Meaning] | None = None
    for number, match in enumerate(matches):
        near = anchor[1] if anchor and match.start - anchor[0] < _ANCHOR_REACH else None
        if _OF_SOMETHING.search(text[match.start : match.end + 2]):
            following = matches[number + 1] if number + 1 < len(matches) else None
            near = _named_after(text, match, following, near, habit)
        context = Context(published_on, near, lies_ahead(text, match.start, match.end))
        what = _meaning(match, context, habit)
        if what and what.grain in ("day", "month", "year") and match.rule not in ANCHORED:
            anchor = match.end, what
        before = text[max(matches[number - 1].end if number else 0, match.start - 24) : match.start]
        bounded = _bounded(before, match, what) if what else None
        found.append(_row(match, bounded))
    return tuple(found)


def _named_after(
    text: str, match: Match, following: Match | None, near: Meaning | None, habit: bool | None
) -> Meaning | None:
    """What `two days after …` is reckoned from: the date that follows; of an event, no day is known."""
    if following is not None and following.start - match.end <= 5:
        return _meaning(following, Context(None, None, False), habit)
    return (
        near if match.rule == "sequel" and "\n" not in text[max(0, match.start - 300) : match.start] else None
    )


def _row(match: Match, what: Meaning | None) -> DateFound:
    span = match.start, match.end
    if what is not None:
        precision = _precision(what.edtf)
        if precision is not None:
            basis: DayBasis = "stated" if what.stated else "inferred"
            return DateFound(span, what.edtf, precision, basis, match.rule, _CONFIDENCE[basis])
    return DateFound(span, None, "unknown", "unresolved", match.rule, _CONFIDENCE["unresolved"])


@lru_cache(maxsize=4096)
def _precision(edtf: str) -> str | None:
    """As the store reads it; None if the store would refuse it."""
    try:
        return parse(edtf).precision
    except ValueError:
        return None


def _meaning(match: Match, context: Context, habit: bool | None) -> Meaning | None:
    try:
        first = absolute(match.rule, match.parts, habit) or reckoned(match.rule, match.parts, context)
        if match.to is None or first is None:
            return first
        rule, parts = match.to
        last = absolute(rule, parts, habit) or reckoned(rule, parts, context)
    except (ValueError, OverflowError):
        return None
    if last is None or first.low is None or last.high is None or first.low >= last.high:
        return None
    if first.grain == "other" or last.grain == "other":
        return None
    return Meaning(f"{first.edtf}/{last.edtf}", first.low, last.high, first.stated and last.stated)


def _matches(text: str) -> list[Match]:
    found: list[Match] = []
    start = 0
    for stop in _SENTENCE_END.finditer(text):
        if TELLTALE.search(text, start, stop.end()):
            found += _within(text, start, stop.end())
        start = stop.end()
    return found


def _within(text: str, low: int, high: int) -> list[Match]:
    """The dates of one sentence."""
    found: list[Match] = []
    signs = {None, *(sign for sign, pattern in SIGNS.items() if pattern.search(text, low, high))}
    for rule, sign, pattern in PATTERNS:
        if sign not in signs:
            continue
        for match in pattern.finditer(text, low, high):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            parts = {key: value for key, value in match.groupdict().items() if value}
            if _is_date(text, start, rule, parts):
                found.append(Match(start, end, rule, parts))
    return sorted(found, key=lambda match: match.start)


def _joined(text: str, matches: list[Match]) -> Iterator[Match]:
    """`from 3 March to 5 June 2014`, `between 2014 and 2017`: two dates that are one range."""
    at = 0
    while at < len(matches):
        first, second = matches[at], matches[at + 1] if at + 1 < len(matches) else None
        if second is not None and _is_range(text, first, second):
            parts = dict(first.parts)
            rule = first.rule
            if "year" in second.parts and rule in ("day of year", "bare month"):
                months = (MONTH_NUMBERS[p["month"].lower()] for p in (parts, second.parts))
                back = next(months) > next(months)
                parts["year"] = str(int(second.parts["year"]) - back)
                rule = "day" if rule == "day of year" else "month"
            yield Match(first.start, second.end, rule, parts, (second.rule, second.parts))
            at += 2
            continue
        yield first
        at += 1


def _is_range(text: str, first: Match, second: Match) -> bool:
    if first.rule not in _RANGES or second.rule not in _RANGES or second.start - first.end > 12:
        return False
    joint = _JOIN.fullmatch(text[first.end : second.start])
    alike = first.rule == second.rule or ("month" in first.parts and "month" in second.parts)
    if not joint or not alike:
        return False
    before = text[max(0, first.start - 14) : first.start]
    return bool(_BETWEEN.search(before)) if joint["and"] else True


def _habit(matches: list[Match]) -> bool | None:
    """Whether this text writes the day first: from its other dates."""
    votes = 0
    for match in matches:
        if match.rule == "numeric" and match.parts["mark"] == "/":
            one, two = int(match.parts["one"]), int(match.parts["two"])
            votes += 3 * (one > 12) - 3 * (two > 12)
    return votes > 0 if votes else None


def _is_date(text: str, start: int, rule: str, parts: dict[str, str]) -> bool:
    before = text[max(0, start - 14) : start]
    if rule == "bare month" and not parts.get("part"):
        month = parts["month"]
        if month in ("May", "Mar"):
            return bool(_MAY_MONTH.search(before))
        if month == "March":
            return not _WALK.search(before)
    if rule == "ahead" and parts["word"].lower() == "soon":
        return not _NOT_SOON.search(before) and lies_ahead(text, start, start + 4)
    if rule in ("weekday", "bare month", "season") and _EVERY.search(before):
        return False
    if rule == "season" and not (parts.get("relation") or parts.get("year")):
        return bool(_SEASON_AFTER.search(before))
    return not (
        rule == "year" and _NEVER_BEFORE.search(before) and not before.endswith(("during ", "following "))
    )


def _bounded(before: str, match: Match, what: Meaning) -> Meaning:
    """`since`, `by`, `before`, `after` in front of a date open one of its ends."""
    if what.edtf.endswith("/..") or match.to or match.rule == "stretch":
        return what
    first, last = (end.rstrip("~") for end in (what.edtf.split("/")[0], what.edtf.split("/")[-1]))
    until = _UNTIL.search(before)
    since = None if until else _SINCE.search(before)
    open_start = since and not (
        since.group().lower().startswith("from") and (not what.stated or "/" in what.edtf)
    )
    if open_start or (not until and _AFTER.search(before)):
        return replace(what, edtf=f"{first}/..")
    if until:
        if _STRICT.search(before) and what.low and what.low > date.min and what.grain != "other":
            return replace(what, edtf=f"../{what.low - timedelta(days=1)}")
        stated = what.stated or "year" in match.parts or match.parts.get("whole", "").isdigit()
        return replace(what, edtf=f"../{what.high.isoformat() if what.high else last}", stated=stated)
    return what
