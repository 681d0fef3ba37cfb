"""A database file written beside its place and put there by a rename, by whoever holds the file's lock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from sayso.store.atomic import sync
from sayso.store.connection import log_of

_MARK = ".building-"


@contextmanager
def building(target: Path) -> Iterator[Path]:
    """A path for the new file, which becomes `target` if the block ends well. Raises OSError."""
    sweep(target)
    path = target.with_name(f"{target.name}{_MARK}{uuid4().hex[:8]}")
    try:
        yield path
        sync(path)
        # The log of the file that is replaced must not be read with the new one: what it held is in the file by now.
        log_of(target).unlink(missing_ok=True)
        os.replace(path, target)
        sync(target.parent)
    finally:
        for each in (path, log_of(path)):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def sweep(target: Path) -> None:
    """Remove what builders that were killed left beside `target`: we hold its lock, so none is alive."""
    for path in target.parent.iterdir():
        if path.name.startswith(f"{target.name}{_MARK}"):
            with suppress(OSError):
                path.unlink()
