"""Temporary folders and files: gone afterwards, and in plain words where there is no space for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EROFS
from pathlib import Path
from tempfile import gettempdir

from sayso.errors import StoreError
from sayso.store.workplace import scratch

_LONGEST = 60  # letters of a file's own name that are kept: of four bytes each they still make a name
_UNUSABLE = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f]|^\.+$')


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder that is removed with all that is in it. Raises StoreError if there is no space for it."""
    try:
        with scratch() as place:
            yield place
    except OSError as error:
        if error.errno not in (ENOSPC, EDQUOT, EFBIG, EROFS, EACCES):
            raise
        raise StoreError(
            "Working on the file",
            f"There is no space for temporary files in {gettempdir()}: {error.strerror}. Nothing was changed.",
            "Free some space there, or name another folder in TMPDIR and start Sayso again.",
        ) from error


@contextmanager
def scratch_file(name: str, content: bytes) -> Iterator[Path]:
    """A file called `name`, as far as a file may be, with `content`. Raises StoreError as `scratch_folder` does."""
    suffix = _UNUSABLE.sub("_", Path(name.replace("\0", "")).suffix)[:10]
    stem = _UNUSABLE.sub("_", Path(name.replace("\0", "")).stem)[:_LONGEST]
    with scratch_folder() as place:
        path = place / f"{stem or 'file'}{suffix}"
        path.write_bytes(content)
        yield path
