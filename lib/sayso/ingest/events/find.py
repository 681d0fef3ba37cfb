"""The events of a text: trigger, kind, modality, participants, date, place, and who claims it."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from sayso.ingest.actors.find import Cast
from sayso.ingest.events.classify import Trigger, triggers
from sayso.ingest.events.places import place_near
from sayso.ingest.lexicon.plover import DEMANDED, DENIED, EXPECTED, ONGOING, QUADS
from sayso.ingest.records import DateFound, Event, Modality, Quote, Span
from sayso.ingest.text.sentences import Parsed

Who = tuple[Span, str]
Piece = tuple[int, int, int]  # start, end, number of the quote
_CONFIDENCE = {1: 0.45, 2: 0.5, 3: 0.55, 4: 0.65}
_WHEN = re.compile(r",? when\b")
_ONLY_WORDS = frozenset(("DEMAND", "AGREE", "CONCEDE"))  # kinds whose triggers are common words
_BESIDE = 45


def find_events(
    parsed: Parsed,
    cast: Cast,
    quotes: tuple[Quote, ...],
    dates: tuple[DateFound, ...],
    published_on: date | None,
) -> tuple[Event, ...]:
    """Events in order of the text; those inside a quote are claims of its speaker."""
    people = [(name.span, cluster.key) for name, cluster in cast.mentions if cluster.kind is not None]
    pieces = sorted((start, end, number) for number, quote in enumerate(quotes) for start, end in quote.spans)
    found: list[Event] = []
    for sentence in parsed.sentences:
        if sentence.kind != "body":
            continue
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        here = [(span, key) for span, key in people if start <= span[0] < end]
        if not here:
            continue
        text = parsed.text[start:end]
        when = [day for day in dates if start <= day.span[0] < end]
        seen: dict[str, int] = {}
        kept = triggers(text)
        for trigger in kept:
            if trigger.kind in seen and trigger.start - seen[trigger.kind] < _BESIDE:
                continue
            event = _event(parsed.text, (start, end), trigger, kept, here, when, pieces, published_on)
            if event:
                seen[trigger.kind] = trigger.start
                found.append(event)
    return tuple(found)


def _event(
    text: str,
    sentence: Span,
    trigger: Trigger,
    others: list[Trigger],
    people: list[Who],
    dates: list[DateFound],
    pieces: list[Piece],
    published_on: date | None,
) -> Event | None:
    at = (sentence[0] + trigger.start, sentence[0] + trigger.end)
    before = text[sentence[0] : at[0]]
    modality = _modality(before[-90:])
    source, target = _participants(text, at, sentence, people)
    if source is None and target is None:
        return None
    if trigger.kind in _ONLY_WORDS and source is None:
        return None
    claimed = _claimed(at[0], pieces)
    edtf, basis = _date(text, at, dates, others, sentence[0], modality, published_on)
    place = place_near(text, at, sentence)
    confidence = (
        _CONFIDENCE[QUADS[trigger.kind]]
        + (0.1 if source and target else 0.0)
        + (0.05 if basis == "stated" else 0.0)
    )
    return Event(
        trigger.kind, at, sentence, modality, source[0] if source else None, target[0] if target else None,
        source[1] if source else None, target[1] if target else None, edtf, basis,  # type: ignore[arg-type]
        place.name if place else None, place.latitude if place else None, place.longitude if place else None,
        claimed, f"trigger {trigger.kind.lower()}", round(confidence, 2),
    )  # fmt: skip


def _claimed(at: int, pieces: list[Piece]) -> int | None:
    """The quote that a place lies in."""
    last = bisect_right(pieces, (at, 10**12, 0)) - 1
    return next(
        (n for start, end, n in reversed(pieces[max(0, last - 3) : last + 1]) if start <= at < end), None
    )


def _modality(before: str) -> Modality:
    if DENIED.search(before):
        return "denied"
    if DEMANDED.search(before):
        return "demanded"
    if EXPECTED.search(before):
        return "expected"
    return "ongoing" if ONGOING.search(before) else "happened"


def _participants(text: str, at: Span, sentence: Span, people: list[Who]) -> tuple[Who | None, Who | None]:
    before = [who for who in people if who[0][1] <= at[0]]
    after = [who for who in people if who[0][0] >= at[1]]
    source = before[0] if before else None
    near = [who for who in before if "," not in text[who[0][1] : at[0]]]
    source = near[0] if near else source
    target = after[0] if after else None
    agent = text[at[1] : at[1] + 60]
    if (
        " by " in agent
        and after
        and text[at[0] - 12 : at[0]].split()[-1:]
        and _passive(text[max(sentence[0], at[0] - 14) : at[0]])
    ):
        place = at[1] + agent.index(" by ")
        agents = [who for who in after if who[0][0] >= place]
        if agents:
            return agents[0], source
    return source, target if target != source else None


def _passive(before: str) -> bool:
    return any(word in before.lower().split() for word in ("was", "were", "been", "being", "is", "are", "be"))


def _date(
    text: str,
    at: Span,
    dates: list[DateFound],
    others: list[Trigger],
    start: int,
    modality: Modality,
    published_on: date | None,
) -> tuple[str | None, str]:
    if dates:
        best = min(dates, key=lambda day: _distance(at, day.span, others, start))
        if best.edtf is None:
            return None, "unresolved"
        when_clause = best.span[1] <= at[0] and _WHEN.match(text[best.span[1] : at[0]])
        return (best.edtf.split("/")[0] if when_clause else best.edtf), best.basis
    if published_on is None:
        return None, "unresolved"
    later = modality in ("expected", "demanded", "ongoing")
    return (f"{published_on}/.." if later else f"../{published_on}"), "inferred"


def _distance(at: Span, day: Span, others: list[Trigger], start: int) -> float:
    between = (at[1], day[0]) if day[0] >= at[1] else (day[1], at[0])
    crossed = sum(between[0] <= start + other.start < between[1] for other in others)
    return abs(day[0] - at[1]) + 30 * crossed + (0 if day[0] >= at[1] else 15)
