"""What coders do, chosen at random by a seed: each through the product's own function, none tuned to succeed."""

from __future__ import annotations

import random
from collections.abc import Callable

from sayso.coding import bulk, deciding, editing, event_rows
from sayso.coding.codebook.checks import Values
from sayso.coding.edits import Act, Coding, EventEdits, NewActor, QuoteEdits
from sayso.coding.proposals import actor_ref
from sayso.store.database import Database
from sayso.store.undoing import last_undoable, last_undone, undo
from tests.faults import codebook_operations, shelf_operations
from tests.faults.picking import Deed, Desk, stance

CODERS = ("kim", "lee")


def accept_quote(desk: Desk) -> Deed:
    """Accept a waiting quote, some with a venue, a translation, a credibility: cells that are mostly empty."""
    proposal, speaker = desk.pick(
        "SELECT proposal_id, json_extract_string(found, '$.speaker.actor') FROM proposals"
        " WHERE kind = 'quote' AND status = 'proposed' AND article_id IN (SELECT article_id FROM articles)"
    )
    edits = QuoteEdits(
        speaker=None if speaker else NewActor(f"Speaker {desk.rng.randrange(6)}", "person"),
        venue=desk.maybe("Port Hall"),
        translation=desk.maybe("As it would be said."),
        credibility=desk.maybe(3),
        statements=desk.maybe((Coding(desk.issue(), stance(desk.rng), desk.maybe("if it is paid")),)),
    )
    return lambda: deciding.accept_quote(desk.database, desk.coder, proposal, edits)


def accept_event(desk: Desk) -> Deed:
    """Accept a waiting event, some with a stance that it shows."""
    (proposal,) = desk.pick("SELECT proposal_id FROM proposals WHERE kind = 'event' AND status = 'proposed'")
    who = NewActor("Dockers Union", "organisation")
    shown = (
        (Act(who, Coding(desk.issue(), stance(desk.rng), basis="act")),) if desk.rng.random() < 0.4 else ()
    )
    edits = EventEdits(
        place=desk.maybe("Port Alwa"), description=desk.maybe("As reported."), statements=shown
    )
    return lambda: deciding.accept_event(desk.database, desk.coder, proposal, edits)


def accept_copy(desk: Desk) -> Deed:
    """Let an article count as a copy."""
    (proposal,) = desk.pick("SELECT proposal_id FROM proposals WHERE kind = 'copy' AND status = 'proposed'")
    return lambda: deciding.accept_copy(desk.database, desk.coder, proposal)


def accept_statement(desk: Desk) -> Deed:
    """Accept a stance that a later search proposed on a quote which is accepted."""
    (proposal,) = desk.pick(
        "SELECT child.proposal_id FROM proposals AS child JOIN proposals AS quote ON quote.proposal_id = child.parent_id"
        " WHERE child.kind = 'statement' AND child.status = 'proposed' AND quote.row_id IS NOT NULL"
    )
    return lambda: deciding.accept_statement(desk.database, desk.coder, proposal)


def accept_sure(desk: Desk) -> Deed:
    """Accept what is sure, in bulk."""
    sure = bulk.sure_quotes(desk.database, 0.8)
    wanted = bulk.sample(sure, desk.rng.randrange(99), 3)
    desk.need(wanted)
    return lambda: bulk.accept_all(desk.database, desk.coder, wanted, 0.8)


def reject(desk: Desk) -> Deed:
    """Turn a find down."""
    (proposal,) = desk.pick(
        "SELECT proposal_id FROM proposals WHERE status = 'proposed' AND kind IN ('quote', 'event')"
    )
    return lambda: deciding.reject(desk.database, desk.coder, proposal)


def reopen(desk: Desk) -> Deed:
    """Let what was rejected wait again."""
    (proposal,) = desk.pick(
        "SELECT proposal_id FROM proposals WHERE status = 'rejected' AND kind IN ('quote', 'event')"
    )
    return lambda: deciding.reopen(desk.database, desk.coder, proposal)


def split_quote(desk: Desk) -> Deed:
    """Cut a waiting quote in two."""
    proposal, start, end = desk.pick(
        "SELECT proposal_id, (found->'$.spans[0][0]')::INTEGER, (found->'$.spans[0][1]')::INTEGER FROM proposals"
        " WHERE kind = 'quote' AND status = 'proposed' AND (found->'$.spans[0][1]')::INTEGER - start > 12"
    )
    at = desk.rng.randint(start + 5, end - 5)
    return lambda: editing.split_quote(desk.database, desk.coder, proposal, at)


def join_quotes(desk: Desk) -> Deed:
    """Make two waiting quotes of an article one."""
    one, other = desk.pick(
        "SELECT one.proposal_id, other.proposal_id FROM proposals AS one JOIN proposals AS other"
        " ON one.article_id = other.article_id AND one.start < other.start"
        " WHERE one.kind = 'quote' AND other.kind = 'quote' AND one.status = 'proposed' AND other.status = 'proposed'"
    )
    return lambda: editing.join_quotes(desk.database, desk.coder, one, other)


def edit_quote(desk: Desk) -> Deed:
    """Fill a cell of an accepted quote, or change it."""
    (quote,) = desk.pick("SELECT quote_id FROM quotes WHERE status IN ('accepted', 'edited')")
    changes: Values = desk.rng.choice(
        [
            {"venue": f"Hall {desk.rng.randrange(99)}"}, {"translation": f"Said so {desk.rng.randrange(99)}."},
            {"language": "en"}, {"credibility": desk.rng.randint(1, 6)}, {"kind": "indirect"},
            {"stated_on": "2024-03", "stated_on_basis": "stated"},
            {"speaker": NewActor(f"Speaker {desk.rng.randrange(6)}", "person")},
        ]
    )  # fmt: skip
    return lambda: editing.edit_quote(desk.database, desk.coder, quote, changes)


def withdraw_quote(desk: Desk) -> Deed:
    """Reject a quote that was accepted."""
    (quote,) = desk.pick("SELECT quote_id FROM quotes WHERE status IN ('accepted', 'edited')")
    return lambda: editing.withdraw_quote(desk.database, desk.coder, quote)


def code(desk: Desk) -> Deed:
    """Set where a speaker stands, half of them with a condition and a note."""
    (quote,) = desk.pick("SELECT quote_id FROM quotes WHERE status IN ('accepted', 'edited')")
    coding = Coding(desk.issue(), stance(desk.rng), desk.maybe("if asked"), desk.maybe("See the last words."))
    return lambda: editing.code(desk.database, desk.coder, quote, coding)


def uncode(desk: Desk) -> Deed:
    """Remove a stance."""
    (statement,) = desk.pick("SELECT statement_id FROM statements")
    return lambda: editing.uncode(desk.database, desk.coder, statement)


def add_quote(desk: Desk) -> Deed:
    """Code words that no search found."""
    article, length = desk.pick("SELECT article_id, length(text) FROM articles WHERE length(text) > 60")
    start = desk.rng.randrange(length - 40)
    edits = QuoteEdits(speaker=NewActor("Lena Osei", "person"), venue=desk.maybe("Port Hall"))
    return lambda: editing.add_quote(desk.database, desk.coder, article, [[start, start + 30]], edits)


def add_event(desk: Desk) -> Deed:
    """Code an event that no search found."""
    article, length = desk.pick("SELECT article_id, length(text) FROM articles WHERE length(text) > 60")
    start = desk.rng.randrange(length - 40)
    part = (NewActor("Dockers Union", "organisation"), "initiator")
    edits = EventEdits(title=f"A strike {start}", kind="PROTEST", modality="happened", participants=(part,))
    return lambda: editing.add_event(desk.database, desk.coder, article, [[start, start + 30]], edits)


def edit_event(desk: Desk) -> Deed:
    """Change an event's facts, or who took part."""
    event, article = desk.pick("SELECT event_id, article_id FROM reports")
    if desk.rng.random() < 0.4:
        (actor,) = desk.pick("SELECT actor_id FROM actors")
        wanted = [(actor_ref(actor), desk.rng.choice(("initiator", "target")))]
        return lambda: event_rows.set_participants(desk.database, desk.coder, event, wanted)
    changes: Values = desk.rng.choice(
        [{"place": f"Quay {desk.rng.randrange(9)}"}, {"description": "More of it."}, {"credibility": 2}]
    )
    return lambda: event_rows.edit_event(desk.database, desk.coder, event, article, changes)


def close_article(desk: Desk) -> Deed:
    """Say that an article is done."""
    (article,) = desk.pick("SELECT article_id FROM articles")
    return lambda: deciding.close_article(desk.database, desk.coder, article)


def take_back(desk: Desk) -> Deed:
    """Undo the coder's latest change."""
    latest = desk.need(last_undoable(desk.database, desk.coder))
    return lambda: undo(desk.database, desk.coder, latest)


def redo(desk: Desk) -> Deed:
    """Do again what was undone last."""
    latest = desk.need(last_undone(desk.database, desk.coder))
    return lambda: undo(desk.database, desk.coder, latest)


WEIGHTS: dict[Callable[[Desk], Deed], int] = {
    accept_quote: 14, accept_event: 5, accept_copy: 3, accept_statement: 2, accept_sure: 2, reject: 4, reopen: 3,
    split_quote: 6, join_quotes: 4, edit_quote: 8, withdraw_quote: 2, code: 8, uncode: 3, add_quote: 3, add_event: 2,
    edit_event: 4, close_article: 1, take_back: 7, redo: 5,
    **codebook_operations.WEIGHTS, **shelf_operations.WEIGHTS,
}  # fmt: skip


def chosen(
    database: Database, rng: random.Random, only: frozenset[str] = frozenset(), coder: str = ""
) -> tuple[str, Callable[[], object]]:
    """The name of an operation that can be done now, and the doing; `only` names those that may be chosen."""
    desk = Desk(database, rng, coder or rng.choice(CODERS))
    wanted = {each: weight for each, weight in WEIGHTS.items() if not only or each.__name__ in only}
    for _ in range(200):
        (operation,) = rng.choices(list(wanted), list(wanted.values()))
        deed = desk.ready(operation)
        if deed:
            return operation.__name__, deed
    raise RuntimeError("Nothing can be done in this dataset.")
