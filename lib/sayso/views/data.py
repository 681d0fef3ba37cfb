"""The datasets of this process, and answers remembered until the data or the reader's scope changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakSet

from sayso.errors import StoreError
from sayso.store.datasets import chosen_location, open_datasets
from sayso.store.hub import Database, Hub
from sayso.views.answers import Answers

Result = TypeVar("Result")
_opening = Lock()
_opened: WeakSet[Hub] = WeakSet()
_is_closed = False
_answers = Answers()


@lru_cache(maxsize=4)
def _open(location: Path) -> Hub:
    opened = open_datasets(location)
    _opened.add(opened)
    return opened


def hub() -> Hub:
    """Every dataset, opened once per process.

    Raises StoreError if there is none, or the process is about to end.
    """
    with _opening:  # two first visitors at once must not build the same file
        if _is_closed:
            raise StoreError(
                "Opening the datasets",
                "Sayso is stopping. What was saved is in its file.",
                "Start it again, then reload this page.",
            )
        return _open(chosen_location())


def close() -> None:
    """Close every dataset for good: what was written is then in their files, and none is opened again."""
    global _is_closed
    with _opening:
        _is_closed = True
        hubs = list(_opened)  # held here: nobody else may
        _open.cache_clear()
        for opened in hubs:
            opened.close()


def databases() -> dict[str, Database]:
    """Datasets by name, in the order of their titles."""
    return dict(sorted(hub().databases.items(), key=lambda item: item[1].title.casefold()))


def ask(function: Callable[..., Result], database: Database, *args: Any) -> Result:
    """`function(database, *args)`, remembered until the data changes. Never change a frame in place."""
    key = (function, id(database), database.state, args)
    answer: Result | None = _answers.get(key)
    if answer is None:
        answer = function(database, *args)
        _answers.keep(key, answer)
    return answer
