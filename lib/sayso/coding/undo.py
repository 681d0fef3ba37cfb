"""A coder's latest change taken back, or done again: only if it still is the latest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.coding.wording import in_words
from sayso.store.changes import ConflictError, change
from sayso.store.database import Database
from sayso.store.reader import Reader
from sayso.store.undoing import Done, last_undoable, last_undone, original, undo, undo_note

What = Literal["undo", "redo"]


@dataclass(frozen=True)
class Step:
    """A change that can be taken back, or done again; `words` say what was done first."""

    change_id: str
    words: str


def undoable(reader: Reader, by: str) -> Step | None:
    """The coder's latest change that still stands."""
    done = last_undoable(reader, by)
    return Step(done.change_id, in_words(done)) if done else None


def redoable(reader: Reader, by: str) -> Step | None:
    """The coder's latest undo, if nothing was changed since."""
    done = last_undone(reader, by)
    return Step(done.change_id, in_words(original(reader, done) or done)) if done else None


def take_back(database: Database, by: str, what: What, change_id: str) -> Done | None:
    """Undo the change `change_id`, or do it again; returns it, or None if it is not the coder's latest any more.

    Raises ConflictError, with nothing changed, if a row was changed since or is used by rows that came later.
    """
    latest = last_undoable if what == "undo" else last_undone
    with change(database, by, note=undo_note(change_id)) as made:
        done = latest(made, by)
        if done is None or done.change_id != change_id:
            return None
        return undo(made, by, done)


def take_back_as_named(database: Database, by: str, what: What, change_id: str) -> None:
    """`take_back` for a button that names the change: also raises ConflictError if that is not the latest any more."""
    if take_back(database, by, what, change_id) is None:
        raise ConflictError(
            what.capitalize(),
            "You have changed something else since this page was drawn. Nothing was taken back.",
            "The button now names your latest change: press it again if that is meant.",
        )
