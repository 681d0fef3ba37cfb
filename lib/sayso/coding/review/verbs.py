"""What a coder can decide, each by the functions of `coding` that do it: read, checked and done in one change."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sayso.coding import deciding, editing, event_rows
from sayso.coding.edits import Coding
from sayso.coding.proposals import UNDECIDED, Proposal, get, of_article
from sayso.coding.review import reading
from sayso.coding.review.items import EVENT, FOUND, QUOTE
from sayso.coding.review.ledger import Ledger
from sayso.coding.review.touched import touched_item
from sayso.coding.undo import take_back as take_latest_back
from sayso.errors import StoreError
from sayso.queries.proposal_rows import decisions
from sayso.store.changes import Change, ConflictError, change
from sayso.store.database import Database
from sayso.store.reader import Reader

Decision = dict[str, Any]
TITLE = "Review"


@dataclass(frozen=True)
class Desk:
    """Who decides, on which article, and the account with the browser."""

    database: Database
    coder: str
    article_id: str
    ledger: Ledger

    def change(self) -> AbstractContextManager[Change]:
        """One decision's change: everything that it rests on is read through it."""
        return change(self.database, self.coder)

    def name(self, decision: Decision, given: str) -> None:
        """Tell the browser the id of what it had named itself."""
        self.ledger.names[str(decision["named"])] = given


def proposal_of(reader: Reader, item: str) -> Proposal | None:
    """The proposal that an item is; None for a row that no search found."""
    return get(reader, item.removeprefix(FOUND)) if item.startswith(FOUND) else None


def row_of(reader: Reader, item: str) -> str:
    """The quote_id or event_id of an item. Raises ConflictError if it is not accepted (any more)."""
    if item.startswith((QUOTE, EVENT)):
        return item[2:]
    proposal = proposal_of(reader, item)
    if proposal is None or proposal.row_id is None:
        raise ConflictError(TITLE, "It is not accepted any more.", "Accept it first.")
    return proposal.row_id


def accept(desk: Desk, decision: Decision) -> None:
    """Accept a find as it stood on the card; what was rejected waits again first."""
    edits = decision.get("edits") or {}
    with desk.change() as transaction:
        proposal = proposal_of(transaction, decision["item"])
        if proposal is None:
            editing.edit_quote(
                transaction, desk.coder, row_of(transaction, decision["item"]), {"status": "accepted"}
            )
            return
        seen = reading.find_seen(decision.get("seen"), edits)
        if proposal.status == "rejected" and decision.get("saw") == "rejected":
            deciding.reopen(transaction, desk.coder, proposal.proposal_id)
            seen = None  # its stances were rejected with it, and were not on the card
        args = transaction, desk.coder, proposal.proposal_id
        if proposal.kind == "quote":
            deciding.accept_quote(*args, reading.quote_edits(edits), seen)
        elif proposal.kind == "event":
            deciding.accept_event(*args, reading.event_edits(edits), seen)
        else:
            deciding.accept_copy(*args)


def reject(desk: Desk, decision: Decision) -> None:
    """Turn a find down, or withdraw what the coder saw accepted; not what somebody accepted or coded meanwhile."""
    item, seen = decision["item"], decision.get("seen")
    with desk.change() as transaction:
        proposal = proposal_of(transaction, item)
        if proposal is not None and decision.get("saw") in UNDECIDED:
            deciding.reject(transaction, desk.coder, proposal.proposal_id, reading.find_seen(seen))
        elif decision.get("kind") == "event":
            coded = reading.statements_seen(seen)
            event_rows.withdraw_event(
                transaction, desk.coder, row_of(transaction, item), desk.article_id, coded
            )
        else:
            editing.withdraw_quote(
                transaction, desk.coder, row_of(transaction, item), reading.statements_seen(seen)
            )


def reopen(desk: Desk, decision: Decision) -> None:
    """Let what was rejected wait again."""
    deciding.reopen(desk.database, desk.coder, decision["item"].removeprefix(FOUND))


def edit(desk: Desk, decision: Decision) -> None:
    """Change what is accepted."""
    changes, seen = decision["changes"], decision.get("seen") or {}
    with desk.change() as transaction:
        row = row_of(transaction, decision["item"])
        if "participants" in changes:
            wanted = reading.participants(changes["participants"])
            were = reading.participants_seen(seen.get("participants"))
            event_rows.set_participants(transaction, desk.coder, row, wanted, were)
        elif decision.get("kind") == "event":
            values, before = reading.event_changes(changes), reading.event_changes(seen)
            event_rows.edit_event(transaction, desk.coder, row, desk.article_id, values, before or None)
        else:
            values, before = reading.quote_changes(changes), reading.quote_seen(seen)
            editing.edit_quote(transaction, desk.coder, row, values, before or None)


def code(desk: Desk, decision: Decision) -> None:
    """Set where a speaker, or whoever an event shows, stands on an issue.

    A statement that was proposed for it is decided with that.
    """
    with desk.change() as transaction:
        row = row_of(transaction, decision["item"])
        if decision.get("kind") == "event":
            event_rows.code_act(transaction, desk.coder, row, reading.act(decision), decision.get("seen"))
            return
        coding = reading.coding(decision)
        waiting = _waiting_statement(transaction, decision["item"], coding)
        if waiting:
            deciding.accept_statement(transaction, desk.coder, waiting.proposal_id, coding)
        else:
            editing.code(transaction, desk.coder, row, coding, decision.get("seen"))


def uncode(desk: Desk, decision: Decision) -> None:
    """Remove a stance as it stood on the card, or turn down one that was proposed."""
    item, seen = decision["item"], reading.statements_seen(decision.get("seen")) or {}
    with desk.change() as transaction:
        if decision.get("kind") == "event":
            row, act = row_of(transaction, item), reading.act({**decision, "stance": 0})
            event_rows.uncode_act(transaction, desk.coder, row, act.actor, act.coding.issue_id, seen)
            return
        waiting = _waiting_statement(transaction, item, Coding(decision["issue"], 0))
        if waiting:
            deciding.reject(transaction, desk.coder, waiting.proposal_id)
        else:
            editing.uncode_quote(transaction, desk.coder, row_of(transaction, item), decision["issue"], seen)


def add(desk: Desk, decision: Decision) -> None:
    """Add a quote or an event that no search found. The same words are added once by the same coder."""
    spans, edits = [list(span) for span in reading.spans(decision["spans"])], decision["edits"]
    args = desk.database, desk.coder, desk.article_id, spans
    if decision.get("kind") == "event":
        desk.name(decision, f"{EVENT}{editing.add_event(*args, reading.event_edits(edits))}")
    else:
        desk.name(decision, f"{QUOTE}{editing.add_quote(*args, reading.quote_edits(edits))}")


def split(desk: Desk, decision: Decision) -> None:
    """Cut a waiting quote in two."""
    proposal_id, seen = decision["item"].removeprefix(FOUND), reading.find_seen(decision.get("seen"))
    editing.split_quote(desk.database, desk.coder, proposal_id, int(decision["at"]), seen)


def join(desk: Desk, decision: Decision) -> None:
    """Make two waiting quotes one."""
    one, other = (str(decision[name]).removeprefix(FOUND) for name in ("item", "other"))
    seen, other_seen = (reading.find_seen(decision.get(name)) for name in ("seen", "otherSeen"))
    editing.join_quotes(desk.database, desk.coder, one, other, seen, other_seen)


def issue(desk: Desk, decision: Decision) -> None:
    """Create an issue; one of the same short name is taken as it is."""
    desk.name(
        decision,
        reading.create_issue(desk.database, desk.coder, decision["shortName"], decision["proposition"]),
    )


def take_back(desk: Desk, decision: Decision) -> None:
    """Undo the coder's latest change, or do it again; nothing if that was done already."""
    done = take_latest_back(desk.database, desk.coder, decision["do"], str(decision["change"]))
    if done is None:
        return
    item = touched_item(desk.database, desk.article_id, done)
    desk.ledger.focus = {"token": f"{decision['do']}-{done.change_id}-{decision['seq']}", "item": item}


def close(desk: Desk, decision: Decision) -> None:
    """The article is done."""
    deciding.close_article(desk.database, desk.coder, desk.article_id)


VERBS: dict[str, Callable[[Desk, Decision], None]] = {
    "accept": accept, "reject": reject, "reopen": reopen, "edit": edit, "code": code, "uncode": uncode,
    "add": add, "split": split, "join": join, "issue": issue, "undo": take_back, "redo": take_back,
    "done": close,
}  # fmt: skip


def is_done_already(desk: Desk, decision: Decision) -> bool:
    """Whether a decision that was refused is one that this coder's earlier sending of it took already."""
    if decision["do"] not in ("accept", "reject", "split", "join"):
        return False
    try:
        proposal = proposal_of(desk.database, decision["item"])
    except StoreError:
        return False
    if proposal is None:
        return False
    wanted = {"accept": ("accepted", "edited"), "reject": ("rejected",)}.get(decision["do"], ("edited",))
    latest = next(iter(decisions(desk.database, proposal.proposal_id)), ("", ""))
    return latest[0] == desk.coder and latest[1] in wanted


def _waiting_statement(transaction: Change, item: str, coding: Coding) -> Proposal | None:
    quote = proposal_of(transaction, item)
    return quote and next(
        (
            each
            for each in of_article(transaction, quote.article_id)
            if each.parent_id == quote.proposal_id and each.is_waiting
            and each.found["issue_id"] == coding.issue_id
        ),
        None,
    )  # fmt: skip
