"""Capitalised names in tagged sentences, and what kind of actor each can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.ingest.actors.joints import CAUSES, joined_task, owns_body
from sayso.ingest.actors.name_kinds import NEVER, kind_of, lower_head
from sayso.ingest.lexicon.bodies import FACILITIES, HEADS
from sayso.ingest.lexicon.function_words import MONTHS, WEEKDAYS
from sayso.ingest.lexicon.people import GIVEN_NAMES, TITLES
from sayso.ingest.lexicon.places import DEMONYMS
from sayso.ingest.records import NameKind, Span
from sayso.ingest.text.sentences import Parsed
from sayso.ingest.text.tagging import tag
from sayso.ingest.text.tokens import Token, tokenize

_PARTICLES = frozenset("al el bin ibn abu de da del della di du la le van von der den ul ad ar as an".split())
_ADJECTIVES = frozenset(
    "shia sunni shiite muslim christian jewish islamic islamist kurdish arab kurd western catholic".split()
)
_ARTICLED = re.compile(r"(?:al|el|ad|ar|as|an|ul)-[A-Z]")
MONTH_NAMES = frozenset("may april june august".split())
_BEFORE_MONTHS = frozenset(
    "in of since by until till from last this next early late mid before after during through to and".split()
)


@dataclass(frozen=True)
class Name:
    """A name as found: its core, the title words before it, its kind as far as the words tell."""

    span: Span
    core: str
    titles: tuple[str, ...]
    kind: NameKind | None  # None: a single capitalised word that may be anything
    quoted: bool
    sentence: int
    country: str | None = None


Flat = tuple[int, list[Token], set[int]]  # a sentence's number, words, and which of them are quoted


def flat_sentences(parsed: Parsed) -> Iterator[Flat]:
    """Each body sentence's words, those inside quotations too; with the places that are quoted."""
    for sentence in parsed.sentences:
        if sentence.kind == "heading" and not _attributes(sentence.tokens):
            continue
        words: list[Token] = []
        quoted: set[int] = set()
        for token in sentence.tokens:
            if not token.quote:
                words.append(token)
                continue
            inner = tokenize(parsed.text, token.start, token.end)
            tag(inner)
            quoted.update(range(len(words), len(words) + len(inner)))
            words += inner
        yield sentence.number, words, quoted


def _attributes(tokens: list[Token]) -> bool:
    """A quotation and who said it are no headline, however many of the words have capitals."""
    return tokens[-1].text == "." and any(token.quote for token in tokens)


def names(text: str, sentences: Iterable[Flat]) -> list[Name]:
    """All names of a text, in order."""
    found = []
    for number, words, quoted in sentences:
        at = 0
        while at < len(words):
            end = _run(words, at)
            if end > at:
                name = _name(text, words, at, end, at in quoted, number)
                if name:
                    found.append(name)
                at = end
            else:
                at += 1
    return found


def _capital(words: list[Token], at: int) -> bool:
    token = words[at]
    if token.word and at and _ARTICLED.match(token.text) and words[at - 1].text[0].isupper():
        return True
    if token.lower in MONTH_NAMES and token.text[0].isupper() and at + 1 < len(words):
        return _is_given_name(words, at)
    if not token.word or not token.text[0].isupper() or token.lower in NEVER or token.text in ("I", "A"):
        return False
    first = (
        at == 0 or words[at - 1].text in (":", "“", ".", "?", "!") or (words[at - 1].kind == "p" and at == 1)
    )
    if not first:
        return True
    follows = at + 1 < len(words) and words[at + 1].word and words[at + 1].text[0].isupper()
    return (
        token.tag.startswith("NNP")
        or token.lower in DEMONYMS
        or token.lower in TITLES
        or token.text.isupper()
        or (follows and token.tag in ("NN", "JJ", "NNS"))
    )


def _is_given_name(words: list[Token], at: int) -> bool:
    """`May Chidiac`, `April Ryan`; not `in May Mr Ryan`, `5 April Talks`."""
    after, before = words[at + 1], words[at - 1] if at else None
    dated = before is not None and (before.lower in _BEFORE_MONTHS or before.text[0].isdigit())
    named = (
        after.word and after.text[0].isupper() and after.tag.startswith("NNP") and after.lower not in TITLES
    )
    return named and not dated and after.lower not in MONTHS | WEEKDAYS


def _run(words: list[Token], start: int) -> int:
    if not _capital(words, start):
        return start
    at = start + 1
    while at < len(words):
        token = words[at]
        glued = token.start - words[at - 1].end <= 1
        following = words[at + 1] if at + 1 < len(words) else None
        if (glued and _capital(words, at)) or (
            following is not None and glued and token.lower in _PARTICLES and following.text[0].isupper()
        ):
            at += 1
        elif (
            following is not None
            and token.lower in ("of", "for", "against", "and", "&", "the")
            and _joins(words, start, at)
        ):
            at += 2 if following.text[0].isupper() else 3
        elif following is not None and owns_body(words, start, at):
            at += 2
        else:
            break
    return min(at, len(words))


def _joins(words: list[Token], start: int, at: int) -> bool:
    """`Ministry of Defence`, `Department of Health and Human Services`, `Secretary of State`."""
    head, joint, following = words[at - 1].lower, words[at].lower, words[at + 1]
    if joint == "of":
        further = following.lower == "the" and at + 2 < len(words) and words[at + 2].text[0].isupper()
        heads = head in HEADS or head in (
            "secretary",
            "house",
            "republic",
            "university",
            "state",
            "states",
            "director",
            "attorney",
            "coordination",
        )
        return heads and ((following.word and following.text[0].isupper()) or further)
    inside = any(word.lower == "of" for word in words[start:at])
    if joint == "&":
        return following.word and following.text[0].isupper()
    if joint == "and" and joined_task(words, start, at):
        return True
    if joint in ("for", "against") and head in CAUSES and not words[at - 1].text.isupper():
        further = following.lower == "the" and at + 2 < len(words)
        meant = words[at + 2] if further else following
        return meant.word and meant.text[0].isupper() and meant.lower not in TITLES | GIVEN_NAMES
    return (
        joint in ("and", "for")
        and inside
        and following.word
        and following.text[0].isupper()
        and head not in HEADS
    )


def _name(text: str, words: list[Token], start: int, end: int, quoted: bool, sentence: int) -> Name | None:
    titles: list[str] = []
    country = None
    body = words[end - 1].lower in HEADS or lower_head(words, end)[1]
    inner = [k for k in range(start + 1, end - 1) if words[k].lower.strip(".") in TITLES]
    if not body and inner and words[start].lower not in TITLES and words[start].lower not in DEMONYMS:
        start = inner[0]  # `Vermont Sen. Bernie Example`: the title opens the name
    while (
        not body
        and end - start > 1
        and (words[start].lower.strip(".") in TITLES or words[start].lower in DEMONYMS)
    ):
        word = words[start].lower.strip(".")
        if words[start].lower in DEMONYMS:
            country = DEMONYMS[words[start].lower]
        elif all(
            words[k].lower.strip(".") in TITLES | DEMONYMS.keys()
            or words[k].lower in HEADS
            or words[k].lower in ("of",)
            for k in range(start, end)
        ):
            break
        titles.append(word)
        start += 1
    while end > start and words[end - 1].lower in ("of", "for", "and", "the", "'s"):
        end -= 1
    if end <= start:
        return None
    last = words[end - 1]
    if (last.lower in FACILITIES and end - start > 1) or last.lower in MONTHS:
        return None
    end, headed = lower_head(words, end)
    span = (words[start].start, words[end - 1].end)
    core = text[slice(*span)]
    if "\n" in core:
        core = " ".join(core.split())
    if end - start == 1 and words[start].lower in _ADJECTIVES:
        return None
    kind = kind_of(words[start:end], core, titles, headed)
    before = words[start - 1].lower if start else ""
    if (
        kind in ("person", None)
        and not titles
        and before in HEADS
        and before not in ("people",)
        and end - start > 1
    ):
        kind = HEADS[before]
    if kind == "skip":
        return None
    if kind is None and len(core) == 1:
        return None
    return Name(span, core, tuple(titles), kind, quoted, sentence, country)
