"""Who has a database file: one program at a time may write it, from the first look to the last save."""

from __future__ import annotations

import errno
import json
import os
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from sayso.errors import StoreError
from sayso.store.exclusive import take

# How DuckDB words it: another process on POSIX, on Windows, and another handle in this process.
_SIGNS = ("could not set lock", "being used by another process", "file handle conflict")
PATIENCE = 20.0  # seconds that a build or a short command is waited for
_PAUSE = 0.05


@dataclass(frozen=True)
class Holder:
    """The program that has a file: its process, whether it keeps it, and where it takes commands about it."""

    pid: int
    keeps: bool = False
    address: str = ""
    token: str = ""


class LockedError(StoreError):
    """Another program has the database open."""

    def __init__(self, path: Path, cause: Exception | None = None, holder: Holder | None = None) -> None:
        self.path = path
        self.holder = holder = holder or _holder(lock_file(path))
        process = re.search(r"PID (\d+)", str(cause or ""))
        pid = process.group(1) if process else str(holder.pid) if holder else ""
        who = f"Another program (process {pid})" if pid else "Another program"
        where = f" It is a Sayso at {holder.address}." if holder and holder.address else ""
        super().__init__(
            f"Opening {path.name}",
            f"{who} has it open.{where} Nothing was changed.",
            "Close the other program (a running Sayso, perhaps) and try again.",
        )


class NotWritableError(StoreError):
    """The folder of a database cannot be written."""

    def __init__(self, path: Path, cause: Exception) -> None:
        super().__init__(
            f"Writing {path.name}",
            f"The folder {path.parent} cannot be written: {cause}",
            "Free some space on the disk, then try again."
            if getattr(cause, "errno", 0) == errno.ENOSPC
            else "Choose a folder that exists and that you may write to.",
        )


def is_locked(error: Exception) -> bool:
    """Whether a DuckDB error says that the file is open elsewhere, rather than damaged."""
    text = str(error).lower()
    return any(sign in text for sign in _SIGNS)


class FileLock:
    """The right to write a database file, until `release`. A killed process lets go by itself."""

    def __init__(self, target: Path, *, keeps: bool = False, patience: float = PATIENCE) -> None:
        """Wait until nobody else has it; not for one that `keeps` the file open.

        Raises LockedError then or when patience ends, NotWritableError if the folder cannot be written.
        """
        self._path = lock_file(target)
        try:
            self._handle = _taken(target, self._path, patience)
            _write(self._handle, Holder(os.getpid(), keeps))
        except OSError as error:
            raise NotWritableError(target, error) from error

    def announce(self, address: str, token: str) -> None:
        """Say where this program takes commands about the file, to those who may read the lock: its owner."""
        _write(self._handle, Holder(os.getpid(), True, address, token))

    def release(self) -> None:
        """Let others have the file."""
        with suppress(OSError):  # Windows refuses while it is open
            self._path.unlink()
        self._handle.close()

    def __enter__(self) -> FileLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def lock_file(target: Path) -> Path:
    """The file beside `target` that says who has it."""
    return target.with_name(f"{target.name}.lock")


def _taken(target: Path, path: Path, patience: float) -> IO[bytes]:
    until = time.monotonic() + patience
    while True:
        handle = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        is_ours = False
        try:
            if take(handle):
                # Whoever had it removed the file when done: a lock on a removed file excludes nobody.
                with suppress(FileNotFoundError):
                    is_ours = os.path.samestat(os.fstat(handle.fileno()), path.stat())
                if is_ours:
                    return handle
                continue
            holder = _holder(path)
            if time.monotonic() > until or (holder and holder.keeps):
                raise LockedError(target, holder=holder)
        finally:
            if not is_ours:
                handle.close()
        time.sleep(_PAUSE)


def _write(handle: IO[bytes], holder: Holder) -> None:
    handle.seek(0)
    handle.truncate()
    handle.write(json.dumps(vars(holder)).encode())
    handle.flush()


def _holder(path: Path) -> Holder | None:
    """Who has the lock, as they said; None if nobody said it."""
    try:
        facts = json.loads(path.read_text("utf-8"))
        return Holder(int(facts["pid"]), bool(facts["keeps"]), str(facts["address"]), str(facts["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
