"""The events of a text: trigger, kind, modality, participants, date, place, and who claims it."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from sayso.ingest.actors.find import Cast
from sayso.ingest.events.classify import found_in
from sayso.ingest.events.judge import Verdict, verdicts
from sayso.ingest.events.merge import merged
from sayso.ingest.events.places import place_near
from sayso.ingest.events.sureness import LEAST, confidence, sureness
from sayso.ingest.events.title import title
from sayso.ingest.events.when import carried_day, when
from sayso.ingest.events.who import People
from sayso.ingest.records import DateFound, Event, Quote, Span
from sayso.ingest.text.sentences import Parsed
from sayso.ingest.text.tokens import Token

Piece = tuple[int, int, int]  # start, end, number of the quote


def find_events(
    parsed: Parsed,
    cast: Cast,
    quotes: tuple[Quote, ...],
    dates: tuple[DateFound, ...],
    published_on: date | None,
) -> tuple[Event, ...]:
    """Events in order of the text, each once with all its places; those inside a quote are claims of its speaker."""
    finder = _Finder(parsed, cast, quotes, published_on)
    events: list[tuple[Event, str]] = []
    mentions: list[tuple[str, Span]] = []
    for number, words, _ in cast.sentences:
        if not words or parsed.sentences[number].kind != "body" or words[-1].text == "?":
            continue
        span = words[0].start, words[-1].end
        judged = verdicts(found_in(parsed.text[slice(*span)], words, span[0]), words)
        when_said = [day for day in dates if span[0] <= day.span[0] < span[1]]
        places = [words[one.clause.head].start for one in judged if one.own]
        finder.carried = (
            None if when_said or not places else carried_day(parsed.text, span, dates, published_on)
        )
        for one in judged:
            if not one.own:
                mentions.append((one.found.trigger.kind, _place(one, span[0])))
                continue
            event = finder.event(one, words, span, when_said, places)
            if event:
                head = words[one.found.clause.head]
                events.append((event, "" if head.tag.startswith("NN") else head.lower))
    return merged(events, mentions)


def _place(one: Verdict, start: int) -> Span:
    return start + one.found.trigger.start, start + one.found.trigger.end


class _Finder:
    """Makes an event of each verdict."""

    def __init__(
        self, parsed: Parsed, cast: Cast, quotes: tuple[Quote, ...], published_on: date | None
    ) -> None:
        self.text = parsed.text
        self.quotes = quotes
        self.published_on = published_on
        self.carried: str | None = None  # the day that the sentence at hand goes on to tell of
        self.people = People(parsed, cast, quotes)
        self.names = {cluster.key: cluster.name for _, cluster in cast.mentions}
        self.marked = [mark.span for mark in parsed.marked]
        self.pieces = sorted((start, end, n) for n, quote in enumerate(quotes) for start, end in quote.spans)

    def event(
        self, one: Verdict, words: list[Token], span: Span, dates: list[DateFound], places: list[int]
    ) -> Event | None:
        kind, at = one.found.trigger.kind, _place(one, span[0])
        source, target = self.people.participants(words, one.clause)
        if source is None and target is None and not (one.form == "content" and one.modality == "demanded"):
            return None
        piece = self._piece(at[0])
        inside = (piece[0], piece[1]) if piece else None
        day, basis = when(
            self.text, at, dates, places, one.modality, inside, self.published_on, one.present, self.carried
        )
        place = place_near(self.text, at, span)
        sure = sureness(
            one, kind, source, target, place is not None,
            basis == "stated" or any(d.edtf == day for d in dates), self._in_marks(at[0]), piece is not None,
        )  # fmt: skip
        if sure < LEAST:
            return None
        name = self.names.get(source.actor or "") if source else None
        if one.clause.passive and target:
            name = self.names.get(target.actor or "")
        return Event(
            kind, at, span, one.modality, source.span if source else None, target.span if target else None,
            source.actor if source else None, target.actor if target else None, day, basis,
            place.name if place else None, place.latitude if place else None, place.longitude if place else None,
            piece[2] if piece else None, f"{one.form} {kind.lower()}", confidence(sure),
            title=title(words, one.clause, name), spans=(span,), place_precision=place.precision if place else None,
        )  # fmt: skip

    def _piece(self, at: int) -> Piece | None:
        """The piece of a quote that a place lies in."""
        last = bisect_right(self.pieces, (at, 10**12, 0))
        near = reversed(self.pieces[max(0, last - 4) : last])
        return next((piece for piece in near if piece[0] <= at < piece[1]), None)

    def _in_marks(self, at: int) -> bool:
        last = bisect_right(self.marked, (at, 10**12)) - 1
        return last >= 0 and self.marked[last][0] <= at < self.marked[last][1]
