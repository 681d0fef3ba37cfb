"""What a noun phrase looks like."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.ingest.lexicon.function_words import ADVERBS, PRONOUNS, TIME_WORDS
from sayso.ingest.text.tokens import Token

COMMAS = (",", "—", "–", "--", "―")
INSIDE = frozenset("NN NNS NNP NNPS JJ JJR JJS CD DT PRP$ POS PRP VBN VBG RB WP WDT PDT FW EX".split())
_DESCRIBES = frozenset(
    "who which whose whom where a an the of from in at then now also formerly one himself herself both including "
    "speaking like along as another his her its their no former jr jr. sr. d- r-".split()
)
_LEADING = frozenset(
    "leading ruling outgoing incoming sitting presiding visiting surviving remaining".split()
)
_SMALL = frozenset("the a an of and to in for on with how it at s".split())
_WORDS = re.compile(r"\w+")
_NEVER_FIRST = ("IN", "TO", "RB", "WRB", "CC")


class Phrase(NamedTuple):
    """Tokens from start to end (exclusive), and how they were found."""

    start: int
    end: int
    how: str = ""


def is_dash(t: list[Token], at: int) -> bool:
    """A dash, also a hyphen between blanks."""
    if t[at].text in ("—", "–", "--", "―"):
        return True
    loose = t[at].text == "-" and 0 < at < len(t) - 1
    return loose and t[at - 1].end < t[at].start and t[at].end < t[at + 1].start


def past_dateline(t: list[Token]) -> int:
    """Past `PARIS (AFP) —` and `GAZA CITY, July 24 –` at the head of a sentence; 0 if there is none."""
    if not t or not t[0].text.isupper() or len(t[0].text) < 3:
        return 0
    for at in range(1, min(12, len(t) - 1)):
        if is_dash(t, at):
            return at + 1
        if t[at].word and not t[at].text[0].isupper() and not t[at].text[0].isdigit():
            return 0
        if t[at].quote:
            return 0
    return 0


def is_title(token: Token) -> bool:
    """Whether a quotation is the name of a programme, book or song: `"Meet the Press"`."""
    words = [word for word in _WORDS.findall(token.text) if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    return token.size <= 12 and token.last not in "?!" and bool(words) and capitals > 0.75 * len(words)


def stripped(t: list[Token], start: int, end: int) -> Phrase | None:
    """A phrase without function words and punctuation at its edges."""
    while start < end:
        token = t[start]
        if token.lower in PRONOUNS and token.lower != "that":
            break
        loose = token.kind == "p" or token.tag in _NEVER_FIRST or token.lower in ADVERBS
        if not loose and token.lower not in ("and", "but", "or", "yet", "so", "then", "that"):
            break
        start += 1
    while end > start:
        token = t[end - 1]
        loose = token.kind == "p" and token.text not in ")%"
        if not loose and not (token.tag in ("RB", "IN", "CC", "TO") and token.lower not in PRONOUNS):
            break
        end -= 1
    return Phrase(start, end) if end > start else None


def is_noun_phrase(t: list[Token], start: int, end: int) -> bool:
    """Whether the tokens can name somebody."""
    words = [token for token in t[start:end] if token.word]
    if not words or any(token.finite and token.tag != "MD" and token.lower != "'s" for token in words):
        return False
    first = t[start]
    doing = first.tag == "VBG" and first.lower not in _LEADING
    if (first.tag in _NEVER_FIRST and first.lower not in PRONOUNS) or doing:
        return False
    if not any(token.nominal for token in words):
        return False
    if (
        words[-1].lower in TIME_WORDS
        and words[-1].tag != "PRP"
        and len(words) <= 4
        and not words[0].text[0].isupper()
    ):
        return False
    timely = [token for token in words if token.lower in TIME_WORDS]
    return not timely or any(
        token.lower not in TIME_WORDS and token.tag not in ("CD", "DT", "JJ") for token in words
    )


def describes(t: list[Token], start: int, end: int) -> bool:
    """Whether the words between two commas merely describe what stands before them."""
    if start >= end:
        return True
    first = t[start]
    if first.lower in _DESCRIBES or first.tag in ("CD", "IN", "VBG", "VBN", "RB", "JJ", "JJS", "NN", "NNS"):
        return True
    return first.text[0].isdigit() or (end - start <= 2 and first.text[0].isupper())
