"""What was done, taken back and done again: from the log, so also after a restart."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Literal

from sayso.errors import StoreError
from sayso.store.catalog import OVERLAY_TABLES
from sayso.store.changes import PROPOSALS, Change, ConflictError, Operation, change, tables
from sayso.store.database import Database
from sayso.store.many import delete_many, insert_many
from sayso.store.reader import Reader

TITLE = "Undo"
LONGEST = 1_000  # changes that are looked back
MANY = 20  # rows of a kind that are taken back together; fewer one by one
# Logged so that nothing is done unseen, but not taken back: other buttons do that.
_MARKS = ("searched", "reviewed", "attached")


@dataclass(frozen=True)
class Done:
    """A change as the log has it."""

    change_id: str
    by: str
    at: datetime
    note: str | None
    undoes: str | None
    operations: tuple[Operation, ...]


@dataclass(frozen=True)
class _Entry:
    """A change without what it did: the log of a large import is long."""

    change_id: str
    undoes: str | None
    is_mark: bool


def history(database: Reader, by: str | None = None, limit: int = 50) -> list[Done]:
    """The latest changes made in Sayso, newest first; those of the coder `by`, if given."""
    return _read(database, [entry.change_id for entry in _entries(database, by, limit)])


def last_undoable(database: Reader, by: str) -> Done | None:
    """The coder's latest change that still stands; None if there is none."""
    standing = _standing(_entries(database, by))
    target = next((each for each in standing if each.undoes is None and not each.is_mark), None)
    return _read(database, [target.change_id])[0] if target else None


def last_undone(database: Reader, by: str) -> Done | None:
    """The coder's latest undo, if nothing was changed since: to undo it is to do the change again."""
    entries = _entries(database, by)
    undos = {each.change_id for each in entries if each.undoes}
    for each in _standing(entries):
        if each.undoes is None:
            return None
        if each.undoes not in undos:
            return _read(database, [each.change_id])[0]
    return None


def original(database: Reader, done: Done) -> Done | None:
    """What was done first, where `done` is an undo, or the undo of one; None if the log does not hold it."""
    first: Done | None = done
    while first and first.undoes:
        first = next(iter(_read(database, [first.undoes])), None)
    return first


def _entries(database: Reader, by: str | None, limit: int = LONGEST) -> list[_Entry]:
    """The latest changes, newest first; those of the coder `by`, if given."""
    rows = database.rows(
        "SELECT change_id, any_value(undoes),"
        " bool_and(list_contains($marks, action::VARCHAR) OR list_contains($overlays, table_name))"
        " FROM changes_made WHERE $by IS NULL OR changed_by = $by"
        " GROUP BY change_id ORDER BY max(sequence) DESC, change_id LIMIT $limit",
        {"by": by, "limit": limit, "marks": list(_MARKS), "overlays": list(OVERLAY_TABLES)},
    )
    return [_Entry(*row) for row in rows]


def _read(database: Reader, ids: list[str]) -> list[Done]:
    """Changes with all that they did, in the order of `ids`; those that the log does not hold are left out."""
    rows = database.rows(
        "SELECT change_id, changed_by, changed_at, note, undoes, table_name, row_id, action::VARCHAR,"
        " before::VARCHAR, after::VARCHAR FROM changes_made WHERE list_contains($ids, change_id)"
        " ORDER BY change_id, revision_id",
        {"ids": ids},
    )
    changes: dict[str, Done] = {}
    operations: dict[str, list[Operation]] = {}
    for change_id, coder, at, note, undoes, table, name, action, before, after in rows:
        changes[change_id] = Done(change_id, coder, at, note, undoes, ())
        operation = Operation(table, name, action, _values(before), _values(after))
        operations.setdefault(change_id, []).append(operation)
    return [replace(changes[key], operations=tuple(operations[key])) for key in ids if key in changes]


def undo(database: Database | Change, by: str, done: Done) -> Done:
    """Take back the change `done`, in one transaction; it is logged like any other, so it can be undone.

    Raises ConflictError if a row was changed since, or is used by rows that came later. Nothing is then changed.
    """
    with change(database, by, note=undo_note(done.change_id)) as made:
        made.undoes = done.change_id
        for (kind, table), several in groupby(reversed(done.operations), _kind):
            operations = list(several)
            if kind is None or len(operations) < MANY:
                for operation in operations:
                    _take_back(made, operation)
            else:
                _take_many_back(made, table, kind, operations)
        if not made.operations:
            raise StoreError(TITLE, "There is nothing in this change to take back.", "")
        made.operations = [
            Operation(each.table, each.row_id, "undone", each.before, each.after) for each in made.operations
        ]
    return done


def undo_note(change_id: str) -> str:
    """The note of a change that takes `change_id` back."""
    return f"undo of {change_id}"


def _kind(operation: Operation) -> tuple[Literal["created", "deleted"] | None, str]:
    """What the operation did, where many of a kind can be taken back together."""
    if _is_mark(operation) or operation.table == PROPOSALS.name:
        return None, operation.table
    if operation.before is None:
        return "created", operation.table
    return ("deleted" if operation.after is None else None), operation.table


def _take_many_back(made: Change, table: str, kind: str, operations: list[Operation]) -> None:
    try:
        if kind == "created":
            delete_many(made, table, [operation.after or {} for operation in operations])
        else:
            insert_many(made, table, [operation.before or {} for operation in operations])
    except StoreError as error:
        raise _cannot(error) from error


def _take_back(made: Change, operation: Operation) -> None:
    table, before, after = operation.table, operation.before, operation.after
    key_names = tables()[table].key
    try:
        if _is_mark(operation):
            return
        if before is None:
            assert after is not None
            made.delete(table, {name: after.get(name) for name in key_names}, seen=after)
        elif after is None:
            made.insert(table, before)
        else:
            key = {name: after.get(name) for name in key_names}
            values = {name: value for name, value in before.items() if before[name] != after.get(name)}
            made.update(table, key, values, seen=after)
    except StoreError as error:
        raise _cannot(error) from error


def _cannot(error: StoreError) -> ConflictError:
    return ConflictError(
        TITLE,
        f"It cannot be taken back: {error.message}",
        "Take back what was done later first, or edit the row by hand.",
    )


def _is_mark(operation: Operation) -> bool:
    return operation.action in _MARKS or operation.table in OVERLAY_TABLES


def _standing(entries: list[_Entry]) -> list[_Entry]:
    """Of changes, newest first, those that no later standing change takes back."""
    taken_back: set[str] = set()
    standing = []
    for each in entries:
        if each.change_id in taken_back:
            continue
        standing.append(each)
        if each.undoes:
            taken_back.add(each.undoes)
    return standing


def _values(text: str | None) -> dict[str, object] | None:
    return None if text is None else json.loads(text)
