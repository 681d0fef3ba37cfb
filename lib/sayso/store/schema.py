"""The schema in a database: created, brought up to date, and refused when it is newer than the app."""

from __future__ import annotations

import hashlib
import re
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.store.connection import ALIAS, STORAGE, attach, connect, open_file

SQL = files("sayso.store").joinpath("sql")
SCHEMA_VERSION = 5
# Version reached → the SQL in sql/migrations/ that completes it once an older file's rows stand in the newest
# tables (see `renewal`); "" where the rows alone are enough.
MIGRATIONS: dict[int, str] = {2: "", 3: "", 4: "4_undoes.sql", 5: ""}
TABLES, VIEWS = ("schema.sql",), ("comments.sql", "views.sql", "macros.sql")
_NAMES = re.compile(r"^CREATE TABLE (\w+)", re.MULTILINE)


@cache
def read_sql(name: str) -> str:
    """The text of a file in `store/sql`."""
    return SQL.joinpath(name).read_text(encoding="utf-8")


def digest(names: tuple[str, ...] = TABLES + VIEWS) -> str:
    """SHA-256 of the schema's own files: changes when the schema does."""
    return hashlib.sha256("\0".join(map(read_sql, names)).encode("utf-8")).hexdigest()


def create(cursor: DuckDBPyConnection) -> None:
    """Create the newest schema in the current, empty database."""
    for name in TABLES:
        cursor.execute(read_sql(name))
    _remember(cursor, "schema_version", str(SCHEMA_VERSION))
    refresh_views(cursor)


def refresh_views(cursor: DuckDBPyConnection) -> None:
    """(Re)write comments, views and macros, which hold no data and follow the app's version."""
    for name in VIEWS:
        cursor.execute(read_sql(name))
    _remember(cursor, "views", digest(VIEWS))


def is_ours(cursor: DuckDBPyConnection) -> bool:
    """Whether the current database has Sayso's tables: each a table, none a view in disguise."""
    return _number(cursor) is not None


def version(cursor: DuckDBPyConnection) -> int:
    """The schema version of the current database.

    Raises StoreError if the database is not one of Sayso's, or newer than the app.
    """
    number = _number(cursor)
    if number is None:
        raise StoreError(
            "Opening a database",
            "It has no Sayso tables. Nothing was changed.",
            "Load a data package into a new file with `sayso load PACKAGE --to FILE.duckdb`.",
        )
    if number > SCHEMA_VERSION:
        raise StoreError(
            "Opening a database",
            f"It was written by a newer Sayso (schema {number}; this one knows {SCHEMA_VERSION}). Nothing was changed.",
            "Update Sayso, or export the tables there with `sayso export`.",
        )
    return number


def says_its_views_are_ours(cursor: DuckDBPyConnection) -> bool:
    """Whether this version wrote the current database's comments, views and macros, as it says itself."""
    return _fact(cursor, "views") == digest(VIEWS)


def definitions(cursor: DuckDBPyConnection) -> dict[str, str]:
    """What each view and macro of the current database says, by its name."""
    rows = cursor.execute(
        "SELECT view_name, sql FROM duckdb_views() WHERE database_name = current_database() AND NOT internal"
        " UNION ALL SELECT function_name, concat(parameters::VARCHAR, macro_definition) FROM duckdb_functions()"
        " WHERE database_name = current_database() AND NOT internal AND contains(function_type, 'macro')"
    ).fetchall()
    return dict(sorted(rows))


@cache
def own_definitions() -> dict[str, str]:
    """The views and macros of this version, as DuckDB tells them of a file: it words what it reads in its own way."""
    with tempfile.TemporaryDirectory(prefix="sayso-") as place:
        file = Path(place, "own.duckdb")
        connection = connect(file)
        try:
            attach(connection, file, options=STORAGE)
            connection.execute(f"USE {ALIAS}")
            connection.execute("BEGIN")  # else each statement waits for the disk
            for name in (*TABLES, *VIEWS[1:]):  # the comments take the most time and are not asked for
                connection.execute(read_sql(name))
            connection.execute("COMMIT")
        finally:
            connection.close()
        connection = open_file(file, read_only=True)
        try:
            return definitions(connection)
        finally:
            connection.close()


def complete(cursor: DuckDBPyConnection, version: int) -> None:
    """Run the migrations after `version` on a database whose rows stand in the newest tables already."""
    for step in range(version + 1, SCHEMA_VERSION + 1):
        if MIGRATIONS[step]:
            cursor.execute(read_sql(f"migrations/{MIGRATIONS[step]}"))


def _number(cursor: DuckDBPyConnection) -> int | None:
    """The schema version that the current database says it has; None if it is not ours (see `is_ours`)."""
    tables, views = _names(cursor, "table"), _names(cursor, "view")
    known = set(_NAMES.findall("".join(map(read_sql, TABLES))))
    if views & known or "meta" not in tables:
        return None
    number = _fact(cursor, "schema_version")
    if number is None or not number.isdecimal():
        return None
    return int(number) if int(number) != SCHEMA_VERSION or known <= tables else None


def _fact(cursor: DuckDBPyConnection, key: str) -> str | None:
    columns = cursor.execute(
        "SELECT column_name FROM duckdb_columns()"
        " WHERE database_name = current_database() AND schema_name = 'main' AND table_name = 'meta'"
    ).fetchall()
    if {name for (name,) in columns} != {"key", "value"}:
        return None
    rows = cursor.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchall()
    return str(rows[0][0]) if rows else None


def _remember(cursor: DuckDBPyConnection, key: str, value: str) -> None:
    cursor.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [key, value])


def _names(cursor: DuckDBPyConnection, kind: str) -> set[str]:
    rows = cursor.execute(
        f"SELECT {kind}_name FROM duckdb_{kind}s() WHERE database_name = current_database() AND schema_name = 'main'"
    ).fetchall()
    return {name for (name,) in rows}
