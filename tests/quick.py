"""Rows into a database without a package: the schema is built once, each dataset is a copy of it.

Rules are not checked here: what a package must be is tested where packages are loaded.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from duckdb import DuckDBPyConnection

from sayso.store.catalog import Table
from sayso.store.changes import tables
from sayso.store.connection import ALIAS, open_file
from sayso.store.database import Database, in_transaction
from sayso.store.load import META_DESCRIPTOR, META_DIGEST, META_NAME
from sayso.store.log import number_changes
from sayso.store.new import create_dataset
from sayso.store.staging import TEXT, _cast, remember_dates
from sayso.store.text_check import canonical
from tests.tiny import Row


@cache
def template() -> Path:
    """An empty dataset."""
    return create_dataset(Path(mkdtemp(prefix="sayso-tests-")) / "template.duckdb")


@cache
def catalog() -> tuple[Table, ...]:
    """The tables of a package, those that are referred to first."""
    return tuple(table for table in tables().values() if table.columns)


def dataset(file: Path, name: str, rows: Mapping[str, list[Row]]) -> Database:
    """A dataset of `rows` (as `tiny.tables` gives them), which says that it lives in memory."""
    shutil.copyfile(template(), file)
    connection = open_file(file, read_only=False)
    with connection.cursor() as cursor:
        cursor.execute(f"USE {ALIAS}")
        with in_transaction(cursor):
            for table in catalog():
                _insert(cursor, table, rows.get(table.name, []))
            number_changes(cursor)
            facts = {
                META_NAME: name,
                META_DIGEST: f"{name} of a test",
                META_DESCRIPTOR: json.dumps({"title": name.title()}),
            }
            for key, value in facts.items():
                cursor.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [key, value])
    return Database(name, name.title(), connection, is_writable=True, digest=facts[META_DIGEST])


def _insert(cursor: DuckDBPyConnection, table: Table, rows: list[Row]) -> None:
    if not rows:
        return
    names = [each for each in table.column if any(row.get(each) not in (None, "") for row in rows)]
    values: list[list[Any]] = [[_text(row.get(each)) for row in rows] for each in names]
    if table.name == TEXT.table and TEXT.column in names:
        place = names.index(TEXT.column)
        values[place] = [canonical(text) if text else None for text in values[place]]
    for place, each in enumerate(names):
        if table.column[each].is_date:
            remember_dates(cursor, [value for value in values[place] if value is not None])
    if table.id_table:
        ids = values[names.index(table.primary_key[0])]
        cursor.execute(f"INSERT INTO {table.id_table} SELECT unnest(?::VARCHAR[])", [ids])
    cells = ", ".join(f'unnest(?::VARCHAR[]) AS "{each}"' for each in names)
    casts = ", ".join(_cast(table.column[each]) for each in names)
    columns = ", ".join(f'"{each}"' for each in names)
    required = [
        each.name for each in table.columns if each.is_list and each.is_required and each.name not in names
    ]
    more = "".join(f', "{each}"' for each in required), ", []" * len(required)
    cursor.execute(
        f"INSERT INTO {table.name} ({columns}{more[0]}) SELECT {casts}{more[1]} FROM (SELECT {cells})", values
    )


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)
