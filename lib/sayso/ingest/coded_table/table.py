"""A table of statements from a .csv, .tsv or .xlsx: columns by name, rows by the number a spreadsheet shows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import NoReturn

from sayso.errors import IntakeError
from sayso.ingest.reading.article import LARGEST_FILE, reading
from sayso.ingest.reading.decoding import decode

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 20_000, 200, 50_000
WIDEST = 16_384  # cells in a row, empty ones included: a spreadsheet's own limit
MOST_CELLS = MOST_ROWS * MOST_COLUMNS
SUFFIXES = (".csv", ".tsv", ".xlsx")
_SEPARATORS = (",", ";", "\t", "|")
_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SEEN = 20  # first rows in which the header is looked for
Cell = str | int | float | bool | date | None
Grid = list[tuple[int, list[Cell]]]


@dataclass(frozen=True)
class Row:
    """One row; `cells` are as many as columns, `beyond` counts those that no column has."""

    number: int
    cells: tuple[Cell, ...]
    beyond: int = 0


@dataclass(frozen=True)
class Table:
    """A sheet as it was read. `notes` say what the person should know; `file` is its name."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    header_row: int
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def cells(self, column: str) -> list[Cell]:
        """The column's cells, in order; none if there is no such column."""
        if column not in self.columns:
            return []
        place = self.columns.index(column)
        return [row.cells[place] for row in self.rows]


def refuse(name: str, message: str, next_step: str) -> NoReturn:
    """Raise the IntakeError of this room."""
    raise IntakeError(reading(name), f"{message} Nothing was changed.", next_step)


def read_table(name: str, content: bytes, sheet: str = "", header_row: int = 0) -> Table:
    """The table in a file; `sheet` names one of a workbook's, `header_row` the row of titles (0: found).

    Values of formulas are read as values and text stays text. Raises IntakeError for what is empty, too large,
    damaged or not what its name says.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        refuse(
            name,
            "Sayso reads tables as .csv, .tsv and .xlsx.",
            "Save it from your spreadsheet as one of these.",
        )
    if len(content) > LARGEST_FILE:
        refuse(
            name, f"It has {len(content) / 2**20:.1f} MiB; the most is {LARGEST_FILE // 2**20}.", "Split it."
        )
    if not content.strip():
        refuse(name, "The file is empty.", "Choose the file with the statements.")
    if (suffix == ".xlsx") != content.startswith(b"PK\x03\x04"):
        refuse(
            name, f"It is no {suffix} file, whatever its name says.", "Save it anew from your spreadsheet."
        )
    if suffix == ".xlsx":
        from sayso.ingest.coded_table.workbook import read_workbook

        grid, chosen, sheets, notes = read_workbook(name, content, sheet)
        return _table(name, grid, header_row, chosen, sheets, notes)
    grid, notes = _read_csv(name, content)
    return _table(name, grid, header_row, "", (), notes)


def _read_csv(name: str, content: bytes) -> tuple[Grid, tuple[str, ...]]:
    try:
        text, notes = decode(name, content)
    except IntakeError as error:
        refuse(name, error.message, "Save it from your spreadsheet as CSV, UTF-8.")
    text = text.removeprefix("\ufeff")
    declared = re.match(r"sep=(.)\r?\n", text)  # Excel's own line, which it does not show
    separator = declared[1] if declared else _separator(text)
    text = text[declared.end() :] if declared else text
    csv.field_size_limit(LARGEST_FILE)
    grid: Grid = []
    n_cells = 0
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1
        ):
            n_cells += len(cells)
            if len(cells) > WIDEST or n_cells > MOST_CELLS:
                refuse(name, f"Row {number} has {len(cells):,} cells; the most is {MOST_COLUMNS}.", "Remove those not needed.")  # fmt: skip
            if any(cell.strip() for cell in cells):
                grid.append((number, list(cells)))
            if len(grid) > MOST_ROWS + _SEEN:
                break
    except csv.Error as error:
        raise IntakeError(
            reading(name),
            f"It cannot be read as CSV: {error}. Nothing was changed.",
            "Save it as CSV, UTF-8.",
        ) from error
    return grid, notes


def _separator(text: str) -> str:
    """The separator that cuts the first rows into the most even columns."""
    start = text[:40_000]

    def evenness(separator: str) -> tuple[float, int]:
        try:
            reader = csv.reader(io.StringIO(start, newline=""), delimiter=separator)
            widths = [len(cells) for cells, _ in zip(reader, range(30), strict=False) if cells]
        except csv.Error:
            return 0.0, 0
        width, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
        return (count / len(widths), width) if width > 1 else (0.0, 0)

    return max(_SEPARATORS, key=evenness)


def _table(
    name: str, grid: Grid, header_row: int, sheet: str, sheets: tuple[str, ...], notes: tuple[str, ...]
) -> Table:
    where = f"The sheet “{sheet}”" if sheet else "It"
    if not grid:
        refuse(
            name, f"{where} is empty.", "Choose another sheet." if len(sheets) > 1 else "Choose another file."
        )
    place = _header(name, grid, header_row)
    number, titles = grid[place]
    width = next((n for n in range(len(titles), 0, -1) if clean(titles[n - 1])), 0)
    titles = titles[:width]
    if len(titles) > MOST_COLUMNS:
        refuse(
            name,
            f"{where} has {len(titles)} columns; the most is {MOST_COLUMNS}.",
            "Remove those not needed.",
        )
    columns, renamed = _named(titles)
    body = grid[place + 1 :]
    if not body:
        refuse(
            name,
            f"{where} has titles in row {number} and no rows under them.",
            "Choose the table with the rows.",
        )
    if len(body) > MOST_ROWS:
        refuse(name, f"{where} has more than {MOST_ROWS:,} rows, the most in one import.", "Split it.")
    return Table(
        name, columns, tuple(_row(number, cells, len(columns)) for number, cells in body), number, sheet, sheets,
        (*notes, *renamed),
    )  # fmt: skip


def _header(name: str, grid: Grid, header_row: int) -> int:
    if header_row:
        place = next((n for n, (number, _) in enumerate(grid) if number == header_row), None)
        if place is None:
            refuse(
                name,
                f"Row {header_row} is empty or not there: it cannot hold the titles.",
                "Name another row.",
            )
        return place
    texts = [sum(isinstance(cell, str) and clean(cell) != "" for cell in cells) for _, cells in grid[:_SEEN]]
    return next(n for n, count in enumerate(texts) if count >= 0.6 * max(texts))


def _named(titles: list[Cell]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles that are there once each; what has none or another's is told."""
    found: list[str] = []
    again: list[str] = []
    for place, title in enumerate(titles):
        text = " ".join(clean(title).split())[:80]
        base = text or f"Column {place + 1}"
        number, unique = 2, base
        while unique in found:
            unique, number = f"{base} ({number})", number + 1
        if text and unique != text:
            again.append(text)
        found.append(unique)
    notes = [
        f"Several columns are titled “{title}”: the later ones carry a number."
        for title in dict.fromkeys(again)
    ]
    return tuple(found), tuple(notes)


def _row(number: int, cells: list[Cell], width: int) -> Row:
    kept = [_kept(cell) for cell in cells[:width]]
    beyond = sum(clean(cell) != "" for cell in cells[width:])
    return Row(number, (*kept, *[None] * (width - len(kept))), beyond)


def _kept(cell: Cell) -> Cell:
    return (clean(cell) or None) if isinstance(cell, str) else cell


def clean(cell: Cell) -> str:
    """A cell as text, nothing if nothing in it can be seen: no control characters, no white space around it, whole numbers without “.0”."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    text = _CONTROL.sub(" ", str(cell).replace("\r\n", "\n").replace("\r", "\n")).strip()
    return "" if _INVISIBLE.fullmatch(text) else text
