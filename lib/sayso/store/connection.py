"""One database file on a DuckDB of its own, which reaches nothing else: no other file, setting or extension."""

from __future__ import annotations

from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

ALIAS = "dataset"  # what the file is attached as; a dataset's own name may hold any character
# Files that DuckDB 1.5 and 2 both read. From v1.3.0 on, replaying the log loses text that was put into an
# empty cell (all versions we support). Small blocks, because a dataset has many short columns.
STORAGE_VERSION = (1, 2, 0)
STORAGE = f"STORAGE_VERSION 'v{'.'.join(map(str, STORAGE_VERSION))}', BLOCK_SIZE 16384"
# What DuckDB writes beside a database file.
LOG = ".wal"
_BESIDE = (LOG, f"{LOG}.checkpoint", f"{LOG}.recovery")
# Below this one thread is about as fast as two and takes a fifth to a third less of the machine: DuckDB shares out
# row groups of 122,880 rows, and some 100,000 statements with their articles' text fill the file so far.
SMALL = 64_000_000
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,  # a table name never means a Python variable
}


def connect(*files: Path, n_bytes: int = 0) -> DuckDBPyConnection:
    """A DuckDB in memory that may open `files` and nothing else, whatever a view or macro in them asks for.

    `n_bytes` is what will go in beside what the files hold: much data gets as many threads as the machine has.
    """
    size = n_bytes + sum(file.stat().st_size for file in files if file.is_file())
    threads = {"threads": 1} if size < SMALL else {}
    connection = duckdb.connect(":memory:", config=_SETTINGS | threads)
    paths = [f"{file}{suffix}" for file in files for suffix in ("", *_BESIDE)]
    connection.execute("SET allowed_paths = ?", [paths])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def attach(connection: DuckDBPyConnection, file: Path, alias: str = ALIAS, options: str = "") -> None:
    """Attach `file`, which the connection must have been made for, as `alias`."""
    connection.execute(f"ATTACH '{quoted(file)}' AS {alias} {f'({options})' if options else ''}")


def open_file(file: Path, *, read_only: bool) -> DuckDBPyConnection:
    """A connection of its own to an existing database file, whose current database it is. Raises duckdb.Error."""
    connection = connect(file)
    try:
        attach(connection, file, options="READ_ONLY" if read_only else "")
        connection.execute(f"USE {ALIAS}")
    except duckdb.Error:
        connection.close()
        raise
    return connection


def storage_version(connection: DuckDBPyConnection, alias: str = ALIAS) -> tuple[int, ...]:
    """The storage version of an attached file, as numbers: (1, 5, 0)."""
    rows = connection.execute(
        "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = ?", [alias]
    ).fetchall()
    text = str(rows[0][0] or "").strip("v+ ").split("+")[0]
    return tuple(int(part) for part in text.split(".") if part.isdecimal())


def log_of(file: Path) -> Path:
    """Where DuckDB keeps what was saved and is not yet in the file itself."""
    return file.with_name(f"{file.name}{LOG}")


def quoted(path: Path) -> str:
    """ATTACH takes no bound parameter: a path is quoted as a literal instead."""
    return str(path).replace("'", "''")
