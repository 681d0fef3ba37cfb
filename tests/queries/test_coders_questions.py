"""Questions that coding asks: of the dataset as it was last saved, or inside a change as it stands there."""

from __future__ import annotations

import pytest

from sayso.queries import (
    actor_rows,
    article_rows,
    cards,
    codebook_rows,
    coded_events,
    coded_quotes,
    everything,
    ids,
    proposal_rows,
)
from sayso.store.changes import change
from sayso.store.hub import Database
from tests.conftest import DatasetMaker
from tests.tiny import say


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset([say("ann", "tax", 2, "2024-01-03"), say("bob", "tax", -1, "2024-02-01")])


def test_inside_a_change_its_own_rows_are_there(database: Database) -> None:
    with change(database, "kim") as made:
        made.insert("actors", {"actor_id": "cat", "name": "Cat", "kind": "person"})
        assert ids.name(made, "actors", "cat") == "Cat" and ids.name(database, "actors", "cat") is None
        assert ids.given(made, "actors") - ids.given(database, "actors") == {"cat"}
        assert set(ids.names(made, "actors")) - set(ids.names(database, "actors")) == {"cat"}
        assert ids.parents(made, "actors")["cat"] is None
        assert (
            actor_rows.called(made, "CAT", "person") == ["cat"]
            and actor_rows.called(made, "cat", "state") == []
        )


def test_an_id_that_was_given_stays_given(database: Database) -> None:
    with change(database, "kim") as made:
        made.insert("actors", {"actor_id": "cat", "name": "Cat", "kind": "person"})
    with change(database, "kim") as made:
        made.delete("actors", {"actor_id": "cat"})
    assert "cat" in ids.given(database, "actors") and "cat" not in ids.names(database, "actors")


def test_what_a_quote_says_of_its_speaker_on_one_issue_or_all(database: Database) -> None:
    ((quote, statement),) = database.rows(
        "SELECT quote_id, statement_id FROM statements WHERE actor_id = 'ann'"
    )
    assert coded_quotes.standing(database, quote) == [statement]
    assert coded_quotes.standing(database, quote, "tax") == [statement]
    assert coded_quotes.standing(database, quote, "war") == []
    assert coded_quotes.coded(database, quote, "tax", "ann", "kim") == statement
    assert coded_quotes.coded(database, quote, "tax", "bob", "kim") is None
    assert coded_quotes.evidence_of(database, [statement]) == [(quote, None)]


def test_an_outlet_is_found_by_its_name_before_its_id(database: Database) -> None:
    with change(database, "kim") as made:
        made.insert("outlets", {"outlet_id": "lamp", "name": "The Post", "reliability": "F"})
        made.insert("outlets", {"outlet_id": "zebra", "name": "Lamp", "reliability": "F"})
    assert codebook_rows.outlet_called(database, "LAMP") == "zebra"
    assert codebook_rows.outlet_called(database, "the post") == "lamp"
    assert codebook_rows.outlet_called(database, "nobody") is None


def test_what_is_not_there_is_none_or_empty(database: Database) -> None:
    assert article_rows.text(database, "gone") is None
    assert article_rows.to_search(database, "gone") is None
    assert article_rows.as_original(database, "gone") is None
    assert article_rows.holding(database, "0" * 64) is None
    assert proposal_rows.one(database, "gone") is None and proposal_rows.row_id(database, "gone") is None
    assert proposal_rows.last_changed_by(database, "actors", "ann") is None
    assert proposal_rows.decisions(database, "gone") == []
    assert (
        not coded_events.is_reported(database, "gone")
        and coded_events.participants(database, "gone") == set()
    )
    assert cards.quotes(database, "gone") == []
    assert len(everything.quotes(database)) == 2
