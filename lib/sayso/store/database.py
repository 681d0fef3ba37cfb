"""One open dataset: every query on a cursor of its own, every change in a transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any

import duckdb
import pandas as pd
from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.store.catalog import BRIEFING_TABLES
from sayso.store.connection import ALIAS, attach

Params = Mapping[str, Any] | Sequence[Any]
_log = logging.getLogger(__name__)


@dataclass(eq=False)  # each is itself alone, whatever it holds
class Database:
    """One dataset. Safe to share between threads: every call takes a cursor of its own."""

    name: str
    title: str
    connection: DuckDBPyConnection
    is_writable: bool
    notice: str = ""
    path: Path | None = None  # the file it lives in; None when it lives in memory
    digest: str = ""  # hash of the data of the package it was built from
    written: Callable[[], None] | None = field(default=None, repr=False)  # called after every write
    _changes: int = field(default=0, repr=False)
    _version: str | None = field(default=None, repr=False)
    _writing: RLock = field(default_factory=RLock, repr=False)
    _is_closed: bool = field(default=False, repr=False)

    @property
    def version(self) -> str:
        """The data's version: the package it was built from and how often it was changed since."""
        if self._version is None:
            changed = self.rows(
                "SELECT count(DISTINCT change_id) FROM changes_made"
                " WHERE action NOT IN ('searched', 'reviewed', 'attached') AND NOT list_contains($apart, table_name)",
                {"apart": ["overlays", *BRIEFING_TABLES]},
            )
            self._version = f"{(self.digest or self.name)[:12]}.{changed[0][0]}"
        return self._version

    @property
    def state(self) -> tuple[str, int]:
        """Differs after every write of this process: what cached answers are keyed on."""
        return self.name, self._changes

    def frame(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """The rows of a query as a frame; `params` are bound by name."""
        with self.cursor() as cursor:
            return cursor.execute(sql, dict(params or {})).df()

    def rows(self, sql: str, params: Params | None = None) -> list[tuple[Any, ...]]:
        """The rows of a query as tuples; `params` are bound by name or in order."""
        with self.cursor() as cursor:
            return cursor.execute(sql, params if params is not None else []).fetchall()

    @contextmanager
    def cursor(self) -> Iterator[DuckDBPyConnection]:
        """A cursor whose current database is this one, closed at the end."""
        cursor = self.connection.cursor()
        try:
            try:
                cursor.execute(f"USE {ALIAS}")
            except (
                duckdb.Error
            ):  # DuckDB gives a file up when the disk was full in the middle of a checkpoint
                self._attach_again()
                cursor.execute(f"USE {ALIAS}")
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def transaction(self) -> Iterator[DuckDBPyConnection]:
        """A cursor in a transaction: committed at the end, rolled back on any error. One at a time.

        Raises StoreError if the dataset is open for reading only, is being closed, or cannot be written.
        """
        if not self.is_writable:
            raise StoreError(
                f"Changing {self.title}",
                "This dataset is open for reading only. Nothing was changed.",
                "Copy its file to a folder that you may write to and open the copy.",
            )
        with self._writing:
            if self._is_closed:
                raise StoreError(
                    f"Changing {self.title}",
                    "Sayso is stopping. Nothing was changed.",
                    "Start it again and repeat your last step.",
                )
            try:
                with self.cursor() as cursor, in_transaction(cursor):
                    yield cursor
            except (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException) as error:
                raise self._not_written(error) from error
        self._changes += 1
        self._version = None
        if self.written:
            self.written()

    def own_changes(self) -> int:
        """How many changes were made here that no package brought."""
        rows = self.rows(
            "SELECT count(DISTINCT change_id) FROM changes_made WHERE sequence >"
            " coalesce((SELECT value::INTEGER FROM meta WHERE key = 'package_sequence'), 0)"
        )
        return int(rows[0][0])

    def checkpoint(self) -> None:
        """Put what was saved into the file itself, so that a copy of it holds everything.

        Raises StoreError if the file cannot be written; what was saved then stays in the log beside it.
        """
        if self.path is None or not self.is_writable:
            return
        with self._writing, self.cursor() as cursor:
            if self._is_closed:
                return
            try:
                cursor.execute(f"FORCE CHECKPOINT {ALIAS}")  # waits for those who read
            except duckdb.Error as error:
                raise self._not_written(error) from error

    @contextmanager
    def whole_file(self) -> Iterator[Path]:
        """The file, holding everything that was saved, while nobody writes. Raises as `checkpoint` does."""
        assert self.path is not None
        with self._writing:
            self.checkpoint()
            yield self.path

    def close(self) -> None:
        """Wait for the change that is being saved, put everything into the file, and let go of it."""
        with self._writing:
            if self._is_closed:
                return
            try:
                self.checkpoint()
            except (
                StoreError,
                duckdb.Error,
            ) as error:  # it is in the log, and in the file at the next opening
                _log.warning("%s", error)
            self._is_closed = True
            self.connection.close()

    def _attach_again(self) -> None:
        """Open the file anew on the same connection. Raises StoreError if that fails too."""
        if self.path is None or self._is_closed:
            return
        with self._writing, self.connection.cursor() as cursor:
            try:
                with suppress(duckdb.Error):
                    cursor.execute(f"USE {ALIAS}")
                    return  # another thread was faster
                cursor.execute(f"DETACH DATABASE IF EXISTS {ALIAS}")
                attach(cursor, self.path, options="" if self.is_writable else "READ_ONLY")
            except duckdb.Error as error:
                raise self._not_written(error) from error

    def _not_written(self, error: duckdb.Error) -> StoreError:
        line = str(error).splitlines()[0].rstrip(". ")
        return StoreError(
            f"Changing {self.title}",
            f"It could not be saved: {line}. What was saved before is kept.",
            "See that the disk has room and the folder can be written, then try again.",
        )


@contextmanager
def in_transaction(cursor: DuckDBPyConnection) -> Iterator[None]:
    """BEGIN, then COMMIT, or ROLLBACK on any error."""
    cursor.execute("BEGIN")
    try:
        yield
        cursor.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):  # a failed COMMIT has rolled back already
            cursor.execute("ROLLBACK")
        raise
