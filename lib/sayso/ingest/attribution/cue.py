"""Which verbs of a sentence attribute something, and with what grammar."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.ingest.attribution.adjuncts import addressee
from sayso.ingest.attribution.draft import Reading
from sayso.ingest.attribution.nouns import Phrase
from sayso.ingest.attribution.phrases import antecedent, phrase_after, verb_group_start
from sayso.ingest.attribution.subjects import main_subject, nearest_subject, subject_before
from sayso.ingest.lexicon.cues import (
    CUES,
    NEEDS_PREPOSITION,
    NEEDS_TO,
    ONLY_BEFORE_THAT,
    PREPOSITIONS,
)
from sayso.ingest.lexicon.function_words import BE, SEMI_AUXILIARIES
from sayso.ingest.records import CueClass
from sayso.ingest.text.tokens import Token

_PARTICIPLE_BEFORE = frozenset("and in by while before after without when or also".split())
_CAUSES = frozenset(
    "led leads prompted prompts forced forces drove drives caused allowed allows pressed".split()
)
_PREPOSITIONS = frozenset("to from of for about on with than as at into besides".split())
_NOT_AS_PARTICIPLE = frozenset(
    "see feel think find show report read like love back plan speak talk attack question challenge detail continue "
    "outline order direct promote rank rate post text state quote".split()
)
_TAKES_OBJECT_ALONE = frozenset("like back order plan direct".split())


@dataclass(frozen=True)
class Cue:
    """A verb that attributes: its place, its group, its class and its subject."""

    at: int
    start: int  # with auxiliaries and adverbs
    end: int  # with particle or preposition
    verb: str
    kind: CueClass
    passive: bool
    subject: Phrase | None = None
    participle: bool = False
    antecedent: Phrase | None = None


def cues_of(r: Reading) -> list[Cue]:
    """All attributing verbs of a sentence, left to right, subjects not yet sought."""
    return [cue for at in range(r.high) if (cue := _cue(r, at))]


def _cue(r: Reading, at: int) -> Cue | None:
    t, token = r.tokens, r.tokens[at]
    if not token.word or token.lower not in CUES or not token.tag.startswith("VB"):
        return None
    verb, kind = CUES[token.lower]
    after = t[at + 1] if at + 1 < r.high else None
    following = after.lower if after is not None and after.word else ""
    if verb == "point" and following == "out":
        verb, kind = "note", "speech"
    if verb in NEEDS_PREPOSITION and following not in PREPOSITIONS[verb]:
        return None
    if not _is_meant(r, at, token, verb, after, following):
        return None
    start, end = verb_group_start(t, at), at + 1
    takes = PREPOSITIONS.get(verb, frozenset()) - {"that", "if", "whether", "to"}
    if following in takes or following == "out":
        end = at + 2
        if verb in ("hit", "lash") and at + 2 < r.high and t[at + 2].lower in ("at", "against"):
            end = at + 3
    passive = token.tag in ("VBN", "VBD") and _has_be(t, start, at)
    if verb == "say" and t[at - 1].lower == "'s":
        passive = False  # `he's said`: has
    return Cue(at, start, end, verb, kind, passive)


def _has_be(t: list[Token], start: int, verb: int) -> bool:
    return any(word.lower in BE and word.tag != "POS" for word in t[start:verb])


def _is_meant(r: Reading, at: int, token: Token, verb: str, after: Token | None, following: str) -> bool:
    opens = after is not None and (after.text in (":", ",") or after.quote)
    if verb == "continue":
        return opens or (after is None and any(place < at for place in r.quotes))
    if verb == "state" and token.lower in ("state", "states"):
        return following == "that" and at > 0 and r.tokens[at - 1].tag in ("PRP", "NN", "RB")
    if verb == "maintain":
        return following == "that" or (
            after is not None and after.tag in ("PRP", "NNP") and _clause_near(r, at + 1)
        )
    if verb in NEEDS_TO:
        return following == "to"
    if verb in ONLY_BEFORE_THAT or verb in _TAKES_OBJECT_ALONE:
        if following in ("that", "to", "support") or (
            after is not None and (after.text == ":" or after.quote)
        ):
            return True
        return verb in _TAKES_OBJECT_ALONE and token.tag in ("VBD", "VBZ")
    return True


def _clause_near(r: Reading, start: int) -> bool:
    return any(token.finite for token in r.tokens[start : min(start + 8, r.high)])


def with_subject(r: Reading, cue: Cue) -> Cue | None:
    """The cue with its subject; None if the verb is passive or cannot attribute here."""
    t, at = r.tokens, cue.at
    token = t[at]
    subject: Phrase | None = None
    participle = False
    if token.tag == "VBG" and not _has_be(t, cue.start, at):
        before = t[cue.start - 1] if cue.start else None
        if (
            before is not None
            and (
                before.text in (",", "—", "–")
                or before.quote
                or before.lower in _PARTICIPLE_BEFORE
                or at == 1
            )
        ) or before is None:
            subject, participle = _participle_subject(r, at), True
        elif before.lower in SEMI_AUXILIARIES:
            subject = subject_before(t, at)
        elif before.lower in _PREPOSITIONS and cue.kind == "speech" and _that_or_quote(r, cue):
            subject, participle = _participle_subject(r, at), True
        elif before.nominal:
            subject, participle = subject_before(t, at), True
            if subject and not _own_subject(t, subject):
                subject = nearest_subject(t, 0, subject.start) or subject
        if cue.verb in _NOT_AS_PARTICIPLE and (
            cue.kind != "speech"
            or cue.verb in ("continue", "report", "state", "post", "text", "read", "quote")
        ):
            return None
    elif cue.passive:
        return None
    else:
        subject = subject_before(t, at)
    if subject is None and not participle and cue.start > 0:
        joined = t[cue.start - 1].lower in ("and", "but", "then") or (at > 1 and t[cue.start - 1].text == ",")
        if joined:
            subject = nearest_subject(t, 0, cue.start)
    if token.tag == "VB" and at > 1 and t[at - 1].lower == "to" and t[at - 2].lower not in SEMI_AUXILIARIES:
        if cue.verb == "say" or (cue.kind == "speech" and _that_or_quote(r, cue)):
            subject = _infinitive_subject(t, at - 1)
            if subject and t[subject.start].lower == "it":
                return None
        elif subject is None or cue.kind != "attitude":
            return None
    relative = antecedent(t, subject.start) if subject and subject.how == "relative" else None
    return replace(cue, subject=subject, participle=participle, antecedent=relative)


def _infinitive_subject(t: list[Token], to: int) -> Phrase | None:
    """`Smith was quick to say`: Smith; `it led Smith to say`: Smith too."""
    governing = next((at for at in range(to - 1, -1, -1) if t[at].finite), None)
    if governing is None:
        return None
    if t[governing].lower in _CAUSES:
        return phrase_after(t, governing + 1, to)
    phrase = subject_before(t, governing)
    return phrase if phrase and phrase.how != "relative" else nearest_subject(t, 0, to)


def _that_or_quote(r: Reading, cue: Cue) -> bool:
    """Whether a that-clause or a quotation follows, at once or after an addressee."""
    t, at = r.tokens, cue.end
    told = addressee(t, at, r.high, cue.verb)
    at = told.end if told else at
    if at < r.high and t[at].text in (",", ":"):
        at += 1
        return at < r.high and t[at].quote
    return at < r.high and (t[at].quote or (t[at].lower == "that" and t[at].tag == "IN"))


def _participle_subject(r: Reading, at: int) -> Phrase | None:
    subject = nearest_subject(r.tokens, 0, at) or main_subject(r.tokens, 0, at) or _beside(r.tokens, at)
    if subject is None and at <= 1:
        comma = False
        for place in range(at + 1, r.high):
            comma = comma or r.tokens[place].text == ","
            if r.tokens[place].finite and comma:
                return subject_before(r.tokens, place)
    return subject


def _beside(t: list[Token], participle: int) -> Phrase | None:
    """`said Skelly, explaining …` and `Senator Durbin, noting …, said`: whoever stands before the comma."""
    comma = next((at for at in range(participle - 1, 0, -1) if t[at].text == ","), None)
    if comma is None or not all(token.tag == "RB" for token in t[comma + 1 : participle]):
        return None
    for verb in range(comma - 1, max(-1, comma - 12), -1):
        if t[verb].lower in CUES and t[verb].finite:
            return phrase_after(t, verb + 1, comma)
    return subject_before(t, comma)


def _own_subject(t: list[Token], phrase: Phrase) -> bool:
    """`with 22 percent saying`, `Smith saying`: the noun before the participle speaks; not `a letter asking`."""
    before = t[phrase.start - 1].lower if phrase.start else "with"
    return before in ("with", "of", "amid", ",") or t[phrase.end - 1].tag in ("NNP", "PRP")
