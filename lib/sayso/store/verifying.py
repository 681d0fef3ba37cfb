"""Whether a database is whole: every block readable, every row by the rules, the log and the tables at one."""

from __future__ import annotations

import tempfile
from pathlib import Path

import duckdb

from sayso.errors import StoreError
from sayso.store.check import check_package
from sayso.store.database import Database
from sayso.store.export import export_package
from sayso.store.replay import differences


def file_problems(database: Database) -> list[str]:
    """Everything wrong with an open dataset, one line each; an empty list is a clean bill.

    Raises StoreError if a part of the file cannot be read at all.
    """
    try:
        with database.cursor() as cursor:
            for (table,) in cursor.execute(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
            ).fetchall():
                cursor.execute(f'SELECT count(COLUMNS(*)) FROM "{table}"').fetchall()
            lines = [str(each) for each in differences(cursor)]
        with tempfile.TemporaryDirectory(prefix="sayso-") as place:
            folder = export_package(database, Path(place, "package"))
            lines += map(str, check_package(folder))
    except duckdb.Error as error:
        raise StoreError(
            f"Checking {database.title}",
            f"A part of the file cannot be read: {str(error).splitlines()[0]}",
            "Restore a backup to a new file: sayso restore. What can still be read, sayso export may write.",
        ) from error
    return lines
