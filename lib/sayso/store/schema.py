"""The schema in a database: created, brought up to date, and refused when it is newer than the app."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.store.database import in_transaction
from sayso.store.rebuild import rebuild

SQL = files("sayso.store").joinpath("sql")
SCHEMA_VERSION = 3
# Version reached → the file in sql/migrations/ that reaches it from the version before, or REBUILD, which
# takes any older database to the newest schema at once.
REBUILD = "rebuild"
MIGRATIONS: dict[int, str] = {2: REBUILD, 3: REBUILD}
TABLES, VIEWS = ("schema.sql",), ("comments.sql", "views.sql", "macros.sql")


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


def version(cursor: DuckDBPyConnection) -> int:
    """The schema version of the current database.

    Raises StoreError if the database is not one of Sayso's.
    """
    number = _fact(cursor, "schema_version")
    if number is None or not number.isdecimal():
        raise StoreError(
            "Opening a database",
            "It has no Sayso tables. Nothing was changed.",
            "Load a data package into a new file with `sayso load PACKAGE --to FILE.duckdb`.",
        )
    return int(number)


def is_current(cursor: DuckDBPyConnection) -> bool:
    """Whether the current database has this version's tables and views.

    Raises StoreError if it is not one of Sayso's, or newer than the app.
    """
    found = version(cursor)
    _refuse_newer(found, SCHEMA_VERSION)
    return found == SCHEMA_VERSION and _fact(cursor, "views") == digest(VIEWS)


def migrate(
    cursor: DuckDBPyConnection,
    migrations: dict[int, str] | None = None,
    target: int = SCHEMA_VERSION,
) -> list[int]:
    """Bring the current database to `target`, each step with its version in one transaction.

    `migrations` maps a version to the SQL that reaches it (default: the files in sql/migrations).
    Returns the versions passed through. Raises StoreError if the database is newer than the app.
    """
    if migrations is None:
        migrations = {
            step: name if name == REBUILD else read_sql(f"migrations/{name}")
            for step, name in MIGRATIONS.items()
        }
    current = version(cursor)
    _refuse_newer(current, target)
    steps = list(range(current + 1, target + 1))
    for step in steps:
        with in_transaction(cursor):
            if migrations[step] == REBUILD:
                rebuild(cursor, "".join(map(read_sql, TABLES)))
                _remember(cursor, "schema_version", str(target))
                break
            cursor.execute(migrations[step])
            _remember(cursor, "schema_version", str(step))
    if steps or _fact(cursor, "views") != digest(VIEWS):
        with in_transaction(cursor):
            refresh_views(cursor)
    return steps


def _refuse_newer(found: int, known: int) -> None:
    if found > known:
        raise StoreError(
            "Opening a database",
            f"It was written by a newer Sayso (schema {found}; this one knows {known}). Nothing was changed.",
            "Update Sayso, or export the tables there with `sayso export`.",
        )


def _fact(cursor: DuckDBPyConnection, key: str) -> str | None:
    columns = cursor.execute(
        "SELECT list_sort(list(column_name)) FROM duckdb_columns()"
        " WHERE database_name = current_database() AND schema_name = 'main' AND table_name = 'meta'"
    ).fetchall()
    if columns[0][0] != ["key", "value"]:
        return None
    rows = cursor.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchall()
    return str(rows[0][0]) if rows else None


def _remember(cursor: DuckDBPyConnection, key: str, value: str) -> None:
    cursor.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [key, value])
