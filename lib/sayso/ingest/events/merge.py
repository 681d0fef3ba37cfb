"""One event for all its mentions: same kind, participants that agree, dates that agree."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from sayso.ingest.records import Event, Span

_STEM = 4  # letters: "killed" and "killing"
_OPEN = ("expected", "demanded")
_NEAR = 1500  # characters that "the attack" looks back


def merged(events: list[tuple[Event, str]], mentions: list[tuple[str, Span]]) -> tuple[Event, ...]:
    """Events in order of the text, each with its verb ("" for a noun); `mentions` are nouns that may speak of one again."""
    kept: list[Event] = []
    verbs: list[str] = []
    for event, verb in events:
        number = next((k for k, other in enumerate(kept) if _same(other, event, verbs[k], verb)), None)
        if number is None:
            kept.append(event)
            verbs.append(verb)
        else:
            kept[number] = _joined(kept[number], event)
    for kind, span in mentions:
        before = [
            k
            for k, event in enumerate(kept)
            if event.kind == kind and 0 <= span[0] - event.trigger[0] <= _NEAR
        ]
        if before:
            nearest = max(before, key=lambda k: kept[k].trigger[0])
            kept[nearest] = replace(kept[nearest], spans=_spans(kept[nearest].spans, (span,)))
    return tuple(sorted(kept, key=lambda event: event.trigger))


def _same(one: Event, other: Event, verb: str, other_verb: str) -> bool:
    if one.kind != other.kind or _stage(one) != _stage(other):
        return False
    a, b = _actors(one), _actors(other)
    if one.span == other.span and other.rule.startswith("phrase") and a & b:
        return True
    if one.span == other.span and one.target and (one.source, one.target) == (other.source, other.target):
        return one.happened_on == other.happened_on
    if not a or not b or not (a <= b or b <= a):
        return False
    if one.source_actor and other.source_actor and one.source_actor != other.source_actor:
        return False
    alike = not verb or not other_verb or verb[:_STEM] == other_verb[:_STEM]
    if not alike and not (len(a) == 2 and a == b):
        return False
    return _dates_agree(one, other)


def _stage(event: Event) -> str:
    return "to come" if event.modality in _OPEN else "denied" if event.modality == "denied" else "real"


def _actors(event: Event) -> set[str]:
    return {actor for actor in (event.source_actor, event.target_actor) if actor}


def _dates_agree(one: Event, other: Event) -> bool:
    a, b = one.happened_on, other.happened_on
    return a is None or b is None or a == b or _vague(a) or _vague(b)


def _vague(edtf: str) -> bool:
    return ".." in edtf


def _joined(one: Event, other: Event) -> Event:
    """The mention with the better date, then the surer, leads; the other's places stay."""
    first, second = (other, one) if _better(other, one) else (one, other)
    return replace(
        first,
        spans=_spans(one.spans, other.spans),
        source=first.source or second.source,
        source_actor=first.source_actor or second.source_actor,
        target=first.target or second.target,
        target_actor=first.target_actor or second.target_actor,
        place=first.place or second.place,
        latitude=first.latitude if first.place else second.latitude,
        longitude=first.longitude if first.place else second.longitude,
        place_precision=first.place_precision if first.place else second.place_precision,
        claimed_in=None if None in (one.claimed_in, other.claimed_in) else first.claimed_in,
        confidence=max(one.confidence, other.confidence),
    )


def _better(one: Event, other: Event) -> bool:
    def rank(event: Event) -> tuple[bool, bool, float]:
        return (
            event.basis == "stated",
            bool(event.happened_on) and not _vague(event.happened_on or ".."),
            event.confidence,
        )

    return rank(one) > rank(other)


def _spans(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...]:
    """In order, each once, none overlapping."""
    ordered = sorted({*one, *other})
    overlapping = any(a[1] > b[0] for a, b in pairwise(ordered))
    return one if overlapping else tuple(ordered)
