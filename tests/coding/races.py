"""Two people at once, on a real database file: races that are forced, not hoped for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from threading import Barrier
from typing import Any

import pytest
from duckdb import DuckDBPyConnection

from sayso.store.database import Database

PATIENCE = 60  # seconds


def meanwhile(patch: pytest.MonkeyPatch, deed: Callable[[], object]) -> None:
    """Let another thread do `deed`, whole, just before the next transaction begins: after all that was read till then."""
    begin, waiting = Database.transaction, [deed]

    def transaction(self: Database) -> AbstractContextManager[DuckDBPyConnection]:
        if waiting:
            with ThreadPoolExecutor(1) as other:
                other.submit(waiting.pop()).result(timeout=PATIENCE)
        return begin(self)

    patch.setattr(Database, "transaction", transaction)


def at_once(patch: pytest.MonkeyPatch, deeds: Sequence[Callable[[], Any]]) -> list[Any]:
    """Do all `deeds`, a thread each; none begins its transaction before all are about to. Returns what they return."""
    begin, barrier, left = Database.transaction, Barrier(len(deeds)), list(deeds)

    def transaction(self: Database) -> AbstractContextManager[DuckDBPyConnection]:
        if left:
            left.pop()
            barrier.wait(timeout=PATIENCE)
        return begin(self)

    patch.setattr(Database, "transaction", transaction)
    with ThreadPoolExecutor(len(deeds)) as threads:
        return [each.result(timeout=PATIENCE) for each in [threads.submit(deed) for deed in deeds]]
