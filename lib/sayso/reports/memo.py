"""Answers remembered until the data change, within a bound: the least recently used go when all grow too large."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from threading import Lock
from typing import Any, TypeVar
from weakref import ref

import pandas as pd

from sayso.store.hub import Database

Result = TypeVar("Result")
LARGEST_TOTAL = 64_000_000
_SMALL = 2_000


class Answers:
    """A cache bounded in bytes, safe to share between threads."""

    def __init__(self, largest_total: int = LARGEST_TOTAL) -> None:
        self._largest_total = largest_total
        self._total = 0
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable) -> Any | None:
        """What was kept under `key`, or None."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return None if found is None else found[0]

    def keep(self, key: Hashable, answer: Any) -> None:
        """Keep `answer`, unless it alone is larger than the bound."""
        size = bytes_of(answer)
        if size > self._largest_total:
            return
        with self._lock:
            _, before = self._kept.pop(key, (None, 0))
            self._kept[key] = answer, size
            self._total += size - before
            while self._total > self._largest_total:
                _, (_, gone) = self._kept.popitem(last=False)
                self._total -= gone


def bytes_of(answer: Any) -> int:
    """Roughly what `answer` takes in memory: frames are measured, also within dataclasses; the rest is small."""
    if isinstance(answer, pd.DataFrame):
        return int(answer.memory_usage(deep=True).sum())
    if is_dataclass(answer) and not isinstance(answer, type):
        parts = (getattr(answer, part.name) for part in fields(answer))
        return _SMALL + sum(
            bytes_of(part) for part in parts if is_dataclass(part) or isinstance(part, pd.DataFrame)
        )
    return _SMALL


_answers = Answers()


def ask(function: Callable[..., Result], database: Database, *args: Any) -> Result:
    """`function(database, *args)`, remembered until the data changes. Never change a frame in place."""
    key = (function, ref(database), database.state, args)  # an id would be given again to the next one
    answer: Result | None = _answers.get(key)
    if answer is None:
        answer = function(database, *args)
        _answers.keep(key, answer)
    return answer
