"""A package into a new database: all of it in one transaction, or none."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import duckdb
from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.model.wording import counted
from sayso.store import schema
from sayso.store.catalog import Table, read_catalog
from sayso.store.check import staged_problems
from sayso.store.database import in_transaction
from sayso.store.locking import NotWritableError, build_lock
from sayso.store.old_file import (
    DamagedError,
    attached_texts,
    built_digest,
    built_from,
    own_changes,
    refuse_newer,
)
from sayso.store.overlays import carry_over
from sayso.store.package import Package, digest, read_package
from sayso.store.problems import PackageRejected
from sayso.store.staging import TEXT, unstage
from sayso.store.text_check import canonical, sha256, text_problems

# Files that both DuckDB 1.5 and 2 read; small blocks, because a dataset has many short columns.
STORAGE = "STORAGE_VERSION 'v1.5.0', BLOCK_SIZE 16384"
META_DIGEST, META_BUILD, META_CHANGES = "package_digest", "build_digest", "package_changes"
META_DESCRIPTOR, META_NAME = "descriptor", "name"


def load_package(folder: Path, target: Path) -> Path:
    """Build the database file `target` from the package in `folder`, replacing it as a whole.

    Article texts that users attached to the old file are kept where the hash still agrees, overlays always.
    Raises PackageRejected with every problem, or StoreError (also if `target` is a file, but not
    one of Sayso's); `target` is then as it was.
    """
    with build_lock(target):
        texts: Mapping[str, str] = {}
        if target.exists():
            refuse_newer(target)
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


def ensure_built(folder: Path, target: Path) -> bool:
    """Build `target` from the package in `folder` unless it is up to date.

    Returns False if the package has changed but `target`, which holds changes made in Sayso, was kept.
    A damaged file is set aside as `<target>.damaged`. Raises as `load_package` does.
    """
    wanted = build_digest(folder)
    if built_digest(target) == wanted:
        return True
    with build_lock(target):
        if built_digest(target) == wanted:  # another process was faster
            return True
        try:
            texts = attached_texts(target) if target.exists() else {}
            if target.exists() and own_changes(target):
                return built_from(target) == digest(folder)  # only the schema is newer: it is migrated
            _replace(folder, target, texts)
        except DamagedError:
            _replace(folder, target, {}, aside=target.with_name(f"{target.name}.damaged"))
    return True


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
            _write_meta(cursor, package, folder)
            _attach_texts(cursor, texts or {})
            unstage(cursor, tables)
    except duckdb.Error as error:
        raise StoreError(
            f"Loading {folder}",
            f"The database refused the rows: {error}. Nothing was changed.",
            "This should have been found by `sayso check`; please report it.",
        ) from error


def build_digest(folder: Path) -> str:
    """Changes when the package's content or the schema does: what a built database is compared by."""
    return f"{digest(folder)}.{schema.digest()}"


def _replace(folder: Path, target: Path, texts: Mapping[str, str], aside: Path | None = None) -> None:
    building = target.with_name(f"{target.name}.building-{uuid4().hex[:8]}")
    _sweep(target)
    try:
        with duckdb.connect() as connection:
            _attach_new(connection, building)
            fill(connection.cursor(), "built", folder, texts)
            if aside is None:
                carry_over(connection, "built", target, quoted(target))
            connection.execute("DETACH built")  # writes everything into the one file
        if aside is not None:
            os.replace(target, aside)
        # Of an old file that could be opened nothing is left in its log (see `attached_texts`).
        target.with_name(f"{target.name}.wal").unlink(missing_ok=True)
        os.replace(building, target)
    finally:
        for path in (building, building.with_name(f"{building.name}.wal")):
            path.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove what builders that were killed left behind; we hold the build lock, so none is alive."""
    for path in target.parent.iterdir():
        if path.name.startswith(f"{target.name}.building-"):
            with suppress(OSError):
                path.unlink()


def _attach_new(connection: DuckDBPyConnection, path: Path) -> None:
    try:
        connection.execute(f"ATTACH '{quoted(path)}' AS built ({STORAGE})")
    except duckdb.Error as error:
        raise NotWritableError(path, error) from error


def quoted(path: Path) -> str:
    """ATTACH takes no bound parameter: a path is quoted as a literal instead."""
    return str(path).replace("'", "''")


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
        (META_DESCRIPTOR, json.dumps(about, ensure_ascii=False)),
        (META_CHANGES, str(_count(cursor, "SELECT count(DISTINCT change_id) FROM changes_made"))),
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
