"""A database file that is already there: whose it is, what it was built from, and the texts to keep."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.store import schema
from sayso.store.connection import open_file
from sayso.store.locking import LockedError, is_locked

# How DuckDB words it when the bytes themselves are wrong. Anything else may be the system's fault, not the file's.
_DAMAGE = (
    "not a valid duckdb database",
    "corrupt",
    "checksum",
    "serialization",
    "deserializ",
    "failure while replaying wal",
    "the file is not a",
    "could not read enough bytes",
    "trying to read a database file with version number",
)
_SYSTEM = (
    "no space left",
    "permission denied",
    "input/output error",
    "read-only file system",
    "too many open",
)


class DamagedError(StoreError):
    """The file is no database, or no longer one."""

    def __init__(self, path: Path, cause: Exception) -> None:
        super().__init__(
            f"Opening {path.name}",
            f"DuckDB cannot read it: {_first_line(cause)} Nothing was changed.",
            f"Restore a backup to a new file (they lie in {path.name}.backups), or name another file.",
        )


class UnreadableError(StoreError):
    """The file cannot be read now; nothing says that it is damaged."""

    def __init__(self, path: Path, cause: Exception) -> None:
        super().__init__(
            f"Opening {path.name}",
            f"It cannot be opened now: {_first_line(cause)} Nothing was changed.",
            "See that the disk has room and that you may read and write the file and its folder; then try again.",
        )


class NotOursError(StoreError):
    """The file is somebody else's database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Opening {path.name}",
            f"{path} is a database, but not one of Sayso's. Nothing was changed.",
            "Name another file, or move this one away.",
        )


@dataclass(frozen=True)
class Origin:
    """What a database file says of itself; `build` is what it was built from, schema included."""

    package: str | None
    build: str | None


def as_store_error(path: Path, error: duckdb.Error) -> StoreError:
    """What it means that DuckDB could not open or read `path`."""
    text = str(error).lower()
    if is_locked(error):
        return LockedError(path, error)
    if any(sign in text for sign in _DAMAGE) and not any(sign in text for sign in _SYSTEM):
        return DamagedError(path, error)
    return UnreadableError(path, error)


@contextmanager
def opened(path: Path, *, read_only: bool) -> Iterator[DuckDBPyConnection]:
    """A connection to the file alone. Raises LockedError, DamagedError or UnreadableError."""
    try:
        connection = open_file(path, read_only=read_only)
        try:
            yield connection
        finally:
            connection.close()
    except duckdb.Error as error:
        raise as_store_error(path, error) from error


def origin(path: Path) -> Origin | None:
    """What the database `path` was built from; None if there is no file, or none of Sayso's.

    Raises LockedError, DamagedError or UnreadableError.
    """
    if not path.is_file():
        return None
    with opened(path, read_only=True) as built:
        if not schema.is_ours(built):
            return None
        facts = dict(
            built.execute(
                "SELECT key, value FROM meta WHERE key IN ('package_digest', 'build_digest')"
            ).fetchall()
        )
    return Origin(facts.get("package_digest"), facts.get("build_digest"))


def was_started(path: Path) -> bool:
    """Whether `path` is a dataset of Sayso's that began empty: no package stands behind it. Raises as `origin`."""
    known = origin(path)
    return known is not None and known.package is not None and known.build is None


def attached_texts(path: Path) -> dict[str, str]:
    """The texts that the database `path` holds, by article_id.

    It is opened for writing, so that what stood in its log is in the file afterwards.
    Raises LockedError, DamagedError, UnreadableError or NotOursError.
    """
    with opened(path, read_only=False) as old:
        if not schema.is_ours(old):
            raise NotOursError(path)
        return dict(old.execute("SELECT article_id, text FROM articles WHERE text IS NOT NULL").fetchall())


def own_changes(path: Path) -> int:
    """How many changes were made in the database `path` that its package did not bring and a new one would lose.

    Raises as `origin` does.
    """
    with opened(path, read_only=False) as old:  # a killed program's changes are in the log still
        try:
            made = old.execute(
                "SELECT count(DISTINCT split_part(revision_id, '.', 1)) FROM changes_made"
                " WHERE action::VARCHAR <> 'attached' AND table_name <> 'overlays'"
            ).fetchall()[0][0]
            brought = old.execute("SELECT value FROM meta WHERE key = 'package_changes'").fetchall()
        except duckdb.CatalogException:  # of the first version, or somebody else's
            return 0
    return int(made) - (int(brought[0][0]) if brought else 0)


def refuse_newer(path: Path) -> None:
    """Raises StoreError if a newer Sayso wrote `path`: an older one must not replace its work."""
    with opened(path, read_only=True) as old:
        if not schema.is_ours(old):
            raise NotOursError(path)
        schema.version(old)


def texts_beside(path: Path) -> tuple[dict[str, str], str]:
    """The texts in the database beside a package, if there is one; else why they can't be read."""
    if not path.is_file():
        return {}, ""
    try:
        with opened(path, read_only=True) as old:
            schema.version(old)
            rows = old.execute("SELECT article_id, text FROM articles WHERE text IS NOT NULL").fetchall()
            return dict(rows), ""
    except StoreError as error:
        return {}, f"Texts attached to {path.name} were not used. {error.message}"


def _first_line(cause: Exception) -> str:
    line = str(cause).splitlines()[0].strip()
    return line if line.endswith(".") else f"{line}."
