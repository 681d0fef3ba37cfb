"""The datasets of one process: each file on a locked-down DuckDB of its own, a cursor per query."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.store import load, schema
from sayso.store.backups import keep_before_recovery, sweep_copies
from sayso.store.connection import ALIAS, connect, log_of, open_file
from sayso.store.database import Database, in_transaction
from sayso.store.keeper import Keeper
from sayso.store.locking import FileLock, LockedError
from sayso.store.old_file import as_store_error
from sayso.store.package import read_about
from sayso.store.renewal import condition, renew
from sayso.store.workplace import sweep_folder

__all__ = ["Database", "Hub", "LockedError"]


class Hub:
    """Opens datasets, keeps them, and closes them so that each file holds all that was saved."""

    def __init__(self) -> None:
        self.databases: dict[str, Database] = {}
        self.left_out: list[StoreError] = []  # why files beside them are not open
        self._locks: list[FileLock] = []
        self._keepers: list[Keeper] = []
        self._announced: tuple[str, str] | None = None
        self._has_backups = False
        self._closing = ExitStack()
        atexit.register(self.close)  # a command or a notebook that ends without a word

    def attach(self, path: Path, name: str | None = None, *, read_only: bool = False) -> Database:
        """Open the database file `path` under `name` (default: the file's stem).

        An older file is written anew; for reading only, or where it can't be written, in a temporary copy.
        Raises StoreError if it is missing, open in another program, or not Sayso's.
        """
        if not path.is_file():
            raise StoreError("Opening a database", f"There is no file {path}.", "Check the path you gave.")
        name = name or path.stem
        with ExitStack() as stack:
            notice = ""
            if is_writable := not read_only and is_writable_file(path):
                lock = FileLock(path, keeps=True)
                stack.callback(lock.release)
                sweep_folder(path.parent)
                sweep_copies(path)
                keep_before_recovery(path)
                state = condition(path)
                if state.needs_renewal:
                    notice = renew(path)
                connection = _connected(stack, path, read_only=False)
                if not (state.needs_renewal or state.has_own_views):
                    _refresh_views(path, connection)
            else:
                connection = _connected(stack, self._current(path), read_only=True)
            database = self._add(name, connection, is_writable=is_writable, notice=notice, path=path)
            stack.callback(database.close)
            if is_writable:
                keeper = Keeper(database)
                stack.callback(keeper.stop)
                self._take_in(lock, keeper)
            self._closing.push(stack.pop_all())
        return database

    def load_into_memory(self, folder: Path, name: str, notice: str, *, is_writable: bool = True) -> Database:
        """Build the package in `folder` inside this process: nothing is written to disk."""
        with ExitStack() as stack:
            connection = connect(n_bytes=load.size(folder))
            stack.callback(connection.close)
            connection.execute(f"ATTACH ':memory:' AS {ALIAS}")
            with connection.cursor() as cursor:
                load.fill(cursor, ALIAS, folder)
            database = self._add(name, connection, is_writable=is_writable, notice=notice)
            stack.callback(database.close)
            self._closing.push(stack.pop_all())
        return database

    def announce(self, address: str, token: str) -> None:
        """Say in every file's lock where this process takes commands."""
        self._announced = address, token
        for lock in self._locks:
            lock.announce(address, token)

    def schedule_backups(self) -> None:
        """From here on make dated copies of what is worked on, while it is open."""
        self._has_backups = True
        for keeper in self._keepers:
            keeper.schedule_backups()

    def close(self) -> None:
        """Close every dataset: what was saved is in its file afterwards, and nothing is left beside it."""
        atexit.unregister(self.close)
        self._closing.close()
        self._locks.clear()
        self._keepers.clear()
        self.databases.clear()

    def _take_in(self, lock: FileLock, keeper: Keeper) -> None:
        """A file that is opened later is announced and backed up like those that were open before."""
        self._locks.append(lock)
        self._keepers.append(keeper)
        if self._announced:
            lock.announce(*self._announced)
        if self._has_backups:
            keeper.schedule_backups()

    def _current(self, path: Path) -> Path:
        """`path` itself if it can be read as it is, else a copy of it in the newest schema."""
        state = condition(path)
        if state.has_own_views and not state.needs_renewal:
            return path
        folder = tempfile.TemporaryDirectory(prefix="sayso-")
        self._closing.callback(folder.cleanup)
        copy = Path(folder.name, path.name)
        for source, target in ((path, copy), (log_of(path), log_of(copy))):
            if source.is_file():
                shutil.copyfile(source, target)
        if state.needs_renewal:
            renew(copy, backup=False)
        else:
            with open_file(copy, read_only=False) as connection:
                _refresh_views(copy, connection)
        return copy

    def _add(
        self,
        name: str,
        connection: DuckDBPyConnection,
        *,
        is_writable: bool,
        notice: str = "",
        path: Path | None = None,
    ) -> Database:
        database = Database(name, name, connection, is_writable, notice, path)
        facts = dict(
            database.rows(
                "SELECT key, value FROM meta WHERE key IN ($1, $2, $3)",
                [load.META_DESCRIPTOR, load.META_DIGEST, load.META_DATA],
            )
        )
        database.title = read_about(facts.get(load.META_DESCRIPTOR, "")).get("title") or name
        database.digest = facts.get(load.META_DATA) or facts.get(load.META_DIGEST) or name
        self.databases[name] = database
        return database


def is_writable_file(path: Path) -> bool:
    """Whether `path` and its log may be written. (Opening it to see would drop DuckDB's own lock.)"""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connected(stack: ExitStack, path: Path, *, read_only: bool) -> DuckDBPyConnection:
    try:
        connection = open_file(path, read_only=read_only)
    except duckdb.Error as error:
        raise as_store_error(path, error) from error
    stack.callback(connection.close)
    return connection


def _refresh_views(path: Path, connection: DuckDBPyConnection) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"USE {ALIAS}")
            with in_transaction(cursor):
                schema.refresh_views(cursor)
    except duckdb.Error as error:
        raise as_store_error(path, error) from error
