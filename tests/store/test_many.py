"""Thousands of rows in one change: the same rows and the same log as one by one, taken back as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.errors import StoreError
from sayso.store.changes import ConflictError, change
from sayso.store.hub import Database
from sayso.store.many import insert_many
from sayso.store.undoing import history, last_undoable, last_undone, undo
from tests.conftest import DatasetMaker

NAMES = ("outlet_ids", "outlets", "articles", "actors", "aliases", "issues", "quotes", "statements")


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset([("ann", "tax", 1, "2024-01-03")])


def contents(database: Database, names: tuple[str, ...] = NAMES[1:]) -> dict[str, Any]:
    return {name: sorted(database.rows(f"FROM {name}"), key=str) for name in names}


def quotes(count: int) -> list[dict[str, Any]]:
    return [
        {
            "quote_id": f"q-{n}", "article_id": "a1", "speaker_id": "ann", "kind": "direct", "text": f"Word {n}",
            "spans": [[0, 4], [6, 7 + n]] if n % 2 else [[0, 4]], "stated_on": f"2024-{n % 12 + 1:02}",
            "stated_on_basis": "stated", "credibility": 2 if n % 3 else None, "status": "accepted", "coder": "kim",
        }
        for n in range(count)
    ]  # fmt: skip


def test_many_rows_stand_as_if_inserted_one_by_one(make_dataset: DatasetMaker) -> None:
    one, many = (
        make_dataset([("ann", "tax", 1, "2024-01-03")]),
        make_dataset([("ann", "tax", 1, "2024-01-03")]),
    )
    with change(one, "kim") as made:
        for row in quotes(30):
            made.insert("quotes", row)
    with change(many, "kim") as made:
        insert_many(made, "quotes", quotes(30))
    assert contents(one) == contents(many)
    logs = [[(o.table, o.row_id, o.action, o.after) for o in history(d)[0].operations] for d in (one, many)]
    assert logs[0] == logs[1] and len(logs[0]) == 30


def test_a_change_of_more_than_ten_thousand_rows_is_undone_and_redone_whole(database: Database) -> None:
    before = contents(database)
    with change(database, "kim", "many") as made:
        insert_many(
            made, "actors", [{"actor_id": f"x{n}", "name": "X", "kind": "person"} for n in range(10_050)]
        )
        insert_many(made, "aliases", [{"alias": f"X{n}", "actor_id": f"x{n}"} for n in range(30)])
    after = contents(database)
    done = last_undoable(database, "kim")
    assert done and len(done.operations) == 10_080
    undo(database, "kim", done)
    assert contents(database) == before
    again = last_undone(database, "kim")
    assert again
    undo(database, "kim", again)
    assert contents(database) == after


def test_one_wrong_row_among_many_leaves_nothing(database: Database) -> None:
    before = contents(database)
    for bad in (
        {"quote_id": "q1"},
        {"stated_on": "2024-02-30"},
        {"speaker_id": "nobody"},
        {"credibility": 9},
    ):
        rows = quotes(40)
        rows[33] |= bad
        with pytest.raises(StoreError), change(database, "kim") as made:
            insert_many(made, "quotes", rows)
        assert contents(database) == before


def test_what_was_changed_since_is_not_taken_back(database: Database) -> None:
    with change(database, "kim", "many") as made:
        insert_many(made, "quotes", quotes(40))
    done = last_undoable(database, "kim")
    with change(database, "bea") as made:
        made.update("quotes", {"quote_id": "q-7"}, {"venue": "Parliament"})
        made.update("quotes", {"quote_id": "q-7"}, {"text": "Another word"})
    after = contents(database)
    assert done
    with pytest.raises(ConflictError, match="q-7"):
        undo(database, "kim", done)
    assert contents(database) == after
