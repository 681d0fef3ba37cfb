"""Rows changed by people and extractors: together or not at all, each logged in `revisions`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import uuid4

import duckdb
from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.store import schema
from sayso.store.catalog import Table, read_catalog
from sayso.store.database import Database, Params
from sayso.store.log import write_log
from sayso.store.staging import TEXT, remember_dates

Row = Mapping[str, Any]
TITLE = "Saving a change"
_KEPT = "text of "  # in `meta`, with its hash: the text of an article that was taken back
# Decided, not dataset: proposals are logged like the tables that travel, but never exported.
PROPOSALS = Table("proposals", "", (), ("proposal_id",), (), ())


class ConflictError(StoreError):
    """Somebody else changed the row meanwhile."""


@dataclass(frozen=True)
class Operation:
    """One row's part in a change; `before` and `after` hold its key and the columns that changed."""

    table: str
    row_id: str
    action: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Change:
    """Several rows changed in one transaction. Values are plain: text, numbers, lists, None."""

    def __init__(self, cursor: DuckDBPyConnection, by: str) -> None:
        self.id = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{uuid4().hex[:6]}"
        self.by = by
        self.undoes: str | None = None  # the change that this one takes back
        self.operations: list[Operation] = []
        self._cursor = cursor

    @property
    def cursor(self) -> DuckDBPyConnection:
        """The transaction's own cursor, for questions that need more than rows (`rehearsal.inside`)."""
        return self._cursor

    def row(self, table: str, key: Row) -> dict[str, Any] | None:
        """The row with `key`, without article text; None if there is none."""
        where, values = _where(key)
        found = self._read_rows(table, where, values)
        return found[0] if found else None

    def rows(self, sql: str, params: Params | None = None) -> list[tuple[Any, ...]]:
        """A question asked inside the transaction."""
        return self._cursor.execute(sql, params if params is not None else []).fetchall()

    def known(self, table: str, key: str, ids: list[str]) -> dict[str, dict[str, Any]]:
        """Those of the rows whose one-column `key` is among `ids`, by it, as `row` gives them."""
        rows = self._read_rows(table, f"{key} {_among(ids)}", [ids])
        return {row[key]: row for row in rows}

    def insert(self, table: str, row: Row, action: str = "created") -> None:
        """Add a row. Raises StoreError if its key is taken or a rule of the schema forbids it."""
        described = tables()[table]
        full = {name: value for name, value in row.items() if value is not None}
        key = {name: row.get(name) for name in described.key}
        if self.row(table, key) is not None:
            raise StoreError(TITLE, f"{table} has “{row_id(key)}” already.", "Choose another name.")
        if table == TEXT.table and not full.get(TEXT.column) and full.get("text_sha256"):
            full |= self._kept_text(str(full["text_sha256"]))
        self.remember(described, [full])
        if described.id_table:
            self._cursor.execute(f"INSERT OR IGNORE INTO {described.id_table} VALUES (?)", [*key.values()])
        names = ", ".join(f'"{name}"' for name in full)
        marks = ", ".join("?" for _ in full)
        self._cursor.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*full.values()])
        logged = {name: value for name, value in full.items() if (table, name) != TEXT}
        self.operations.append(Operation(table, row_id(key), action, None, logged))

    def update(
        self, table: str, key: Row, values: Row, seen: Row | None = None, action: str = "edited"
    ) -> None:
        """Change columns of the row with `key`; nothing happens if they are so already.

        `seen` holds columns as the coder saw them: if one differs now, ConflictError says so and nothing
        is changed. Raises StoreError if there is no such row.
        """
        now = self.existing(table, key, seen)
        new = {name: value for name, value in values.items() if now[name] != value}
        if not new:
            return
        described = tables()[table]
        self.remember(described, [new])
        sets = ", ".join(f'"{name}" = ?' for name in new)
        where, bound = _where(key)
        self._cursor.execute(f"UPDATE {table} SET {sets} WHERE {where}", [*new.values(), *bound])
        full_key = {name: now[name] for name in described.key}
        before = full_key | {name: now[name] for name in new}
        self.operations.append(Operation(table, row_id(full_key), action, before, full_key | new))

    def replace(self, table: str, column: str, old: str, new: str) -> None:
        """Put `new` wherever `column`, which is no part of the key, holds `old`: many rows in one statement."""
        names = tables()[table].key
        cells = ", ".join(f'"{name}"' for name in names)
        found = self.rows(f'SELECT {cells} FROM {table} WHERE "{column}" = ? ORDER BY ALL', [old])
        self._cursor.execute(f'UPDATE {table} SET "{column}" = ? WHERE "{column}" = ?', [new, old])
        for row in found:
            key = dict(zip(names, row, strict=True))
            self.operations.append(
                Operation(table, row_id(key), "edited", key | {column: old}, key | {column: new})
            )

    def delete(self, table: str, key: Row, seen: Row | None = None) -> None:
        """Remove the row with `key`. Raises StoreError if other rows refer to it, or as `update` does."""
        now = self.existing(table, key, seen)
        described = tables()[table]
        if described.id_table:
            self.refuse_referred(described, [str(now[described.primary_key[0]])])
        where, values = _where(key)
        if table == TEXT.table:
            self.keep_texts([str(now["article_id"])])
        self._cursor.execute(f"DELETE FROM {table} WHERE {where}", values)
        full_key = {name: now[name] for name in described.key}
        before = {name: value for name, value in now.items() if value is not None}
        self.operations.append(Operation(table, row_id(full_key), "deleted", before, None))

    def next_id(self, table: str, base: str) -> str:
        """`base`, a hyphen and the first number after all that `table` ever had with it."""
        described = tables()[table]
        key = described.primary_key[0]
        names = self.rows(
            f"SELECT {key} FROM {described.id_table or table} WHERE starts_with({key}, ?)", [f"{base}-"]
        )
        tails = [name[len(base) + 1 :] for (name,) in names]
        return f"{base}-{max((int(tail) for tail in tails if tail.isdecimal()), default=0) + 1}"

    def mark(self, table: str, row_id: str, action: str, facts: Row) -> None:
        """Log that something was done with a row that changes no column."""
        self.operations.append(Operation(table, row_id, action, None, dict(facts)))

    def _read_rows(self, table: str, where: str, values: list[Any]) -> list[dict[str, Any]]:
        columns = cells(self._cursor, tables()[table])
        found = self.rows(f"SELECT {', '.join(columns.values())} FROM {table} WHERE {where}", values)
        return [dict(zip(columns, row, strict=True)) for row in found]

    def _kept_text(self, digest: str) -> dict[str, str]:
        rows = self.rows("SELECT value FROM meta WHERE key = ?", [f"{_KEPT}{digest}"])
        return {TEXT.column: rows[0][0]} if rows else {}

    def existing(self, table: str, key: Row, seen: Row | None = None) -> dict[str, Any]:
        """The row with `key`. Raises ConflictError if it is gone, or differs from what was `seen`."""
        now = self.row(table, key)
        name = row_id(key)
        if now is None:
            raise ConflictError(
                TITLE, f"“{name}” in {table} is gone: somebody removed it.", "Look at the page anew."
            )
        changed = [column for column, value in (seen or {}).items() if now[column] != value]
        if changed:
            raise ConflictError(
                TITLE,
                f"{self._last_changed_by(table, name)} has changed {', '.join(changed)} of “{name}”"
                " since you opened it. Your change was not saved, theirs stands.",
                "Look at it as it is now, and decide again.",
            )
        return now

    def _last_changed_by(self, table: str, row_id: str) -> str:
        rows = self.rows(
            "SELECT changed_by FROM revisions WHERE table_name = ? AND row_id = ?"
            " ORDER BY sequence DESC, revision_id DESC LIMIT 1",
            [table, row_id],
        )
        return str(rows[0][0]) if rows else "Somebody"

    def keep_texts(self, ids: list[str]) -> None:
        """Put the articles' texts aside: the log holds none, and without this redo would lose them."""
        self.rows(
            f"INSERT OR REPLACE INTO meta SELECT '{_KEPT}' || text_sha256, text FROM articles"
            f" WHERE article_id {_among(ids)} AND text IS NOT NULL AND text_sha256 IS NOT NULL",
            [ids],
        )

    def refuse_referred(self, described: Table, ids: list[str]) -> None:
        """Raise StoreError if other rows refer to one of `ids`."""
        key = described.primary_key[0]
        for other in tables().values():
            for column in other.columns:
                if column.references != (described.name, key):
                    continue
                name = f'"{column.name}"'
                asked = f"SELECT count(*), min({name}) FROM {other.name} WHERE {name} {_among(ids)}"
                if (found := self.rows(asked, [ids])[0])[0]:
                    raise StoreError(
                        TITLE,
                        f"“{found[1]}” is still used in {found[0]} {other.name}. Nothing was removed.",
                        "Remove or change those first.",
                    )

    def remember(self, described: Table, rows: list[Any]) -> None:
        """Keep the dates that rows of the table hold. Raises StoreError for one that cannot be read."""
        named = [column.name for column in described.columns if column.is_date]
        days = [str(row[name]) for row in rows for name in named if row.get(name) is not None]
        if refused := remember_dates(self._cursor, days):
            raise StoreError(
                TITLE,
                f"“{min(refused)}” is not a date.",
                "Write 2021-07-24, 2021-07, 2021, or 2020-01-03/.. for “after”.",
            )


@contextmanager
def change(database: Database | Change, by: str, note: str | None = None) -> Iterator[Change]:
    """Change rows and log it; on any error nothing is changed. Given a change that is open, it is a part of that.

    `by` is the coder. Raises StoreError if the dataset is open for reading only, a rule forbids the change, or
    it cannot be written.
    """
    if isinstance(database, Change):
        yield database
        return
    try:
        with database.transaction() as cursor:
            made = Change(cursor, by)
            yield made
            write_log(cursor, made, note)
    except duckdb.ConstraintException as error:
        raise StoreError(
            TITLE, f"The dataset's rules forbid it: {_plain(error)}", "Correct the value."
        ) from error
    except duckdb.ConversionException as error:
        raise StoreError(TITLE, f"A value does not fit: {_plain(error)}", "Correct the value.") from error


@cache
def tables() -> dict[str, Table]:
    """Every table that can be changed, by name."""
    with duckdb.connect() as connection, connection.cursor() as cursor:
        schema.create(cursor)
        return {table.name: table for table in read_catalog(cursor)} | {PROPOSALS.name: PROPOSALS}


def cells(cursor: DuckDBPyConnection, table: Table) -> dict[str, str]:
    """What to select for each column of `table`, article text excepted: enumerations as text, the rest as it is."""
    columns = {each.name: each.type for each in table.columns if (table.name, each.name) != TEXT}
    if not columns:
        rows = cursor.execute(
            "SELECT column_name, data_type FROM duckdb_columns()"
            " WHERE database_name = current_database() AND table_name = ? ORDER BY column_index",
            [table.name],
        ).fetchall()
        columns = dict(rows)
    return {name: _read(name, type_) for name, type_ in columns.items()}


def row_id(key: Row) -> str:
    """What the log calls the row with `key`."""
    return " | ".join("" if value is None else str(value) for value in key.values())


def _where(key: Row) -> tuple[str, list[Any]]:
    # Not IS NOT DISTINCT FROM: that reads the whole table where = asks the key's index.
    terms = (f'"{name}" IS NULL' if value is None else f'"{name}" = ?' for name, value in key.items())
    return " AND ".join(terms), [value for value in key.values() if value is not None]


def _among(ids: list[str]) -> str:
    """ "is one of the bound list"; for a single one so that its index is asked, not the whole table read."""
    return "= $1[1]" if len(ids) == 1 else "IN (SELECT unnest($1::VARCHAR[]))"


def _read(name: str, type_: str) -> str:
    """Enumerations as text; everything else as it is."""
    if type_.startswith("ENUM"):
        return f'"{name}"::VARCHAR[]' if type_.endswith("[]") else f'"{name}"::VARCHAR'
    return f'"{name}"'


def _plain(error: Exception) -> str:
    return str(error).splitlines()[0].removeprefix("Constraint Error: ").removeprefix("Conversion Error: ")
