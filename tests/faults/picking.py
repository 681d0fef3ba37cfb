"""A coder before a dataset, who picks what to work on by a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sayso.store.database import Database

Deed = Callable[[], object] | None
Value = TypeVar("Value")


class NothingError(Exception):
    """There is nothing in the dataset that the operation could be done with."""


@dataclass(frozen=True)
class Desk:
    """Who works, in which dataset, and the dice."""

    database: Database
    rng: random.Random
    coder: str

    def pick(self, sql: str) -> tuple[Any, ...]:
        """One of the rows at random. Raises NothingError if there is none."""
        rows = sorted(self.database.rows(sql), key=str)
        if not rows:
            raise NothingError
        return self.rng.choice(rows)

    def issue(self) -> str:
        """An issue of the codebook."""
        return str(self.pick("SELECT issue_id FROM issues")[0])

    def maybe(self, value: Value) -> Value | None:
        """The value, or nothing: most columns hold both."""
        return value if self.rng.random() < 0.4 else None

    def need(self, value: Value | None) -> Value:
        """The value. Raises NothingError if it is empty."""
        if not value:
            raise NothingError
        return value

    def ready(self, operation: Callable[[Desk], Deed]) -> Deed:
        """The deed, or None if there is nothing to do it with."""
        try:
            return operation(self)
        except NothingError:
            return None


def stance(rng: random.Random) -> int:
    """One of the five."""
    return rng.randint(-2, 2)
