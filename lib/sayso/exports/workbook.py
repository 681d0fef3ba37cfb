"""The wide statement table as an Excel workbook: typed cells, and a second sheet that says what it is."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from sayso.errors import ExportError
from sayso.exports.csv_table import disarmed
from sayso.exports.wide_csv import joined
from sayso.exports.xml_text import as_xml
from sayso.reports.statement_columns import COLUMNS
from sayso.reports.statements import SOURCE, Statements

MOST_CHARACTERS = 32_767  # of one cell, in UTF-16 units, as Excel counts
MOST_ROWS = 1_048_576
FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year: what comes before is a day off
CUT = " … [cut here: an Excel cell holds no more; CSV and Parquet have it whole]"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HEAD, GREY = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="404040")
WRAPPED = Alignment(wrap_text=True, vertical="top")
Cells = Callable[[Any], Any]


def xlsx(statements: Statements) -> bytes:
    """Sheet "Statements", its header frozen and filtered, and sheet "About" with method, dictionary and sources.

    Numbers are numbers; dates are dates where they are known to the day, else text as written. Text that a
    spreadsheet would run is disarmed, what XML cannot hold becomes U+FFFD, and what a cell cannot hold is cut.
    Raises ExportError for more rows than a sheet holds.
    """
    if len(statements.frame) >= MOST_ROWS:
        raise ExportError(
            "Writing a workbook", f"{len(statements.frame):,} statements are more than an Excel sheet holds.",
            "Write CSV or Parquet, or narrow the filters.",
        )  # fmt: skip
    book = Workbook(write_only=True)
    n_cut = _statements(book, statements)
    _about(book, statements, n_cut)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _statements(book: Workbook, statements: Statements) -> int:
    """Write the sheet; how many cells were cut."""
    sheet = book.create_sheet("Statements")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{max(2, len(statements.frame) + 1)}"
    for place, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(column.width, len(column.name) + 3)
    sheet.append([head_cell(sheet, column.name) for column in COLUMNS])
    cut = [0]
    columns = [list(_cells(statements.frame[column.name], column.kind, sheet, cut)) for column in COLUMNS]
    for row in zip(*columns, strict=True):
        sheet.append(row)
    return cut[0]


def _cells(values: Any, kind: str, sheet: Any, cut: list[int]) -> Iterator[Any]:
    """The column's values as openpyxl takes them; equal texts are made safe once."""
    known: dict[str, Any] = {}
    for value in values.astype(object).where(values.notna(), None):
        if isinstance(value, list):
            value = joined(value) or None
        if value is None:
            yield None
        elif kind == "day":
            yield _day(value.date())
        elif not isinstance(value, str):
            yield value
        else:
            if value not in known:
                known[value] = _dated(value) if kind == "edtf" else safe_text(value, sheet, cut)
            made = known[value]
            cut[0] += isinstance(made, str) and made.endswith(CUT)
            yield made


def _day(day: date) -> date | str:
    return day if day >= FIRST_DAY else day.isoformat()


def _dated(written: str) -> date | str:
    return _day(date.fromisoformat(written)) if _DAY.fullmatch(written) else written


def safe_text(value: str, sheet: Any, cut: list[int]) -> Any:
    """Text that nothing runs and a cell can hold; `cut` is what callers count cuts by."""
    safe = str(disarmed(as_xml(value)))
    if len(safe.encode("utf-16-le")) // 2 > MOST_CHARACTERS:
        room = 2 * (MOST_CHARACTERS - len(CUT))
        safe = safe.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + CUT
    if safe not in ERROR_CODES:
        return safe
    cell = WriteOnlyCell(sheet, safe)  # "#N/A" is what was written, not an error
    cell.data_type, cell.number_format = "s", "@"  # openpyxl writes on in a cell that has no style
    return cell


def head_cell(sheet: Any, words: str) -> Any:
    """A column's head: white on grey."""
    cell = WriteOnlyCell(sheet, words)
    cell.font, cell.fill = HEAD, GREY
    return cell


def _about(book: Workbook, statements: Statements, n_cut: int) -> None:
    sheet = book.create_sheet("About")
    for letter, width in zip("ABCDEFGH", (20, 60, 26, 14, 12, 36, 13, 24), strict=True):
        sheet.column_dimensions[letter].width = width
    text: Cells = lambda value: safe_text(value, sheet, []) if isinstance(value, str) else value  # noqa: E731
    cut = f"{n_cut:,} cells were cut: an Excel cell holds {MOST_CHARACTERS:,} characters." if n_cut else "Nothing was cut."  # fmt: skip
    for label, words in (*statements.facts, ("Cut", cut)):
        sheet.append([_bold(sheet, label), wrapped_cell(sheet, text(words))])
    _table(sheet, "Columns", ("column", "meaning", "from"), [(column.name, text(statements.meanings[column.name]), column.of or "computed") for column in COLUMNS])  # fmt: skip
    sources = [list(_cells(statements.sources[name], "edtf" if name == "published_on" else "text", sheet, [0])) for name in SOURCE]  # fmt: skip
    _table(sheet, "Sources", SOURCE, list(zip(*sources, strict=True)))


def _table(sheet: Any, title: str, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    sheet.append([])
    sheet.append([_bold(sheet, title)])
    sheet.append([head_cell(sheet, name) for name in head])
    for row in rows:
        sheet.append(list(row))


def _bold(sheet: Any, words: str) -> Any:
    cell = WriteOnlyCell(sheet, words)
    cell.font = Font(bold=True)
    return cell


def wrapped_cell(sheet: Any, value: Any) -> Any:
    """Text that keeps to its column, in several lines."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.alignment = WRAPPED
    return cell
