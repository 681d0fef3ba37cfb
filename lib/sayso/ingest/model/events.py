"""Events as a model reports them, checked: every word of them stands in the sentence that it named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, cast

from sayso.ingest.lexicon.places import COUNTRY_POINTS, city, country_code, country_name
from sayso.ingest.lexicon.plover import KINDS
from sayso.ingest.model.answer import SaidEvent
from sayso.ingest.model.quotes import NotConfirmed, Reading
from sayso.ingest.model.schema import MODALITIES
from sayso.ingest.records import DateFound, Event, Modality, Quote, Span

CONFIDENCE = 0.5  # not measured
Basis = Literal["stated", "inferred", "unresolved"]


def checked_event(
    said: SaidEvent, reading: Reading, quotes: Sequence[Quote], published_on: date | None
) -> Event:
    """The event as a row; `quotes` are the article's so far, for who claims it.

    Raises NotConfirmed if its kind is none, or its trigger, or both of its participants, are not in the sentence.
    """
    if said.kind not in KINDS or said.modality not in MODALITIES:
        raise NotConfirmed(f"no event is of kind {said.kind[:40]}, {said.modality[:40]}")
    near = reading.around([said.sentence])
    trigger = _within(reading, said.trigger, near)
    if trigger is None:
        raise NotConfirmed(f"the words “{said.trigger[:80]}” are not in sentence {said.sentence}")
    number = reading.sentence_at(trigger[0])
    sentence = reading.rules.sentences[number].span
    source, source_actor = _participant(reading, said.source, sentence)
    target, target_actor = _participant(reading, said.target, sentence)
    if source_actor is None and target_actor is None:
        raise NotConfirmed(f"nobody who takes part in “{said.trigger[:80]}” is named there")
    modality = cast(Modality, said.modality)
    edtf, basis = _date(reading, said.date, sentence, modality, published_on)
    place, latitude, longitude = _place(reading, said.place, sentence)
    claimed = next(
        (n for n, quote in enumerate(quotes) if any(s <= trigger[0] < e for s, e in quote.spans)), None
    )
    return Event(
        said.kind, trigger, sentence, modality, source, target, source_actor, target_actor, edtf, basis, place, latitude,
        longitude, claimed, "model", CONFIDENCE, reading.coder,
    )  # fmt: skip


def _within(reading: Reading, words: str | None, sentence: Span) -> Span | None:
    if not words:
        return None
    return next(iter(reading.text.places(words, sentence)), None)


def _participant(reading: Reading, words: str | None, sentence: Span) -> tuple[Span | None, str | None]:
    span = _within(reading, words, sentence)
    return (span, reading.people.meant("", "", span, span)) if span else (None, None)


def _date(
    reading: Reading, words: str | None, sentence: Span, modality: Modality, published_on: date | None
) -> tuple[str | None, Basis]:
    """What the rules make of the date that the model points at; the model does not reckon."""
    span = _within(reading, words, sentence)
    day: DateFound | None = None
    if span is not None:
        day = next((d for d in reading.rules.dates if d.span[0] < span[1] and span[0] < d.span[1]), None)
    if day is not None:
        return day.edtf, day.basis
    if span is not None or published_on is None:
        return None, "unresolved"
    later = modality in ("expected", "demanded", "ongoing")
    return (f"{published_on}/.." if later else f"../{published_on}"), "inferred"


def _place(
    reading: Reading, words: str | None, sentence: Span
) -> tuple[str | None, float | None, float | None]:
    span = _within(reading, words, sentence)
    if span is None:
        return None, None, None
    name = " ".join(reading.text.text[slice(*span)].split())
    code = country_code(name)
    if code:
        latitude, longitude = COUNTRY_POINTS.get(code, (None, None))
        return country_name(code), latitude, longitude
    found = city(name)
    return (found.name, found.latitude, found.longitude) if found else (name, None, None)
