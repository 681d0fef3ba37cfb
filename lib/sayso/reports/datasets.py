"""The datasets of this process."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock

from sayso.errors import StoreError
from sayso.store.datasets import READ_ONLY, chosen_location, open_datasets
from sayso.store.hub import Database, Hub

__all__ = ["Database", "Hub", "close", "databases", "hub", "is_read_only"]

_opening = Lock()
_hubs: dict[tuple[Path, bool], Hub] = {}  # the latest last; one, but where tests change the place
_MOST_HUBS = 4
_is_closed = False


def is_read_only() -> bool:
    """Whether this process serves readers alone: nothing can be changed."""
    return bool(os.environ.get(READ_ONLY))


def _open(location: Path) -> Hub:
    for_readers = is_read_only()
    if other := _hubs.pop((location, not for_readers), None):
        other.close()
    hub = _hubs.pop((location, for_readers), None) or open_datasets(location)
    _hubs[location, for_readers] = hub
    while len(_hubs) > _MOST_HUBS:  # a file belongs to one at a time
        _hubs.pop(next(iter(_hubs))).close()
    return hub


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
        _let_go()


def _let_go() -> None:
    while _hubs:
        _hubs.popitem()[1].close()


def databases() -> dict[str, Database]:
    """Datasets by name, in the order of their titles."""
    return dict(sorted(hub().databases.items(), key=lambda item: item[1].title.casefold()))
