"""Nouns that attribute: `his claim that …`, `voiced hope that …`, `declined to comment on …`; and questions put to somebody."""

from __future__ import annotations

from sayso.ingest.attribution.clauses import clause_end
from sayso.ingest.attribution.draft import Reading
from sayso.ingest.attribution.nouns import Phrase, stripped
from sayso.ingest.attribution.phrases import phrase_after
from sayso.ingest.attribution.subjects import subject_before
from sayso.ingest.lexicon.cues import SPEECH_NOUNS, WITH_NOUN
from sayso.ingest.lexicon.function_words import TIME_WORDS

_TO_DO = frozenset("pledge promise vow threat promises threats pledges".split())
_ABOUT = frozenset(
    "comment comments remark remarks statement statements claim claims warning warnings joke jokes tweet tweets "
    "question questions complaint complaints concern concerns allegation allegations accusation accusations".split()
)
_QUESTION_WORDS = frozenset("whether about if why how what who when where which whom whose".split())


def possessed(r: Reading) -> None:
    """`Trump's claim that …`, `his recent statement about …`."""
    t = r.tokens
    for at in range(1, r.high - 1):
        noun = t[at]
        if not noun.word or noun.lower not in SPEECH_NOUNS or not noun.tag.startswith("NN") or r.used[at]:
            continue
        owner = _owner(r, at)
        start = at + 1
        while start < r.high and (
            t[start].lower in TIME_WORDS
            or (
                t[start].lower in ("on", "last", "this")
                and start + 1 < r.high
                and t[start + 1].lower in TIME_WORDS
            )
        ):
            start += 1
        if start + 1 >= r.high:
            continue
        if owner is None and t[start].lower == "by":  # `claims by the police that …`
            owner = phrase_after(t, start + 1, r.high)
            start = owner.end if owner else start
        if owner is None or start + 1 >= r.high:
            continue
        if t[start].lower == "about" and noun.lower in _ABOUT and t[start - 1] is noun:
            r.emit(
                [(start + 1, clause_end(t, start + 1, r.high, long=False))],
                (at, start + 1),
                owner,
                "noun about",
            )
        if t[start].lower == "to" and noun.lower in _TO_DO:
            r.emit([(start, clause_end(t, start, r.high, long=False))], (at, at + 1), owner, "noun that")
        if t[start].lower != "that" or t[start].tag == "WDT":
            continue
        r.emit([(start, clause_end(t, start, r.high))], (at, at + 1), owner, "noun that")


def _owner(r: Reading, noun: int) -> Phrase | None:
    t = r.tokens
    for at in range(noun - 1, max(-1, noun - 5), -1):
        token = t[at]
        if token.tag == "PRP$":
            return Phrase(at, at + 1)
        if token.tag == "POS" or token.text == "’":
            start = at
            while (
                start > 0
                and t[start - 1].word
                and t[start - 1].tag in ("NNP", "NNPS", "NN", "NNS", "JJ", "DT")
            ):
                start -= 1
            return stripped(t, start, at)
        if not token.word or token.finite or token.tag == "IN":
            return None
    return None


def with_noun(r: Reading) -> None:
    """`expressed concern that …`, `declined to comment on …`, `made clear that …`."""
    t = r.tokens
    for at in range(r.high - 2):
        if not t[at].word or r.used[at] or not t[at].tag.startswith("VB"):
            continue
        nouns = WITH_NOUN.get(t[at].lower)
        if nouns is None:
            continue
        place = next((p for p in range(at + 1, min(at + 5, r.high - 1)) if t[p].lower in nouns), None)
        if place is None:
            continue
        start = place + 1
        while start < r.high and (
            t[start].lower in TIME_WORDS
            or (t[start].lower == "on" and start + 1 < r.high and t[start + 1].lower in TIME_WORDS)
        ):
            start += 1
        subject = subject_before(t, at)
        if subject is None or start + 1 >= r.high:
            continue
        if t[start].lower == "that":
            found = r.emit([(start, clause_end(t, start, r.high))], (at, place + 1), subject, "noun that")
        elif t[start].lower in ("about", "on", "over") and t[place].lower == "comment":
            parts = [(start + 1, clause_end(t, start + 1, r.high, long=False))]
            found = r.emit(parts, (at, start + 1), subject, "noun about")
        else:
            continue
        if found:
            r.take(at, start)


def asked(r: Reading) -> None:
    """`Asked whether …, Smith …`, `was asked about …`: the words of whoever asked."""
    t = r.tokens
    for at in range(r.high - 2):
        if t[at].lower not in ("asked", "pressed", "questioned") or r.used[at]:
            continue
        if (
            at
            and t[at - 1].text != ","
            and t[at - 1].lower not in ("when", "if", "was", "were", "been", "being")
        ):
            continue
        asker, start = None, at + 1
        if t[start].lower == "by":
            asker = phrase_after(t, start + 1, r.high)
            start = asker.end if asker else start
        opens = next(
            (
                p
                for p in range(start, min(start + 6, r.high))
                if t[p].lower in _QUESTION_WORDS or (asker and t[p].lower == "to")
            ),
            None,
        )
        if opens is None or any(token.finite or token.text == "," for token in t[start:opens]):
            continue
        start = opens + 1 if t[opens].lower == "about" else opens
        end = next((p for p in range(start + 1, r.high) if t[p].text == ","), r.high)
        if r.emit([(start, end)], (at, at + 1), asker, "asked"):
            r.take(at, start)
