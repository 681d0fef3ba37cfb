"""An empty dataset started beside those that are open."""

from __future__ import annotations

from sayso.reports import datasets
from sayso.store.datasets import start_dataset, started_folder
from sayso.store.hub import Database

__all__ = ["start", "started_folder"]


def start(title: str) -> Database:
    """Make an empty dataset about `title`, and open it. Raises StoreError as `store.datasets.start_dataset` does."""
    return start_dataset(datasets.hub(), title)
