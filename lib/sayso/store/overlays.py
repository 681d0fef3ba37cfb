"""Overlays in a dataset's file: added whole or not at all, taken off, put back, deleted for good.

The log says of them what was done and how many rows there are: it travels in packages, their rows may not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.model.overlays import Overlay, Read, Record
from sayso.model.wording import quoted
from sayso.store.catalog import OVERLAY_TABLES
from sayso.store.changes import Change, Operation
from sayso.store.connection import attach
from sayso.store.database import Database
from sayso.store.log import write_log

TITLE = "Adding an overlay"
MOST_OVERLAYS = 12
_FACTS = tuple(field.name for field in fields(Overlay))
_CELLS = tuple(field.name for field in fields(Record))


def overlays(database: Database) -> tuple[Overlay, ...]:
    """What lies over the timeline, in the order in which it was added; with what was taken off."""
    cells = ", ".join("kind::VARCHAR" if name == "kind" else name for name in _FACTS)
    return tuple(
        Overlay(*row) for row in database.rows(f"SELECT {cells} FROM overlays ORDER BY added_at, overlay_id")
    )


def add_overlay(
    database: Database, read: Read, *, name: str, content: bytes, accessed_on: date, by: str | None = None
) -> Overlay:
    """Keep the records of a file that was read; `content` tells the same file again.

    Raises StoreError if it is there already, there are too many, or the dataset is open for reading only.
    """
    overlay_id = hashlib.sha256(content).hexdigest()[:16]
    with database.transaction() as cursor:
        there = {
            found: (taken, is_removed)
            for found, taken, is_removed in cursor.execute(
                "SELECT overlay_id, name, is_removed FROM overlays"
            ).fetchall()
        }
        if overlay_id in there:
            taken, is_removed = there[overlay_id]
            if is_removed:
                raise StoreError(
                    TITLE, f"This file was taken off as {quoted(taken)}, but is kept.", "Put it back instead."
                )
            raise StoreError(TITLE, f"This file is there already, as {quoted(taken)}. Nothing was added.", "")
        if len(there) >= MOST_OVERLAYS:
            raise StoreError(
                TITLE,
                f"A dataset holds at most {MOST_OVERLAYS} overlays, with those that were taken off.",
                "Delete one for good first.",
            )
        made = Overlay(
            overlay_id, read.kind, _free(name, {taken for taken, _ in there.values()}),
            len(read.records), len(read.problems), min(each.day_low for each in read.records),
            max(each.day_high for each in read.records), accessed_on, by, False,
        )  # fmt: skip
        values = [getattr(made, fact) for fact in _FACTS]
        cursor.execute(
            f"INSERT INTO overlays ({', '.join(_FACTS)}, added_at) VALUES ({', '.join('?' for _ in _FACTS)}, ?)",
            [*values, datetime.now(UTC).replace(tzinfo=None)],
        )
        _insert(cursor, overlay_id, read.records)
        _log(cursor, by, overlay_id, "created", None, _facts(cursor, overlay_id))
    return made


def set_removed(database: Database, overlay_id: str, is_removed: bool, by: str | None = None) -> None:
    """Take an overlay off the timeline, or put it back. Nothing happens if it is gone."""
    with database.transaction() as cursor:
        before = _facts(cursor, overlay_id)
        cursor.execute("UPDATE overlays SET is_removed = ? WHERE overlay_id = ?", [is_removed, overlay_id])
        if before and before["is_removed"] != is_removed:
            _log(cursor, by, overlay_id, "edited", before, _facts(cursor, overlay_id))


def delete_overlay(database: Database, overlay_id: str, by: str | None = None) -> None:
    """Delete an overlay with its records for good."""
    with database.transaction() as cursor:
        before = _facts(cursor, overlay_id)
        for table in reversed(OVERLAY_TABLES):
            cursor.execute(f"DELETE FROM {table} WHERE overlay_id = ?", [overlay_id])
        if before:
            _log(cursor, by, overlay_id, "deleted", before, None)


def carry_over(cursor: DuckDBPyConnection, new: str, old: Path) -> None:
    """Bring the overlays of the database file `old`, if it has any, into the attached database `new`."""
    if not old.is_file():
        return
    attach(cursor, old, "carried", "READ_ONLY")
    try:
        for table in OVERLAY_TABLES:
            known = cursor.execute(
                "SELECT column_name FROM duckdb_columns() WHERE database_name = 'carried' AND table_name = ?"
                " INTERSECT SELECT column_name FROM duckdb_columns() WHERE database_name = ? AND table_name = ?"
                " ORDER BY 1",
                [table, new, table],
            ).fetchall()
            if known:  # enumerations differ between files: as text
                cells = ", ".join(
                    f'"{name}"::VARCHAR AS "{name}"' if name in ("kind", "exactness") else f'"{name}"'
                    for (name,) in known
                )
                cursor.execute(
                    f'INSERT INTO "{new}".{table} BY NAME SELECT {cells} FROM carried.{table} ORDER BY ALL'
                )
    finally:
        cursor.execute("DETACH carried")


def _insert(cursor: DuckDBPyConnection, overlay_id: str, records: Iterable[Record]) -> None:
    rows = [[getattr(record, name) for name in _CELLS] for record in records]
    frame = pd.DataFrame(rows, columns=list(_CELLS), dtype=object)
    cells = ", ".join(f'"{name}"' for name in _CELLS)
    cursor.register("incoming_overlay", frame)
    try:
        cursor.execute(
            f"INSERT INTO overlay_records (overlay_id, {cells}) SELECT ?, {cells} FROM incoming_overlay"
            " ORDER BY day, row",
            [overlay_id],
        )
    finally:
        cursor.unregister("incoming_overlay")


def _facts(cursor: DuckDBPyConnection, overlay_id: str) -> dict[str, Any] | None:
    """What the log tells of an overlay: not its records, which may not be passed on."""
    rows = cursor.execute(
        "SELECT name, n_rows, is_removed FROM overlays WHERE overlay_id = ?", [overlay_id]
    ).fetchall()
    return dict(zip(("name", "n_rows", "is_removed"), rows[0], strict=True)) if rows else None


def _log(
    cursor: DuckDBPyConnection,
    by: str | None,
    overlay_id: str,
    action: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    change = Change(cursor, by or "somebody")
    change.operations.append(Operation(OVERLAY_TABLES[0], overlay_id, action, before, after))
    write_log(cursor, change, None)


def _free(name: str, taken: set[str]) -> str:
    """A name that no other overlay has: links name overlays."""
    plain = " ".join(name.split())[:80] or "file"
    return next(
        name for name in (plain, *(f"{plain} ({number})" for number in range(2, 99))) if name not in taken
    )
