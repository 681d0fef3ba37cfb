"""Stances from explicit cues only: an issue's keyword and a word that takes a side, in one sentence of one quote."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.ingest.lexicon.stance_words import AGAINST, CONDITION, FOR, MUST, NEGATION, STRONG
from sayso.ingest.records import Issue, Quote, Span, Stance

_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_NEAR = 70
_WORDS, _PHRASE = 0.55, 0.7


def find_stances(text: str, quotes: tuple[Quote, ...], codebook: tuple[Issue, ...]) -> tuple[Stance, ...]:
    """Proposals in order; a quote whose words point to both sides of an issue gives none."""
    found: list[Stance] = []
    for number, quote in enumerate(quotes):
        if quote.resolution.actor is None:
            continue
        for issue in codebook:
            sides = [side for span in quote.spans for side in _sides(text, span, quote, issue)]
            values = {value > 0 for value, *_ in sides}
            if len(values) != 1:
                continue
            value, evidence, condition, confidence = max(sides, key=lambda side: (side[3], abs(side[0])))
            found.append(
                Stance(number, quote.resolution.actor, issue.issue_id, value, condition, evidence, "cue and keyword",
                       round(confidence * min(1.0, quote.resolution.confidence + 0.1), 2))
            )  # fmt: skip
    return tuple(found)


def _sides(text: str, span: Span, quote: Quote, issue: Issue) -> list[tuple[int, Span, Span | None, float]]:
    found = []
    for piece in _SENTENCE.finditer(text, *span):
        start, end = piece.span()
        lead = start
        if quote.cue and start - 60 <= quote.cue[0] < start and start == span[0]:
            lead = quote.cue[0]  # "rejected the plan": the verb that takes the content belongs to it
        words = text[lead:end]
        value, confidence = _value(words, issue)
        if value == 0:
            continue
        strength = 2 if STRONG.search(words) else 1
        held = CONDITION.search(words)
        condition = (lead + held.start(), lead + held.end()) if held else None
        found.append((value * strength, (lead, end), condition, confidence))
    return found


def _value(words: str, issue: Issue) -> tuple[int, float]:
    """+1, −1, or 0 if the words don't tell; and how sure that is."""
    for phrases, side in ((issue.support_cues, 1), (issue.oppose_cues, -1)):
        for phrase in phrases:
            match = _phrase(phrase).search(words)
            if match:
                return (-side if _negated(words, match.start()) else side), _PHRASE
    keywords = [match for keyword in issue.keywords for match in _phrase(keyword).finditer(words)]
    if not keywords:
        return 0, 0.0
    sides = set()
    for pattern, side in ((FOR, 1), (AGAINST, -1)):
        for cue in pattern.finditer(words):
            if any(0 <= keyword.start() - cue.end() <= _NEAR for keyword in keywords):
                sides.add(-side if side > 0 and _negated(words, cue.start()) else side)
    for must in MUST.finditer(words):
        subject = any(0 <= must.start() - keyword.end() <= 40 for keyword in keywords)
        need = any(0 <= keyword.start() - must.end() <= 25 for keyword in keywords)
        if subject or need:
            sides.add(-1 if NEGATION.search(words[must.end() : must.end() + 12]) else 1)
    return (sides.pop(), _WORDS) if len(sides) == 1 else (0, 0.0)


def _negated(words: str, at: int) -> bool:
    return bool(NEGATION.search(words[max(0, at - 22) : at]))


@lru_cache(maxsize=4096)
def _phrase(words: str) -> re.Pattern[str]:
    inner = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"\b{inner}\b", re.IGNORECASE)
