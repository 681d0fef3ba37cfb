"""What the Undo and Redo buttons name, and that they take back what they named or nothing."""

from __future__ import annotations

import pytest

from sayso.coding.codebook.actors import create_actor
from sayso.coding.undo import redoable, take_back_as_named, undoable
from sayso.errors import SaysoError
from sayso.store.changes import ConflictError
from sayso.store.hub import Database


def names(database: Database) -> list[str]:
    return [name for (name,) in database.rows("SELECT name FROM actors ORDER BY 1")]


def test_a_change_is_named_taken_back_and_done_again(database: Database) -> None:
    assert undoable(database, "kim") is None and redoable(database, "kim") is None
    create_actor(database, "kim", {"name": "Ama Boateng", "kind": "person"})
    step = undoable(database, "kim")
    assert step and step.words == "new actor “Ama Boateng”"
    assert undoable(database, "lee") is None
    take_back_as_named(database, "kim", "undo", step.change_id)
    assert names(database) == ["Lena Osei"]
    again = redoable(database, "kim")
    assert again and again.words == "new actor “Ama Boateng”" and again.change_id != step.change_id
    take_back_as_named(database, "kim", "redo", again.change_id)
    assert names(database) == ["Ama Boateng", "Lena Osei"]


def test_a_button_that_names_an_older_change_takes_nothing_back(database: Database) -> None:
    create_actor(database, "kim", {"name": "Ama Boateng", "kind": "person"})
    step = undoable(database, "kim")
    assert step
    create_actor(database, "kim", {"name": "Kofi Mensah", "kind": "person"})
    with pytest.raises(ConflictError, match="You have changed something else") as refusal:
        take_back_as_named(database, "kim", "undo", step.change_id)
    assert isinstance(refusal.value, SaysoError) and refusal.value.title == "Undo"
    assert names(database) == ["Ama Boateng", "Kofi Mensah", "Lena Osei"]
