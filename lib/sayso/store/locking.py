"""Who has a database file: DuckDB's own lock recognised, and one builder at a time."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from sayso.errors import StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# How DuckDB words it: another process on POSIX, on Windows, and another handle in this process.
_SIGNS = ("could not set lock", "being used by another process", "file handle conflict")


class LockedError(StoreError):
    """Another program has the database open."""

    def __init__(self, path: Path, cause: Exception) -> None:
        process = re.search(r"PID (\d+)", str(cause))
        who = f"Another program (process {process.group(1)})" if process else "Another program"
        super().__init__(
            f"Opening {path.name}",
            f"{who} has it open. Nothing was changed.",
            "Close the other program (a running Sayso, perhaps) and try again.",
        )


class NotWritableError(StoreError):
    """The folder of a database cannot be written."""

    def __init__(self, path: Path, cause: Exception) -> None:
        super().__init__(
            f"Writing {path.name}",
            f"The folder {path.parent} cannot be written: {cause}",
            "Choose a folder that exists and that you may write to.",
        )


def is_locked(error: Exception) -> bool:
    """Whether a DuckDB error says that the file is open elsewhere, rather than damaged."""
    text = str(error).lower()
    return any(sign in text for sign in _SIGNS)


@contextmanager
def build_lock(target: Path) -> Iterator[None]:
    """Wait until no other process builds `target`. A killed process lets go by itself.

    Raises NotWritableError if the folder cannot be written.
    """
    beside = target.with_name(f"{target.name}.lock")
    try:
        handle = _taken(beside)
    except OSError as error:
        raise NotWritableError(target, error) from error
    try:
        yield
    finally:
        with suppress(OSError):  # Windows refuses while it is open
            beside.unlink()
        handle.close()


def _taken(path: Path) -> IO[bytes]:
    while True:
        handle = path.open("ab")
        try:
            _wait(handle)
            # Whoever had it removed the file when done: a lock on a removed file excludes nobody.
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(handle.fileno()), path.stat()):
                    return handle
        except BaseException:
            handle.close()
            raise
        handle.close()


def _wait(handle: IO[bytes]) -> None:
    if sys.platform == "win32":
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX)
