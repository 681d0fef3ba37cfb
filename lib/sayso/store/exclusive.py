"""A file of which one process at a time has the lock; a killed one lets go by itself."""

from __future__ import annotations

import sys
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BEYOND = 1 << 20  # Windows locks bytes against readers too: one that nobody reads


def take(handle: IO[bytes]) -> bool:
    """Take the lock of an open file, until it is closed; False if another handle has it, in this process too."""
    try:
        if sys.platform == "win32":
            handle.seek(_BEYOND)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
