"""The datasets of this process, and answers remembered until the data or the reader's scope changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sayso.store.datasets import chosen_location, open_datasets
from sayso.store.hub import Database, Hub

Result = TypeVar("Result")
_opening = Lock()


@lru_cache(maxsize=4)
def _open(location: Path) -> Hub:
    return open_datasets(location)


def hub() -> Hub:
    """Every dataset, opened once per process.

    Raises StoreError if there is none.
    """
    with _opening:  # two first visitors at once must not build the same file
        return _open(chosen_location())


def databases() -> dict[str, Database]:
    """Datasets by name, in the order of their titles."""
    return dict(sorted(hub().databases.items(), key=lambda item: item[1].title.casefold()))


def ask(function: Callable[..., Result], database: Database, *args: Any) -> Result:
    """`function(database, *args)`, remembered until the data changes. Never change a frame in place."""
    answer: Result = _remember(function, _Handle(database), database.version, args)
    return answer


class _Handle:
    """A database as a cache key: equal when it is the same one."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def __hash__(self) -> int:
        return id(self.database)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Handle) and other.database is self.database


# Small frames only (aggregates, one dataset's names): 512 of them stay in the low megabytes.
@lru_cache(maxsize=512)
def _remember(function: Callable[..., Any], handle: _Handle, version: str, args: tuple[Any, ...]) -> Any:
    return function(handle.database, *args)
