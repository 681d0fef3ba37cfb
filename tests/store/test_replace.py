from __future__ import annotations

from sayso.store.changes import change
from sayso.store.undoing import history, undo
from tests.conftest import DatasetMaker


def test_one_value_is_replaced_in_many_rows_and_put_back(make_dataset: DatasetMaker) -> None:
    said = [
        ("ann", "tax", 2, "2024-01-03"),
        ("ann", "tax", 1, "2024-01-04"),
        ("bob", "tax", -1, "2024-01-05"),
    ]
    database = make_dataset(said)
    question = "SELECT statement_id, actor_id FROM statements ORDER BY statement_id"
    before = database.rows(question)
    with change(database, "anna") as made:
        made.replace("statements", "actor_id", "ann", "bob")
    assert database.rows(question) == [("s1", "bob"), ("s2", "bob"), ("s3", "bob")]
    (done,) = history(database)
    assert [operation.row_id for operation in done.operations] == ["s1", "s2"]
    undo(database, "anna", done)
    assert database.rows(question) == before
