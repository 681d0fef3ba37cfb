"""When an event happened: the date that belongs to its clause, else what the publication date tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sayso.ingest.records import DateFound, DayBasis, Modality, Span

_WHEN = re.compile(r"\s*,? when\b")
_REACH = 400  # characters
_GOES_ON = re.compile(r"(?:He|She|They)\b")
_TIME_OF_DAY = re.compile(
    r"\b(?:in|that|late in|early in) (?:the )?(?:early |late )?(?:morning|afternoon|evening|night)\b|\bat (?:dawn|dusk|noon)\b"
)
_CROSSED = 30  # a date beyond another event is so many characters farther
_BEFORE = 15
_TWIN = 12  # "was arrested and charged on Monday": one date for both
_LATER = ("expected", "demanded")
_CLAUSE_END = re.compile(
    r"[,;:—]|\b(?:after|before|when|while|because|since(?=\s+(?:he|she|it|they|we|the|a|an|his|her|their|its)\b)|who|which|although)\b"
)

When = tuple[str | None, DayBasis]


def when(
    text: str,
    at: Span,
    dates: list[DateFound],
    others: list[int],
    modality: Modality,
    inside: Span | None,
    published_on: date | None,
    present: bool = False,
    carried: str | None = None,
) -> When:
    """EDTF and basis for an event whose trigger is `at`.

    `others` are the places of the other events of the sentence; `inside` is the quote that tells this one: a date
    outside it says when that was said, which bounds the event. `present`: told in the present tense (`urges`);
    `carried`: the day of which the sentence goes on to tell.
    """
    known = [day for day in dates if day.edtf]
    told = [day for day in known if _beside(day.span, inside) and _its_own(text, at, day.span, others)]
    if published_on is not None and modality in ("happened", "denied"):
        now = published_on.isoformat()
        told = [day for day in told if not _lies_after(day.edtf or "", now)]  # "agreed to pay by June"
        if present and inside is None:  # "rejects what the mission said on Sunday"
            told = [day for day in told if now in (day.edtf or "")]
    said = [day for day in known if not _beside(day.span, inside)]
    if told:
        best = min(told, key=lambda found: _distance(text, at, found.span, others))
        day = best.edtf or ""
        if best.span[1] <= at[0] and _WHEN.match(text, best.span[1]):
            return _closed(day), best.basis
        if modality in _LATER and best.basis == "inferred" and _is_past(day, published_on):
            return f"{_closed(day).split('/')[0]}/..", "inferred"
        return day, best.basis
    if said and inside is not None:
        return _bound(_closed(said[0].edtf or ""), modality), "inferred"
    if carried and inside is None and modality == "happened" and not present:
        return carried, "inferred"
    if published_on is None or modality == "demanded":
        return None, "unresolved"  # a demand bounds nothing: it may never be met
    if present and inside is None and modality == "happened":
        return published_on.isoformat(), "inferred"
    return _bound(published_on.isoformat(), modality), "inferred"


def carried_day(text: str, span: Span, dates: Sequence[DateFound], published_on: date | None) -> str | None:
    """The day that a sentence without one goes on to tell of: `He ruled it out`, `Police fired in the early morning`."""
    near = [day for day in dates if span[0] - _REACH <= day.span[0] < span[0] and day.edtf]
    paragraph = text.rfind("\n", 0, span[0])
    if not near or (near[-1].span[0] < paragraph and not _TIME_OF_DAY.search(text, *span)):
        return None
    if not (_GOES_ON.match(text, span[0]) or _TIME_OF_DAY.search(text, *span)):
        return None
    day = near[-1].edtf or ""
    past = published_on is None or day <= published_on.isoformat()
    return day if near[-1].precision == "day" and len(day) == 10 and past else None


def _beside(day: Span, inside: Span | None) -> bool:
    return inside is None or (inside[0] <= day[0] < inside[1])


def _its_own(text: str, at: Span, day: Span, others: list[int]) -> bool:
    """Whether a date can be this event's: not that of another event in a later clause."""
    if day[0] < at[1]:
        return True
    crossed = [other for other in others if at[1] <= other < day[0]]
    return not crossed or min(crossed) - at[1] < _TWIN


def _bound(day: str, modality: Modality) -> str:
    start, _, end = day.partition("/")
    return f"{start}/.." if modality in (*_LATER, "ongoing") else f"../{end or start}"


def _closed(edtf: str) -> str:
    """Without an open end."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return edtf
    return start if end == ".." else end if start == ".." else edtf


def _is_past(edtf: str, published_on: date | None) -> bool:
    start = edtf.split("/")[0]
    return (
        published_on is not None
        and len(start) == 10
        and start <= published_on.isoformat()
        and ".." not in edtf
    )


def _lies_after(edtf: str, now: str) -> bool:
    """Whether a date, or the end of one without a beginning, is later than a day."""
    start, _, end = edtf.partition("/")
    bound = end if start == ".." else start
    return bound[: len(now)] > now[: len(bound)]


def _distance(text: str, at: Span, day: Span, others: list[int]) -> float:
    between = (at[1], day[0]) if day[0] >= at[1] else (day[1], at[0])
    crossed = sum(between[0] <= other < between[1] for other in others)
    ends = len(_CLAUSE_END.findall(text, *between)) if between[0] < between[1] else 0
    return abs(day[0] - at[1]) + _CROSSED * (crossed + ends) + (0 if day[0] >= at[1] else _BEFORE)
