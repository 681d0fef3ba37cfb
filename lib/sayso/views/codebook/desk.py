"""Where a coder works: the dataset, and who may change it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reports.datasets import Database
from sayso.reports.view import View

EDITOR = "codebook-editor"  # the container of the chosen entry's form


@dataclass(frozen=True)
class Desk:
    """The view, and the coder's name; None where nobody may change anything."""

    view: View
    by: str | None

    @property
    def database(self) -> Database:
        """The dataset."""
        return self.view.database
