"""A book as an SQLite file: written beside the target, checked, and put in its place as a whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from errno import EIO, ENOSPC, EROFS
from pathlib import Path

from sayso.exports.dna.base import refuse
from sayso.exports.dna.book import Book, Row
from sayso.exports.dna.schema import Cell, Table, tables
from sayso.store.atomic import in_words, replacing

SUFFIX = ".dna"
SIGNATURE = b"SQLite format 3\0"
_NUMBERS = {sqlite3.SQLITE_FULL: ENOSPC, sqlite3.SQLITE_READONLY: EROFS, sqlite3.SQLITE_IOERR: EIO}
OWN = {"SETTINGS", "DOCUMENTS", "STATEMENTS"}


def write_file(book: Book, target: Path) -> None:
    """Write `target`, replacing an older DNA database as a whole.

    Raises ExportError, with the file as it was, if it is something else, open in DNA, or cannot be written, or if
    DNA's own rules forbid a row.
    """
    target = target.resolve()  # a link stays one
    _check_target(target)
    try:
        with replacing(target) as beside:
            _fill(beside, book)
    except OSError as error:
        refuse(*in_words(error, target))
    except sqlite3.OperationalError as error:
        refuse(*in_words(OSError(_NUMBERS.get(error.sqlite_errorcode & 0xFF, 0), str(error)), target))
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        refuse(
            f"DNA's own rules forbid a row: {error}.",
            "If this dataset came from a .dna file, check that file in DNA; otherwise please report this.",
        )


def _check_target(target: Path) -> None:
    if target.suffix.lower() != SUFFIX:
        refuse(f"{target.name} does not end in {SUFFIX}.", f"Name it {target.stem}{SUFFIX}.")
    if not target.parent.is_dir():
        refuse(f"There is no folder {target.parent}.", "Name one that exists.")
    for ending in ("-wal", "-journal"):
        beside = target.with_name(target.name + ending)
        if beside.is_file() and beside.stat().st_size:
            refuse(
                f"{target.name} is open in another program ({beside.name} stands beside it).",
                "Close DNA first.",
            )
    if target.exists() and not _is_dna(target):
        refuse(f"{target} is there already and is not a DNA database.", "Name another file.")


def _is_dna(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            if file.read(len(SIGNATURE)) != SIGNATURE:
                return False
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")} >= OWN
    except (OSError, sqlite3.Error):
        return False


def _fill(path: Path, book: Book) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = OFF")  # the file has no name yet
        connection.execute("BEGIN")
        connection.execute("PRAGMA defer_foreign_keys = ON")  # an entity may be a child of a later one
        for table in tables().values():
            connection.execute(table.create)
        for name, rows in _fitting(book).items():
            connection.executemany(tables()[name].insert, rows)
        connection.execute("COMMIT")
        (checked,) = connection.execute("PRAGMA integrity_check").fetchone()
        if checked != "ok":
            raise sqlite3.IntegrityError(checked)


def _fitting(book: Book) -> dict[str, list[list[Cell]]]:
    """Rows in the columns of DNA's tables. Rows that refer to what is not there, as DNA never leaves any, are told."""
    found: dict[str, list[list[Cell]]] = {}
    there: dict[str, set[Cell]] = {}
    for name, table in tables().items():
        names = {column.name for column in table.columns}
        if unknown := sorted({column for row in book.tables[name] for column in row} - names):
            told = f"of {name} left out, which DNA 3.1 does not have: {', '.join(unknown)}"
            book.tell("column", told, len(unknown))
        own = {row.get("ID") for row in book.tables[name]}
        kept = [row for row in book.tables[name] if _is_whole(row, table, there | {name: own})]
        n = len(book.tables[name]) - len(kept)
        book.tell("row", f"of {name} left out: it refers to what is not there", n)
        there[name] = {row.get("ID") for row in kept}
        found[name] = [[_cell(row, column.name, column.default if column.is_needed else None) for column in table.columns] for row in kept]  # fmt: skip
    return found


def _is_whole(row: Row, table: Table, there: dict[str, set[Cell]]) -> bool:
    return all(
        row.get(column) is None or row[column] in there[other] for column, other in table.refers.items()
    )


def _cell(row: Row, name: str, default: Cell) -> Cell:
    value: Cell = row.get(name)
    return default if value is None else value
