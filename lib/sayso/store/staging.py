"""A package's rows beside the tables they are meant for: as text, and cast to the columns' types."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from duckdb import DuckDBPyConnection

from sayso.model import dates
from sayso.store.catalog import Column, Table
from sayso.store.package import SPANS_PATTERN, Package
from sayso.store.text_check import canonical


class Place(NamedTuple):
    """A column of a table."""

    table: str
    column: str


_UTC = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?"
TEXT = Place("articles", "text")


def stage(cursor: DuckDBPyConnection, package: Package, tables: tuple[Table, ...]) -> None:
    """Create `staged_<table>` (text, with `line`) and `typed_<table>` (cast; NULL where it can't be)."""
    for table in tables:
        names = [column.name for column in table.columns]
        if not package.rows[table.name]:
            _stage_none(cursor, table)
            continue
        frame = pd.DataFrame(package.rows[table.name], columns=names, dtype=object)
        if table.name == TEXT.table:  # offsets refer to the canonical text: it is what is kept
            frame[TEXT.column] = [canonical(text) if text else None for text in frame[TEXT.column]]
        frame.insert(0, "line", package.lines[table.name])
        fields = ", ".join(f'"{name}"::VARCHAR AS "{name}"' for name in names)
        casts = ", ".join(f'{_cast(column)} AS "{column.name}"' for column in table.columns)
        cursor.register("incoming", frame)
        cursor.execute(
            f"CREATE OR REPLACE TEMP TABLE staged_{table.name} AS"
            f" SELECT line::INTEGER AS line, {fields} FROM incoming"
        )
        cursor.unregister("incoming")
        cursor.execute(
            f"CREATE OR REPLACE TEMP TABLE typed_{table.name} AS"
            f" SELECT line, {casts} FROM staged_{table.name}"
        )


def _stage_none(cursor: DuckDBPyConnection, table: Table) -> None:
    """What `stage` creates of a table without rows, in a tenth of the time."""
    for kind in ("staged", "typed"):
        fields = ", ".join(
            f'"{column.name}" {column.type if kind == "typed" else "VARCHAR"}' for column in table.columns
        )
        cursor.execute(f"CREATE OR REPLACE TEMP TABLE {kind}_{table.name} (line INTEGER, {fields})")


def unstage(cursor: DuckDBPyConnection, tables: tuple[Table, ...]) -> None:
    """Drop what `stage` made."""
    for table in tables:
        cursor.execute(f"DROP TABLE temp.staged_{table.name}")
        cursor.execute(f"DROP TABLE temp.typed_{table.name}")


def stage_dates(cursor: DuckDBPyConnection, tables: tuple[Table, ...]) -> set[str]:
    """Fill `dates` with every EDTF value that is staged; returns those that are not EDTF."""
    columns = [(table.name, column.name) for table in tables for column in table.columns if column.is_date]
    union = " UNION ".join(f'SELECT "{column}" FROM staged_{table}' for table, column in columns)
    values = [row[0] for row in cursor.execute(union).fetchall() if row[0] is not None]
    return remember_dates(cursor, values)


def remember_dates(cursor: DuckDBPyConnection, values: list[str]) -> set[str]:
    """Add EDTF `values` to `dates`; returns those that are not EDTF."""
    refused: set[str] = set()
    rows = []
    for value in sorted(set(values)):
        try:
            span = dates.parse(value)
        except ValueError:
            refused.add(value)
        else:
            rows.append((value, span.low, span.high, span.precision))
    if rows:
        lows, highs = [row[1] for row in rows], [row[2] for row in rows]
        cursor.execute(
            "INSERT OR IGNORE INTO dates SELECT unnest($1::VARCHAR[]), unnest($2::DATE[]),"
            " unnest($3::DATE[]), unnest($4::VARCHAR[])::date_precision",
            [[row[0] for row in rows], lows, highs, [row[3] for row in rows]],
        )
    return refused


def _cast(column: Column) -> str:
    name = f'"{column.name}"'
    if column.is_spans:
        start, end = (f"TRY_CAST(string_split(part, '-')[{place}] AS INTEGER)" for place in (1, 2))
        return (
            f"CASE WHEN regexp_full_match({name}, '{SPANS_PATTERN}') THEN"
            f" list_transform(string_split({name}, ';'), lambda part: [{start}, {end}]) END"
        )
    if column.is_list:
        empty = "[]" if column.is_required else "NULL"
        items = f"CASE WHEN {name} IS NULL THEN {empty} ELSE string_split({name}, ';') END"
        cast = f"TRY_CAST({items} AS {column.type})"  # turns single items that do not fit into NULL
        unfit = f"len(list_filter({cast}, lambda item: item IS NULL))"
        return f"CASE WHEN {name} IS NULL OR {unfit} = 0 THEN {cast} END"
    if column.type in ("INTEGER", "TINYINT"):  # a plain cast would round 1.5 to 2
        return (
            f"CASE WHEN regexp_full_match({name}, '[+-]?[0-9]+') THEN TRY_CAST({name} AS {column.type}) END"
        )
    if column.type == "TIMESTAMP":  # a plain cast would drop a time zone without a word
        return f"CASE WHEN regexp_full_match({name}, '{_UTC}') THEN TRY_CAST({name} AS TIMESTAMP) END"
    return f"TRY_CAST({name} AS {column.type})"
