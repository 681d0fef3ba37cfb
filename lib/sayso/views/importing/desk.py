"""What a format's tab works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.reports.datasets import Database
from sayso.reports.view import View


@dataclass(frozen=True)
class Desk:
    """The view, and who imports."""

    view: View
    by: str

    @property
    def database(self) -> Database:
        """The open dataset."""
        return self.view.database


@dataclass(frozen=True)
class Format:
    """A tab of the page: its `label` stands in the address bar, `show` draws it."""

    label: str
    show: Callable[[Desk], None]
