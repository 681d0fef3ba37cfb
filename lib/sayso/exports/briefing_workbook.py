"""A briefing as a workbook: a sheet a view, its statements, its numbered sources, and how it was made."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from sayso.exports.workbook import head_cell, safe_text, wrapped_cell
from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.reports.brief_parts import Brief, Judgement, Text
from sayso.reports.exhibit import QUOTED, Exhibit
from sayso.reports.numbering import Numbering, in_brackets, numbering

_NOT_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME, _WIDEST = 31, 60
_SOURCES = ("number", "outlet", "title", "published_on", "rating", "n_statements", "url", "archive_url", "accessed_on", "article_id", "dataset")  # fmt: skip
_SAID = ("views", "source", *(name for name in QUOTED if name not in ("is_kept",)))


def workbook(brief: Brief) -> bytes:
    """The .xlsx: sheets Method, one a view, Statements, Sources; filtered, heads frozen, nothing that runs."""
    numbers = numbering(brief.exhibits)
    book = Workbook(write_only=True)
    names = _names(brief.exhibits)
    _write_method(book, brief, numbers, names)
    for exhibit, name in zip(brief.exhibits, names, strict=True):
        table = exhibit.table
        _write(
            book,
            name,
            [str(column) for column in table.columns],
            ([row[column] for column in table.columns] for row in records(table)),
        )
    _write(book, "Statements", _SAID, _statements(brief, numbers, names))
    _write(book, "Sources", _SOURCES, ([row[name] for name in _SOURCES] for row in records(numbers.sources)))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _names(exhibits: Sequence[Exhibit]) -> list[str]:
    """A sheet's name for each view: short, and no two alike."""
    names: list[str] = []
    for place, exhibit in enumerate(exhibits, 1):
        plain = _NOT_A_NAME.sub(" ", exhibit.part).replace("-", " ").strip()
        names.append(f"{place} {plain}"[:_LONGEST_NAME].strip())
    return names


def _write_method(book: Workbook, brief: Brief, numbers: Numbering, names: Sequence[str]) -> None:
    sheet = book.create_sheet("Method")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 120
    lines: list[tuple[str, str]] = [
        ("Title", brief.title),
        ("Date", day_words(brief.day)),
        ("Marking", brief.marking),
    ]
    for part in brief.parts:
        if isinstance(part, Judgement):
            lines.append(("Judgement", " · ".join(filter(None, [part.text, part.degrees]))))
        elif isinstance(part, Text):
            lines.append((part.heading or "Text", part.text))
    for exhibit, name in zip(brief.exhibits, names, strict=True):
        lines += [
            (name, exhibit.title), ("", exhibit.subtitle), *(("", note) for note in exhibit.notes), ("", exhibit.provenance),
            ("", f"Dataset {exhibit.dataset_title}, data version {exhibit.data_version}"), ("", f"Sources {in_brackets(numbers.all_of(exhibit)) or 'none'}"),
        ]  # fmt: skip
    lines.append(
        (
            "Rights",
            numbers.rights or "All words that are quoted may be passed on by the rights of their articles.",
        )
    )
    for label, words in lines:
        if words:
            sheet.append([safe_text(label, sheet, []), wrapped_cell(sheet, safe_text(words, sheet, []))])


def _statements(brief: Brief, numbers: Numbering, names: Sequence[str]) -> Iterable[list[Any]]:
    """Each once, with the sheets that rest on it."""
    views: dict[tuple[str, str], list[str]] = {}
    lines: dict[tuple[str, str], list[Any]] = {}
    for exhibit, name in zip(brief.exhibits, names, strict=True):
        for row in records(exhibit.statements):
            key = exhibit.dataset, str(row["statement_id"] or row["quote_id"])
            views.setdefault(key, []).append(name)
            if key not in lines:
                lines[key] = [numbers.of(exhibit, row["article_id"]), *(row[column] for column in _SAID[2:])]
    for key, line in lines.items():
        yield ["; ".join(views[key]), *line]


def _write(book: Workbook, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    sheet = book.create_sheet(name)
    values = [[_cell(value, sheet) for value in row] for row in rows]
    sheet.freeze_panes = "A2"
    if columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(2, len(values) + 1)}"
    for place, column in enumerate(columns):
        longest = max((len(str(row[place])) for row in values[:200] if row[place] is not None), default=0)
        sheet.column_dimensions[get_column_letter(place + 1)].width = min(
            max(longest, len(column)) + 3, _WIDEST
        )
    sheet.append([head_cell(sheet, safe_text(column, sheet, [])) for column in columns])
    for row in values:
        sheet.append(row)


def _cell(value: Any, sheet: Any) -> Any:
    if value is None or value != value:
        return None
    if isinstance(value, bool | int | float):
        return value
    if hasattr(value, "item"):
        return value.item()
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return safe_text(str(value), sheet, [])
