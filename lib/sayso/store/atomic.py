"""Files written beside their place and put there by a rename: whole or not at all, also when the process is killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path

from sayso.store.workplace import workplace


def write_file(target: Path, content: bytes | str) -> None:
    """Replace `target` by `content` (text is written as UTF-8) as a whole. Raises OSError; the old file then stands.

    What is no plain file (a pipe, a terminal) is written as it is.
    """
    whole = content.encode("utf-8") if isinstance(content, str) else content
    with replacing(target) as beside:
        beside.write_bytes(whole)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to write, which becomes `target` if the block ends well. Raises OSError.

    A link stays a link, and a file that is replaced keeps its mode.
    """
    target = target.resolve()
    if target.exists() and not target.is_file():
        yield target
        return
    with workplace(target) as place:
        beside = place / f"new{target.suffix}"
        yield beside
        beside.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask())
        sync(beside)
        os.replace(beside, target)
        sync(target.parent)


def sync(path: Path) -> None:
    """Wait until a file or a folder's list of names is on the disk; systems that cannot do so are left alone.

    Raises OSError if a file's content cannot be kept.
    """
    if path.is_dir():
        with suppress(OSError):  # Windows opens no folders
            _sync(path, os.O_RDONLY)
        return
    _sync(path, os.O_RDWR)


def in_words(error: OSError, target: Path | str) -> tuple[str, str]:
    """Why `target` could not be written, and what to do about it."""
    untouched = "What stood there before is as it was."
    if error.errno in (ENOSPC, EDQUOT, EFBIG):
        return (
            f"{target} cannot be written: there is no space left for it. {untouched}",
            "Free some space, or name a place on another disk.",
        )
    if error.errno in (EACCES, EPERM, EROFS):
        return (
            f"{target} cannot be written: its folder is for reading only. {untouched}",
            "Name a place that you may write to.",
        )
    return f"{target} cannot be written: {error.strerror or error}. {untouched}", "Name another place."


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
