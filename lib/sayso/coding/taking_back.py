"""A coder's latest change taken back, or done again: only if it still is the latest."""

from __future__ import annotations

from typing import Literal

from sayso.store.changes import change
from sayso.store.database import Database
from sayso.store.undoing import Done, last_undoable, last_undone, undo, undo_note


def take_back(database: Database, by: str, what: Literal["undo", "redo"], change_id: str) -> Done | None:
    """Undo the change `change_id`, or do it again; returns it, or None if it is not the coder's latest any more.

    Raises ConflictError, with nothing changed, if a row was changed since or is used by rows that came later.
    """
    latest = last_undoable if what == "undo" else last_undone
    with change(database, by, note=undo_note(change_id)) as made:
        done = latest(made, by)
        if done is None or done.change_id != change_id:
            return None
        return undo(made, by, done)
