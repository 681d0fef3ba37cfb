"""The datasets that ship, opened once in memory; and what a dataset holds, to compare before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from sayso.store.changes import tables
from sayso.store.database import Database
from sayso.store.hub import Hub
from tests.conftest import REPOSITORY

OpenShipped = Callable[[str], Database]
Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def open_shipped() -> Iterator[OpenShipped]:
    """`open_shipped("harbour-debate")`: the same one for all tests, which leave it as they found it."""
    hub = Hub()

    @cache
    def opened(name: str) -> Database:
        return hub.load_into_memory(REPOSITORY / "data" / name, name, "")

    yield opened
    hub.close()


def content(database: Database) -> Content:
    """Every row of every table but the log."""
    names = [name for name in tables() if name != "revisions"]
    return {name: database.rows(f"SELECT * FROM {name} ORDER BY ALL") for name in names}
