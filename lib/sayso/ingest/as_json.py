"""An extraction as plain values for JSON lines."""

from __future__ import annotations

from typing import Any

from sayso.ingest.records import Event, Extraction, Quote


def article_row(article: str, found: Extraction) -> dict[str, Any]:
    """One line of `sayso extract --jsonl`."""
    return {
        "article": article,
        "extractor": found.extractor,
        "quotes": [_quote(quote) for quote in found.quotes],
        "actors": [
            {
                "actor": actor.key, "name": actor.name, "kind": actor.kind, "known": actor.known,
                "aliases": list(actor.aliases), "roles": list(actor.roles), "spans": [list(span) for span in actor.spans],
                "rule": actor.rule, "confidence": actor.confidence,
            }
            for actor in found.actors
        ],
        "events": [_event(event) for event in found.events],
        "dates": [
            {
                "span": list(day.span), "edtf": day.edtf, "precision": day.precision, "basis": day.basis,
                "rule": day.rule, "confidence": day.confidence,
            }
            for day in found.dates
        ],
        "stances": [
            {
                "quote": stance.quote, "actor": stance.actor, "issue": stance.issue_id, "stance": stance.stance,
                "condition": _span(stance.condition), "evidence": list(stance.evidence), "rule": stance.rule,
                "confidence": stance.confidence,
            }
            for stance in found.stances
        ],
    }  # fmt: skip


def _quote(quote: Quote) -> dict[str, Any]:
    who = quote.resolution
    return {
        "spans": [list(span) for span in quote.spans], "speaker": _span(quote.speaker), "kind": quote.kind,
        "cue_class": quote.cue_class, "cue": _span(quote.cue), "addressee": _span(quote.addressee),
        "actor": who.actor, "resolved_by": who.rule, "speaker_confidence": round(who.confidence, 2),
        "runners_up": list(who.runners_up), "stated_on": quote.stated_on, "rule": quote.rule,
        "confidence": quote.confidence,
    }  # fmt: skip


def _event(event: Event) -> dict[str, Any]:
    return {
        "title": event.title, "kind": event.kind, "modality": event.modality, "trigger": list(event.trigger), "span": list(event.span),
        "spans": [list(span) for span in event.spans],
        "source": _span(event.source), "target": _span(event.target), "source_actor": event.source_actor,
        "target_actor": event.target_actor, "happened_on": event.happened_on, "basis": event.basis,
        "place": event.place, "latitude": event.latitude, "longitude": event.longitude,
        "place_precision": event.place_precision,
        "claimed_in": event.claimed_in, "rule": event.rule, "confidence": event.confidence,
    }  # fmt: skip


def _span(span: tuple[int, int] | None) -> list[int] | None:
    return list(span) if span else None
