"""The rows that decisions make: quotes and statements, with ids that can be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.coding.drafting import quoted_words
from sayso.coding.edits import Coding, QuoteEdits
from sayso.coding.people import actor_for
from sayso.coding.seen import refuse_unseen
from sayso.errors import StoreError
from sayso.queries import article_rows
from sayso.store.changes import Change


def insert_quote(
    made: Change,
    article_id: str,
    actor_id: str,
    found: dict[str, Any],
    edits: QuoteEdits,
    rule: str | None = None,
    confidence: float | None = None,
) -> str:
    """Insert a quote as found, with a coder's edits over it; returns its quote_id."""
    spans = [list(span) for span in edits.spans] if edits.spans else found["spans"]
    words = words_at(made, article_id, spans) if edits.spans else found["text"]
    stated_on = edits.stated_on or found.get("stated_on")
    basis = edits.stated_on_basis or ("stated" if edits.stated_on else found.get("stated_on_basis"))
    if stated_on is None:
        stated_on, basis = article_day(made, article_id, before=True), "inferred"
    quote_id = made.next_id("quotes", f"q-{article_id}")
    changed = edits.spans is not None and spans != found.get("spans")
    made.insert(
        "quotes",
        {
            "quote_id": quote_id, "article_id": article_id, "speaker_id": actor_id,
            "kind": edits.kind or found["kind"], "text": words, "spans": spans, "cue": found.get("cue"),
            "addressee_id": actor_for(made, edits.addressee) if edits.addressee else None,
            "venue": edits.venue, "stated_on": stated_on, "stated_on_basis": basis or "inferred",
            "language": article_rows.language(made, article_id), "translation": edits.translation, "credibility": edits.credibility,
            "status": "edited" if changed and rule else "accepted", "coder": made.by, "rule": rule,
            "confidence": confidence,
        },
    )  # fmt: skip
    return quote_id


def insert_statement(
    made: Change, quote_id: str, actor_id: str, coding: Coding, confidence: float | None = None
) -> str:
    """Insert a statement on a quote; returns its statement_id."""
    evidence = {"quote_id": quote_id, "basis": coding.basis}
    return _insert_statement(made, f"s-{quote_id.removeprefix('q-')}", evidence, actor_id, coding, confidence)


def insert_act(made: Change, event_id: str, actor_id: str, coding: Coding) -> str:
    """Insert a statement that rests on an event: on what was done, not on words. Returns its statement_id."""
    evidence = {"event_id": event_id, "basis": "act"}
    return _insert_statement(made, f"s-{event_id}", evidence, actor_id, coding)


def recode(
    made: Change, statement_id: str, coding: Coding, seen: Mapping[str, Any] | None, basis: str
) -> str:
    """Change a statement to `coding`, keeping its note if that has none; returns its id.

    Raises ConflictError if it differs from what was `seen`, or is another coder's and was not seen at all.
    """
    key = {"statement_id": statement_id}
    now = made.existing("statements", key, seen)
    values = {"stance": coding.stance, "condition": coding.condition or None, "basis": basis}
    if coding.note is not None:
        values["note"] = coding.note
    if all(now[name] == value for name, value in values.items()):
        return statement_id
    refuse_unseen(made, now, seen, "Your stance was not saved")
    made.update("statements", key, values | {"status": "edited", "coder": made.by}, seen=seen)
    return statement_id


def _insert_statement(
    made: Change,
    base: str,
    evidence: dict[str, str],
    actor_id: str,
    coding: Coding,
    confidence: float | None = None,
) -> str:
    statement_id = made.next_id("statements", base)
    made.insert(
        "statements",
        evidence
        | {
            "statement_id": statement_id, "actor_id": actor_id, "issue_id": coding.issue_id,
            "stance": coding.stance, "condition": coding.condition or None, "note": coding.note,
            "status": "accepted", "coder": made.by, "confidence": confidence,
        },
    )  # fmt: skip
    return statement_id


def words_at(made: Change, article_id: str, spans: list[list[int]]) -> str:
    """The words at `spans` of the article. Raises StoreError if they lie outside it, or hold no words."""
    text = article_rows.text(made, article_id)
    places = [place for span in spans for place in span]
    ordered = places == sorted(set(places)) and len(places) == 2 * len(spans)
    if text is None or not spans or not ordered or spans[0][0] < 0 or spans[-1][1] > len(text):
        raise StoreError(
            "Marking a quote", "Those places are not in the article's text.", "Select words in it."
        )
    if not quoted_words(text, spans).strip():
        raise StoreError("Marking a quote", "There are no words there.", "Select the words that were said.")
    return quoted_words(text, spans)


def article_day(made: Change, article_id: str, *, before: bool) -> str:
    """When an article says it: by its date of publication, else by the day it was added. EDTF, an open start."""
    day = article_rows.last_day(made, article_id).isoformat()
    return f"../{day}" if before else day
