"""A database of an older schema made anew in the newest: DuckDB can neither drop a foreign key nor change an enumeration."""

from __future__ import annotations

from duckdb import DuckDBPyConnection

from sayso.store.catalog import ID_TABLES

_HERE = "database_name = current_database() AND schema_name = 'main'"


def rebuild(cursor: DuckDBPyConnection, schema: str) -> None:
    """Take every row out, create the tables by `schema`, put the rows back by column name. In a transaction of the caller's.

    Tables and columns that the newest schema lacks are gone afterwards; those that are new are empty, ids excepted.
    """
    old = [
        name
        for (name,) in cursor.execute(
            f"SELECT table_name FROM duckdb_tables() WHERE {_HERE} ORDER BY table_oid"
        ).fetchall()
    ]
    for table in old:
        cursor.execute(f"CREATE TEMP TABLE old_{table} AS SELECT {_plain(cursor, table)} FROM {table}")
    for (view,) in cursor.execute(
        f"SELECT view_name FROM duckdb_views() WHERE {_HERE} AND NOT internal"
    ).fetchall():
        cursor.execute(f"DROP VIEW {view}")
    for table in reversed(old):  # what refers to another table was made after it
        cursor.execute(f"DROP TABLE {table}")
    for (kind,) in cursor.execute(
        f"SELECT type_name FROM duckdb_types() WHERE {_HERE} AND NOT internal"
    ).fetchall():
        cursor.execute(f"DROP TYPE {kind}")
    cursor.execute(schema)
    for ids, table in ID_TABLES.items():
        if ids not in old and table in old:
            key = ids.removesuffix("s")
            cursor.execute(f"INSERT INTO {ids} SELECT {key} FROM old_{table}")
    new = {
        name for (name,) in cursor.execute(f"SELECT table_name FROM duckdb_tables() WHERE {_HERE}").fetchall()
    }
    for table in old:
        if table in new:
            cursor.execute(
                f"INSERT INTO {table} BY NAME SELECT {_shared(cursor, table)} FROM temp.old_{table}"
            )
        cursor.execute(f"DROP TABLE temp.old_{table}")


def _plain(cursor: DuckDBPyConnection, table: str) -> str:
    """The table's columns, enumerations as text: the newest schema may have other values."""
    columns = cursor.execute(
        f"SELECT column_name, data_type FROM duckdb_columns() WHERE {_HERE} AND table_name = ? ORDER BY column_index",
        [table],
    ).fetchall()
    return ", ".join(
        f'"{name}"::VARCHAR{"[]" if type_.endswith("[]") else ""} AS "{name}"'
        if type_.startswith("ENUM")
        else f'"{name}"'
        for name, type_ in columns
    )


def _shared(cursor: DuckDBPyConnection, table: str) -> str:
    """The columns that the table has in both schemas."""
    rows = cursor.execute(
        f"SELECT column_name FROM duckdb_columns() WHERE {_HERE} AND table_name = $table AND column_name IN"
        " (SELECT column_name FROM duckdb_columns() WHERE database_name = 'temp' AND table_name = 'old_' || $table)"
        " ORDER BY column_index",
        {"table": table},
    ).fetchall()
    return ", ".join(f'"{name}"' for (name,) in rows)
