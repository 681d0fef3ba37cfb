"""Folders to work in that are gone afterwards: what a killed process left is swept by the next, never a living one's."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO
from uuid import uuid4

from sayso.store.exclusive import take

LOCK = "lock"
_PART, _SCRATCH = ".sayso-part", "sayso-scratch-"


@contextmanager
def workplace(target: Path) -> Iterator[Path]:
    """A folder beside `target`, on the same disk. Raises OSError if its own folder cannot be written."""
    sweep(target)
    with _held(lambda: target.parent / f".{target.name[:100]}-{uuid4().hex[:8]}{_PART}") as place:
        yield place


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder among the system's temporary ones. Raises OSError if there is no space for it."""
    temporary = Path(tempfile.gettempdir())
    _sweep(temporary, _SCRATCH, "")
    with _held(lambda: temporary / f"{_SCRATCH}{uuid4().hex}") as place:
        yield place


def sweep(target: Path) -> None:
    """Remove what processes that are gone left beside `target`."""
    _sweep(target.parent, f".{target.name[:100]}-", _PART)


def sweep_folder(folder: Path) -> None:
    """Remove what processes that are gone left in a folder of Sayso's own."""
    _sweep(folder, ".", _PART)


@contextmanager
def _held(name: Callable[[], Path]) -> Iterator[Path]:
    place, lock = _made(name)
    try:
        yield place
    finally:
        with suppress(OSError):
            _clear(place, lock)


def _made(name: Callable[[], Path]) -> tuple[Path, IO[bytes]]:
    """A new folder and its lock, which only a living process has."""
    while True:
        place = name()
        place.mkdir(mode=0o700)
        lock: IO[bytes] | None = None
        try:
            lock = (place / LOCK).open("ab")
            if take(lock) and (place / LOCK).exists():
                return place, lock
        except FileNotFoundError:  # swept between the two lines
            pass
        except BaseException:
            if lock is not None:
                lock.close()
            shutil.rmtree(place, ignore_errors=True)
            raise
        if lock is not None:
            lock.close()


def _sweep(folder: Path, start: str, end: str) -> None:
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(start) and path.name.endswith(end) and path.is_dir():
                _remove(path)


def _remove(place: Path) -> None:
    """Remove a left folder unless its maker lives."""
    with suppress(OSError):  # another sweeps it too, or it is another user's
        if place.is_symlink():
            return
        if not (place / LOCK).exists():
            place.rmdir()  # it is empty, then; a maker who is about to lock it makes another
            return
        lock = (place / LOCK).open("ab")
        if take(lock):
            _clear(place, lock)
        lock.close()


def _clear(place: Path, lock: IO[bytes]) -> None:
    """Remove what is in the folder, its lock last: a killed remover leaves what the next can tell from a living one's."""
    for path in place.iterdir():
        if path.name == LOCK:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    if sys.platform == "win32":  # which removes no open file
        lock.close()
    (place / LOCK).unlink(missing_ok=True)
    lock.close()
    place.rmdir()
