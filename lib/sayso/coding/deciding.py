"""Decisions on what was found: accepted, changed, rejected. Each is one change: saved at once, undoable."""

from __future__ import annotations

from typing import Any

from sayso.coding.edits import Act, Coding, EventEdits, QuoteEdits
from sayso.coding.people import actor_for
from sayso.coding.proposals import UNDECIDED, ActorRef, Proposal, from_row
from sayso.coding.rows import article_day, insert_act, insert_quote, insert_statement
from sayso.coding.seen import SeenFind, last_by, refuse_changed
from sayso.errors import StoreError
from sayso.queries import coded_events, proposal_rows
from sayso.store.changes import Change, ConflictError, change
from sayso.store.database import Database

TITLE = "Deciding on a proposal"


def accept_quote(
    database: Database | Change,
    by: str,
    proposal_id: str,
    edits: QuoteEdits | None = None,
    seen: SeenFind | None = None,
) -> str:
    """Make a proposed quote, with its statements, rows that count; returns the quote_id.

    `seen` is the find as the coder saw it: ConflictError says so if it was changed since. Raises ConflictError if it is decided already, StoreError if no speaker is known or a value is wrong.
    """
    with change(database, by) as made:
        return quote_accepted(made, proposal_id, edits or QuoteEdits(), seen=seen)


def quote_accepted(
    made: Change,
    proposal_id: str,
    edits: QuoteEdits,
    least_confidence: float | None = None,
    seen: SeenFind | None = None,
) -> str:
    """`accept_quote` inside a change; proposed statements below `least_confidence` are left waiting."""
    proposal = undecided(made, proposal_id, "quote", seen)
    found, speaker = proposal.found, edits.speaker or proposal.found["speaker"]["actor"]
    if proposal.status == "unverified" and not edits.spans:
        raise StoreError(
            TITLE,
            "The article does not have these words: they are the model's own.",
            "Select the words that were said, or reject it.",
        )
    if speaker is None:
        raise StoreError(TITLE, "Nobody is named as its speaker yet.", "Choose the speaker, then accept.")
    actor_id = actor_for(made, speaker)
    quote_id = insert_quote(
        made, proposal.article_id, actor_id, found, edits, rule=proposal.rule, confidence=proposal.confidence
    )  # fmt: skip
    sure = [
        child for child in _children(made, proposal_id)
        if least_confidence is None or (child.confidence or 0) >= least_confidence
    ]  # fmt: skip
    _settle_statements(made, quote_id, actor_id, sure, edits.statements)
    same = actor_id == _known_actor(made, found["speaker"]["actor"]) and not _differs(found, edits)
    _decide(made, proposal, "accepted" if same else "edited", quote_id)
    return quote_id


def accept_statement(
    database: Database | Change, by: str, proposal_id: str, coding: Coding | None = None
) -> str:
    """Accept a statement that was proposed for a quote which is accepted already; returns the statement_id."""
    with change(database, by) as made:
        proposal = undecided(made, proposal_id, "statement")
        quote = from_row(_row(made, proposal.parent_id or ""))
        if quote.row_id is None:
            raise StoreError(TITLE, "Its quote is not accepted yet.", "Accept the quote first.")
        speaker = made.row("quotes", {"quote_id": quote.row_id})
        assert speaker is not None
        if speaker["status"] == "rejected":
            raise ConflictError(
                TITLE,
                f"{last_by(made, 'quotes', quote.row_id)} has rejected its quote meanwhile. Nothing was saved.",
                "Accept the quote again first.",
            )
        wanted = coding or _coding(proposal)
        statement_id = insert_statement(
            made, quote.row_id, speaker["speaker_id"], wanted, confidence=proposal.confidence
        )
        _decide(made, proposal, "accepted" if _same(proposal, wanted) else "edited", statement_id)
    return statement_id


def accept_event(
    database: Database | Change,
    by: str,
    proposal_id: str,
    edits: EventEdits | None = None,
    seen: SeenFind | None = None,
) -> str:
    """Make a proposed event a row, with who took part, its stances and the article's report; returns the event_id.

    An event that it is the same as keeps its own facts. Raises ConflictError if that has another stance already.
    """
    edits = edits or EventEdits()
    with change(database, by) as made:
        proposal = undecided(made, proposal_id, "event", seen)
        found, article_id = proposal.found, proposal.article_id
        event_id = edits.same_as
        if event_id is None:
            event_id = made.next_id("events", f"event-{article_id}")
            row = {
                name: getattr(edits, name, None) or found.get(name)
                for name in ("title", "kind", "modality", "happened_on", "happened_on_basis", "place", "description")
            } | {name: found.get(name) for name in ("latitude", "longitude", "place_precision")}  # fmt: skip
            if row["place"] != found.get("place"):  # another place: the old coordinates do not hold
                row |= {"latitude": None, "longitude": None, "place_precision": None}
            if row["happened_on"] is None:
                row |= {
                    "happened_on": article_day(made, article_id, before=True),
                    "happened_on_basis": "inferred",
                }
            made.insert("events", row | {"event_id": event_id})
            parts = edits.participants
            if parts is None:
                parts = tuple((ActorRef(p["actor"]), p["role"]) for p in found["participants"])
            for actor_id, role in dict.fromkeys((actor_for(made, who), role) for who, role in parts):
                made.insert("event_actors", {"event_id": event_id, "actor_id": actor_id, "role": role})
        elif made.row("events", {"event_id": event_id}) is None:
            raise StoreError(TITLE, f"There is no event “{event_id}”.", "Choose one that is listed.")
        report = {"event_id": event_id, "article_id": article_id}
        if made.row("reports", report) is None:
            made.insert("reports", report | {"spans": found["spans"], "credibility": edits.credibility})
        for act in edits.statements:
            _insert_act(made, event_id, act)
        is_same = edits == EventEdits(credibility=edits.credibility, statements=edits.statements)
        _decide(made, proposal, "accepted" if is_same else "edited", event_id)
    return event_id


def _insert_act(made: Change, event_id: str, act: Act) -> None:
    """A stance on an event, unless that has it already. Raises ConflictError if it has another one."""
    actor_id, coding = actor_for(made, act.actor), act.coding
    known = coded_events.acts(made, event_id, actor_id, coding.issue_id, made.by)
    if not known:
        insert_act(made, event_id, actor_id, coding)
    elif (coding.stance, coding.condition) not in [(stance, condition) for _, stance, condition in known]:
        raise ConflictError(
            TITLE,
            "That event has another stance of this actor on this issue already. Nothing was saved.",
            "Remove the stance here and accept; then look at the event’s own.",
        )


def accept_copy(database: Database | Change, by: str, proposal_id: str) -> None:
    """Let an article count as a copy of the one that was proposed as its original."""
    with change(database, by) as made:
        proposal = undecided(made, proposal_id, "copy")
        original = made.row("articles", {"article_id": proposal.found["original"]})
        if original is None or original["duplicate_of"] is not None:
            raise ConflictError(
                TITLE, "Its original is a copy itself, or gone.", "Reject this, and search again."
            )
        key = {"article_id": proposal.article_id}
        made.update("articles", key, {"duplicate_of": original["article_id"]}, seen={"duplicate_of": None})
        _decide(made, proposal, "accepted", proposal.article_id)


def reject(database: Database | Change, by: str, proposal_id: str, seen: SeenFind | None = None) -> None:
    """Turn a proposal down; a quote takes its statements with it. Raises ConflictError if decided already."""
    with change(database, by) as made:
        proposal = undecided(made, proposal_id, seen=seen)
        for child in _children(made, proposal_id):
            if child.is_waiting:
                _decide(made, child, "rejected")
        _decide(made, proposal, "rejected")


def reopen(database: Database | Change, by: str, proposal_id: str) -> None:
    """Make a rejected proposal wait again, with its statements."""
    with change(database, by) as made:
        for each in [from_row(_row(made, proposal_id)), *_children(made, proposal_id)]:
            if each.status == "rejected":
                made.update("proposals", {"proposal_id": each.proposal_id}, {"status": "proposed"})


def close_article(database: Database | Change, by: str, article_id: str) -> None:
    """Log that a coder is done with an article; what still waits, waits on."""
    with change(database, by) as made:
        made.mark("articles", article_id, "reviewed", {})


def _settle_statements(
    made: Change, quote_id: str, actor_id: str, children: list[Proposal], wanted: tuple[Coding, ...] | None
) -> None:
    """Insert the codings a coder left standing; of the proposed ones say which stood, changed or fell."""
    waiting = {child.found["issue_id"]: child for child in children if child.is_waiting}
    codings = tuple(_coding(child) for child in waiting.values()) if wanted is None else wanted
    for coding in codings:
        child = waiting.pop(coding.issue_id, None)
        confidence = child.confidence if child else None
        statement_id = insert_statement(made, quote_id, actor_id, coding, confidence=confidence)
        if child:
            _decide(made, child, "accepted" if _same(child, coding) else "edited", statement_id)
    for child in waiting.values():
        _decide(made, child, "rejected")


def undecided(
    made: Change, proposal_id: str, kind: str | None = None, seen: SeenFind | None = None
) -> Proposal:
    """The proposal, if nobody has decided on it and it is as it was `seen`.

    Raises ConflictError, or StoreError for another kind.
    """
    proposal = from_row(_row(made, proposal_id))
    if kind and proposal.kind != kind:
        raise StoreError(
            TITLE, f"This is a proposed {proposal.kind}, not a {kind}.", "Look at the page anew."
        )
    if proposal.status not in UNDECIDED:
        raise ConflictError(
            TITLE,
            f"It is {proposal.status} already, by {last_by(made, 'proposals', proposal_id)}. Nothing was changed.",
            "Open the row itself to change it, or undo the decision.",
        )
    refuse_changed(made, proposal, seen)
    return proposal


def _row(made: Change, proposal_id: str) -> dict[str, Any]:
    row = made.row("proposals", {"proposal_id": proposal_id})
    if row is None:
        raise ConflictError(TITLE, "A new search of the article replaced it.", "Look at the page anew.")
    return row


def _children(made: Change, proposal_id: str) -> list[Proposal]:
    return [from_row(_row(made, each)) for each in proposal_rows.children(made, proposal_id)]


def _decide(made: Change, proposal: Proposal, status: str, row_id: str | None = None) -> None:
    values = {"status": status, "row_id": row_id}
    made.update("proposals", {"proposal_id": proposal.proposal_id}, values, action=status)


def _known_actor(made: Change, ref: str | None) -> str | None:
    return actor_for(made, ActorRef(ref)) if ref else None


def _differs(found: dict[str, Any], edits: QuoteEdits) -> bool:
    """Whether the coder changed what the extractor had said of the quote itself."""
    spans = [list(span) for span in edits.spans] if edits.spans else found["spans"]
    return bool(spans != found["spans"]) or edits.kind not in (None, found["kind"])


def _coding(child: Proposal) -> Coding:
    return Coding(child.found["issue_id"], child.found["stance"], child.found["condition"])


def _same(child: Proposal, coding: Coding) -> bool:
    proposed = _coding(child)
    return bool(coding.stance == proposed.stance and coding.condition == proposed.condition)
