"""The tables of a DNA database as they stand, read without trusting the file."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from sayso.errors import IntakeError
from sayso.ingest.dna.layout import NEEDED, SELECT

LARGEST_FILE = 500_000_000
MOST_SHOWN = 160  # characters of what SQLite says
LARGEST_CELL = 20_000_000
MOST_ROWS = 5_000_000  # of all tables
SIGNATURE = b"SQLite format 3\0"
KINDS = {int: "a whole number", str: "text"}
HINT = "Open the file in DNA 3, check it there, and save it again. Nothing was written."
Cell = int | float | str | None


@dataclass(frozen=True)
class Read:
    """One table: its columns' names, and its rows in the order of the file."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> Iterator[dict[str, Any]]:
        """Each row as a dictionary."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def refuse(message: str, next_step: str = HINT) -> NoReturn:
    """Raise the IntakeError of this room."""
    raise IntakeError("Reading the DNA database", message, next_step)


def read_tables(path: Path) -> dict[str, Read]:
    """Every table that DNA has, by its name; those that a version lacks are left out.

    Every cell that Sayso relies on has been checked to be what DNA says it is. Raises IntakeError if the file is no
    DNA 3 database, is open in DNA, is larger than any real one, or holds what its columns do not allow.
    """
    size = _checked_file(path)
    try:
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_CELL)
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            _check_schema(connection)
            return _all(connection, size)
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        # SQLite quotes the cell that it cannot decode, which may be a whole text.
        refuse(f"{path.name} is damaged or not a DNA database: {str(error)[:MOST_SHOWN]}.")


def _checked_file(path: Path) -> int:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(len(SIGNATURE))
    except OSError as error:
        refuse(f"{path} cannot be opened: {error.strerror}.", "Check the path.")
    if start != SIGNATURE:
        refuse(f"{path.name} is not an SQLite file, which every DNA 3 file is.", "Name a .dna file of DNA 3.")
    if size > LARGEST_FILE:
        refuse(
            f"{path.name} has {size:,} bytes; Sayso reads up to {LARGEST_FILE:,}.", "Split it in DNA first."
        )
    for ending in ("-wal", "-journal"):  # what is in there is not in the file yet
        beside = path.with_name(path.name + ending)
        if beside.is_file() and beside.stat().st_size:
            refuse(
                f"{path.name} is open in another program ({beside.name} stands beside it).",
                "Close DNA first.",
            )
    return size


def _check_schema(connection: sqlite3.Connection) -> None:
    kinds = {
        name: (kind, page)
        for name, kind, page in connection.execute("SELECT name, type, rootpage FROM sqlite_master")
    }
    if missing := [name for name in NEEDED if name not in kinds]:
        refuse(
            f"It has no table {missing[0]}: this is not a database of DNA 3.",
            "A file of DNA 2 can be opened in DNA 3 and saved from there. Nothing was written.",
        )
    for name in SELECT:
        if name not in kinds:
            continue
        columns = {
            column: hidden
            for column, hidden in connection.execute(
                "SELECT name, hidden FROM pragma_table_xinfo(?)", (name,)
            )
        }
        # A view, a virtual table or a computed column would run what its author wrote.
        if kinds[name][0] != "table" or not kinds[name][1] or any(columns.values()):
            refuse(f"{name} is not a plain table, as it is in every file that DNA wrote.")
        if missing := [column for column in NEEDED.get(name, {}) if column not in columns]:
            refuse(f"The table {name} has no column {missing[0]}.")


def _all(connection: sqlite3.Connection, size: int) -> dict[str, Read]:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found: dict[str, Read] = {}
    n_rows = n_characters = 0
    for name, select in SELECT.items():
        if name not in there:
            continue
        cursor = connection.execute(select)
        columns = tuple(column[0] for column in cursor.description)
        rows = []
        for number, row in enumerate(cursor, start=1):
            rows.append(
                tuple(_cell(name, number, column, cell) for column, cell in zip(columns, row, strict=True))
            )
            n_rows += 1
            n_characters += sum(len(cell) for cell in row if isinstance(cell, str))
            # A file whose pages refer to one another in a ring never ends.
            if n_rows > MOST_ROWS or n_characters > 2 * size + 1_000_000:
                refuse("It says that it holds more than fits into a file of its size.")
        _check_keys(name, columns, rows)
        found[name] = Read(columns, tuple(rows))
    return found


def checked(name: str, columns: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> Read:
    """A table that stood somewhere else than in a file, after the checks that one from a file has passed.

    Raises IntakeError if a column that Sayso relies on is missing or a cell is not what belongs there.
    """
    if missing := [column for column in NEEDED.get(name, {}) if column not in columns]:
        refuse(f"The table {name} has no column {missing[0]}.")
    if len(set(columns)) < len(columns) or not all(isinstance(column, str) for column in columns):
        refuse(f"The columns of {name} have no names of their own.")
    found: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows, start=1):
        if len(row) != len(columns):
            refuse(f"{name}, row {number} has {len(row)} cells where {len(columns)} belong.")
        found.append(
            tuple(_cell(name, number, column, cell) for column, cell in zip(columns, row, strict=True))
        )
    _check_keys(name, columns, found)
    return Read(columns, tuple(found))


def _cell(table: str, number: int, column: str, cell: Any) -> Cell:
    kinds, may_be_empty = NEEDED.get(table, {}).get(column, (None, True))
    if cell is None and may_be_empty:
        return None
    if kinds is not None and type(cell) is not kinds:
        shown = "nothing" if cell is None else f"“{str(cell)[:40]}”"
        refuse(f"{table}, row {number}: {column} is {shown} where {KINDS[kinds]} belongs.")
    if not isinstance(cell, Cell) or (isinstance(cell, float) and not math.isfinite(cell)):
        refuse(f"{table}, row {number}: {column} holds what is neither text nor a number.")
    return cell.replace("\0", "\ufffd") if isinstance(cell, str) else cell


def _check_keys(table: str, columns: tuple[str, ...], rows: list[tuple[Cell, ...]]) -> None:
    if "ID" not in columns or table not in NEEDED:
        return
    place = columns.index("ID")
    ids = [row[place] for row in rows]
    if len(set(ids)) < len(ids):
        refuse(f"{table}: two rows have the same ID.")
    if any(isinstance(key, int) and key < 0 for key in ids):
        refuse(f"{table}: a row has a negative ID.")
