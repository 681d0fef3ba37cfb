"""The queue: what moves the matrix most comes first, of that the least certain, then the order of reading."""

from __future__ import annotations

from dataclasses import replace

from sayso.coding.deciding import accept_quote, reject
from sayso.coding.edits import Coding, QuoteEdits
from sayso.coding.finding import find_in
from sayso.coding.proposals import Proposal, of_article
from sayso.coding.queue import ordered
from sayso.store.changes import change
from sayso.store.hub import Database
from tests.coding.conftest import with_words


def quote(number: int, confidence: float, actor: str | None = "actor:lena-osei") -> Proposal:
    found = {"kind": "direct", "text": "x", "spans": [[number, number + 1]], "cue": None}
    speaker: dict[str, object] = {
        "words": "she",
        "span": None,
        "actor": actor,
        "rule": "x",
        "confidence": 1.0,
        "runners_up": [],
    }
    return Proposal(
        f"q{number}", "alwa", None, "quote", {**found, "speaker": speaker}, number, "rules@1", "x", confidence,
        "proposed", None,
    )  # fmt: skip


def stance(parent: Proposal, issue: str = "toll", stance: int = 1) -> Proposal:
    found = {
        "actor": parent.found["speaker"]["actor"],
        "issue_id": issue,
        "stance": stance,
        "condition": None,
    }
    return replace(
        parent,
        proposal_id=f"{parent.proposal_id}.{issue}",
        parent_id=parent.proposal_id,
        kind="statement",
        found=found,
    )


def names(database: Database, proposals: list[Proposal]) -> list[str]:
    return [each.proposal.proposal_id for each in ordered(database, proposals)]


def test_what_would_move_the_matrix_comes_before_what_would_not(database: Database) -> None:
    plain, telling = quote(1, 0.1), quote(2, 0.9)
    assert names(database, [plain, telling, stance(telling)]) == ["q2", "q1"]


def test_of_equals_the_least_certain_comes_first_then_the_order_of_reading(database: Database) -> None:
    found = [quote(1, 0.9), quote(2, 0.31), quote(3, 0.29), quote(4, 0.7)]
    assert names(database, found) == ["q2", "q3", "q4", "q1"]


def test_a_cell_that_is_filled_counts_less(database: Database, found: list[Proposal]) -> None:
    edits = QuoteEdits(statements=(Coding("toll", 1),))
    accept_quote(database, "kim", with_words(found, "she supports").proposal_id, edits)
    again, other = quote(1, 0.5), quote(2, 0.9, "actor:tariq-benali")
    assert names(database, [again, stance(again), other, stance(other, stance=-1)]) == ["q2", "q1"]
    waiting = ordered(database, [again, stance(again)])
    assert waiting[0].amount == 0.0  # the same article and sign: it is kept once


def test_what_contradicts_a_position_moves_it(database: Database, found: list[Proposal]) -> None:
    edits = QuoteEdits(statements=(Coding("toll", 1),))
    accept_quote(database, "kim", with_words(found, "she supports").proposal_id, edits)
    against = quote(1, 0.5)
    (waiting,) = ordered(database, [against, stance(against, stance=-2)])
    assert waiting.amount == 1.5 + 1  # the mean from 1 to −0.5, and supports becomes conflicting


def test_nothing_that_is_decided_waits(database: Database, found: list[Proposal]) -> None:
    waiting = ordered(database, found)
    assert {each.proposal.kind for each in waiting} == {"quote", "event"}
    for each in waiting:
        reject(database, "kim", each.proposal.proposal_id)
    assert ordered(database, of_article(database, "alwa")) == []


def test_a_stance_that_a_later_search_proposes_on_a_decided_quote_asks_again(
    database: Database, found: list[Proposal]
) -> None:
    for each in [waiting.proposal for waiting in ordered(database, found)]:
        decide = accept_quote if each.kind == "quote" and each.found["speaker"]["actor"] else reject
        decide(database, "kim", each.proposal_id)
    with change(database, "kim") as made:
        made.insert(
            "issues",
            {
                "issue_id": "work", "proposition": "Work is taxed.", "short_name": "Tax on work", "supports_means": "x",
                "opposes_means": "y", "keywords": ["harbour toll"], "sort": 2,
            },
        )  # fmt: skip
    find_in(database, "alwa")
    again = ordered(database, of_article(database, "alwa"))
    assert with_words(found, "We will").proposal_id in [each.proposal.proposal_id for each in again]
    assert {each.amount for each in again} == {4.0}
