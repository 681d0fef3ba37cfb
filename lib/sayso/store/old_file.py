"""A database file that is already there: whose it is, what it was built from, and the texts to keep."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.store import schema
from sayso.store.locking import LockedError, is_locked


class DamagedError(StoreError):
    """The file is no database, or no longer one."""

    def __init__(self, path: Path, cause: Exception) -> None:
        super().__init__(
            f"Reading {path.name}",
            f"DuckDB cannot read it: {str(cause).splitlines()[0]} Nothing was changed.",
            "Name another file, or move this one away.",
        )


class NotOursError(StoreError):
    """The file is somebody else's database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Replacing {path.name}",
            f"{path} is a database, but not one of Sayso's. Nothing was changed.",
            "Name another file, or move this one away.",
        )


@contextmanager
def opened(path: Path, *, read_only: bool) -> Iterator[DuckDBPyConnection]:
    """A connection to the file alone. Raises LockedError or DamagedError."""
    try:
        with duckdb.connect(str(path), read_only=read_only) as connection:
            yield connection
    except duckdb.Error as error:
        raise (LockedError if is_locked(error) else DamagedError)(path, error) from error


def built_digest(path: Path) -> str | None:
    """What the database `path` was built from, schema included; None if it must be built anew.

    Raises LockedError if another program has it open.
    """
    return _fact(path, "build_digest")


def was_started(path: Path) -> bool:
    """Whether `path` is a dataset of Sayso's that began empty: no package stands behind it. Raises LockedError."""
    return built_from(path) is not None and built_digest(path) is None


def built_from(path: Path) -> str | None:
    """The digest of the package that the database `path` was built from. Raises LockedError."""
    return _fact(path, "package_digest")


def _fact(path: Path, key: str) -> str | None:
    if not path.is_file():
        return None
    try:
        with opened(path, read_only=True) as built:
            rows = built.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchall()
    except DamagedError:
        return None
    return str(rows[0][0]) if rows else None


def attached_texts(path: Path) -> dict[str, str]:
    """The texts that the database `path` holds, by article_id.

    It is opened for writing, so that what stood in its log is in the file afterwards.
    Raises LockedError, DamagedError or NotOursError.
    """
    with opened(path, read_only=False) as old:
        try:
            schema.version(old)
        except StoreError as error:
            raise NotOursError(path) from error
        return dict(old.execute("SELECT article_id, text FROM articles WHERE text IS NOT NULL").fetchall())


def own_changes(path: Path) -> int:
    """How many changes were made in the database `path` that its package did not bring.

    Raises LockedError or DamagedError.
    """
    with opened(path, read_only=False) as old:  # a killed program's changes are in the log still
        try:
            made = old.execute("SELECT count(DISTINCT change_id) FROM changes_made").fetchall()[0][0]
            brought = old.execute("SELECT value FROM meta WHERE key = 'package_changes'").fetchall()
        except duckdb.CatalogException:  # of the first version, or somebody else's
            return 0
    return int(made) - (int(brought[0][0]) if brought else 0)


def refuse_newer(path: Path) -> None:
    """Raises StoreError if a newer Sayso wrote `path`: an older one must not replace its work."""
    with opened(path, read_only=True) as old:
        try:
            schema.version(old)
        except StoreError as error:
            raise NotOursError(path) from error
        schema.is_current(old)


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
