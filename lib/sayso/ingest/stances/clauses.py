"""A quote cut into clauses, with its conditions and questions set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ingest.lexicon.stance_words import CONDITION, IRONY
from sayso.ingest.records import Quote, Span
from sayso.ingest.stances.clause import Clause, clause_of
from sayso.ingest.stances.words import Word, words_in

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_CUT = re.compile(
    r"[;:—]|\s–\s|,\s+(?=(?:and|but|which|who|while|whereas|though|although|saying|because|so|or|yet)\b)|"
    r"\s(?=(?:but|because|while|whereas|although|though|and that|and (?:he|she|it|they|we|I))\b)|\s(?=and [“‘])"
)
_LEAD = 60  # characters between a cue and the words it brings


@dataclass(frozen=True)
class Piece:
    """A clause with the place of its words, and the condition of its sentence."""

    clause: Clause
    span: Span
    condition: Span | None


def pieces(text: str, quote: Quote) -> Iterator[Piece]:
    """The clauses of a quote from which a side may be read; none from questions and irony."""
    speaker = frozenset(w.stem for w in words_in(text, *quote.speaker)) if quote.speaker else frozenset()
    for number, span in enumerate(quote.spans):
        for sentence in _SENTENCE.finditer(text, *span):
            start, end = sentence.span()
            if sentence[0].rstrip("”\"’' ").endswith("?") or IRONY.search(sentence[0]):
                continue
            first = start == span[0]
            held = CONDITION.search(text, start, end)
            condition = (held.start(), _trimmed(text, held.start(), held.end())) if held else None
            for a, b in _clauses(text, start, end, condition):
                opens = a == start and first
                lead = _lead(text, quote, a) if opens else a
                before = words_in(text, lead, a) if lead < a else []
                words = before + words_in(text, a, b)
                if words:
                    yield Piece(
                        clause_of(words, len(before), quote.kind == "direct", opens and number == 0, speaker, quote.cue),
                        (lead, b), condition,
                    )  # fmt: skip


def _clauses(text: str, start: int, end: int, condition: Span | None) -> Iterator[Span]:
    stretches = [(start, end)] if condition is None else [(start, condition[0]), (condition[1], end)]
    for a, b in stretches:
        for cut in _CUT.finditer(text, a, b):
            if cut.start() > a:
                yield a, cut.start()
            a = cut.end()
        if a < b:
            yield a, b


def _lead(text: str, quote: Quote, start: int) -> int:
    if quote.cue and 0 < start - quote.cue[0] <= _LEAD:
        return quote.cue[0]  # "rejected the plan": the verb that takes the words belongs to them
    return start


def _trimmed(text: str, start: int, end: int) -> int:
    """A condition ends at the comma after which the main clause follows."""
    comma = re.compile(r",\s+(?=(?:I|we|he|she|it|they|then|the|there|my|our|his|her)\b)").search(
        text, start, end
    )
    return comma.start() if comma else start + len(text[start:end].rstrip(" ,"))


def topic_words(text: str, quote: Quote) -> list[Word]:
    """Words of the sentence around a quote, which may name what "it" is: `said of the press law`."""
    start, end = quote.spans[0][0], quote.spans[-1][1]
    left = max(text.rfind(mark, max(0, start - 160), max(0, start - 1)) for mark in ".!?\n") + 1
    stops = [at for mark in ".!?\n" if (at := text.find(mark, end, end + 160)) >= 0]
    right = min(stops, default=min(len(text), end + 160))
    return words_in(text, max(left, start - 160), start) + words_in(text, end, right)
