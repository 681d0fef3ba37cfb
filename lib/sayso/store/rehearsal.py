"""A change tried out and taken back: what would the answers be if it were made?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sayso.store.changes import Change
from sayso.store.database import Database
from sayso.store.inside import Inside, within


class _TakenBackError(Exception):
    """Ends a rehearsal."""


@contextmanager
def rehearse(database: Database) -> Iterator[tuple[Change, Inside]]:
    """A change to make, and the dataset to ask questions of; at the end nothing was changed or logged.

    Others who save meanwhile wait, so ask quickly. Raises StoreError if the dataset is open for reading only.
    """
    try:
        with database.transaction() as cursor:
            made = Change(cursor, "rehearsal")
            yield made, within(database, cursor)
            raise _TakenBackError
    except _TakenBackError:
        return
