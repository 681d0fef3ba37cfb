"""Which card a change was about, so that an undo shows what it did."""

from __future__ import annotations

from sayso.coding.proposals import of_article
from sayso.coding.review.items import EVENT, FOUND, QUOTE
from sayso.queries.coded_quotes import evidence_of
from sayso.store.database import Database
from sayso.store.undoing import Done

ON_CARDS = ("quotes", "statements", "events", "event_actors", "reports")
"""Tables whose rows name the quote or the event that a card shows."""


def touched_item(database: Database, article_id: str, done: Done) -> str:
    """The card that a change was about; "" if none of this article."""
    rows = {(each.table, each.row_id) for each in done.operations}
    held = [(each.table, each.after or each.before or {}) for each in done.operations]
    coded = [each.row_id for each in done.operations if each.table == "statements"]
    for quote_id, event_id in evidence_of(database, coded):
        held.append(("statements", {"quote_id": quote_id, "event_id": event_id}))
    quotes = {str(row["quote_id"]) for table, row in held if row.get("quote_id") and table in ON_CARDS}
    events = {str(row["event_id"]) for table, row in held if row.get("event_id") and table in ON_CARDS}
    for proposal in of_article(database, article_id):
        name = proposal.proposal_id
        if ("proposals", name) in rows and proposal.kind in ("quote", "event", "copy"):
            return f"{FOUND}{name}"
        if proposal.row_id and proposal.row_id in (events if proposal.kind == "event" else quotes):
            return f"{FOUND}{name}"
    own = [*(f"{QUOTE}{quote}" for quote in sorted(quotes)), *(f"{EVENT}{event}" for event in sorted(events))]
    return next(iter(own), "")
