"""Noun phrases around a verb, and what opens its clause; places count words."""

from __future__ import annotations

from sayso.ingest.lexicon.function_words import MODALS, TIME_WORDS
from sayso.ingest.text.tokens import Token

Range = tuple[int, int]  # words, the end exclusive

RELATIVE = frozenset("who which whom whose".split())
_OPENERS = frozenset(
    "if unless whether when after before while since because although though until where whereas once as despite that how "
    "why what amid lest".split()
)
_MARKS = frozenset(",;:()[]—–-")
_TAIL = 18  # words that an object may run on


def side_of(words: list[Token], first: int) -> str:
    """The word that opens the clause, if it is no main clause."""
    at = first - 1
    while at >= 0:
        word = words[at]
        if word.text in (";", ":", "—", "–"):
            return ""
        if word.lower in RELATIVE or word.tag == "WDT":
            return "who"
        if word.lower in _OPENERS and word.tag not in ("DT", "NN"):
            return "" if word.lower == "that" else word.lower
        if word.finite and word.lower not in MODALS:
            return ""
        if word.text == ",":
            jump = parenthesis(words, at)
            if jump is None:
                return ""
            at = jump
        at -= 1
    return ""


def parenthesis(words: list[Token], comma: int) -> int | None:
    """The comma that opens what this one closes, if a relative clause or apposition lies between."""
    for at in range(comma - 1, max(-1, comma - 26), -1):
        if words[at].text == ",":
            return at if at and words[at - 1].word and not words[at - 1].finite else None
        if words[at].text in (";", ":"):
            return None
    return None


def phrase_before(words: list[Token], end: int) -> Range | None:
    """The noun phrase that ends at a word, with what hangs on it."""
    at = end
    joint = -1
    while at >= 0:
        word = words[at]
        if not word.word and word.text not in ("'", "’", ".", "&", "/", "%"):
            break
        if word.finite or word.lower in RELATIVE or word.tag == "WDT" or word.lower in ("but", "said"):
            break
        if word.lower in _OPENERS and word.tag not in ("DT", "NN"):
            break
        if word.lower == "and":
            joint = at
        at -= 1
    start = at + 1
    if at >= 0 and words[at].word and words[at].finite and joint > start:
        start = joint + 1
    if start <= end and words[start].tag in ("IN", "TO"):
        start = _after_preposition(words, start, end)
    if (
        start < end
        and words[start].lower in ("last", "this", "next", "earlier")
        and words[start + 1].lower in TIME_WORDS
    ):
        start += 2
    while start <= end and (words[start].tag in ("RB", "CC") or words[start].lower in TIME_WORDS):
        start += 1
    return (start, end + 1) if start <= end else None


def _after_preposition(words: list[Token], start: int, end: int) -> int:
    """`On Thursday President Omar …`: the subject begins after the phrase that opens the clause."""
    for at in range(start + 1, end + 1):
        timely = words[at].lower in TIME_WORDS or words[at].tag == "CD"
        if timely and at < end and not (words[at + 1].lower in TIME_WORDS or words[at + 1].tag == "CD"):
            return at + 1
    return start


def phrase_head(words: list[Token], region: Range) -> int:
    """The last word of the phrase proper, before what hangs on it: `rebels` in "rebels in the south"."""
    start, end = region
    if start + 2 < end and words[start + 1].lower in ("than", "least", "to") and words[start + 2].tag == "CD":
        start += 2  # `more than 2,000 villagers`
    joints = 0
    for at in range(start + 1, end):
        word = words[at]
        if word.lower == "of" and joints < 2:
            joints += 1
            continue
        cut = word.tag in ("VBN", "VBD") and words[at - 1].tag.startswith("NN")
        if (
            cut
            or word.tag in ("IN", "TO", "VBG", "WDT", "WP")
            or (word.lower in TIME_WORDS and at > start + 1)
        ):
            return _bare(words, start, at - 1)
    return _bare(words, start, end - 1)


def _bare(words: list[Token], start: int, head: int) -> int:
    """Without "late", "also" and the like at its end."""
    while head > start and (words[head].tag in ("RB", "JJ") or words[head].lower in TIME_WORDS):
        head -= 1
    return head


def object_of(words: list[Token], head: int, last: int) -> Range | None:
    """What follows the trigger, up to the end of its clause."""
    at = head + 1
    end = min(len(words), at + _TAIL)
    place = at
    while place < end:
        word = words[place]
        if place <= last:
            place += 1
            continue
        if not word.word and word.text in _MARKS | frozenset(".!?"):
            break
        if place > at and (word.finite or word.lower in RELATIVE or word.tag == "WDT"):
            break
        if (
            word.lower in _OPENERS
            and word.tag not in ("DT", "NN")
            and word.lower not in ("as", "since", "after", "before")
        ):
            break
        if place > at and word.lower in ("after", "before", "as", "since", "while"):
            break
        if place > at and word.lower == "and" and place + 1 < end and words[place + 1].tag.startswith("VB"):
            break
        place += 1
    return (at, place) if place > at else None
