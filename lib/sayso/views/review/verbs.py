"""What a coder can decide, each by the function of `coding` that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sayso.coding import deciding, editing, event_rows
from sayso.coding.edits import Coding
from sayso.coding.proposals import UNDECIDED, Proposal, get, of_article
from sayso.errors import StoreError
from sayso.store.changes import ConflictError
from sayso.store.database import Database
from sayso.store.undoing import Done, last_undoable, last_undone, undo
from sayso.views.review import reading
from sayso.views.review.items import EVENT, FOUND, QUOTE
from sayso.views.review.ledger import Ledger

Decision = dict[str, Any]
TITLE = "Review"
ON_CARDS = ("quotes", "statements", "events", "event_actors", "reports")
"""Tables whose rows name the quote or the event that a card shows."""


@dataclass(frozen=True)
class Desk:
    """Who decides, on which article, and the account with the browser."""

    database: Database
    coder: str
    article_id: str
    ledger: Ledger

    def proposal(self, item: str) -> Proposal | None:
        """The proposal that an item is; None for a row that no search found."""
        return get(self.database, item.removeprefix(FOUND)) if item.startswith(FOUND) else None

    def row(self, item: str) -> str:
        """The quote_id or event_id of an item. Raises ConflictError if it is not accepted (any more)."""
        if item.startswith((QUOTE, EVENT)):
            return item[2:]
        proposal = self.proposal(item)
        if proposal is None or proposal.row_id is None:
            raise ConflictError(TITLE, "It is not accepted any more.", "Accept it first.")
        return proposal.row_id

    def name(self, decision: Decision, given: str) -> None:
        """Tell the browser the id of what it had named itself."""
        self.ledger.names[str(decision["named"])] = given


def accept(desk: Desk, decision: Decision) -> None:
    """Accept a find as it stood on the card; what was rejected waits again first."""
    proposal = desk.proposal(decision["item"])
    if proposal is None:
        row = desk.row(decision["item"])
        editing.edit_quote(desk.database, desk.coder, row, {"status": "accepted"})
        return
    if proposal.status == "rejected" and decision.get("saw") == "rejected":
        deciding.reopen(desk.database, desk.coder, proposal.proposal_id)
    args = desk.database, desk.coder, proposal.proposal_id
    edits = decision.get("edits") or {}
    if proposal.kind == "quote":
        deciding.accept_quote(*args, reading.quote_edits(edits))
    elif proposal.kind == "event":
        deciding.accept_event(*args, reading.event_edits(edits))
    else:
        deciding.accept_copy(*args)


def reject(desk: Desk, decision: Decision) -> None:
    """Turn a find down, or withdraw what the coder saw accepted; not what somebody accepted meanwhile."""
    proposal = desk.proposal(decision["item"])
    if proposal is not None and decision.get("saw") in UNDECIDED:
        deciding.reject(desk.database, desk.coder, proposal.proposal_id)
    elif decision.get("kind") == "event":
        event_rows.withdraw_event(desk.database, desk.coder, desk.row(decision["item"]), desk.article_id)
    else:
        editing.withdraw_quote(desk.database, desk.coder, desk.row(decision["item"]))


def reopen(desk: Desk, decision: Decision) -> None:
    """Let what was rejected wait again."""
    deciding.reopen(desk.database, desk.coder, decision["item"].removeprefix(FOUND))


def edit(desk: Desk, decision: Decision) -> None:
    """Change what is accepted."""
    row, changes, seen = desk.row(decision["item"]), decision["changes"], decision.get("seen") or {}
    if "participants" in changes:
        wanted = reading.participants(changes["participants"])
        were = reading.participants_seen(seen.get("participants"))
        event_rows.set_participants(desk.database, desk.coder, row, wanted, were)
    elif decision.get("kind") == "event":
        values, before = reading.event_changes(changes), reading.event_changes(seen)
        event_rows.edit_event(desk.database, desk.coder, row, desk.article_id, values, before or None)
    else:
        values, before = reading.quote_changes(changes), reading.quote_seen(seen)
        editing.edit_quote(desk.database, desk.coder, row, values, before or None)


def code(desk: Desk, decision: Decision) -> None:
    """Set where a speaker, or whoever an event shows, stands on an issue.

    A statement that was proposed for it is decided with that.
    """
    row, proposal = desk.row(decision["item"]), desk.proposal(decision["item"])
    if decision.get("kind") == "event":
        event_rows.code_act(desk.database, desk.coder, row, reading.act(decision), decision.get("seen"))
        return
    coding = reading.coding(decision)
    waiting = proposal and _waiting_statement(desk, proposal, coding)
    if waiting:
        deciding.accept_statement(desk.database, desk.coder, waiting.proposal_id, coding)
    else:
        editing.code(desk.database, desk.coder, row, coding, decision.get("seen"))


def uncode(desk: Desk, decision: Decision) -> None:
    """Remove a stance, or turn down one that was proposed."""
    if decision.get("kind") == "event":
        row, act = desk.row(decision["item"]), reading.act({**decision, "stance": 0})
        event_rows.uncode_act(desk.database, desk.coder, row, act.actor, act.coding.issue_id)
        return
    proposal = desk.proposal(decision["item"])
    waiting = proposal and _waiting_statement(desk, proposal, Coding(decision["issue"], 0))
    if waiting:
        deciding.reject(desk.database, desk.coder, waiting.proposal_id)
        return
    for (statement_id,) in desk.database.rows(
        "SELECT statement_id FROM statements WHERE quote_id = ? AND issue_id = ?"
        " AND status IN ('accepted', 'edited') ORDER BY 1",
        [desk.row(decision["item"]), decision["issue"]],
    ):
        editing.uncode(desk.database, desk.coder, statement_id)


def add(desk: Desk, decision: Decision) -> None:
    """Add a quote or an event that no search found. The same words are added once by the same coder."""
    spans = [list(span) for span in reading.spans(decision["spans"])]
    if decision.get("kind") == "event":
        _add_event(desk, decision, spans)
        return
    known = desk.database.rows(
        "SELECT quote_id FROM quotes WHERE article_id = ? AND coder = ? AND spans = ? AND rule IS NULL"
        " AND status <> 'rejected'",
        [desk.article_id, desk.coder, spans],
    )
    quote_id = str(known[0][0]) if known else editing.add_quote(
        desk.database, desk.coder, desk.article_id, spans, reading.quote_edits(decision["edits"])
    )  # fmt: skip
    desk.name(decision, f"{QUOTE}{quote_id}")


def _add_event(desk: Desk, decision: Decision, spans: list[list[int]]) -> None:
    edits = reading.event_edits(decision["edits"])
    known = desk.database.rows(
        "SELECT event_id FROM events JOIN reports USING (event_id) WHERE article_id = ? AND spans = ? AND title = ?"
        " ORDER BY 1",
        [desk.article_id, spans, edits.title],
    )
    event_id = str(known[0][0]) if known else editing.add_event(
        desk.database, desk.coder, desk.article_id, spans, edits
    )  # fmt: skip
    desk.name(decision, f"{EVENT}{event_id}")


def split(desk: Desk, decision: Decision) -> None:
    """Cut a waiting quote in two."""
    editing.split_quote(desk.database, desk.coder, decision["item"].removeprefix(FOUND), int(decision["at"]))


def join(desk: Desk, decision: Decision) -> None:
    """Make two waiting quotes one."""
    one, other = (str(decision[name]).removeprefix(FOUND) for name in ("item", "other"))
    editing.join_quotes(desk.database, desk.coder, one, other)


def issue(desk: Desk, decision: Decision) -> None:
    """Create an issue; one of the same short name is taken as it is."""
    desk.name(
        decision,
        reading.create_issue(desk.database, desk.coder, decision["shortName"], decision["proposition"]),
    )


def take_back(desk: Desk, decision: Decision) -> None:
    """Undo the coder's latest change, or do it again; nothing if that was done already."""
    find = last_undoable if decision["do"] == "undo" else last_undone
    done = find(desk.database, desk.coder)
    if done is None or done.change_id != decision["change"]:
        return
    undo(desk.database, desk.coder, done)
    item = touched_item(desk, done)
    desk.ledger.focus = {"token": f"{decision['do']}-{done.change_id}-{decision['seq']}", "item": item}


def close(desk: Desk, decision: Decision) -> None:
    """The article is done."""
    deciding.close_article(desk.database, desk.coder, desk.article_id)


VERBS: dict[str, Callable[[Desk, Decision], None]] = {
    "accept": accept, "reject": reject, "reopen": reopen, "edit": edit, "code": code, "uncode": uncode,
    "add": add, "split": split, "join": join, "issue": issue, "undo": take_back, "redo": take_back,
    "done": close,
}  # fmt: skip


def touched_item(desk: Desk, done: Done) -> str:
    """The card that a change was about; "" if none of this article."""
    rows = {(each.table, each.row_id) for each in done.operations}
    held = [(each.table, each.after or each.before or {}) for each in done.operations]
    coded = [each.row_id for each in done.operations if each.table == "statements"]
    for quote_id, event_id in desk.database.rows(
        "SELECT quote_id, event_id FROM statements WHERE list_contains(?, statement_id) ORDER BY ALL", [coded]
    ):
        held.append(("statements", {"quote_id": quote_id, "event_id": event_id}))
    quotes = {str(row["quote_id"]) for table, row in held if row.get("quote_id") and table in ON_CARDS}
    events = {str(row["event_id"]) for table, row in held if row.get("event_id") and table in ON_CARDS}
    for proposal in of_article(desk.database, desk.article_id):
        name = proposal.proposal_id
        if ("proposals", name) in rows and proposal.kind in ("quote", "event", "copy"):
            return f"{FOUND}{name}"
        if proposal.row_id and proposal.row_id in (events if proposal.kind == "event" else quotes):
            return f"{FOUND}{name}"
    own = [*(f"{QUOTE}{quote}" for quote in sorted(quotes)), *(f"{EVENT}{event}" for event in sorted(events))]
    return next(iter(own), "")


def is_done_already(desk: Desk, decision: Decision) -> bool:
    """Whether a decision that was refused is one that this coder's earlier sending of it took already."""
    if decision["do"] not in ("accept", "reject", "split", "join"):
        return False
    try:
        proposal = desk.proposal(decision["item"])
    except StoreError:
        return False
    if proposal is None:
        return False
    wanted = {"accept": ("accepted", "edited"), "reject": ("rejected",)}.get(decision["do"], ("edited",))
    latest = next(iter(history_of(desk, proposal.proposal_id)), ("", ""))
    return latest[0] == desk.coder and latest[1] in wanted


def history_of(desk: Desk, proposal_id: str) -> list[tuple[str, str]]:
    """Who decided on a proposal and how, the latest first."""
    found = desk.database.rows(
        "SELECT changed_by, action::VARCHAR FROM revisions WHERE table_name = 'proposals' AND row_id = ?"
        " ORDER BY changed_at DESC, revision_id DESC",
        [proposal_id],
    )
    return [(str(by), str(action)) for by, action in found]


def _waiting_statement(desk: Desk, quote: Proposal, coding: Coding) -> Proposal | None:
    return next(
        (
            each
            for each in of_article(desk.database, quote.article_id)
            if each.parent_id == quote.proposal_id and each.is_waiting
            and each.found["issue_id"] == coding.issue_id
        ),
        None,
    )  # fmt: skip
