"""What the schema says of itself: tables, columns, keys, checks and comments, read from the database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from duckdb import DuckDBPyConnection

# Kept by the store itself and never part of a data package.
DATES_TABLE = "dates"
# Ids live in tables of their own (see schema.sql); a reference to one means the table that it is the key of.
ID_TABLES = {
    f"{noun}_ids": f"{noun}s"
    for noun in (
        "outlet",
        "article",
        "actor",
        "faction",
        "issue",
        "quote",
        "event",
        "briefing",
    )
}
# Others' data laid over the timeline: its publisher may forbid that it is passed on.
OVERLAY_TABLES = ("overlays", "overlay_records")
# What analysts show others; not data: changing one leaves the data's version as it is.
BRIEFING_TABLES = ("exhibits", "briefings", "briefing_items")
_IDENTIFIER = re.compile("[a-z][a-z0-9_]*")
INTERNAL_TABLES = frozenset({"meta", DATES_TABLE, "proposals", *OVERLAY_TABLES, *ID_TABLES})


@dataclass(frozen=True)
class Column:
    """One column: `references` is (table, column) of its foreign key, `labels` its enumeration."""

    name: str
    type: str
    is_required: bool
    comment: str
    references: tuple[str, str] | None

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several values."""
        return self.type.endswith("[]")

    @property
    def is_spans(self) -> bool:
        """Whether a cell holds start–end offsets."""
        return self.type == "INTEGER[][]"

    @property
    def is_date(self) -> bool:
        """Whether a cell holds EDTF text."""
        return self.references is not None and self.references[0] == DATES_TABLE

    @property
    def labels(self) -> tuple[str, ...]:
        """The allowed values of an enumeration, in order; empty for other types."""
        match = re.match(r"ENUM\((.*)\)", self.type)
        return tuple(re.findall(r"'([^']*)'", match.group(1))) if match else ()


@dataclass(frozen=True)
class Check:
    """A CHECK constraint: its SQL expression and the columns it speaks of."""

    expression: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table of a dataset. `keys` holds the primary key first, then unique constraints."""

    name: str
    comment: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    unique_keys: tuple[tuple[str, ...], ...]
    checks: tuple[Check, ...]

    @cached_property
    def column(self) -> dict[str, Column]:
        """Columns by name."""
        return {column.name: column for column in self.columns}

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that tell rows apart, and put them in one order whatever order they were loaded in."""
        return self.primary_key or self.unique_keys[0]

    @property
    def id_table(self) -> str | None:
        """Where this table's ids are kept for others to refer to, if they do."""
        return next((ids for ids, table in ID_TABLES.items() if table == self.name), None)

    @property
    def self_reference(self) -> Column | None:
        """The column that refers to this same table, if any."""
        own = [c for c in self.columns if c.references and c.references[0] == self.name]
        return own[0] if own else None


def _is_ours(name: str, constraints: list[Any], columns: list[Any]) -> bool:
    """Whether a table can be one of the schema's: others' may have names that are no identifiers, or no key."""
    names = [name, *(column for table, column, *_ in columns if table == name)]
    return all(map(_IDENTIFIER.fullmatch, names)) and any(row[0] in ("PRIMARY KEY", "UNIQUE") for row in constraints)  # fmt: skip


def read_catalog(cursor: DuckDBPyConnection) -> tuple[Table, ...]:
    """The tables that travel in a package, referred-to tables before those that refer to them."""
    here = "database_name = current_database() AND schema_name = 'main'"
    tables = cursor.execute(
        f"SELECT table_name, coalesce(comment, '') FROM duckdb_tables() WHERE {here} ORDER BY table_oid"
    ).fetchall()
    columns = cursor.execute(
        "SELECT table_name, column_name, data_type, NOT is_nullable, coalesce(comment, '')"
        f" FROM duckdb_columns() WHERE {here} ORDER BY table_name, column_index"
    ).fetchall()
    constraints = cursor.execute(
        "SELECT table_name, constraint_type, expression, constraint_column_names,"
        " referenced_table, referenced_column_names"
        f" FROM duckdb_constraints() WHERE {here} ORDER BY table_name, constraint_index"
    ).fetchall()
    found = []
    for name, comment in tables:
        own = [row[1:] for row in constraints if row[0] == name]
        if name in INTERNAL_TABLES or not _is_ours(name, own, columns):
            continue
        key = tuple(next((row[2] for row in own if row[0] == "PRIMARY KEY"), ()))
        references = {
            row[2][0]: (ID_TABLES.get(row[3], row[3]), row[4][0]) for row in own if row[0] == "FOREIGN KEY"
        }
        if references.get(key[0] if key else "", ("",))[0] == name:
            del references[key[0]]  # a table's own id
        found.append(
            Table(
                name=name,
                comment=comment,
                columns=tuple(
                    Column(column, type_, required, text, references.get(column))
                    for table, column, type_, required, text in columns
                    if table == name
                ),
                primary_key=key,
                unique_keys=tuple(tuple(row[2]) for row in own if row[0] == "UNIQUE"),
                checks=tuple(Check(row[1], tuple(dict.fromkeys(row[2]))) for row in own if row[0] == "CHECK"),
            )
        )
    return tuple(found)
