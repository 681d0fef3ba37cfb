"""From a quote's words to its places: verbatim, in the part that was read, with nothing left out in between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.ingest.model.verbatim import Searchable, distance
from sayso.ingest.records import Marked, QuoteKind, Span

FARTHEST = 400  # characters between two parts of one quote
_BEFORE = re.compile(
    r"(?:\b(?:not|never|no|cannot|nor|neither|without)|n['’]t)\W+(?:[\w’'-]+\W+){0,2}\Z", re.IGNORECASE
)
_QUOTE_MARKS = re.compile(r"[\"“”«»„‘]|(?<!\w)'")  # never the apostrophe of "don't"


class Unfound(Exception):
    """The words are not in the article, or not together; the text says which."""


def quote_spans(
    text: Searchable,
    parts: Sequence[str],
    near: Span,
    within: Span,
    marked: Sequence[Marked],
    between: Sequence[str],
) -> tuple[Span, ...]:
    """The places of a quote's parts, in order, with the quotation marks around them.

    `near` are the sentences that were named, `within` the stretch that the model was shown. Two parts stay two only
    where the attribution (`between`: cue and speaker) or a quotation mark stands between them; else the words between
    belong to the quote: leaving out a "not" is not quoting. Raises Unfound.
    """
    found: list[Span] = []
    for part in parts:
        places = [
            place for place in text.places(part, within) if not any(_overlap(place, other) for other in found)
        ]
        if not places:
            raise Unfound(part)
        after = found[-1][1] if found else 0
        found.append(min(places, key=lambda place: (distance(place, near), place[0] < after, place[0])))
    found.sort()
    joined = [found[0]]
    for place in found[1:]:
        gap = text.text[joined[-1][1] : place[0]]
        if len(gap) > FARTHEST:
            raise Unfound(text.text[slice(*place)])
        borders = text.text[joined[-1][1] - 1] + text.text[place[0]]
        if _is_attribution(gap, between) or _QUOTE_MARKS.search(borders):
            joined.append(place)
        else:
            joined[-1] = (joined[-1][0], place[1])
    return _apart([_with_marks(text.text, place, marked) for place in joined])


def _apart(places: Sequence[Span]) -> tuple[Span, ...]:
    """Places that touch, as one."""
    whole: list[Span] = []
    for place in sorted(places):
        if whole and place[0] <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], place[1]))
        else:
            whole.append(place)
    return tuple(whole)


def kind_of(text: str, spans: Sequence[Span], marked: Sequence[Marked]) -> QuoteKind:
    """Direct if all words stand in quotation marks, mixed if some do."""
    inside = outside = False
    for start, end in spans:
        quoted = sorted(mark.span for mark in marked if _overlap(mark.span, (start, end)))
        at = start
        for first, last in quoted:
            inside = True
            outside = outside or bool(re.search(r"\w", text[at : max(at, first)]))
            at = max(at, last)
        outside = outside or bool(re.search(r"\w", text[at : max(at, end)]))
    if inside:
        return "mixed" if outside else "direct"
    return "indirect"


def _with_marks(text: str, place: Span, marked: Sequence[Marked]) -> Span:
    """The place with the quotation marks, where it reaches both; and with a "not" that it was cut off behind."""
    start, end = place
    for mark in marked:
        first, last = mark.span
        if not _overlap(mark.span, place):
            continue
        lead, rest = text[first : max(first, start)], text[min(last, end) : last]
        if not re.search(r"\w", lead + rest):
            start, end = min(start, first), max(end, last)
        elif negation := _BEFORE.search(lead):
            start = first + negation.start()
    return start, end


def _is_attribution(gap: str, between: Sequence[str]) -> bool:
    if not re.search(r"\w", gap):
        return bool(_QUOTE_MARKS.search(gap)) or "\n" in gap
    inner = Searchable(gap)
    return bool(_QUOTE_MARKS.search(gap)) or any(inner.places(words) for words in between if words)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
