"""The datasets of this process, and answers remembered until the data or the reader's scope changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sayso.store.datasets import chosen_location, open_datasets
from sayso.store.hub import Database, Hub
from sayso.views.answers import Answers

Result = TypeVar("Result")
_opening = Lock()
_answers = Answers()


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
    key = (function, id(database), database.state, args)
    answer: Result | None = _answers.get(key)
    if answer is None:
        answer = function(database, *args)
        _answers.keep(key, answer)
    return answer
