"""The cells of one sheet of an .xlsx, after a look at its real size."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from sayso.ingest.coded_table.table import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Cell, Grid, refuse
from sayso.model.wording import counted

LARGEST_INSIDE = 128 * 2**20  # bytes when unpacked
LARGEST_PART = 64 * 2**20  # bytes of one part
MOST_PARTS = 3_000
MOST_FILLED = 200_000  # cells of merged areas
_SPARE = 50  # rows beyond the most, for titles above the header
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")


def read_workbook(
    name: str, content: bytes, sheet: str = ""
) -> tuple[Grid, str, tuple[str, ...], tuple[str, ...]]:
    """The rows of `sheet` (else the first that holds any), its name, all sheets' names, and notes.

    Raises IntakeError if the file is damaged, protected, or unpacks to more than a table can be.
    """
    _check_inside(name, content)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        titles = tuple(each.title for each in book.worksheets)
        if sheet and sheet not in titles:
            refuse(name, f"It has no sheet “{sheet[:60]}”; it has {', '.join(titles)}.", "Name one of these.")
        for title in [sheet] if sheet else titles:
            grid = _grid(book[title])
            if grid or title == sheet:
                break
        else:
            refuse(name, "All of its sheets are empty.", "Choose the workbook with the statements.")
        source = _source(content, book[title])
        notes = _fill_merged(name, grid, source)
        if _FORMULA.search(source):
            notes += _without_value(content, title)
        return grid, title, titles, notes
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        SyntaxError,
        zipfile.BadZipFile,
    ) as error:
        # What openpyxl raises on a damaged file has no one class; XML's own errors are SyntaxErrors.
        refuse(
            name,
            f"It cannot be read as a workbook ({type(error).__name__}).",
            "Open it, save it anew, or save it as CSV.",
        )


def _check_inside(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        refuse(name, "It is damaged: it cannot be unpacked.", "Get it again, or save it as CSV.")
    # Python's zipfile never unpacks more than a part declares, so what is declared is what to check.
    total, largest = sum(p.file_size for p in parts), max((p.file_size for p in parts), default=0)
    if total > LARGEST_INSIDE or largest > LARGEST_PART or len(parts) > MOST_PARTS:
        refuse(
            name, f"Unpacked it would take {total / 2**20:,.0f} MiB in {counted(len(parts), 'part')}, far more than a table.",
            "Save the sheet with the statements as CSV.",
        )  # fmt: skip
    if any(part.flag_bits & 1 for part in parts):
        refuse(name, "It is protected with a password.", "Save a copy without one.")


def _grid(sheet: Any) -> Grid:
    grid: Grid = []
    if not hasattr(sheet, "reset_dimensions"):
        return grid
    sheet.reset_dimensions()  # what a sheet says of its own size need not be true
    rows = sheet.iter_rows(max_row=MOST_ROWS + _SPARE, max_col=MOST_COLUMNS + 1, values_only=True)
    for number, values in enumerate(rows, start=1):
        cells = [_cell(value) for value in values]
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if cells:
            grid.append((number, cells))
    return grid


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if value is None or isinstance(value, (str, bool, int, float, date)):
        return value[:LONGEST_CELL] if isinstance(value, str) else value
    return str(value) if isinstance(value, (time, timedelta)) else None


def _source(content: bytes, sheet: Any) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(str(sheet._worksheet_path).lstrip("/"))


def _fill_merged(name: str, grid: Grid, source: bytes) -> tuple[str, ...]:
    """A value that is merged over several rows holds for each of them; across columns it does not."""
    by_number = dict(grid)
    filled = areas = 0
    for first, top, _, bottom in _MERGED.findall(source):
        column, value = _place(first), None
        if int(top) in by_number and column < len(by_number[int(top)]):
            value = by_number[int(top)][column]
        if value is None or int(bottom) <= int(top):
            continue
        areas += 1
        for number in range(int(top) + 1, min(int(bottom), MOST_ROWS + _SPARE) + 1):
            filled += 1
            if filled > MOST_FILLED:
                refuse(
                    name,
                    "It has far more merged cells than a table has.",
                    "Take the merging off, or save it as CSV.",
                )
            if number in by_number:
                cells = by_number[number]
                cells.extend([None] * (column + 1 - len(cells)))
                cells[column] = value
    return (f"{counted(areas, 'merged cell')}: the value was taken for every row.",) if areas else ()


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1


def _without_value(content: bytes, title: str) -> tuple[str, ...]:
    from openpyxl import load_workbook

    values = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)[title]
    formulas = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)[title]
    empty: list[str] = []
    for sheet in (values, formulas):
        sheet.reset_dimensions()
    ours_and_theirs = (
        each.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS + 1) for each in (values, formulas)
    )
    pairs = zip(*ours_and_theirs, strict=False)
    for ours, theirs in pairs:
        for value, formula in zip(ours, theirs, strict=False):
            if formula.data_type == "f" and value.value is None:
                empty.append(formula.coordinate)
    if not empty:
        return ("Formulas were read as the values they had when the file was saved.",)
    shown = ", ".join(empty[:5]) + (" …" if len(empty) > 5 else "")
    return (
        f"{counted(len(empty), 'formula')} without a stored value ({shown}) are empty: save the file in Excel first.",
    )
