"""Rows that are accepted already, changed; words that no extractor found, added; finds cut and joined."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.coding.deciding import undecided
from sayso.coding.edits import Coding, EventEdits, QuoteEdits
from sayso.coding.people import actor_for
from sayso.coding.proposals import Proposal
from sayso.coding.rows import article_day, insert_act, insert_quote, insert_statement, recode, words_at
from sayso.coding.seen import SeenFind, SeenStatements, refuse_recoded, refuse_unseen
from sayso.errors import StoreError
from sayso.queries import coded_events, coded_quotes, proposal_rows
from sayso.store.changes import Change, change
from sayso.store.database import Database

TITLE = "Changing what is coded"
_QUOTE_COLUMNS = frozenset(
    {"kind", "stated_on", "stated_on_basis", "credibility", "venue", "translation", "language", "status"}
)


def add_quote(
    database: Database | Change, by: str, article_id: str, spans: Sequence[Sequence[int]], edits: QuoteEdits
) -> str:
    """Code words that a person selected; `edits` must name the speaker. Returns the quote_id.

    The same words are added once by the same coder: a second time returns what is there.
    """
    if edits.speaker is None:
        raise StoreError(TITLE, "Nobody is named as its speaker yet.", "Choose the speaker, then save.")
    with change(database, by) as made:
        places = [list(span) for span in spans]
        if same := coded_quotes.same_quote(made, article_id, made.by, places):
            return same
        found = {"kind": edits.kind or "direct", "text": words_at(made, article_id, places), "spans": places}
        actor_id = actor_for(made, edits.speaker)
        quote_id = insert_quote(made, article_id, actor_id, found, edits)
        for coding in edits.statements or ():
            insert_statement(made, quote_id, actor_id, coding)
    return quote_id


def add_event(
    database: Database | Change, by: str, article_id: str, spans: Sequence[Sequence[int]], edits: EventEdits
) -> str:
    """Code an event that a person selected; `edits` must give title, kind and modality. Returns the event_id.

    An event of this title at the same words is added once: a second time returns what is there.
    """
    with change(database, by) as made:
        places = [list(span) for span in spans]
        if same := coded_events.same_event(made, article_id, places, edits.title):
            return same
        words = words_at(made, article_id, places)
        day = edits.happened_on or article_day(made, article_id, before=True)
        basis = edits.happened_on_basis or ("stated" if edits.happened_on else "inferred")
        event_id = made.next_id("events", f"event-{article_id}")
        row = {
            "event_id": event_id, "title": edits.title or words[:120], "kind": edits.kind,
            "modality": edits.modality or "happened", "happened_on": day, "happened_on_basis": basis,
            "place": edits.place, "description": edits.description,
        }  # fmt: skip
        made.insert("events", row)
        for actor_id, role in dict.fromkeys(
            (actor_for(made, who), role) for who, role in edits.participants or ()
        ):
            made.insert("event_actors", {"event_id": event_id, "actor_id": actor_id, "role": role})
        for act in edits.statements:
            insert_act(made, event_id, actor_for(made, act.actor), act.coding)
        report = {"event_id": event_id, "article_id": article_id, "spans": places}
        made.insert("reports", report | {"credibility": edits.credibility})
    return event_id


def edit_quote(
    database: Database | Change,
    by: str,
    quote_id: str,
    changes: Mapping[str, Any],
    seen: Mapping[str, Any] | None = None,
) -> None:
    """Change an accepted quote: spans, speaker (an ActorRef or NewActor), or a column of its own.

    A new speaker takes over the quote's statements. `seen` holds columns as the coder saw them.
    Raises ConflictError if one of them differs now, StoreError for a value that cannot be.
    """
    if unknown := set(changes) - _QUOTE_COLUMNS - {"speaker", "spans"}:
        raise StoreError(TITLE, f"{min(unknown)} is not a quote’s to change.", "Choose another field.")
    with change(database, by) as made:
        key = {"quote_id": quote_id}
        now = made.existing("quotes", key)
        values = {name: value for name, value in changes.items() if name in _QUOTE_COLUMNS}
        if "spans" in changes:
            places = [list(span) for span in changes["spans"]]
            values |= {"spans": places, "text": words_at(made, now["article_id"], places)}
        if "speaker" in changes:
            values["speaker_id"] = actor_for(made, changes["speaker"])
            for statement_id in coded_quotes.statements_of(made, quote_id, now["speaker_id"]):
                made.update("statements", {"statement_id": statement_id}, {"actor_id": values["speaker_id"]})
        if values.keys() - {"status"} and now["status"] == "accepted":
            values.setdefault("status", "edited")
        made.update("quotes", key, values, seen=seen)


def code(
    database: Database | Change, by: str, quote_id: str, coding: Coding, seen: Mapping[str, Any] | None = None
) -> str:
    """Set where a quote's speaker stands on an issue, in place of this coder's earlier coding; returns its id.

    `seen` is the coder's view of the statement that is replaced. Raises ConflictError if it differs now, or if
    somebody else coded it meanwhile.
    """
    with change(database, by) as made:
        quote = made.existing("quotes", {"quote_id": quote_id})
        standing = coded_quotes.coded(made, quote_id, coding.issue_id, quote["speaker_id"], by)
        if standing is None:
            return insert_statement(made, quote_id, quote["speaker_id"], coding)
        return recode(made, standing, coding, seen, basis=coding.basis)


def uncode(
    database: Database | Change, by: str, statement_id: str, seen: Mapping[str, Any] | None = None
) -> None:
    """Remove a statement. Raises ConflictError if it differs from what was `seen`, or is another's and was not seen."""
    with change(database, by) as made:
        key = {"statement_id": statement_id}
        refuse_unseen(made, made.existing("statements", key, seen), seen, "Nothing was removed")
        made.delete("statements", key)


def uncode_quote(
    database: Database | Change, by: str, quote_id: str, issue_id: str, seen: SeenStatements
) -> None:
    """Remove where a quote's speaker stands on an issue, as far as the coder saw it or coded it.

    Raises ConflictError, with nothing removed, if another coder set or changed a stance since it was `seen`.
    """
    with change(database, by) as made:
        standing = coded_quotes.standing(made, quote_id, issue_id)
        refuse_recoded(made, standing, seen)
        for statement_id in standing:
            made.delete("statements", {"statement_id": statement_id})


def withdraw_quote(
    database: Database | Change, by: str, quote_id: str, seen: SeenStatements | None = None
) -> None:
    """Reject a quote that was accepted, with its statements: the rows stay, and no longer count.

    `seen` holds its statements as the coder saw them. Raises ConflictError if another coder set or changed one since.
    """
    with change(database, by) as made:
        made.existing("quotes", {"quote_id": quote_id})
        refuse_recoded(made, coded_quotes.standing(made, quote_id), seen)
        for statement_id in coded_quotes.statements(made, quote_id):
            made.update(
                "statements", {"statement_id": statement_id}, {"status": "rejected"}, action="rejected"
            )
        made.update("quotes", {"quote_id": quote_id}, {"status": "rejected"}, action="rejected")


def split_quote(
    database: Database | Change, by: str, proposal_id: str, at: int, seen: SeenFind | None = None
) -> tuple[str, str]:
    """Cut a waiting quote at the character `at`: two proposals with the same speaker. Returns their ids.

    Raises StoreError if either part would hold no words.
    """
    with change(database, by) as made:
        proposal = undecided(made, proposal_id, "quote", seen)
        spans = proposal.found["spans"]
        left = [[start, min(end, at)] for start, end in spans if start < at]
        right = [[max(start, at), end] for start, end in spans if end > at]
        first = _cut(made, proposal, left)
        second_id = f"{proposal_id}.from-{at}"
        second = proposal.row() | {"proposal_id": second_id, "start": right[0][0] if right else at}
        made.insert(
            "proposals", second | {"found": json.dumps(_cut(made, proposal, right), ensure_ascii=False)}
        )
        _replace(made, proposal_id, first)
    return proposal_id, second_id


def join_quotes(
    database: Database | Change,
    by: str,
    one_id: str,
    other_id: str,
    seen: SeenFind | None = None,
    other_seen: SeenFind | None = None,
) -> str:
    """Make two waiting quotes of one article one, with the first one's speaker; returns its id."""
    with change(database, by) as made:
        one = undecided(made, one_id, "quote", seen)
        other = undecided(made, other_id, "quote", other_seen)
        if one.article_id != other.article_id:
            raise StoreError(TITLE, "They stand in two articles.", "Join quotes of one article.")
        _replace(made, one_id, _cut(made, one, _union(one.found["spans"] + other.found["spans"])))
        for child in proposal_rows.children(made, other_id):
            made.update("proposals", {"proposal_id": child}, {"parent_id": one_id})
        made.update("proposals", {"proposal_id": other_id}, {"status": "rejected"}, action="rejected")
    return one_id


def _cut(made: Change, proposal: Proposal, spans: list[list[int]]) -> dict[str, Any]:
    return proposal.found | {"spans": spans, "text": words_at(made, proposal.article_id, spans)}


def _replace(made: Change, proposal_id: str, found: dict[str, Any]) -> None:
    values = {"found": json.dumps(found, ensure_ascii=False), "start": found["spans"][0][0]}
    made.update("proposals", {"proposal_id": proposal_id}, values)


def _union(spans: list[list[int]]) -> list[list[int]]:
    """Spans in order; those that touch or overlap become one."""
    joined: list[list[int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return joined
