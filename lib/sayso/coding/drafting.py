"""An extraction as proposals: each with a name that is the same in every run over the same text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.coding.proposals import WAITING, ActorRef, Kind, Proposal, actor_ref, new_ref
from sayso.ingest.records import Actor, Event, Extraction, Quote, Stance
from sayso.store.text_check import ELLIPSIS

_OPENING, _CLOSING = "\"“‘«„'", "\"”’»“'"


def drafted(article_id: str, text: str, found: Extraction, status: str = WAITING) -> list[Proposal]:
    """The proposals of one extraction: actors that are new, quotes, their statements, events."""
    made = _Drafts(article_id, text, found, status)
    for actor in found.actors:
        made.actor(actor)
    for number, quote in enumerate(found.quotes):
        made.quote(number, quote)
    for stance in found.stances:
        made.statement(stance)
    for event in found.events:
        made.event(event)
    needed = {ref for draft in made.drafts for ref in _refs(draft.found)}
    return [d for d in made.drafts if d.kind != "actor" or new_ref(d.proposal_id) in needed]


class _Drafts:
    def __init__(self, article_id: str, text: str, found: Extraction, status: str) -> None:
        self.article_id, self.text, self.status, self.coder = article_id, text, status, found.extractor
        self.drafts: list[Proposal] = []
        self._refs: dict[str, ActorRef] = {}
        self._quotes: dict[int, str] = {}
        self._taken: set[str] = set()

    def actor(self, actor: Actor) -> None:
        if actor.known:
            self._refs[actor.key] = actor_ref(actor.key)
            return
        details = {
            "name": actor.name, "kind": actor.kind, "aliases": list(actor.aliases), "roles": list(actor.roles),
            "spans": [list(span) for span in actor.spans],
        }  # fmt: skip
        start = actor.spans[0][0] if actor.spans else 0
        name = self._add("actor", actor.key, start, details, actor.rule, actor.confidence)
        self._refs[actor.key] = new_ref(name)

    def quote(self, number: int, quote: Quote) -> None:
        who, spans = quote.resolution, [_unmarked(self.text, span) for span in quote.spans]
        details = {
            "kind": quote.kind,
            "text": quoted_words(self.text, spans),
            "spans": spans,
            "cue": self._words(quote.cue),
            "speaker": {
                "words": self._words(quote.speaker),
                "span": list(quote.speaker) if quote.speaker else None,
                "actor": self._ref(who.actor),
                "rule": who.rule,
                "confidence": round(who.confidence, 3),
                "runners_up": [ref for key in who.runners_up if (ref := self._ref(key))],
            },
            "stated_on": quote.stated_on,
            "stated_on_basis": "stated" if quote.stated_on else "inferred",
        }
        own = "_".join(f"{start}-{end}" for start, end in spans)
        self._quotes[number] = self._add("quote", own, spans[0][0], details, quote.rule, quote.confidence)

    def statement(self, stance: Stance) -> None:
        parent = self._quotes[stance.quote]
        details = {
            "actor": self._ref(stance.actor), "issue_id": stance.issue_id, "stance": stance.stance,
            "condition": self._words(stance.condition), "evidence": list(stance.evidence),
        }  # fmt: skip
        own = f"{parent.removeprefix(f'{self.article_id}.quote.')}.{stance.issue_id}"
        self._add(
            "statement", own, stance.evidence[0], details, stance.rule, stance.confidence, stance.extractor, parent
        )  # fmt: skip

    def event(self, event: Event) -> None:
        parts = [("initiator", event.source_actor), ("target", event.target_actor)]
        claimed_in = self._quotes.get(event.claimed_in) if event.claimed_in is not None else None
        spans = [list(span) for span in event.spans or (event.span,)]
        details = {
            "title": event.title or " ".join((self._words(event.span) or "").split())[:120],
            "kind": event.kind,
            "modality": event.modality,
            "happened_on": event.happened_on,
            "happened_on_basis": "stated" if event.basis == "stated" else "inferred",
            "place": event.place,
            "latitude": event.latitude,
            "longitude": event.longitude,
            "place_precision": event.place_precision,
            "spans": spans,
            "participants": [{"actor": ref, "role": role} for role, key in parts if (ref := self._ref(key))],
            "claimed_in": claimed_in,
        }
        own = f"{event.trigger[0]}-{event.trigger[1]}"
        self._add("event", own, spans[0][0], details, event.rule, event.confidence)

    def _add(
        self,
        kind: Kind,
        own: str,
        start: int,
        details: dict[str, Any],
        rule: str,
        confidence: float,
        coder: str | None = None,
        parent: str | None = None,
    ) -> str:
        name = base = f"{self.article_id}.{kind}.{own}"
        number = 2
        while name in self._taken:
            name, number = f"{base}.{number}", number + 1
        self._taken.add(name)
        self.drafts.append(
            Proposal(
                name, self.article_id, parent, kind, details, start, coder or self.coder, rule,
                min(1.0, max(0.0, confidence)), self.status, None,
            )
        )  # fmt: skip
        return name

    def _words(self, span: Sequence[int] | None) -> str | None:
        return self.text[span[0] : span[1]] if span else None

    def _ref(self, key: str | None) -> ActorRef | None:
        return self._refs.get(key) if key else None


def quoted_words(text: str, spans: Sequence[Sequence[int]]) -> str:
    """The words at `spans`, pieces joined as `quotes.text` joins them."""
    return ELLIPSIS.join(text[start:end] for start, end in spans)


def _unmarked(text: str, span: Sequence[int]) -> list[int]:
    """A span without the quotation marks round it, where it is nothing but a quotation."""
    start, end = span
    words = text[start:end]
    if len(words) > 2 and words[0] in _OPENING and words[-1] in _CLOSING:
        inner = words[1:-1]
        if not any(mark in inner for mark in (words[0], words[-1]) if mark not in "'’"):
            return [start + 1, end - 1 - inner.endswith(",")]
    return [start, end]


def _refs(found: dict[str, Any]) -> set[str]:
    """Every actor that a proposal speaks of."""
    speaker = found.get("speaker") or {}
    named = [found.get("actor"), speaker.get("actor"), *speaker.get("runners_up", [])]
    return {ref for ref in [*named, *(p["actor"] for p in found.get("participants", []))] if ref}
