"""Which triggers tell an event of their own, with what modality, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.ingest.events.classify import Found
from sayso.ingest.events.clause import Clause, read
from sayso.ingest.lexicon.event_words import (
    BEGUN_BY,
    DEMAND_NOUNS,
    DEMANDED_BY,
    DENIED_BY,
    EXPECTED_BY,
    FAILED,
    GOING_ON,
    HYPOTHETICAL,
    LEADS_TO,
    MAYBE,
    OPINIONS,
    OUGHT,
    TRIED,
    USUALLY,
    WILL,
)
from sayso.ingest.lexicon.plover import EVENT_VERBS, MATERIAL, VERBAL_CONFLICT
from sayso.ingest.records import Modality
from sayso.ingest.text.tokens import Token

_GOVERNS = frozenset((*VERBAL_CONFLICT, "AGREE", "CONCEDE", "SUPPORT"))
_SHORT = 9  # characters: "must" itself, not what must be done
_BREAKS = frozenset(";:—–")


@dataclass(frozen=True)
class Verdict:
    """What a trigger tells: an event of its own (`own`), or one that is mentioned again."""

    found: Found
    clause: Clause  # of the verb that carries it: "held" in "held talks"
    modality: Modality
    own: bool
    form: str  # main, side, content, phrase, noun: how sure its kind of clause is
    weak: bool = False  # a word of opinion
    present: bool = False
    usual: bool = False


def verdicts(found: list[Found], words: list[Token]) -> list[Verdict]:
    """A verdict on each trigger that tells or mentions an event."""
    judged: list[Verdict] = []
    for number, one in enumerate(found):
        governor = _governor(one, found[:number], words)
        verdict = _verdict(one, governor, words)
        if verdict is not None:
            judged.append(verdict)
    return judged


def _verdict(one: Found, governor: Found | None, words: list[Token]) -> Verdict | None:
    clause, kind = one.clause, one.trigger.kind
    if (
        words[clause.head].lower == "met"
        and one.clause.last == clause.head
        and _next(words, clause.head) == "with"
    ):
        return None
    if kind == "REJECT" and clause.negated:  # "would not accept": the refusal took place
        clause = replace(clause, negated=False, modal="")
    if kind == "DEMAND" and clause.modal in OUGHT and one.trigger.end - one.trigger.start < _SHORT:
        return None
    if clause.form == "adjective" or words[clause.head].lower in ("should", "must", "need", "needs"):
        return None
    text = words[clause.head].lower
    opinion = text in OPINIONS or (
        text.startswith("agree") and words[clause.last].lower in ("with", "that", "in")
    )
    verdict = Verdict(
        one, clause, "happened", True, "side" if clause.side else "main", opinion, clause.present and not clause.progressive,
        any(word.lower in USUALLY for word in words[max(0, clause.first - 2) : clause.head + 1]),
    )  # fmt: skip
    if text in DENIED_BY and text.startswith("den"):
        return None
    denial = _denied_by(one, words)
    if denial and kind in MATERIAL:
        return replace(verdict, modality="denied", form="content")
    if governor is not None:
        return _content(verdict, governor, kind)
    if clause.form == "noun":
        return _noun(verdict, words)
    if clause.form == "infinitive":
        return _infinitive(verdict)
    if clause.form == "gerund":
        if clause.lead == ",":
            return replace(verdict, form="phrase")
        if clause.lead in BEGUN_BY:
            return replace(verdict, modality="ongoing" if clause.lead in GOING_ON else "happened")
        return replace(verdict, own=False)
    if clause.form == "participle":
        return replace(verdict, form="phrase") if kind in MATERIAL else None
    return _finite(verdict, words)


def _finite(verdict: Verdict, words: list[Token]) -> Verdict | None:
    clause = verdict.clause
    if clause.side in HYPOTHETICAL or clause.modal in MAYBE:
        return None
    if clause.modal in OUGHT:
        return replace(verdict, modality="demanded", form="content")
    if clause.modal in WILL:
        return replace(verdict, modality="denied" if clause.negated else "expected")
    if clause.negated:
        return replace(verdict, modality="denied")
    text = words[clause.head].lower
    since = clause.perfect and any(word.lower == "since" for word in words[clause.last : clause.last + 12])
    if (clause.progressive and clause.present) or text in GOING_ON or since:
        return replace(verdict, modality="ongoing")
    if clause.progressive and clause.perfect:
        return replace(verdict, modality="ongoing")
    return verdict


def _infinitive(verdict: Verdict) -> Verdict | None:
    lead = verdict.clause.lead
    if lead in EXPECTED_BY or lead in ("is", "are", "was", "were"):
        return replace(verdict, modality="expected", form="content")
    if lead in TRIED:
        return replace(verdict, form="content")
    if lead in BEGUN_BY:
        return replace(verdict, modality="ongoing" if lead in GOING_ON else "happened")
    if lead in FAILED:
        return replace(verdict, modality="denied", form="content")
    return None


def _noun(verdict: Verdict, words: list[Token]) -> Verdict | None:
    """An event if a verb makes it one (`held talks`, `a riot broke out`), or if it is demanded; else a mention."""
    clause = verdict.clause
    at = clause.first - 1
    lead, _, joint = clause.lead.partition(" ")
    if joint == "for" and (lead in DEMAND_NOUNS or lead in DEMANDED_BY or lead.startswith("call")):
        return replace(verdict, modality="demanded", form="content")
    if clause.lead in LEADS_TO:
        return replace(verdict, modality="demanded", form="content")
    if lead in DENIED_BY and not joint:
        return replace(verdict, modality="denied", form="content")
    if not joint and lead in DEMANDED_BY and lead != "for":
        return replace(verdict, modality="demanded", form="content")
    if not joint and lead in EVENT_VERBS and at >= 0 and words[at].tag.startswith("VB"):
        return _carried(verdict, words, at)
    for place in range(clause.last + 1, min(clause.last + 4, len(words))):
        if words[place].lower in EVENT_VERBS and words[place].finite:
            return _carried(verdict, words, place)
    parties = clause.object and words[clause.object[0]].lower == "between"
    return replace(verdict, own=bool(parties), form="noun")


def _carried(verdict: Verdict, words: list[Token], verb: int) -> Verdict | None:
    """The verb's clause decides; the noun is its object or its subject."""
    clause = read(words, verb, verb)
    if clause.form == "infinitive":
        carried = _infinitive(replace(verdict, clause=clause))
    elif clause.form == "gerund":
        carried = replace(verdict, clause=clause, form="phrase") if clause.lead in {",", *BEGUN_BY} else None
    elif clause.form == "finite":
        carried = _finite(replace(verdict, clause=clause, form="side" if clause.side else "main"), words)
    else:
        carried = None
    if carried is None:
        return None
    last = max(clause.last, verdict.found.clause.last)
    rest = verdict.found.clause.object if last > clause.last else clause.object
    return replace(carried, clause=replace(carried.clause, last=last, object=rest))


def _content(verdict: Verdict, governor: Found, kind: str) -> Verdict | None:
    """What is demanded is an event if it is an act; what is promised, refused or blamed is told by that verb."""
    if governor.trigger.kind == "DEMAND" and kind in MATERIAL:
        if verdict.clause.form in ("noun", "infinitive") or words_base(verdict.clause):
            return replace(verdict, modality="demanded", form="content")
        return None
    return replace(verdict, own=False, form="noun") if verdict.clause.form == "noun" else None


def _next(words: list[Token], at: int) -> str:
    return words[at + 1].lower if at + 1 < len(words) else ""


def _denied_by(one: Found, words: list[Token]) -> bool:
    """`denied attacking`, `denied that it had attacked`."""
    start = one.clause.first
    near = [word.lower for word in words[max(0, start - 9) : start]]
    denials = [k for k, word in enumerate(near) if word in ("denied", "denies", "denying")]
    return bool(denials) and not {",", ";", "and", "but"} & set(near[denials[-1] :])


def words_base(clause: Clause) -> bool:
    """A verb after `demanded that`."""
    return clause.form == "finite" and not clause.perfect


def _governor(one: Found, earlier: list[Found], words: list[Token]) -> Found | None:
    """The verb of demanding, promising, refusing or blaming in whose complement a trigger stands."""
    for other in reversed(earlier):
        clause = other.clause
        if other.trigger.kind not in _GOVERNS or clause.form in ("adjective", "participle"):
            continue
        if clause.form == "noun" and clause.lead not in EVENT_VERBS:
            continue
        if not _broken(words, clause.last + 1, one.clause.first):
            return other
    return None


def _broken(words: list[Token], start: int, end: int) -> bool:
    """Whether another clause begins in between."""
    for at in range(start, min(end, len(words))):
        word = words[at]
        if word.text in _BREAKS or word.lower in (
            "after",
            "before",
            "while",
            "when",
            "because",
            "as",
            "since",
            "following",
        ):
            return True
        if word.text == "," and end - start > 1:
            return True
        if word.lower in ("and", "but") and at + 1 < len(words):
            following = words[at + 1 : at + 3]
            if any(near.tag in ("VBD", "VBZ", "VBP") or near.finite for near in following):
                return True
    return end <= start
