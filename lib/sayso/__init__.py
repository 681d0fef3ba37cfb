"""Sayso: who said what, and where they stand, with the evidence one click away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sayso.model.version import VERSION as __version__

if TYPE_CHECKING:
    from sayso.dataset import Dataset

__all__ = ["__version__", "open"]


def open(path: str | Path, name: str | None = None) -> Dataset:
    """Open a dataset for Python: see `sayso.dataset.Dataset`."""
    from sayso.dataset import open_dataset  # pandas and DuckDB only when somebody opens something

    return open_dataset(path, name)
