"""A package into a new database: all of it in one transaction, or none."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.model.wording import counted
from sayso.store import schema
from sayso.store.backups import keep_before_recovery
from sayso.store.building import building
from sayso.store.catalog import BRIEFING_TABLES, Table, read_catalog
from sayso.store.check import staged_problems
from sayso.store.connection import STORAGE, attach, connect, log_of
from sayso.store.database import in_transaction
from sayso.store.locking import FileLock, NotWritableError
from sayso.store.log import number_changes
from sayso.store.old_file import DamagedError, attached_texts, origin, own_changes, refuse_newer
from sayso.store.overlays import carry_over
from sayso.store.package import Package, digest, read_package
from sayso.store.problems import PackageRejected
from sayso.store.replay import META_SEQUENCE
from sayso.store.staging import TEXT, unstage
from sayso.store.text_check import canonical, sha256, text_problems

META_DIGEST, META_BUILD, META_CHANGES = "package_digest", "build_digest", "package_changes"
META_DATA = "data_digest"  # of the package without its briefings: they show data, and are none
META_DESCRIPTOR, META_NAME = "descriptor", "name"


def load_package(folder: Path, target: Path) -> Path:
    """Build the database file `target` from the package in `folder`, replacing it as a whole.

    Article texts that users attached to the old file are kept where the hash still agrees, overlays always.
    Raises PackageRejected with every problem, or StoreError (also if `target` is a file, but not
    one of Sayso's); `target` is then as it was.
    """
    with FileLock(target):
        texts: Mapping[str, str] = {}
        if target.exists():
            refuse_newer(target)
            keep_before_recovery(target)
            texts = attached_texts(target)
            if n := own_changes(target):
                raise StoreError(
                    f"Loading {folder}",
                    f"{target.name} holds {counted(n, 'change')} made in Sayso, which would be lost."
                    " Nothing was changed.",
                    f"Name another file, or keep them first: sayso export {target} FOLDER.",
                )
        _replace(folder, target, texts)
    return target


def ensure_built(folder: Path, target: Path) -> str:
    """Build `target` from the package in `folder` unless it is up to date; returns what the reader should know.

    A file that holds changes made in Sayso is kept even if the package has changed since. A damaged one is set
    aside under a dated name, with its log: somebody may have worked in it. Raises as `load_package` does, and
    UnreadableError for a file that cannot be opened now but may be whole.
    """
    try:
        if _is_built(folder, target):
            return ""
    except DamagedError:
        pass  # looked at again below, alone
    with FileLock(target):
        try:
            if _is_built(folder, target):  # another process was faster
                return ""
            if not target.exists() and log_of(target).exists():
                _set_aside(target)  # the log of a file that is gone: a new one must not read it
            keep_before_recovery(target)
            texts = attached_texts(target) if target.exists() else {}
            if target.exists() and own_changes(target):
                known = origin(target)
                is_of_this = known is not None and known.package == digest(folder)
                # Else only the schema is newer: the file is written anew when it is opened.
                return "" if is_of_this else _KEPT
            _replace(folder, target, texts)
        except DamagedError as error:
            aside = _set_aside(target)
            _replace(folder, target, {})
            return _DAMAGED.format(name=target.name, why=error.message.split(" Nothing")[0], aside=aside.name)
    return ""


def _is_built(folder: Path, target: Path) -> bool:
    known = origin(target)
    return known is not None and known.build == build_digest(folder)


def _set_aside(target: Path) -> Path:
    """Give a damaged file and its log another name; returns the file's."""
    aside = target.with_name(f"{target.name}.damaged-{datetime.now(UTC):%Y-%m-%dT%H%M%S%f}")
    # In this order: a log without its file is set aside at the next start, a file without its log would be taken as whole.
    for source, goal in ((target, aside), (log_of(target), log_of(aside))):
        if source.exists():
            os.replace(source, goal)
    return aside


def fill(
    cursor: DuckDBPyConnection, database: str, folder: Path, texts: Mapping[str, str] | None = None
) -> None:
    """Create the schema in the attached, empty `database` and load the package into it.

    Raises PackageRejected with every problem; nothing is then left behind.
    """
    cursor.execute(f'USE "{database}"')
    try:
        with in_transaction(cursor):
            schema.create(cursor)
            tables = read_catalog(cursor)
            package, problems = read_package(folder, tables)
            problems += staged_problems(cursor, package, tables)
            problems += text_problems(cursor, {})
            if problems:
                raise PackageRejected(f"Loading {folder}", problems)
            for table in tables:
                _insert(cursor, table)
            number_changes(cursor)
            _write_meta(cursor, package, folder)
            _attach_texts(cursor, texts or {})
            unstage(cursor, tables)
    except duckdb.IOException as error:  # a full disk
        raise StoreError(
            f"Loading {folder}",
            f"The database cannot be written: {str(error).splitlines()[0]} Nothing was changed.",
            "See that the disk has room, then try again.",
        ) from error
    except duckdb.Error as error:
        raise StoreError(
            f"Loading {folder}",
            f"The database refused the rows: {error}. Nothing was changed.",
            "This should have been found by `sayso check`; please report it.",
        ) from error


def size(folder: Path) -> int:
    """How many bytes the tables of a package are."""
    return sum(file.stat().st_size for file in folder.glob("*.csv"))


def build_digest(folder: Path) -> str:
    """Changes when the package's content or the schema does: what a built database is compared by."""
    return f"{digest(folder)}.{schema.digest()}"


def _replace(folder: Path, target: Path, texts: Mapping[str, str]) -> None:
    """Put a new file in the place of an old one in whose log nothing is left (see `attached_texts`)."""
    try:
        with building(target) as path:
            connection = connect(path, target, n_bytes=size(folder))
            try:
                _attach_new(connection, path)
                fill(connection.cursor(), "built", folder, texts)
                carry_over(connection, "built", target)
                connection.execute("DETACH built")  # writes everything into the one file
            finally:
                connection.close()
    except OSError as error:
        raise NotWritableError(target, error) from error


def _attach_new(connection: DuckDBPyConnection, path: Path) -> None:
    try:
        attach(connection, path, "built", STORAGE)
    except duckdb.Error as error:
        raise NotWritableError(path, error) from error


def _insert(cursor: DuckDBPyConnection, table: Table) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    order = ", ".join(f'"{name}"' for name in table.key)
    if table.id_table:
        cursor.execute(
            f'INSERT INTO {table.id_table} SELECT "{table.primary_key[0]}" FROM typed_{table.name}'
        )
    cursor.execute(
        f"INSERT INTO {table.name} ({names}) SELECT {names} FROM typed_{table.name} ORDER BY {order}"
    )


def _write_meta(cursor: DuckDBPyConnection, package: Package, folder: Path) -> None:
    about = {key: value for key, value in package.descriptor.items() if key != "resources"}
    for key, value in (
        (META_NAME, package.name),
        (META_DIGEST, digest(folder)),
        (META_BUILD, build_digest(folder)),
        (META_DATA, digest(folder, without=BRIEFING_TABLES)),
        (META_DESCRIPTOR, json.dumps(about, ensure_ascii=False)),
        (META_CHANGES, str(_count(cursor, "SELECT count(DISTINCT change_id) FROM changes_made"))),
        (META_SEQUENCE, str(_count(cursor, "SELECT coalesce(max(sequence), 0) FROM revisions"))),
    ):
        cursor.execute("INSERT INTO meta VALUES (?, ?)", [key, value])


def _count(cursor: DuckDBPyConnection, sql: str) -> int:
    return int(cursor.execute(sql).fetchall()[0][0])


def _attach_texts(cursor: DuckDBPyConnection, texts: Mapping[str, str]) -> None:
    for article_id, text in texts.items():
        cursor.execute(
            f"UPDATE {TEXT.table} SET text = ? WHERE article_id = ? AND text IS NULL"
            " AND (text_sha256 IS NULL OR text_sha256 = ?)",
            [canonical(text), article_id, sha256(text)],
        )


_KEPT = (
    "The tables this dataset was built from have changed since. Your own changes were kept, and theirs are not"
    " here: export this dataset, or remove its .duckdb file to build it anew."
)
_DAMAGED = (
    "{name} could not be read ({why}) It was set aside as {aside}, with its log, and the dataset was built anew from"
    " its tables: changes made in Sayso are not in it. If you made any, restore a backup: sayso restore."
)
