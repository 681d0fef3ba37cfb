"""Which kinds of event a clause tells, and the kind that leads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from sayso.ingest.events.clause import Clause, read
from sayso.ingest.lexicon.event_verbs import VERB_KINDS
from sayso.ingest.lexicon.gate import that_may_match
from sayso.ingest.lexicon.plover import ARMS, EVENT_VERBS, PROMISES, TRIGGER_INDEX, TRIGGERS
from sayso.ingest.text.tagging import tag
from sayso.ingest.text.tokens import Token, tokenize

_WHEN = r"(?:\s+(?:on|in|at|from|to|here|there|today|yesterday|late|early|this|last|earlier|\w+day)\b[\w’',.() -]{0,70})?"
_REPORT = re.compile(
    r"[,”\"]\s+(?:[\w.’' -]{2,60}?)\s(?:said|says|reported|told|announced)(?:\s(?:AFP|Reuters|reporters|AP))?"
    + _WHEN
    + r"\.?\s*$|"
    r",\s+said\s(?:the|a|an|one|\w+)\b[\w.’' -]{2,60}\.?\s*$|,?\s*according to\b[^,]*$"
)


_WORD = re.compile(r"[A-Za-z]{3,}")
_VERB_WEIGHT = 70  # below every combination of words


class Trigger(NamedTuple):
    """A word or phrase that tells an event."""

    kind: str
    weight: int
    start: int
    end: int


def triggers(text: str, promises: bool = False) -> list[Trigger]:
    """All triggers of a clause, the heaviest of those that overlap; `promises`: "will give" is one."""
    found = [
        Trigger(kind, weight, *match.span())
        for kind, weight, one in (TRIGGERS[number] for number in that_may_match(text, TRIGGER_INDEX))
        for match in one.pattern.finditer(text)
    ]
    if promises:
        found += [
            Trigger(kind, weight, *match.span())
            for kind, weight, one in PROMISES
            for match in one.pattern.finditer(text)
        ]
    found += [
        Trigger(VERB_KINDS[match.group().lower()], _VERB_WEIGHT, *match.span())
        for match in _WORD.finditer(text)
        if match.group().lower() in VERB_KINDS
    ]
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda t: (-t.weight, t.start)):
        if all(trigger.end <= other.start or trigger.start >= other.end for other in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.start)


class Found(NamedTuple):
    """A trigger and its clause."""

    trigger: Trigger
    clause: Clause


def found_in(text: str, words: list[Token], start: int = 0, promises: bool = False) -> list[Found]:
    """The triggers of a sentence with their clauses; `words` are its tokens, `start` its place in their text."""
    if not words:
        return []
    starts = [word.start - start for word in words]
    found = []
    for trigger in triggers(text, promises):
        first = max(0, bisect_right(starts, trigger.start) - 1)
        last = max(first, bisect_left(starts, trigger.end) - 1)
        clause = read(words, first, last)
        if trigger.weight > _VERB_WEIGHT or clause.form not in ("noun", "adjective"):
            found.append(Found(trigger, clause))
    return found


_ROLE = {"finite": 0, "infinitive": -12, "gerund": -14, "participle": -16, "noun": -14, "adjective": -25}
_THREATS = frozenset(("SANCTION", "COERCE", "ASSAULT", "FIGHT", "PROTEST"))
_OFFERS = frozenset(("AID", "COOPERATE", "RETREAT", "INVESTIGATE", "CONSULT", "SUPPORT", "CONCEDE"))


def leading(sentence: str) -> Trigger | None:
    """The main event of a sentence, by PLOVER: the main verb decides, and what only reports it does not count.

    By PLOVER's rules a future act is a promise (AGREE) or a threat (THREATEN), not yet the act.
    """
    body = _REPORT.sub("", sentence)
    words = tokenize(body, 0, len(body))
    tag(words)
    found = found_in(body, words, promises=True)
    if not found:
        return None
    best = max(found, key=lambda one: (_rank(one, words, len(body)), -one.trigger.start))
    return best.trigger._replace(kind=_to_come(best, words))


def _rank(one: Found, words: list[Token], length: int) -> float:
    clause, trigger = one.clause, one.trigger
    role = _ROLE[clause.form]
    if clause.form == "noun":
        verb = clause.lead in EVENT_VERBS or _event_verb_follows(words, clause.last)
        role += 12 if verb else 0
    if clause.form == "gerund" and clause.lead in (",", "was", "began"):
        role += 6
    side = -16 if clause.side else 0
    return trigger.weight * 0.5 - 40 * trigger.start / max(1, length) + role + side


def _event_verb_follows(words: list[Token], last: int) -> bool:
    return any(word.lower in EVENT_VERBS for word in words[last + 1 : last + 4])


def _to_come(one: Found, words: list[Token]) -> str:
    kind = one.trigger.kind
    if kind == "ASSAULT" and _by_arms(one, words):
        return "FIGHT"
    if one.clause.modal not in ("will", "would", "'ll", "shall") or one.clause.negated:
        return kind
    return "THREATEN" if kind in _THREATS else "AGREE" if kind in _OFFERS else kind


def _by_arms(one: Found, words: list[Token]) -> bool:
    """`Army helicopters bombed the camp`: arms and armies fight, people assault."""
    if one.clause.subject is None or not words[one.clause.head].lower.startswith(
        ("bomb", "attack", "struck", "hit", "kill")
    ):
        return False
    return any(word.lower in ARMS for word in words[slice(*one.clause.subject)])
