"""A file of an older schema or of a storage version that loses text, written anew beside itself and then put in place."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from sayso.model.wording import counted
from sayso.store import schema
from sayso.store.backups import keep_aside
from sayso.store.building import building
from sayso.store.catalog import ID_TABLES
from sayso.store.connection import STORAGE, STORAGE_VERSION, attach, connect, storage_version
from sayso.store.database import in_transaction
from sayso.store.locking import NotWritableError
from sayso.store.log import number_changes
from sayso.store.old_file import NotOursError, as_store_error, opened
from sayso.store.replay import META_SEQUENCE, restore_lost_text

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Condition:
    """How a file stands to this version: whether it must be written anew, else whether its views and macros are ours."""

    needs_renewal: bool
    has_own_views: bool


def condition(path: Path) -> Condition:
    """Look at `path` before it is used.

    Raises NotOursError (also for a macro that is not ours: it could stand for a function of DuckDB's), StoreError if
    it is newer than the app, or as `old_file.opened` does.
    """
    with opened(path, read_only=True) as old:
        if not schema.is_ours(old):
            raise NotOursError(path)
        version = schema.version(old)
        told, own = schema.definitions(old), schema.own_definitions()
        if set(told) - set(own):
            raise NotOursError(path)
        is_older = version < schema.SCHEMA_VERSION or storage_version(old) > STORAGE_VERSION
        return Condition(is_older, told == own and schema.says_its_views_are_ours(old))


def renew(path: Path, *, backup: bool = True) -> str:
    """Write `path` anew in the newest schema and the storage version that loses nothing.

    Text that an earlier version had lost is restored from the log. The file as it was is kept among its backups.
    Returns what the reader should know, or "". The caller holds the file's lock. Raises as `condition`;
    `path` then holds what it held.
    """
    kept = keep_aside(path, "before-renewal") if backup else None
    with opened(path, read_only=False) as old:  # what is in the log goes into the file: one file is replaced
        old.execute("CHECKPOINT")
    try:
        with building(path) as new:
            restored = _write(path, new)
    except OSError as error:
        raise NotWritableError(path, error) from error
    except duckdb.Error as error:
        raise as_store_error(path, error) from error
    if not restored:
        return ""
    _log.warning("%s: restored from its log: %s", path, ", ".join(restored))
    where = f" The file as it was is {kept.name} in {kept.parent.name}." if kept else ""
    return (
        f"An earlier version had lost {counted(len(restored), 'cell')} of this dataset at a restart."
        f" What they held was restored from the log.{where}"
    )


def _write(path: Path, new: Path) -> list[str]:
    connection = connect(new, path)
    try:
        attach(connection, new, "renewed", STORAGE)
        attach(connection, path, "old", "READ_ONLY")
        cursor = connection.cursor()
        cursor.execute("USE old")
        version = schema.version(cursor)
        cursor.execute("USE renewed")
        with in_transaction(cursor):
            schema.create(cursor)
            _copy_rows(cursor)
            schema.complete(cursor, version)
            number_changes(cursor)
            _remember_what_was_brought(cursor)
        with in_transaction(cursor):
            restored = restore_lost_text(cursor)
        cursor.execute("USE memory")
        connection.execute("DETACH old")
        connection.execute("DETACH renewed")  # writes everything into the one file
    finally:
        connection.close()
    return restored


def _copy_rows(cursor: DuckDBPyConnection) -> None:
    """Every row of the attached `old` into the tables of the same name in `renewed`, column by column name.

    Tables and columns that the newest schema lacks are left behind; those that are new are empty, ids excepted.
    """
    old = _columns(cursor, "old")
    facts = dict(cursor.execute("SELECT key, value FROM renewed.meta").fetchall())
    cursor.execute("DELETE FROM renewed.meta")
    for ids, table in ID_TABLES.items():
        if ids not in old and table in old:  # of the first version
            cursor.execute(f"INSERT INTO renewed.{ids} SELECT {ids.removesuffix('s')} FROM old.{table}")
    for table, columns in _columns(cursor, "renewed").items():
        shared = [name for name in columns if name in old.get(table, {})]
        if not shared:
            continue
        # Enumerations as text: the newest schema may have other values.
        cells = ", ".join(
            f'"{name}"::VARCHAR{"[]" if type_.endswith("[]") else ""} AS "{name}"'
            if type_.startswith("ENUM")
            else f'"{name}"'
            for name, type_ in ((name, old[table][name]) for name in shared)
        )
        cursor.execute(f"INSERT INTO renewed.{table} BY NAME SELECT {cells} FROM old.{table}")
    for key, value in facts.items():
        cursor.execute("INSERT OR REPLACE INTO renewed.meta VALUES (?, ?)", [key, value])


def _remember_what_was_brought(cursor: DuckDBPyConnection) -> None:
    """Until version 3 a file knew how many changes its package had brought, not which: the first, as `number_changes` puts them."""
    cursor.execute(
        "INSERT OR IGNORE INTO meta SELECT ?, (SELECT count(DISTINCT sequence) FROM revisions"
        "  WHERE revision_id NOT IN (SELECT revision_id FROM changes_made))"
        " + coalesce((SELECT value::INTEGER FROM meta WHERE key = 'package_changes'), 0)",
        [META_SEQUENCE],
    )


def _columns(cursor: DuckDBPyConnection, database: str) -> dict[str, dict[str, str]]:
    """Types by column by table, tables in the order in which they were created."""
    rows = cursor.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() JOIN duckdb_tables()"
        " USING (database_name, schema_name, table_name)"
        " WHERE database_name = ? AND schema_name = 'main' ORDER BY duckdb_tables.table_oid, column_index",
        [database],
    ).fetchall()
    tables: dict[str, dict[str, str]] = {}
    for table, column, type_ in rows:
        tables.setdefault(table, {})[column] = type_
    return tables
