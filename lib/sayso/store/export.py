"""A database back into a data package."""

from __future__ import annotations

import json
from errno import EACCES, EPERM, EROFS
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.store.atomic import in_words, sync
from sayso.store.catalog import Column, Table, read_catalog
from sayso.store.database import Database, in_transaction
from sayso.store.load import META_DESCRIPTOR, META_NAME
from sayso.store.package import DESCRIPTOR, Row, is_package, read_about, table_csv
from sayso.store.resources import describe
from sayso.store.staging import TEXT
from sayso.store.swapping import fill_folder, replace_folder, settle
from sayso.store.workplace import scratch, workplace

TITLE = "Exporting a data package"


def export_package(database: Database, folder: Path) -> Path:
    """Write `database` as a data package; rows stand in key order, so equal data gives equal files.

    Texts leave only where the article's rights allow it (DESIGN §9).
    An older package in `folder` is replaced as a whole; what else lies there stays.
    Raises StoreError if `folder` holds anything but an older package, or cannot be written; it is then as it was.
    """
    try:
        if folder.is_dir():
            settle(folder)
        is_free = not folder.exists() or (
            folder.is_dir() and (is_package(folder) or not any(folder.iterdir()))
        )
        if not is_free:
            raise StoreError(
                TITLE,
                f"{folder} is not empty and is not a data package. Nothing was written.",
                "Name a new folder.",
            )
        folder.parent.mkdir(parents=True, exist_ok=True)
        _put(database, folder)
    except OSError as error:
        raise StoreError(TITLE, *in_words(error, folder)) from error
    return folder


def _put(database: Database, folder: Path) -> None:
    """Write the package out of sight, then let it take the place of `folder` as a whole."""
    try:
        with workplace(folder) as place:
            replace_folder(_written(database, place / "new"), folder)
    except OSError as error:
        if error.errno not in (EACCES, EPERM, EROFS) or not folder.is_dir():
            raise
        with scratch() as place:  # beside it nothing may be written, in it perhaps
            made = _written(database, place / "new")
            fill_folder(made, [path.name for path in made.iterdir()], folder)


def _written(database: Database, folder: Path) -> Path:
    folder.mkdir()
    _write(database, folder)
    for path in folder.iterdir():
        sync(path)
    sync(folder)
    return folder


def read_tables(database: Database) -> tuple[Table, ...]:
    """The tables of `database`, as its catalog describes them."""
    with database.cursor() as cursor:
        return read_catalog(cursor)


def _write(database: Database, folder: Path) -> None:
    with database.cursor() as cursor, in_transaction(cursor):  # all tables as of one moment
        tables = read_catalog(cursor)
        facts: dict[str, str] = dict(cursor.execute("SELECT key, value FROM meta").fetchall())
        for table in tables:
            header = tuple(column.name for column in table.columns)
            _write_file(folder / f"{table.name}.csv", table_csv(header, _rows(cursor, table)))
    descriptor: dict[str, Any] = {"name": facts.get(META_NAME, database.name)}
    descriptor |= read_about(facts.get(META_DESCRIPTOR, "{}"))
    descriptor["resources"] = [describe(table) for table in tables]
    _write_file(folder / DESCRIPTOR, json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n")


def _write_file(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def _rows(cursor: DuckDBPyConnection, table: Table) -> list[Row]:
    cells = ", ".join(f'{_cell(table, column)} AS "{column.name}"' for column in table.columns)
    order = ", ".join(f'{table.name}."{name}" NULLS FIRST' for name in table.key)
    return cursor.execute(f"SELECT {cells} FROM {table.name} ORDER BY {order}").fetchall()


def _cell(table: Table, column: Column) -> str:
    name = f'{table.name}."{column.name}"'
    if (table.name, column.name) == TEXT:
        return f"CASE WHEN list_contains(rights, 'export') THEN {name} END"
    if column.is_spans:
        return f"array_to_string(list_transform({name}, lambda span: span[1] || '-' || span[2]), ';')"
    if column.is_list:
        return f"array_to_string({name}, ';')"
    if column.type == "TIMESTAMP":
        fraction = f"CASE WHEN microsecond({name}) % 1000000 <> 0 THEN strftime({name}, '.%f') ELSE '' END"
        return f"strftime({name}, '%Y-%m-%dT%H:%M:%S') || {fraction} || 'Z'"
    return f"{name}::VARCHAR"
