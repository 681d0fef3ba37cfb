"""From what a model reports to rows that were checked against the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ingest.lexicon.cues import CUES
from sayso.ingest.model.answer import SaidQuote, SaidStance
from sayso.ingest.model.people import People
from sayso.ingest.model.spans import Unfound, kind_of, quote_spans
from sayso.ingest.model.verbatim import Searchable, distance
from sayso.ingest.records import CueClass, Extraction, Quote, Resolution, Span, Stance

SPEAKER_REACH, CUE_REACH = 700, 250  # characters between a quote and the words that attribute it
AGREED, ALONE, AGAINST = 0.7, 0.5, 0.3  # as the rules / unknown to them / other than they; not measured
_STANCE = 0.4


class NotConfirmed(Exception):
    """A row fails a check; the text says which, for the model to try again and for the log."""


@dataclass(frozen=True)
class Reading:
    """What a part of an article is checked against."""

    text: Searchable
    rules: Extraction
    people: People
    issues: frozenset[str]
    coder: str
    shown: Span
    begins: int  # what ends before this place was only shown to make clear who is meant

    def around(self, numbers: Sequence[int]) -> Span:
        """The stretch from the first to the last of the sentences named; all that was shown if they don't exist."""
        spans = [self.rules.sentences[n].span for n in numbers if 0 <= n < len(self.rules.sentences)]
        return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else self.shown

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return next((n for n, row in enumerate(self.rules.sentences) if place < row.span[1]), 0)


def checked_quote(said: SaidQuote, reading: Reading) -> Quote:
    """The quote as a row. Raises NotConfirmed if its words or its speaker are not in the article."""
    text = reading.text
    between = [words for words in (said.cue, said.speaker) if words]
    try:
        spans = quote_spans(
            text, said.parts, reading.around(said.sentences), reading.shown, reading.rules.marked, between
        )
    except Unfound as error:
        raise NotConfirmed(f"the words {_short(str(error))} are not there") from None
    hull = (spans[0][0], spans[-1][1])
    speaker = _beside(text, said.speaker, spans, SPEAKER_REACH)
    actor = reading.people.meant(said.actor, said.actor_kind, speaker, hull)
    if speaker is None:
        speaker = _beside(text, said.actor, spans, SPEAKER_REACH)
    if speaker is None and actor is None:
        raise NotConfirmed(f"the speaker {_short(said.speaker or said.actor)} is not named near these words")
    if actor is None and said.actor:
        raise NotConfirmed(f"the actor {_short(said.actor)} is neither in the article nor in the list")
    cue = _beside(text, said.cue, spans, CUE_REACH) if said.cue else None
    rule, confidence, others = _compared(spans, actor, reading.rules.quotes)
    same = next((quote.kind for quote in reading.rules.quotes if overlap(spans, quote.spans) > 0.9), None)
    number = reading.sentence_at(cue[0] if cue else hull[0])
    return Quote(
        same or kind_of(text.text, spans, reading.rules.marked), spans, speaker, cue, _class_of(text.text, cue), None, rule,
        confidence, number, None, Resolution(actor, "model" if actor else "unresolved", confidence if actor else 0.0, others),
        _said_on(reading.rules, number), reading.coder,
    )  # fmt: skip


def checked_stances(
    said: Sequence[SaidStance], quote: Quote, number: int, reading: Reading
) -> tuple[list[Stance], list[str]]:
    """The stances of the quote with this number that pass, and what is wrong with the others."""
    kept: dict[str, Stance] = {}
    wrong: list[str] = []
    hull = (quote.spans[0][0], quote.spans[-1][1])
    sentence = reading.around([reading.sentence_at(hull[0]), reading.sentence_at(hull[1] - 1)])
    for side in said:
        problem = None
        condition = None
        if side.issue_id not in reading.issues:
            problem = f"no issue {_short(side.issue_id)} in the codebook"
        elif not -2 <= side.stance <= 2:
            problem = f"a stance of {side.stance}"
        elif quote.resolution.actor is None:
            problem = "a stance of nobody"
        elif side.condition:
            condition = reading.text.nearest(side.condition, hull)
            if condition is None or distance(condition, sentence) > 0:
                problem = f"the condition {_short(side.condition)} is not there"
        other = kept.get(side.issue_id)
        if problem is None and other is not None:
            del kept[side.issue_id]
            problem = f"two stances on {side.issue_id} in one quote"
        if problem is not None:
            wrong.append(f"Stance left out: {problem}.")
            continue
        kept[side.issue_id] = Stance(
            number, quote.resolution.actor, side.issue_id, side.stance, condition, hull, "model", _STANCE, reading.coder
        )  # fmt: skip
    return list(kept.values()), wrong


def _beside(text: Searchable, words: str, spans: Sequence[Span], reach: int) -> Span | None:
    """The words nearest to a quote, outside of it."""
    reached = (max(0, spans[0][0] - reach), spans[-1][1] + reach)
    places = [
        place
        for place in (text.places(words, reached) if words else [])
        if not any(place[0] < end and start < place[1] for start, end in spans)
    ]
    return min(places, key=lambda place: min(distance(place, span) for span in spans), default=None)


def _compared(
    spans: Sequence[Span], actor: str | None, rules: Sequence[Quote]
) -> tuple[str, float, tuple[str, ...]]:
    """Rule, confidence and runners-up, by what the rules make of the same words."""
    same = [quote for quote in rules if overlap(spans, quote.spans) >= 0.5]
    named = [quote.resolution for quote in same if quote.resolution.actor is not None]
    if any(who.actor == actor for who in named):
        others = [key for who in named for key in who.runners_up]
        return "model and rules", AGREED, tuple(dict.fromkeys(key for key in others if key != actor))[:3]
    others = [
        key for who in named for key in (who.actor, *who.runners_up) if key is not None and key != actor
    ]
    if others and actor is not None:
        return "model, not the rules’ speaker", AGAINST, tuple(dict.fromkeys(others))[:3]
    return "model", ALONE, tuple(dict.fromkeys(others))[:3]


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Characters in common, as a share of those in either (0 to 1)."""
    if one[-1][1] <= other[0][0] or other[-1][1] <= one[0][0]:
        return 0.0
    common = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    either = sum(end - start for start, end in (*one, *other)) - common
    return common / either if either else 0.0


def _class_of(text: str, cue: Span | None) -> CueClass:
    words = text[slice(*cue)].lower().split() if cue else []
    return next((CUES[word][1] for word in words if word in CUES), "speech")


def _said_on(rules: Extraction, number: int) -> str | None:
    start, end = rules.sentences[number].span
    return next(
        (day.edtf for day in rules.dates if start <= day.span[0] < end and day.precision == "day"), None
    )


def _short(words: str) -> str:
    return f"“{words if len(words) <= 80 else words[:79] + '…'}”"
