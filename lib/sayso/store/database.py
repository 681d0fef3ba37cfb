"""One open dataset: every query on a cursor of its own, every change in a transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd
from duckdb import DuckDBPyConnection

from sayso.errors import StoreError

Params = Mapping[str, Any] | Sequence[Any]


@dataclass
class Database:
    """One dataset. Safe to share between threads: every call takes a cursor of its own."""

    name: str
    title: str
    connection: DuckDBPyConnection
    is_writable: bool
    notice: str = ""
    alias: str = ""  # what it is attached as; a dataset's own name may hold any character
    path: Path | None = None  # the file it lives in; None when it lives in memory
    digest: str = ""  # hash of the package it was built from
    _changes: int = field(default=0, repr=False)
    _version: str | None = field(default=None, repr=False)
    _writing: Lock = field(default_factory=Lock, repr=False)

    @property
    def version(self) -> str:
        """The data's version: the package it was built from and how often it was changed since."""
        if self._version is None:
            changed = self.rows(
                "SELECT count(DISTINCT change_id) FROM changes_made WHERE action NOT IN ('searched', 'reviewed')"
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
            cursor.execute(f'USE "{self.alias or self.name}"')
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def transaction(self) -> Iterator[DuckDBPyConnection]:
        """A cursor in a transaction: committed at the end, rolled back on any error. One at a time.

        Raises StoreError if the dataset is open for reading only.
        """
        if not self.is_writable:
            raise StoreError(
                f"Changing {self.title}",
                "This dataset is open for reading only. Nothing was changed.",
                "Copy its file to a folder that you may write to and open the copy.",
            )
        with self._writing, self.cursor() as cursor, in_transaction(cursor):
            yield cursor
        self._changes += 1
        self._version = None


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
