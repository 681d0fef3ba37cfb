"""A change tried out and taken back: what would the answers be if it were made?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields

from duckdb import DuckDBPyConnection

from sayso.store.changes import Change
from sayso.store.database import Database


@dataclass
class Rehearsed(Database):
    """The dataset as it is inside a transaction."""

    inside: DuckDBPyConnection | None = None

    @contextmanager
    def cursor(self) -> Iterator[DuckDBPyConnection]:
        """The transaction's own cursor: no other sees what was changed."""
        assert self.inside is not None
        yield self.inside


def inside(database: Database, made: Change) -> Rehearsed:
    """The dataset as it stands inside an open change, for questions that need more than rows."""
    same = {field.name: getattr(database, field.name) for field in fields(Database) if field.init}
    return Rehearsed(**same, inside=made.cursor)


class _TakenBackError(Exception):
    """Ends a rehearsal."""


@contextmanager
def rehearse(database: Database) -> Iterator[tuple[Change, Rehearsed]]:
    """A change to make, and the dataset to ask questions of; at the end nothing was changed or logged.

    Others who save meanwhile wait, so ask quickly. Raises StoreError if the dataset is open for reading only.
    """
    try:
        with database.transaction() as cursor:
            made = Change(cursor, "rehearsal")
            yield made, inside(database, made)
            raise _TakenBackError
    except _TakenBackError:
        return
