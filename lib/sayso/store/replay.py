"""The log played again beside the tables: what it says that cells hold, against what they hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from duckdb import DuckDBPyConnection

from sayso.store.catalog import Table
from sayso.store.changes import PROPOSALS, cells, row_id, tables
from sayso.store.staging import TEXT, remember_dates

META_SEQUENCE = "package_sequence"  # in `meta`: the last change that the package brought
_AT_ONCE = 2_000  # rows compared by one query
_UNDECIDED = ("proposed", "unverified")
# Of a proposal only what was decided is logged: a search replaces the rest, find by find, without a word.
_DECIDED = ("status", "row_id")


@dataclass(frozen=True)
class Difference:
    """A cell, or a whole row where `column` is "", that is not what the last change to it left."""

    table: str
    row_id: str
    column: str
    logged: Any
    stored: Any
    key: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        place = f"{self.table}, {self.row_id}"
        if not self.column:
            return f"{place}: the log says that the row {self.logged}; in the table it {self.stored}."
        return f"{place}, {self.column}: the log says {_shown(self.logged)}; the table holds {_shown(self.stored)}."


@dataclass
class _State:
    """What the log says of one row: `is_whole` if it was created here, so that unnamed cells are empty."""

    cells: dict[str, Any]
    exists: bool
    is_whole: bool


def differences(cursor: DuckDBPyConnection) -> Iterator[Difference]:
    """Where the current database's tables are not what the changes made in Sayso left, table by table.

    Changes that came with a package are not replayed: there the tables are what its author wrote.
    """
    rows = cursor.execute("SELECT value FROM meta WHERE key = ?", [META_SEQUENCE]).fetchall()
    brought = int(rows[0][0]) if rows else 0
    for table in tables().values():
        yield from _table_differences(cursor, table, brought)
    yield from _text_differences(cursor, brought)
    yield from _overlay_differences(cursor, brought)


def restore_lost_text(cursor: DuckDBPyConnection) -> list[str]:
    """Put text that the log holds back into cells that are empty; returns the cells as "table, row, column"."""
    lost = [
        each
        for each in differences(cursor)
        if each.column and each.stored is None and isinstance(each.logged, str) and each.key
    ]
    for each in lost:
        if tables()[each.table].columns and tables()[each.table].column[each.column].is_date:
            remember_dates(cursor, [each.logged])
        where = " AND ".join(f'"{name}" IS NOT DISTINCT FROM ?' for name in each.key)
        cursor.execute(
            f'UPDATE {each.table} SET "{each.column}" = ? WHERE {where}', [each.logged, *each.key.values()]
        )
    return [f"{each.table}, {each.row_id}, {each.column}" for each in lost]


def _table_differences(cursor: DuckDBPyConnection, table: Table, brought: int) -> Iterator[Difference]:
    batch: dict[str, _State] = {}
    for name, state in _states(cursor, table, brought):
        batch[name] = state
        if len(batch) == _AT_ONCE:
            yield from _compared(cursor, table, batch)
            batch = {}
    yield from _compared(cursor, table, batch)


def _states(cursor: DuckDBPyConnection, table: Table, brought: int) -> Iterator[tuple[str, _State]]:
    """Each row that the log speaks of, with its last state. Rows with a key of one column never change it."""
    is_single = len(table.key) == 1
    order = "row_id, sequence, revision_id" if is_single else "sequence, revision_id"
    reading = cursor.cursor()
    try:
        database = cursor.execute("SELECT current_database()").fetchall()[0][0]
        reading.execute(f'USE "{database}"')
        reading.execute(
            "SELECT row_id, before::VARCHAR, after::VARCHAR FROM revisions"
            " WHERE table_name = ? AND sequence > ?"
            " AND action::VARCHAR NOT IN ('searched', 'reviewed', 'attached')"
            " AND (before IS NOT NULL OR after IS NOT NULL)"
            f" ORDER BY {order}",
            [table.name, brought],
        )
        operations = _read(reading)
        if is_single:
            for name, own in groupby(operations, lambda operation: operation[0]):
                yield name, _folded(table, own)[name]
        else:
            yield from _folded(table, operations).items()
    finally:
        reading.close()


def _read(reading: DuckDBPyConnection) -> Iterator[tuple[str, dict[str, Any] | None, dict[str, Any] | None]]:
    while rows := reading.fetchmany(_AT_ONCE):
        for name, before, after in rows:
            yield name, json.loads(before) if before else None, json.loads(after) if after else None


def _folded(table: Table, operations: Iterator[Any]) -> dict[str, _State]:
    states: dict[str, _State] = {}
    for name, before, after in operations:
        if after is None:
            states[name] = _State(before or {}, exists=False, is_whole=True)
        elif before is None:
            states[name] = _State(after, exists=True, is_whole=True)
        else:
            old = states.pop(name, _State({}, exists=True, is_whole=False))
            here = {**old.cells, **after}
            new = row_id({column: here.get(column) for column in table.key})
            if new != name:  # its key was changed: no row has the old one now
                states[name] = _State(before, exists=False, is_whole=True)
            states[new] = _State(here, True, old.is_whole)
    return states


def _compared(cursor: DuckDBPyConnection, table: Table, states: dict[str, _State]) -> Iterator[Difference]:
    if not states:
        return
    stored = _stored(cursor, table, states)
    for name, state in states.items():
        row = stored.get(name)
        if not state.exists:
            if row is not None:
                yield Difference(table.name, name, "", "was removed", "is there")
            continue
        is_proposal = table.name == PROPOSALS.name
        if row is None:
            if not (is_proposal and state.cells.get("status") in _UNDECIDED):
                yield Difference(table.name, name, "", "is there", "is gone")
            continue
        key = {column: row[column] for column in table.key}
        columns = _DECIDED if is_proposal else row if state.is_whole else state.cells
        for column in columns:
            logged, is_there = state.cells.get(column), _plain(row.get(column))
            if column in row and (column in state.cells or state.is_whole) and logged != is_there:
                yield Difference(table.name, name, column, logged, is_there, key)


def _stored(cursor: DuckDBPyConnection, table: Table, states: dict[str, _State]) -> dict[str, dict[str, Any]]:
    """The rows of the table that `states` speak of, by row_id, without article text."""
    columns = cells(cursor, table)
    where, params = "", []
    if len(table.key) == 1:
        where, params = f'WHERE "{table.key[0]}" IN (SELECT unnest(?::VARCHAR[]))', [[*states]]
    rows = cursor.execute(
        f"SELECT {', '.join(columns.values())} FROM {table.name} {where}", params
    ).fetchall()
    stored = (dict(zip(columns, row, strict=True)) for row in rows)
    return {row_id({column: row[column] for column in table.key}): row for row in stored}


def _text_differences(cursor: DuckDBPyConnection, brought: int) -> Iterator[Difference]:
    """Article texts, which the log does not hold: told by their hash, and by the log of their coming."""
    rows = cursor.execute(
        f"SELECT article_id, {TEXT.column} IS NULL FROM articles WHERE sha256({TEXT.column}) <> text_sha256"
        f" OR ({TEXT.column} IS NULL AND article_id IN (SELECT row_id FROM revisions"
        "  WHERE table_name = 'articles' AND action::VARCHAR = 'attached' AND sequence > ?)) ORDER BY 1",
        [brought],
    ).fetchall()
    for article_id, is_empty in rows:
        yield Difference(
            "articles",
            article_id,
            TEXT.column,
            "the text with its hash",
            None if is_empty else "another text",
        )


def _overlay_differences(cursor: DuckDBPyConnection, brought: int) -> Iterator[Difference]:
    rows = cursor.execute(
        "SELECT row_id, after::VARCHAR FROM revisions WHERE table_name = 'overlays' AND sequence > ?"
        " ORDER BY sequence, revision_id",
        [brought],
    ).fetchall()
    logged: dict[str, dict[str, Any] | None] = {}
    for name, after in rows:
        logged[name] = {**(logged.get(name) or {}), **json.loads(after)} if after else None
    stored = {
        name: {"name": label, "n_rows": n_records, "is_removed": is_removed}
        for name, label, is_removed, n_records in cursor.execute(
            "SELECT overlay_id, name, is_removed, (SELECT count(*) FROM overlay_records AS own"
            " WHERE own.overlay_id = overlays.overlay_id) FROM overlays"
        ).fetchall()
    }
    for name, facts in logged.items():
        if (facts is None) != (name not in stored):
            is_logged, is_stored = ("is there", "is gone") if facts else ("was removed", "is there")
            yield Difference("overlays", name, "", is_logged, is_stored)
        for column, value in (facts or {}).items():
            if name in stored and stored[name].get(column, value) != value:
                yield Difference("overlays", name, column, value, stored[name][column])


def _plain(value: Any) -> Any:
    """A cell as the log writes it."""
    return json.loads(json.dumps(value, ensure_ascii=False, default=str))


def _shown(value: Any) -> str:
    text = "nothing" if value is None else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else f"{text[:79]}…"
