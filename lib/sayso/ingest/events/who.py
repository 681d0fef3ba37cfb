"""Who did it and to whom: the actors in the subject, the object and after "by"."""

from __future__ import annotations

from typing import NamedTuple

from sayso.ingest.actors.find import Cast
from sayso.ingest.events.clause import Clause
from sayso.ingest.events.phrases import Range, phrase_head
from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.lexicon.event_words import LOCATIVE
from sayso.ingest.records import Quote, Span
from sayso.ingest.speakers.candidates import Past, Scene
from sayso.ingest.speakers.resolve import resolve_words
from sayso.ingest.text.sentences import Parsed
from sayso.ingest.text.tokens import Token

_PRONOUNS = frozenset("he she they it who".split())
_SURE = 0.55
_BLOWS = frozenset(
    "strike strikes attack attacks raid raids ambush bombing shelling airstrike airstrikes".split()
)


class Who(NamedTuple):
    """Words in the text, and the actor that they mean, if one is known."""

    span: Span
    actor: str | None


class People:
    """The actors of a text, asked for by stretches of a sentence."""

    def __init__(self, parsed: Parsed, cast: Cast, quotes: tuple[Quote, ...]) -> None:
        self._scene = Scene(parsed, cast, [])
        self._waiting = sorted(
            ((quote.speaker[0], quote) for quote in quotes if quote.speaker),
            key=lambda pair: pair[0],
            reverse=True,
        )
        self._kinds = {cluster.key: cluster.kind for _, cluster in cast.mentions}

    def participants(self, words: list[Token], clause: Clause) -> tuple[Who | None, Who | None]:
        """Source and target of a clause."""
        subject = self._of_subject(words, clause.subject)
        target = self._first(words, clause.object) if clause.object else None
        if clause.form == "noun":
            return self._of_noun(words, clause)
        if not clause.passive:
            if target is None and subject and clause.subject:
                target = self._second(words, clause.subject, subject)
            return (
                subject,
                target if not subject or (target and target.actor != subject.actor) else None,
            )
        agent = self._agent(words, clause)
        return agent, subject if subject and (not agent or agent.actor != subject.actor) else None

    def _agent(self, words: list[Token], clause: Clause) -> Who | None:
        start = clause.last + 1
        for at in range(start, min(start + 12, len(words))):
            if words[at].text in (",", ";") or words[at].finite:
                return None
            blow = words[at].lower in _BLOWS and words[at - 1].lower not in ("the",)
            if words[at].lower == "by" or blow:
                region = (at + 1, min(at + 12, len(words))) if not blow else (start, at)
                return self._first(words, region)
        return None

    def _of_noun(self, words: list[Token], clause: Clause) -> tuple[Who | None, Who | None]:
        """`the withdrawal of US troops from Iraq`, `the US troop withdrawal`, `Norland’s attack on Sudland`."""
        before = self._first(words, (clause.first, clause.head))
        after = self._inside(words, clause.object, places=True) if clause.object else []
        at = clause.object[0] if clause.object else 0
        if clause.object and "of" in (words[at].lower, words[at - 1].lower):
            stop = next(
                (k for k in range(at + 1, clause.object[1]) if words[k].tag in ("IN", "TO")), clause.object[1]
            )
            doer = next((who for who in after if who.span[1] <= words[stop - 1].end), None)
            doer = doer or before
            return doer, next((who for who in after if not doer or who.actor != doer.actor), None)
        return before, after[0] if after and (before is None or after[0].actor != before.actor) else None

    def _of_subject(self, words: list[Token], region: Range | None) -> Who | None:
        if region is None:
            return None
        head = phrase_head(words, region)
        inside = self._inside(words, region)
        end = words[head].end
        heads = [who for who in inside if who.span[0] < end and who.span[1] >= end - 2]
        if heads:
            joined = any(word.lower == "and" for word in words[region[0] : head])
            return inside[0] if joined else heads[-1]
        whole = (words[region[0]].start, end)
        first = words[region[0]].lower
        if (
            (head == region[0] and first in _PRONOUNS)
            or first in ("the", "this")
            or words[head].lower in HEADS
        ):
            self._catch_up(whole[0])
            found = resolve_words(self._scene, whole)
            if found.actor in self._kinds and found.confidence >= _SURE and self._kinds[found.actor]:
                return Who(whole, found.actor)
        before = [who for who in inside if who.span[1] <= end and words[head].tag.startswith("NN")]
        possessed = any(word.tag == "POS" for word in words[region[0] : head])
        if before and not possessed:
            return before[-1]
        named = words[head].tag.startswith("NN") or words[head].lower in _PRONOUNS | {
            "we",
            "i",
            "others",
            "them",
            "us",
            "both",
            "police",
        }
        return Who(whole, None) if named else None

    def _catch_up(self, at: int) -> None:
        """Tell the resolver who has spoken so far."""
        while self._waiting and self._waiting[-1][0] < at:
            place, quote = self._waiting.pop()
            actor = quote.resolution.actor
            if actor and quote.cue_class == "speech":
                person = self._kinds.get(actor) == "person"
                self._scene.past.append(Past(actor, place, self._scene.paragraph(place), person))

    def _first(self, words: list[Token], region: Range) -> Who | None:
        found = self._inside(words, region)
        return found[0] if found else None

    def _second(self, words: list[Token], region: Range, first: Who) -> Who | None:
        """`Norland and Sudland held talks`: the other party."""
        if not any(word.lower in ("and", "with") for word in words[slice(*region)]):
            return None
        return next((who for who in self._inside(words, region) if who.actor != first.actor), None)

    def _inside(self, words: list[Token], region: Range | None, places: bool = False) -> list[Who]:
        """Actors named in a stretch, without those that only say where."""
        if region is None or region[0] >= region[1]:
            return []
        found = []
        for start, end, cluster in self._scene.inside(words[region[0]].start, words[region[1] - 1].end):
            if cluster.kind is None or str(cluster.kind) == "capital":
                continue
            at = next((k for k in range(*region) if words[k].start >= start), region[0])
            lead = at - 1
            while lead >= max(0, at - 3) and (
                words[lead].tag in ("DT", "JJ") or words[lead].text[:1].isupper()
            ):
                lead -= 1
            before = words[lead].lower if lead >= 0 else ""
            if cluster.kind == "state" and before in LOCATIVE:
                continue
            if cluster.kind == "state" and not places and before == "from":
                continue
            found.append(Who((start, end), cluster.key))
        return found
