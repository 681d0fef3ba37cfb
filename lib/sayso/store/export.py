"""A database back into a data package."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from sayso.errors import StoreError
from sayso.store.catalog import Column, Table, read_catalog
from sayso.store.database import Database, in_transaction
from sayso.store.load import META_DESCRIPTOR, META_NAME
from sayso.store.package import DESCRIPTOR, Row, is_package, table_csv
from sayso.store.resources import describe
from sayso.store.staging import TEXT

TITLE = "Exporting a data package"


def export_package(database: Database, folder: Path) -> Path:
    """Write `database` as a data package; rows stand in key order, so equal data gives equal files.

    Texts leave only where the article's rights allow it (DESIGN §9).
    Raises StoreError if `folder` holds anything but an older package.
    """
    try:
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
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise StoreError(TITLE, f"The folder cannot be written: {error}", "Name another.") from error
    try:
        _write(database, made)
        if folder.exists():
            for path in sorted(made.iterdir()):
                os.replace(path, folder / path.name)
        else:
            made.chmod(0o755)
            os.replace(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
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
    descriptor |= json.loads(facts.get(META_DESCRIPTOR, "{}"))
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
