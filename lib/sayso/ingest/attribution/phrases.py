"""The words that belong to a verb, the noun phrase after a place, the noun that "who" takes up."""

from __future__ import annotations

from sayso.ingest.attribution.nouns import INSIDE, Phrase, stripped
from sayso.ingest.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    HAVE,
    PERSONAL,
    PRONOUNS,
    SEMI_AUXILIARIES,
    SUBORDINATORS,
    TIME_WORDS,
)
from sayso.ingest.text.tokens import Token


def verb_group_start(t: list[Token], verb: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    at = verb
    while at > 0 and t[at - 1].word and _helps(t, at - 1):
        at -= 1
    return at


def _helps(t: list[Token], at: int) -> bool:
    token = t[at]
    if token.tag == "POS":
        return False
    if token.lower in AUXILIARIES or token.lower in ADVERBS:
        return True
    if token.lower == "since" and at > 0 and t[at - 1].lower in HAVE:
        return True  # `has since said`
    if token.tag in ("RB", "MD") and token.lower not in PRONOUNS:
        return True
    if (
        token.lower in SEMI_AUXILIARIES
        and at + 1 < len(t)
        and (t[at + 1].lower in ("to", "on") or t[at + 1].tag == "VBG")
    ):
        return True
    return (
        token.lower in ("to", "on")
        and at > 0
        and (t[at - 1].tag.startswith("VB") or t[at - 1].lower in SEMI_AUXILIARIES)
    )


def phrase_after(t: list[Token], start: int, high: int) -> Phrase | None:
    """The noun phrase that begins at `start`."""
    while start < high and t[start].word and t[start].lower in ADVERBS and t[start].lower not in PRONOUNS:
        start += 1
    at, end = start, None
    while at < high:
        token = t[at]
        following = t[at + 1] if at + 1 < high else None
        if not token.word:
            glued = following is not None and following.word and following.start == token.end
            if token.text in (".", "&", "'", "’", "-", "/") and end is not None and glued:
                at += 1
                continue
            break
        if token.lower in PERSONAL and at == start:
            return Phrase(at, at + 1)
        if token.tag in INSIDE and token.lower not in SUBORDINATORS and not token.finite:
            if end is not None and (token.tag in ("RB", "VBG", "PRP") or token.lower in TIME_WORDS):
                break
            at += 1
            if token.nominal or token.tag == "POS":
                end = at
            continue
        if end is None or following is None or not following.word:
            break
        if token.lower in ("of", "for") or (token.lower in ("and", "&") and following.tag.startswith("NNP")):
            at += 1
            continue
        break
    return Phrase(start, end) if end is not None else None


def antecedent(t: list[Token], relative: int) -> Phrase | None:
    """The noun phrase that "who" or "which" takes up."""
    end = relative
    if end and t[end - 1].text == ",":
        end -= 1
    start = end
    while (
        start > 0
        and t[start - 1].word
        and not t[start - 1].finite
        and (t[start - 1].tag in INSIDE or t[start - 1].lower in ("of", "for"))
    ):
        start -= 1
    return stripped(t, start, end)
