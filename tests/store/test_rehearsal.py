from __future__ import annotations

import pytest

from sayso.errors import StoreError
from sayso.store.changes import change
from sayso.store.rehearsal import rehearse
from tests.conftest import DatasetMaker

SAID = [("ann", "tax", 2, "2024-01-03")]


def test_a_rehearsed_change_answers_questions_and_leaves_no_trace(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    before = database.state, database.version
    with rehearse(database) as (made, there):
        made.update("statements", {"statement_id": "s1"}, {"stance": -1})
        assert there.rows("SELECT stance FROM statements") == [(-1,)]
        assert list(there.frame("SELECT stance FROM statements WHERE stance < $n", {"n": 0})["stance"]) == [
            -1
        ]
        assert database.rows("SELECT stance FROM statements") == [(2,)]
    assert database.rows("SELECT stance FROM statements") == [(2,)]
    assert database.rows("SELECT count(*) FROM revisions") == [(0,)]
    assert (database.state, database.version) == before


def test_an_error_in_a_rehearsal_leaves_no_trace_either(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with pytest.raises(StoreError, match="gone"), rehearse(database) as (made, _):
        made.update("statements", {"statement_id": "s1"}, {"stance": -1})
        made.update("statements", {"statement_id": "s2"}, {"stance": -1})
    assert database.rows("SELECT stance FROM statements") == [(2,)]


def test_changes_can_be_made_after_a_rehearsal(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with rehearse(database) as (made, _):
        made.update("statements", {"statement_id": "s1"}, {"stance": -1})
    with change(database, "anna") as made:
        made.update("statements", {"statement_id": "s1"}, {"stance": 1})
    assert database.rows("SELECT stance FROM statements") == [(1,)]
