"""Every rule of the schema, put to staged rows one by one so that each problem can be named."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection

from sayso.model import dates
from sayso.store import schema
from sayso.store.advice import expected, shown
from sayso.store.catalog import Column, Table, read_catalog
from sayso.store.consistency import consistency_problems
from sayso.store.package import Package, read_package
from sayso.store.problems import Problem, in_file_order
from sayso.store.staging import stage, stage_dates
from sayso.store.text_check import known_texts, text_problems


@dataclass(frozen=True)
class Inspection:
    """What a check found: every problem, and how much was looked at."""

    problems: list[Problem]
    n_tables: int
    n_rows: int
    articles: tuple[str, ...]
    articles_with_text: tuple[str, ...]


def check_package(folder: Path, texts: Mapping[str, str] | None = None) -> list[Problem]:
    """Every problem of the package in `folder`, in file and row order; an empty list is a clean bill.

    `texts` maps an article_id to its text, for packages that hold only its hash.
    Raises StoreError if the folder has no readable descriptor.
    """
    return inspect_package(folder, texts).problems


def inspect_package(folder: Path, texts: Mapping[str, str] | None = None) -> Inspection:
    """`check_package`, with how many tables, rows and texts were looked at."""
    with duckdb.connect() as connection, connection.cursor() as cursor:
        schema.create(cursor)
        tables = read_catalog(cursor)
        package, problems = read_package(folder, tables)
        problems += staged_problems(cursor, package, tables)
        problems += text_problems(cursor, texts or {})
        articles = [row[0] for row in _rows(cursor, "SELECT article_id FROM staged_articles")]
        read = known_texts(cursor, texts or {})
    n_rows = sum(len(rows) for rows in package.rows.values())
    ids = tuple(article for article in articles if article is not None)
    return Inspection(in_file_order(problems), len(tables), n_rows, ids, tuple(read))


def staged_problems(cursor: DuckDBPyConnection, package: Package, tables: tuple[Table, ...]) -> list[Problem]:
    """Stage `package` in the current database and return what breaks its schema."""
    stage(cursor, package, tables)
    refused_dates = stage_dates(cursor, tables)
    problems: list[Problem] = []
    for table in (table for table in tables if package.rows[table.name]):
        empty, unfit = _doubtful(cursor, table)
        for column in table.columns:
            if column.name in empty:
                problems += _missing(cursor, table, column, package)
            if column.is_date:
                problems += _not_edtf(cursor, table, column, refused_dates)
            else:
                if column.name in unfit:
                    problems += _not_castable(cursor, table, column)
                problems += _dangling(cursor, table, column)
        for key in filter(None, (table.primary_key, *table.unique_keys)):
            problems += _repeated(cursor, table, key)
        problems += _failed_checks(cursor, table)
        problems += _circular(cursor, table)
    return problems + consistency_problems(cursor)


def _doubtful(cursor: DuckDBPyConnection, table: Table) -> tuple[set[str], set[str]]:
    """The columns with an empty cell, and those with one that does not fit: asked at once, not one by one."""
    names = [column.name for column in table.columns]
    empty = [f'bool_or(staged."{name}" IS NULL)' for name in names]
    unfit = [f'bool_or(staged."{name}" IS NOT NULL AND typed."{name}" IS NULL)' for name in names]
    (told,) = _rows(
        cursor,
        f"SELECT {', '.join(empty + unfit)}"
        f" FROM staged_{table.name} AS staged JOIN typed_{table.name} AS typed USING (line)",
    )
    of_empty, of_unfit = told[: len(names)], told[len(names) :]
    return set(compress(names, of_empty)), set(compress(names, of_unfit))


def _missing(cursor: DuckDBPyConnection, table: Table, column: Column, package: Package) -> list[Problem]:
    if not column.is_required or (column.is_list and not column.is_spans):
        return []
    if column.name not in package.headers[table.name]:  # said once, of the header
        return []
    rows = _rows(cursor, f'SELECT line FROM staged_{table.name} WHERE "{column.name}" IS NULL')
    return [_problem(table, line, column.name, "the cell is empty.", expected(column)) for (line,) in rows]


def _not_edtf(cursor: DuckDBPyConnection, table: Table, column: Column, refused: Set[str]) -> list[Problem]:
    if not refused:
        return []
    rows = _rows(cursor, f'SELECT line, "{column.name}" FROM staged_{table.name}')
    return [
        _problem(table, line, column.name, f"{shown(value)} is not a date.", f"{dates.ADVICE}.")
        for line, value in rows
        if value in refused
    ]


def _not_castable(cursor: DuckDBPyConnection, table: Table, column: Column) -> list[Problem]:
    rows = _rows(
        cursor,
        f'SELECT line, staged."{column.name}"'
        f" FROM staged_{table.name} AS staged JOIN typed_{table.name} AS typed USING (line)"
        f' WHERE staged."{column.name}" IS NOT NULL AND typed."{column.name}" IS NULL',
    )
    return [
        _problem(table, line, column.name, f"{shown(value)} does not fit.", expected(column))
        for line, value in rows
    ]


def _dangling(cursor: DuckDBPyConnection, table: Table, column: Column) -> list[Problem]:
    if column.references is None:
        return []
    target, key = column.references
    rows = _rows(
        cursor,
        f'SELECT line, "{column.name}" FROM staged_{table.name} WHERE "{column.name}" IS NOT NULL'
        f' AND "{column.name}" NOT IN (SELECT "{key}" FROM staged_{target} WHERE "{key}" IS NOT NULL)',
    )
    wrong, right = f"is not in {target}.csv.", f"a {key} that stands in {target}.csv."
    return [_problem(table, line, column.name, f"{shown(value)} {wrong}", right) for line, value in rows]


def _repeated(cursor: DuckDBPyConnection, table: Table, key: tuple[str, ...]) -> list[Problem]:
    names = ", ".join(f'"{name}"' for name in key)
    # An empty cell in a primary key is a problem of its own; in another key two of them are alike.
    present = " AND ".join(f'"{name}" IS NOT NULL' for name in key) if key == table.primary_key else "true"
    rows = _rows(
        cursor,
        f"SELECT line, first FROM (SELECT line, min(line) OVER (PARTITION BY {names}) AS first"
        f" FROM staged_{table.name} WHERE {present}) WHERE line > first",
    )
    label = " + ".join(key)
    right = "a value of its own in each row."
    return [
        _problem(table, line, label, f"the same {label} as in row {first}.", right) for line, first in rows
    ]


def _failed_checks(cursor: DuckDBPyConnection, table: Table) -> list[Problem]:
    problems = []
    for check in table.checks:
        names = ", ".join(f'staged."{name}"' for name in check.columns)
        rows = _rows(
            cursor,
            f"SELECT line, {names} FROM staged_{table.name} AS staged"
            f" WHERE line IN (SELECT line FROM typed_{table.name} WHERE NOT ({check.expression}))",
        )
        right = " ".join(expected(table.column[name]) for name in check.columns)
        for line, *values in rows:
            wrong = f"{shown(values[0])} is not allowed."
            if len(check.columns) > 1:
                wrong = f"{' and '.join(map(shown, values))} do not go together."
            problems.append(_problem(table, line, " + ".join(check.columns), wrong, right))
    return problems


def _circular(cursor: DuckDBPyConnection, table: Table) -> list[Problem]:
    """Rows of a self-referring table that lead back to themselves."""
    own = table.self_reference
    if own is None:
        return []
    key = table.primary_key[0]
    rows = _rows(
        cursor,
        f'WITH RECURSIVE up AS (SELECT "{key}" AS start, "{own.name}" AS parent FROM staged_{table.name}'
        f' UNION SELECT up.start, staged."{own.name}"'
        f' FROM up JOIN staged_{table.name} AS staged ON staged."{key}" = up.parent)'
        f' SELECT line FROM staged_{table.name} WHERE "{key}" IN (SELECT start FROM up WHERE parent = start)',
    )
    wrong = "the rows refer to each other in a circle."
    return [_problem(table, line, own.name, wrong, expected(own)) for (line,) in rows]


def _rows(cursor: DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return cursor.execute(sql).fetchall()


def _problem(table: Table, line: int, column: str, wrong: str, right: str) -> Problem:
    return Problem(f"{table.name}.csv", line, column, wrong, right)
