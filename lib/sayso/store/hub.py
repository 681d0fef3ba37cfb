"""The process's one DuckDB connection, with every dataset attached to it: a cursor per query."""

from __future__ import annotations

import os
import shutil
import tempfile
from itertools import count
from pathlib import Path

import duckdb

from sayso.errors import StoreError
from sayso.store import load, schema
from sayso.store.database import Database
from sayso.store.locking import LockedError, is_locked

__all__ = ["Database", "Hub", "LockedError"]

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,  # a table name never means a Python variable
}


class Hub:
    """Opens datasets on one in-memory connection and then locks it down."""

    def __init__(self) -> None:
        self._connection = duckdb.connect(":memory:", config=_SETTINGS)
        self._numbers = count()
        self._copies: list[tempfile.TemporaryDirectory[str]] = []
        self._adopted: list[Hub] = []
        self.databases: dict[str, Database] = {}

    def attach(self, path: Path, name: str | None = None) -> Database:
        """Open the database file `path` under `name` (default: the file's stem).

        An older file is brought up to date; where that can't be written, in a temporary copy.
        Raises StoreError if it is missing, open in another program, or not Sayso's.
        """
        if not path.is_file():
            raise StoreError("Opening a database", f"There is no file {path}.", "Check the path you gave.")
        is_writable = is_writable_file(path)
        alias = self._attach(path, path, read_only=not is_writable)
        try:
            if not is_writable and not self._is_current(alias):
                self._detach(alias)
                alias = self._attach(path, self._copy(path), read_only=False)
            if not self._is_current(alias):
                self._migrate(alias)
        except (StoreError, duckdb.Error) as error:
            self._detach(alias)
            raise _as_store_error(path, error) from error
        return self._add(name or path.stem, alias, is_writable=is_writable, path=path)

    def adopt(self, path: Path) -> Database:
        """Open a file that was made after `lock_down`: on a connection of its own, locked down as well.

        Raises StoreError as `attach` does.
        """
        own = Hub()
        try:
            database = own.attach(path)
            own.lock_down()
        except Exception:
            own.close()
            raise
        self._adopted.append(own)
        self.databases[database.name] = database
        return database

    def load_into_memory(self, folder: Path, name: str, notice: str) -> Database:
        """Build the package in `folder` inside this process: nothing is written to disk."""
        alias = f"dataset_{next(self._numbers)}"
        self._connection.execute(f"ATTACH ':memory:' AS {alias}")
        with self._connection.cursor() as cursor:
            load.fill(cursor, alias, folder)
        return self._add(name, alias, is_writable=True, notice=notice)

    def lock_down(self) -> None:
        """From here on no query may read files, attach databases or change settings."""
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def close(self) -> None:
        """Close the connection and every dataset on it, and those that were adopted."""
        while self._adopted:
            self._adopted.pop().close()
        self._connection.close()
        self.databases.clear()
        while self._copies:
            self._copies.pop().cleanup()

    def _attach(self, path: Path, file: Path, *, read_only: bool) -> str:
        alias = f"dataset_{next(self._numbers)}"
        options = "(READ_ONLY)" if read_only else ""
        try:
            self._connection.execute(f"ATTACH '{load.quoted(file)}' AS {alias} {options}")
        except duckdb.Error as error:
            raise _as_store_error(path, error) from error
        return alias

    def _detach(self, alias: str) -> None:
        self._connection.execute(f"DETACH DATABASE IF EXISTS {alias}")

    def _is_current(self, alias: str) -> bool:
        with self._connection.cursor() as cursor:
            cursor.execute(f"USE {alias}")
            return schema.is_current(cursor)

    def _migrate(self, alias: str) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(f"USE {alias}")
            schema.migrate(cursor)

    def _copy(self, path: Path) -> Path:
        kept = tempfile.TemporaryDirectory(prefix="sayso-")
        self._copies.append(kept)
        for source in (path, path.with_name(f"{path.name}.wal")):
            if source.is_file():
                shutil.copyfile(source, Path(kept.name, source.name))
        return Path(kept.name, path.name)

    def _add(
        self, name: str, alias: str, *, is_writable: bool, notice: str = "", path: Path | None = None
    ) -> Database:
        database = Database(name, name, self._connection, is_writable, notice, alias, path)
        facts = dict(
            database.rows(
                "SELECT key,"
                " CASE key WHEN $descriptor THEN json_extract_string(value, '$.title') ELSE value END"
                " FROM meta WHERE key IN ($descriptor, $digest)",
                {"descriptor": load.META_DESCRIPTOR, "digest": load.META_DIGEST},
            )
        )
        database.title = facts.get(load.META_DESCRIPTOR) or name
        database.digest = facts.get(load.META_DIGEST) or name
        self.databases[name] = database
        return database


def is_writable_file(path: Path) -> bool:
    """Whether `path` and its log may be written. (Opening it to see would drop DuckDB's own lock.)"""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _as_store_error(path: Path, error: Exception) -> StoreError:
    if isinstance(error, StoreError):
        return StoreError(f"Opening {path.name}", error.message, error.next_step)
    if is_locked(error):
        return LockedError(path, error)
    return StoreError(
        f"Opening {path.name}",
        f"DuckDB cannot read it: {str(error).splitlines()[0]}",
        "Check that it is a Sayso database; if it is damaged, restore a copy or load the package again.",
    )
