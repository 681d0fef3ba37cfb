"""A database file written beside its place and put there by a rename, by whoever holds the file's lock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.store.atomic import replacing
from sayso.store.connection import log_of


@contextmanager
def building(target: Path) -> Iterator[Path]:
    """A path for the new file, which becomes `target` if the block ends well. Raises OSError."""
    with replacing(target) as path:
        yield path
        # The log of the file that is replaced must not be read with the new one: what it held is in the file by now.
        log_of(target).unlink(missing_ok=True)
