"""A short title for an event, in the words of its clause."""

from __future__ import annotations

import re

from sayso.ingest.events.clause import Clause
from sayso.ingest.events.phrases import Range, phrase_head
from sayso.ingest.lexicon.function_words import ADVERBS, MONTHS, TIME_WORDS
from sayso.ingest.text.tokens import Token

LONGEST = 90  # characters
_MOST = 14  # words after the verb
_LOOSE = frozenset(
    "the a an of in on at to for from with by and or as that over about into against its his her their under after between "
    "all both any some no such each every who which near would will has have be been was were is are more than".split()
)
_PRONOUNS = frozenset("he she they it who that which i we you".split())
_STOPS = frozenset(",;:.—–()")
_QUOTES = "“”\"„«»‘’'"


def title(words: list[Token], clause: Clause, who: str | None = None) -> str:
    """Subject, verb and object as written, without what hangs on them; `who` stands in for a pronoun."""
    verb = _plain(words, (clause.first, clause.last + 1))
    rest = _plain(words, _after(words, clause))
    if clause.form == "noun":
        return _short([*verb, *rest])
    subject: list[str] = []
    if clause.subject:
        head = phrase_head(words, clause.subject)
        subject = _plain(words, (clause.subject[0], head + 1))
    if (not subject or subject[-1].lower() in _PRONOUNS) and who:
        subject = [who]
    if clause.passive and clause.first == clause.head and clause.form == "finite":
        verb = ["was", *verb]
    if clause.form == "infinitive" and subject:
        verb = ["to", *verb] if verb[:1] != ["to"] else verb
    return _short([*subject, *verb, *rest])


def _after(words: list[Token], clause: Clause) -> Range:
    start = clause.last + 1
    end = clause.object[1] if clause.object else start
    runs_on = end < len(words) and words[end].word and words[end].nominal and not words[end].finite
    if end - start > _MOST or (runs_on and clause.object):
        end = min(end, start + _MOST)
        joints = [k for k in range(start + 1, end) if words[k].tag in ("IN", "TO") and words[k].lower != "of"]
        end = joints[-1] if joints else end
    if end < len(words) and words[end].lower == "that" and words[end].tag == "IN":
        marks = (k for k in range(end, min(end + _MOST, len(words))) if words[k].text in _STOPS)
        end = next(marks, min(end + _MOST, len(words)))
    while end > start and (words[end - 1].lower in _LOOSE or words[end - 1].tag in ("IN", "TO", "DT", "CC")):
        end -= 1
    return start, max(start, end)


def _plain(words: list[Token], region: Range) -> list[str]:
    """The words without adverbs of time and marks; clitics stay where they were."""
    found: list[str] = []
    for at in range(*region):
        word = words[at]
        timely = word.lower in TIME_WORDS or (
            word.lower in ADVERBS and word.lower not in ("not", "all", "both")
        )
        dated = word.tag == "CD" and (
            words[at - 1].lower in MONTHS or (at + 1 < len(words) and words[at + 1].lower in MONTHS)
        )
        if (
            timely
            or dated
            or (word.lower == "on" and at + 1 < len(words) and words[at + 1].lower in TIME_WORDS)
        ):
            continue
        if not word.word and word.text in (_QUOTES + "()[]*"):
            continue
        glued = found and word.start == words[at - 1].end and at > region[0]
        if glued:
            found[-1] += word.text
        else:
            found.append(word.text)
    return found


def _short(parts: list[str]) -> str:
    parts = [part for part in parts if part.strip(_QUOTES)]
    while parts and len(" ".join(parts)) > LONGEST:
        parts.pop()
        while parts and parts[-1].lower() in _LOOSE:
            parts.pop()
    while len(parts) > 2 and parts[-1].lower() in _LOOSE:
        parts.pop()
    whole = re.sub(r"\s+([,.;:’'])", r"\1", " ".join(parts)).strip(" ,;:.-–—" + '“”"')
    whole = re.sub(r"^(?:the|a|an) (?=[a-z])", "", whole, flags=re.IGNORECASE)
    return whole[:1].upper() + whole[1:]
