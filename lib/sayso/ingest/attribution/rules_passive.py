"""Passives: `it was reported that …`, `they were told by managers that …`, `he is said to have left`."""

from __future__ import annotations

from dataclasses import replace

from sayso.ingest.attribution.clauses import clause_end
from sayso.ingest.attribution.cue import Cue
from sayso.ingest.attribution.draft import Reading
from sayso.ingest.attribution.nouns import Phrase
from sayso.ingest.attribution.phrases import phrase_after
from sayso.ingest.attribution.rules_speaker_first import in_fronted
from sayso.ingest.attribution.subjects import subject_before
from sayso.ingest.lexicon.cues import TAKES_ADDRESSEE

_RUMOUR = frozenset("say report allege claim".split())


def passive(r: Reading, cue: Cue) -> bool:
    """Whoever is named after "by" speaks; else nobody does."""
    t, start = r.tokens, cue.end
    if cue.kind != "speech" or start + 1 >= r.high:
        return False
    subject = subject_before(t, cue.at)
    by: Phrase | None = None
    if t[start].lower == "by":
        by = phrase_after(t, start + 1, r.high)
        start = by.end if by else start
    if start + 1 >= r.high:
        return False
    if t[start].lower == "that" and t[start].tag == "IN":
        told = cue.verb in TAKES_ADDRESSEE
        impersonal = subject is not None and t[subject.start].lower == "it"
        if not (told or impersonal or by):
            return False
        fronted = in_fronted(r, replace(cue, subject=subject)) or t[cue.start].lower == "being"
        parts = [(start, clause_end(t, start, r.high, fronted=fronted))]
    elif t[start].lower == "to" and cue.verb in _RUMOUR and subject and t[start + 1].tag == "VB":
        parts = [(subject.start, subject.end), (start, clause_end(t, start, r.high))]
    else:
        return False
    r.emit(parts, (cue.start, cue.end), by, "passive")
    r.take(cue.start, cue.end)
    return True
