"""Bulk: only sure quotes, a sample that can be drawn again, and one undo for all."""

import pytest

from sayso.coding.bulk import accept_all, sample, sure_quotes
from sayso.coding.deciding import accept_quote, accept_statement
from sayso.coding.proposals import Proposal, get, of_article
from sayso.store.changes import ConflictError
from sayso.store.hub import Database
from sayso.store.undoing import last_undoable, undo
from tests.coding.conftest import quotes, with_words


def test_only_those_that_are_sure_enough(database: Database, found: list[Proposal]) -> None:
    for least in (0.0, 0.5, 0.85, 1.0):
        wanted = [
            p for p in quotes(found) if min(p.confidence or 0, p.found["speaker"]["confidence"]) >= least
        ]
        assert sure_quotes(database, least) == wanted


def test_the_same_seed_draws_the_same_sample(found: list[Proposal]) -> None:
    every = quotes(found)
    assert sample(every, 1, 2) == sample(every, 1, 2) and len(sample(every, 1, 2)) == 2
    assert sample(every, 1, 99) == every
    assert len({tuple(p.proposal_id for p in sample(every, seed, 2)) for seed in range(20)}) > 1


def test_accepted_together_and_taken_back_together(database: Database, found: list[Proposal]) -> None:
    sure = sure_quotes(database, 0.7)
    assert 0 < len(sure) < len(quotes(found))
    accept_all(database, "kim", sure, 0.7)
    assert database.rows("SELECT count(*) FROM quotes") == [(len(sure),)]
    assert database.rows("SELECT count(*) FROM statements") == [(0,)]  # none of them is that sure
    done = last_undoable(database, "kim")
    assert done and done.note == "accepted in bulk"
    undo(database, "kim", done)
    assert of_article(database, "alwa") == found


def test_a_statement_left_waiting_can_be_accepted_later(database: Database, found: list[Proposal]) -> None:
    quote = with_words(found, "We will")
    accept_all(database, "kim", [quote], 0.9)
    child = next(p for p in of_article(database, "alwa") if p.parent_id == quote.proposal_id)
    assert child.is_waiting
    accept_statement(database, "kim", child.proposal_id)
    assert database.rows("SELECT actor_id, stance FROM statements") == [("tariq-benali", -1)]
    assert get(database, child.proposal_id).status == "accepted"


def test_all_or_none(database: Database, found: list[Proposal]) -> None:
    sure = sure_quotes(database, 0.0)
    accept_quote(database, "lee", sure[-1].proposal_id)
    with pytest.raises(ConflictError, match="by lee"):
        accept_all(database, "kim", sure, 0.0)
    assert database.rows("SELECT count(*) FROM quotes") == [(1,)]
