from __future__ import annotations

from sayso.coding.wording import in_words, named
from sayso.store.changes import change
from sayso.store.undoing import history, last_undone, original, undo
from tests.conftest import DatasetMaker

SAID = [("ann", "tax", 2, "2024-01-03"), ("bob", "tax", -1, "2024-01-04")]


def test_a_change_is_told_by_its_note_or_by_its_rows(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with change(database, "anna") as made:
        made.update("statements", {"statement_id": "s1"}, {"status": "rejected"}, action="rejected")
        made.update("statements", {"statement_id": "s2"}, {"status": "rejected"}, action="rejected")
        made.insert("aliases", {"alias": "Annie", "actor_id": "ann"})
    assert in_words(history(database)[0]) == "2 statements rejected and 1 alias created"
    with change(database, "anna", note="Ann renamed") as made:
        made.update("actors", {"actor_id": "ann"}, {"name": "Anne"})
    assert in_words(history(database)[0]) == "Ann renamed"


def test_a_redo_is_told_by_what_was_done_first(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with change(database, "anna", note="Ann renamed") as made:
        made.update("actors", {"actor_id": "ann"}, {"name": "Anne"})
    undo(database, "anna", history(database)[0])
    undone = last_undone(database, "anna")
    assert undone is not None and undone.note != "Ann renamed"
    first = original(database, undone)
    assert first is not None and first.note == "Ann renamed"


def test_a_long_name_is_cut() -> None:
    assert named("a \n b") == "“a b”"
    assert len(named("word " * 100)) <= 62
