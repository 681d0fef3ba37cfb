"""The clause around a trigger: its form, its subject, its object, and what governs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sayso.ingest.events.phrases import RELATIVE, Range, object_of, parenthesis, phrase_before, side_of
from sayso.ingest.lexicon.function_words import ADVERBS, BE, HAVE, MODALS
from sayso.ingest.text.tokens import Token

Form = Literal["finite", "infinitive", "gerund", "participle", "noun", "adjective"]

_NEGATIONS = frozenset("not n't never no neither nor hardly barely without nobody none".split())
_DO = frozenset(("do", "does", "did"))


@dataclass(frozen=True)
class Clause:
    """How a trigger stands in its sentence; ranges count words."""

    form: Form
    first: int
    head: int
    last: int
    subject: Range | None = None
    object: Range | None = None
    lead: str = ""  # the word that governs an infinitive, a gerund or a noun
    modal: str = ""
    negated: bool = False
    passive: bool = False
    progressive: bool = False
    perfect: bool = False
    present: bool = False
    side: str = ""  # what opens its clause: who, if, when, …; empty in a main clause


def read(words: list[Token], first: int, last: int) -> Clause:
    """The clause of the trigger that reaches from word `first` to `last` inclusive."""
    head = _head(words, first, last)
    tag = words[head].tag
    if tag == "MD":
        head = next(
            (k for k in range(head + 1, min(head + 5, len(words))) if words[k].tag.startswith("VB")), head
        )
        clause = _verb(words, head, max(head, last))
    elif words[head].lower == "talks" or (tag == "VBG" and _as_noun(words, head)):
        clause = _noun(words, first, head, last)
    elif tag.startswith("VB"):
        clause = _verb(words, head, last)
    elif tag.startswith("NN") or tag == "CD":
        clause = _noun(words, first, head, last)
    else:
        clause = _predicate(words, first, head, last)
    if clause.form == "adjective":
        return clause
    clause = replace(clause, side=clause.side or side_of(words, clause.first))
    if clause.form == "gerund" and clause.lead == ",":
        clause = replace(clause, subject=_main_subject(words, clause.first))
    return replace(
        clause,
        subject=clause.subject or _subject(words, clause.first),
        object=object_of(words, head if words[head].tag.startswith("VB") else last, last),
    )


def _as_noun(words: list[Token], head: int) -> bool:
    """`the killing of`, `fighting between`."""
    before = words[head - 1] if head else None
    after = words[head + 1].lower if head + 1 < len(words) else ""
    return after in ("between", "of") or (
        before is not None and before.tag in ("DT", "PRP$", "POS") and after != "the"
    )


def _head(words: list[Token], first: int, last: int) -> int:
    places = range(first, last + 1)
    for place in places:
        if words[place].tag.startswith("VB") and words[place].lower not in BE | HAVE | _DO:
            return place
    return next((place for place in reversed(places) if words[place].tag.startswith("NN")), last)


def _verb(words: list[Token], head: int, last: int) -> Clause:
    at, found = head - 1, Clause("finite", head, head, last)
    tag, helped, lead_to = words[head].tag, "", False
    while at >= 0 and words[at].word:
        word = words[at]
        if word.lower in _NEGATIONS:
            found = replace(found, negated=True)
        elif word.lower in MODALS and word.tag == "MD":
            found, helped = replace(found, modal=word.lower), helped or "modal"
        elif word.lower in BE and word.tag != "POS":
            helped = helped or "be"
            found = replace(found, present=word.lower in ("is", "are", "am", "'s", "'re"))
        elif word.lower in HAVE:
            found, helped = replace(found, perfect=True, present=False), helped or "have"
        elif word.lower in _DO:
            found, helped = replace(found, present=word.lower != "did"), helped or "do"
        elif word.lower == "to":
            lead_to = True
            break
        elif not (word.tag == "RB" or word.lower in ADVERBS):
            break
        at -= 1
    found = replace(found, first=at + 1 if not lead_to else at)
    if helped == "be":
        found = replace(found, passive=tag in ("VBN", "VBD"), progressive=tag == "VBG")
    if lead_to:
        lead = at - 1
        while lead >= 0 and (words[lead].tag == "RB" or words[lead].lower in ADVERBS):
            lead -= 1
        return replace(found, form="infinitive", lead=words[lead].lower if lead >= 0 else "")
    before = words[at] if at >= 0 else None
    if helped and words[at + 1].lower not in ("being", "having"):
        return found
    if tag == "VBG" or helped:
        return replace(found, form="gerund", lead=before.lower if before else "")
    if tag == "VBN" or (tag == "VBD" and before and before.tag in ("DT", "PRP$", "POS", "IN")):
        following = words[last + 1] if last + 1 < len(words) else None
        if (
            before
            and before.tag in ("DT", "PRP$", "POS", "JJ", "IN", "CD", "RB")
            and following
            and following.nominal
        ):
            return replace(found, form="adjective")
        if before and before.lower in ("and", "or", ","):
            return _joined(words, found, at)
        if before and before.nominal and (words[head].lower == "voted" or _lone(words, head)):
            return found
        return replace(found, form="participle", passive=True)
    if tag == "VBD" and before and before.lower in ("and", "or"):
        return _joined(words, found, at)
    if (
        tag == "VB"
        and before
        and before.lower in (",", "and", "or", "but")
        and words[head].lower not in ("be",)
    ):
        return replace(found, present=True)
    if tag == "VB" and before and not before.nominal:
        return replace(found, form="infinitive", lead=before.lower)
    return replace(found, present=tag in ("VBZ", "VBP"))


def _lone(words: list[Token], head: int) -> bool:
    """Whether a past form that may be a participle is the only verb of its sentence, and no agent follows."""
    others = any(word.finite for at, word in enumerate(words) if at != head)
    return not others and not any(word.lower == "by" for word in words[head + 1 : head + 4])


def _joined(words: list[Token], found: Clause, at: int) -> Clause:
    """`was arrested and charged`: the helper of the first verb serves the second."""
    earlier = _verb_before(words, at)
    if earlier is None:
        return replace(
            found,
            form="finite" if words[found.head].tag == "VBD" else "participle",
            passive=words[found.head].tag == "VBN",
        )
    first = _verb(words, earlier, earlier)
    alike = first.form == "finite" and words[earlier].tag == words[found.head].tag
    if first.passive and (alike or at - earlier <= 3):
        return replace(found, passive=True, subject=_subject(words, first.first))
    return found


def _predicate(words: list[Token], first: int, head: int, last: int) -> Clause:
    """An adjective: `is willing to` counts as a verb."""
    at = first - 1
    while at >= 0 and (words[at].tag == "RB" or words[at].lower in ADVERBS | _NEGATIONS):
        at -= 1
    if at < 0 or words[at].lower not in BE or words[at].tag == "POS":
        return Clause("adjective", first, head, last)
    negated = any(words[k].lower in _NEGATIONS for k in range(at, first))
    return Clause("finite", at, head, last, negated=negated, present=words[at].lower not in ("was", "were"))


def _noun(words: list[Token], first: int, head: int, last: int) -> Clause:
    """A noun; `are in talks`, `is on alert` count as verbs."""
    at = first - 1
    while at >= 0 and words[at].word and (words[at].tag == "RB" or words[at].lower in ADVERBS):
        at -= 1
    if at >= 0 and words[first].tag == "IN" and words[at].lower in BE:
        return Clause("finite", at, head, last, progressive=True, present=True)
    at = first - 1
    while at >= 0 and words[at].word and (
        words[at].tag in ("DT", "JJ", "NN", "NNP", "PRP$", "POS", "CD", "VBN", "JJS", "RB", "NNS", "VBG")
    ):  # fmt: skip
        at -= 1
    lead = words[at].lower if at >= 0 else ""
    while at > 0 and words[at].tag in ("IN", "TO", "CC") and words[at].lower in ("of", "for", "in", "to"):
        inner = words[at - 1]
        if not inner.word:
            break
        lead = f"{inner.lower} {words[at].lower}"
        if words[at].lower != "of":
            break
        at -= 2
    negated = any(words[k].lower in _NEGATIONS for k in range(max(0, at), first))
    return Clause("noun", at + 1, head, last, lead=lead, negated=negated)


def _verb_before(words: list[Token], at: int) -> int | None:
    for place in range(at - 1, max(-1, at - 30), -1):
        word = words[place]
        if word.text in (";", ":"):
            return None
        if word.tag in ("VBD", "VBZ", "VBP", "VBN") and word.lower not in BE | HAVE | _DO:
            return place
    return None


def _main_subject(words: list[Token], end: int) -> Range | None:
    """`…, slamming the ruling`: the subject of the sentence."""
    for at in range(end):
        if words[at].finite:
            modal = words[at].lower in MODALS
            return _subject(words, at if modal else _verb(words, at, at).first)
    return None


def _subject(words: list[Token], first: int, depth: int = 0) -> Range | None:
    at = first - 1
    while at >= 0 and words[at].word and (words[at].tag == "RB" or words[at].lower in ADVERBS):
        at -= 1
    if at < 0 or depth > 3:
        return None
    word = words[at]
    if word.lower in RELATIVE or word.tag == "WDT":
        at -= 1
        if at >= 0 and words[at].text == ",":
            at -= 1
        return phrase_before(words, at)
    if word.text == ")":
        opens = next((k for k in range(at - 1, max(-1, at - 12), -1) if words[k].text == "("), None)
        return phrase_before(words, opens - 1) if opens else None
    if word.text == ",":
        opens = parenthesis(words, at)
        if opens is not None:
            return phrase_before(words, opens - 1)
    if word.lower in ("and", "but", "or", "then", ",") or word.tag == "IN":
        earlier = _verb_before(words, at)
        if earlier is None:
            return None
        start = _verb(words, earlier, earlier).first
        found = _subject(words, start, depth + 1) if start < first else None
        return found or (_main_subject(words, earlier) if word.tag != "IN" and depth == 0 else None)
    if word.tag.startswith("VB") or word.tag == "MD":
        return _subject(words, _verb(words, at, at).first, depth + 1) if word.tag.startswith("VB") else None
    return phrase_before(words, at)
