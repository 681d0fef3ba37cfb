"""A decision's values as `coding` takes them. What a browser sends is checked here or refused below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.coding.codebook import issues as codebook_issues
from sayso.coding.edits import Coding, EventEdits, NewActor, QuoteEdits
from sayso.coding.proposals import ActorRef
from sayso.errors import StoreError
from sayso.store.database import Database

Values = Mapping[str, Any]
QUOTE_COLUMNS = {"form": "kind", "statedOn": "stated_on", "credibility": "credibility", "status": "status"}
EVENT_COLUMNS = {
    "title": "title", "event": "kind", "modality": "modality", "happenedOn": "happened_on",
    "credibility": "credibility",
}  # fmt: skip


def who(sent: object) -> ActorRef | NewActor | None:
    """A speaker: a reference, or somebody new."""
    if isinstance(sent, str):
        return ActorRef(sent)
    if isinstance(sent, dict):
        return NewActor(str(sent["name"]), str(sent["kind"]))
    return None


def coding(sent: Values) -> Coding:
    """A stance on an issue. Raises StoreError if it is none of the five."""
    if sent["stance"] not in (-2, -1, 0, 1, 2):
        raise StoreError("Coding", "A stance is one of −2 … +2.", "Press 1–5.")
    return Coding(str(sent["issue"]), int(sent["stance"]), sent.get("condition") or None)


def quote_edits(sent: Values) -> QuoteEdits:
    """What the coder changed of a quote before accepting it."""
    coded = sent.get("statements")
    return QuoteEdits(
        speaker=who(sent.get("speaker")),
        spans=spans(sent["spans"]) if sent.get("spans") else None,
        kind=sent.get("form"),
        stated_on=sent.get("statedOn"),
        credibility=sent.get("credibility"),
        statements=None if coded is None else tuple(coding(each) for each in coded),
    )


def event_edits(sent: Values) -> EventEdits:
    """What the coder changed of an event before accepting it."""
    return EventEdits(
        title=sent.get("title"),
        kind=sent.get("event"),
        modality=sent.get("modality"),
        happened_on=sent.get("happenedOn"),
        happened_on_basis="stated" if sent.get("happenedOn") else None,
        credibility=sent.get("credibility"),
        same_as=sent.get("sameAs"),
    )


def quote_changes(sent: Values) -> dict[str, Any]:
    """Changes of an accepted quote, as `editing.edit_quote` takes them."""
    values = {column: sent[name] for name, column in QUOTE_COLUMNS.items() if name in sent}
    if "stated_on" in values:
        values["stated_on_basis"] = "stated"
    if "spans" in sent:
        values["spans"] = spans(sent["spans"])
    if "speaker" in sent:
        values["speaker"] = who(sent["speaker"])
    return values


def quote_seen(sent: Values) -> dict[str, Any]:
    """Columns of a quote as the coder saw them."""
    values = {column: sent[name] for name, column in QUOTE_COLUMNS.items() if name in sent}
    if "spans" in sent:
        values["spans"] = [list(span) for span in spans(sent["spans"])]
    speaker = sent.get("speaker")
    if isinstance(speaker, str) and speaker.startswith("actor:"):
        values["speaker_id"] = speaker.removeprefix("actor:")
    return values


def event_changes(sent: Values) -> dict[str, Any]:
    """Changes of an accepted event, or its columns as the coder saw them."""
    return {column: sent[name] for name, column in EVENT_COLUMNS.items() if name in sent}


def spans(sent: Any) -> tuple[tuple[int, int], ...]:
    """Spans as pairs of whole numbers."""
    return tuple((int(start), int(end)) for start, end in sent)


def create_issue(database: Database, by: str, short_name: str, proposition: str) -> str:
    """An issue from the two fields of the card; the codebook page has the rest. Returns its id.

    One that is called so already is taken as it is.
    """
    known = database.rows(
        "SELECT issue_id FROM issues WHERE lower(short_name) = lower(?) ORDER BY 1", [short_name.strip()]
    )
    if known:
        return str(known[0][0])
    claim = proposition.strip()
    values = {
        "proposition": claim, "short_name": short_name.strip(),
        "supports_means": f"Speaks or acts for it: {claim}", "opposes_means": f"Speaks or acts against it: {claim}",
    }  # fmt: skip
    return codebook_issues.create_issue(database, by, values)
