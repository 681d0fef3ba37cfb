"""Whoever answers questions: an open dataset as it was last saved, or a change as it stands inside its transaction."""

from __future__ import annotations

from typing import Any, Protocol

from sayso.store.database import Params


class Reader(Protocol):
    """A `Database` or a `Change`. What a change is decided on is read through the change itself."""

    def rows(self, sql: str, params: Params | None = None) -> list[tuple[Any, ...]]:
        """The rows of a query as tuples; `params` are bound by name or in order."""
        ...
