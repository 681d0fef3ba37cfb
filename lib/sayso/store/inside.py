"""A dataset as one transaction sees it: every question asked of it is answered as of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields

from duckdb import DuckDBPyConnection

from sayso.store.database import Database, in_transaction


@dataclass(eq=False)
class Inside(Database):
    """The dataset within the transaction of `inside`."""

    inside: DuckDBPyConnection | None = None

    @contextmanager
    def cursor(self) -> Iterator[DuckDBPyConnection]:
        """The transaction's own cursor."""
        assert self.inside is not None
        yield self.inside


def within(database: Database, cursor: DuckDBPyConnection) -> Inside:
    """`database` as the transaction that is open on `cursor` sees it."""
    same = {field.name: getattr(database, field.name) for field in fields(Database) if field.init}
    return Inside(**same, inside=cursor)


@contextmanager
def snapshot(database: Database) -> Iterator[Inside]:
    """The dataset as it is now, whatever others save meanwhile. For reading."""
    with database.cursor() as cursor, in_transaction(cursor):
        yield within(database, cursor)
