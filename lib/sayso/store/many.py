"""Thousands of rows in one change: written together, checked and logged as single rows are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sayso.errors import StoreError
from sayso.store.catalog import Table
from sayso.store.changes import TITLE, Change, ConflictError, Operation, Row, row_id, tables
from sayso.store.log import AT_ONCE
from sayso.store.staging import TEXT


def insert_many(made: Change, table: str, rows: Sequence[Row]) -> None:
    """Add `rows` of one table, in order. Raises StoreError as `Change.insert` does, with nothing added."""
    described = tables()[table]
    if table == TEXT.table and any(row.get("text_sha256") and not row.get(TEXT.column) for row in rows):
        for row in rows:  # a text that was taken back is found again one by one
            made.insert(table, row)
        return
    full = [{name: value for name, value in row.items() if value is not None} for row in rows]
    keys = [tuple(row.get(name) for name in described.key) for row in rows]
    if taken := _taken(made, described, keys):
        raise StoreError(TITLE, f"{table} has “{taken}” already.", "Choose another name.")
    made.remember(described, full)
    if described.id_table:  # all of them first: rows may refer to each other
        ids = [row[described.primary_key[0]] for row in full]
        made.rows(f"INSERT OR IGNORE INTO {described.id_table} SELECT unnest($1::VARCHAR[])", [ids])
    for part in _parts(full):
        names = [name for name in described.column if any(name in row for row in part)]
        columns = ", ".join(f'"{name}"' for name in names)
        cells = ", ".join(
            f"unnest(${place}::{_type(described, name)}[])" for place, name in enumerate(names, start=1)
        )
        made.rows(
            f"INSERT INTO {table} ({columns}) SELECT {cells}",
            [[row.get(name) for row in part] for name in names],
        )
    for row in full:
        key = {name: row.get(name) for name in described.key}
        logged = {name: value for name, value in row.items() if (table, name) != TEXT}
        made.operations.append(Operation(table, row_id(key), "created", None, logged))


def delete_many(made: Change, table: str, rows: Sequence[Row]) -> None:
    """Remove `rows` of one table, given as they were seen, in order.

    Raises ConflictError if one is gone or differs, StoreError if others refer to one; then none is removed.
    """
    described = tables()[table]
    if len(described.key) != 1:  # these are few
        for row in rows:
            made.delete(table, {name: row.get(name) for name in described.key}, seen=row)
        return
    key = described.key[0]
    for part in _parts(rows):
        ids = [row[key] for row in part]
        known = made.known(table, key, ids)
        for row in part:
            now = known.get(row[key])
            if now is None or any(now[name] != value for name, value in row.items()):
                made.existing(table, {key: row[key]}, seen=row)  # says what is wrong
                raise ConflictError(TITLE, f"“{row[key]}” in {table} was changed.", "Look at the page anew.")
        if described.id_table:
            made.refuse_referred(described, ids)
        if table == TEXT.table:
            made.keep_texts(ids)
        made.rows(f"DELETE FROM {table} WHERE {key} IN (SELECT unnest($1::VARCHAR[]))", [ids])
        for row in part:
            before = {name: value for name, value in known[row[key]].items() if value is not None}
            made.operations.append(Operation(table, row[key], "deleted", before, None))


def _taken(made: Change, described: Table, keys: list[tuple[Any, ...]]) -> str:
    """A key that is used already, here or in the table; "" if there is none."""
    seen: set[tuple[Any, ...]] = set()
    for key in keys:
        if key in seen:
            return " | ".join(map(str, key))
        seen.add(key)
    if len(described.key) > 1:
        names = ", ".join(f'"{name}"' for name in described.key)
        found = {*made.rows(f"SELECT {names} FROM {described.name}")} & seen
        return " | ".join(map(str, min(found, key=str))) if found else ""
    rows = made.rows(
        f"SELECT min({described.key[0]}) FROM {described.name}"
        f" WHERE {described.key[0]} IN (SELECT unnest($1::VARCHAR[]))",
        [[key for (key,) in keys]],
    )
    return rows[0][0] or ""


def _type(described: Table, name: str) -> str:
    """Enumerations come as text; everything else as it is."""
    type_ = described.column[name].type
    if not type_.startswith("ENUM"):
        return type_
    return "VARCHAR[]" if type_.endswith("[]") else "VARCHAR"


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]
