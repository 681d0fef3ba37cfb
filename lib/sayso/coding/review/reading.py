"""A decision's values as `coding` takes them. What a browser sends is checked here or refused below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.coding.codebook import issues as codebook_issues
from sayso.coding.edits import Act, Coding, EventEdits, NewActor, QuoteEdits
from sayso.coding.proposals import ActorRef
from sayso.coding.seen import SeenFind, SeenStatements
from sayso.errors import StoreError
from sayso.store.database import Database

Values = Mapping[str, Any]
QUOTE_COLUMNS = {
    "form": "kind", "statedOn": "stated_on", "statedBasis": "stated_on_basis", "credibility": "credibility",
    "status": "status",
}  # fmt: skip
EVENT_COLUMNS = {
    "title": "title", "event": "kind", "modality": "modality", "happenedOn": "happened_on",
    "happenedBasis": "happened_on_basis", "credibility": "credibility",
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
        stated_on_basis=sent.get("statedBasis"),
        credibility=sent.get("credibility"),
        statements=None if coded is None else tuple(coding(each) for each in coded),
    )


def event_edits(sent: Values) -> EventEdits:
    """What the coder changed of an event before accepting it, or says of one that no search found."""
    parts = sent.get("participants")
    return EventEdits(
        title=sent.get("title"),
        kind=sent.get("event"),
        modality=sent.get("modality"),
        happened_on=sent.get("happenedOn") or None,
        happened_on_basis=(sent.get("happenedBasis") or "stated") if sent.get("happenedOn") else None,
        participants=None if parts is None else tuple(participants(parts)),
        statements=tuple(act(each) for each in sent.get("statements") or ()),
        credibility=sent.get("credibility"),
        same_as=sent.get("sameAs"),
    )


def quote_changes(sent: Values) -> dict[str, Any]:
    """Changes of an accepted quote, as `editing.edit_quote` takes them."""
    values = {column: sent[name] for name, column in QUOTE_COLUMNS.items() if name in sent}
    if "stated_on" in values:
        values.setdefault("stated_on_basis", "stated")
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


def act(sent: Values) -> Act:
    """A stance that an event shows. Raises StoreError if nobody is named, or as `coding` does."""
    actor = who(sent.get("actor"))
    if actor is None:
        raise StoreError("Coding", "Nobody is named whose stance it shows.", "Choose who, then press 1–5.")
    return Act(actor, coding(sent))


def participants(sent: Any) -> list[tuple[ActorRef | NewActor, str]]:
    """Who took part in an event, and in which role."""
    named = [(who(each["ref"]), str(each["role"])) for each in sent]
    return [(actor, role) for actor, role in named if actor is not None]


def participants_seen(sent: Any) -> set[tuple[str, str]] | None:
    """Who took part as the coder saw it: (actor_id, role); None if that was not saved yet."""
    if sent is None:
        return None
    return {(str(each["ref"]).removeprefix("actor:"), str(each["role"])) for each in sent}


def spans(sent: Any) -> tuple[tuple[int, int], ...]:
    """Spans as pairs of whole numbers."""
    return tuple((int(start), int(end)) for start, end in sent)


def find_seen(sent: Any, edits: Values | None = None) -> SeenFind | None:
    """A find as it stood on the card; None if the browser had not seen it saved. A speaker that was chosen counts."""
    if not sent or "spans" not in sent:
        return None
    seen: dict[str, Any] = {"spans": [list(span) for span in spans(sent["spans"])]}
    if "speaker" in sent and not (edits or {}).get("speaker"):
        seen["speaker"] = sent["speaker"]
    if "statements" in sent:
        seen["statements"] = [
            (each["issue"], each["stance"], each.get("condition")) for each in sent["statements"]
        ]
    return seen


def statements_seen(sent: Any) -> SeenStatements | None:
    """Statements as they stood on the card, by id; None if the browser had not seen them saved."""
    if sent is None:
        return None
    return {
        str(each["id"]): {"stance": each["stance"], "condition": each.get("condition")}
        for each in sent.get("coded") or ()
    }


def create_issue(database: Database, by: str, short_name: str, proposition: str) -> str:
    """An issue from the two fields of the card; the codebook page has the rest. Returns its id.

    One that is called so already is taken as it is.
    """
    claim = proposition.strip()
    values = {
        "proposition": claim, "supports_means": f"Speaks or acts for it: {claim}",
        "opposes_means": f"Speaks or acts against it: {claim}",
    }  # fmt: skip
    return codebook_issues.issue_called(database, by, short_name, values)
