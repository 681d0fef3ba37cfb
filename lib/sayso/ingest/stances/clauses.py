"""A quote cut into clauses, with its conditions and questions set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ingest.lexicon.stance_words import ANSWER, CONDITION, IF, IRONY, STRICT
from sayso.ingest.records import Quote, Span
from sayso.ingest.stances.clause import Clause, clause_of
from sayso.ingest.stances.words import Word, words_in

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_CUT = re.compile(
    r"[;:—]|\s–\s|,\s+(?=(?:and|but|which|who|while|whereas|though|although|saying|because|so|or|yet)\b)|"
    r"\s(?=(?:but|because|while|whereas|although|though|and that|and (?:he|she|it|they|we|I))\b)|\s(?=and [“‘])"
)
_AFTER_QUOTE = re.compile(r"[”\"’']?,?(?:\s+(?:which|who)\s[^,.\n]{3,80},)?\s+(?:but\s+)?")
_REACH = 220  # characters before a quote that "it" looks back
_LEAD = 60  # characters between a cue and the words it brings


@dataclass(frozen=True)
class Piece:
    """A clause with the place of its words, and the condition of its sentence."""

    clause: Clause
    span: Span
    condition: Span | None
    demand: int = (
        0  # of a condition: 1 if the speaker asks for it, −1 if it would be answered; 0 of any other clause
    )


def pieces(text: str, quote: Quote) -> Iterator[Piece]:
    """The clauses of a quote from which a side may be read; none from questions and irony."""
    speaker = frozenset(w.stem for w in words_in(text, *quote.speaker)) if quote.speaker else frozenset()
    for number, span in enumerate(quote.spans):
        for sentence in _SENTENCE.finditer(text, *span):
            start, end = sentence.span()
            if sentence[0].rstrip("”\"’' ").endswith("?") or IRONY.search(sentence[0]):
                continue
            first = start == span[0]
            held = [
                (one.start(), _trimmed(text, one.start(), one.end()))
                for one in CONDITION.finditer(text, start, end)
            ]
            condition = held[0] if held else None
            for a, b in held:
                if demand := _demand(text, a, (start, end), b):
                    asked = clause_of(words_in(text, a, b), 0, False, False, speaker)
                    yield Piece(asked, (a, b), None, demand)
            for a, b in _clauses(text, start, end, held):
                opens = a == start and first
                lead = _lead(text, quote, a) if opens else a
                before = words_in(text, lead, a) if lead < a else []
                words = before + words_in(text, a, b)
                if words:
                    yield Piece(
                        clause_of(words, len(before), quote.kind == "direct", opens and number == 0, speaker, quote.cue),
                        (lead, b), condition,
                    )  # fmt: skip


def _demand(text: str, at: int, sentence: Span, end: int) -> int:
    """`only if there is a vote` asks for the vote; `we leave if the bank is touched` answers it."""
    if STRICT.match(text, at):
        return 1
    rest = text[sentence[0] : at] + " … " + text[end : sentence[1]]
    return -1 if IF.match(text, at) and ANSWER.search(rest) else 0


def _clauses(text: str, start: int, end: int, conditions: list[Span]) -> Iterator[Span]:
    edges = [start, *(edge for one in conditions for edge in one), end]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
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


def condition_after(text: str, quote: Quote) -> Span | None:
    """The condition that follows an indirect quote in its sentence: `…, which is due in May, until it is paid`."""
    if quote.kind == "direct":
        return None
    lead = _AFTER_QUOTE.match(text, quote.spans[-1][1])
    held = CONDITION.match(text, lead.end()) if lead else None
    if held is None or not STRICT.match(text, held.start()):
        return None
    return held.start(), _trimmed(text, held.start(), held.end())


def words_before(text: str, quote: Quote) -> list[Word]:
    """Words of the paragraph before a quote, near it, and of its own questions: what "it" may take up."""
    start = quote.spans[0][0]
    left = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    asked = [
        one.span()
        for span in quote.spans
        for one in _SENTENCE.finditer(text, *span)
        if one[0].rstrip("”\"’' ").endswith("?")
    ]
    return words_in(text, left, start) + [word for span in asked for word in words_in(text, *span)]


def topic_words(text: str, quote: Quote) -> list[Word]:
    """Words of the sentence around a quote, which may name what "it" is: `said of the press law`."""
    start, end = quote.spans[0][0], quote.spans[-1][1]
    left = max(text.rfind(mark, max(0, start - 160), max(0, start - 1)) for mark in ".!?\n") + 1
    stops = [at for mark in ".!?\n" if (at := text.find(mark, end, end + 160)) >= 0]
    right = min(stops, default=min(len(text), end + 160))
    return words_in(text, max(left, start - 160), start) + words_in(text, end, right)
