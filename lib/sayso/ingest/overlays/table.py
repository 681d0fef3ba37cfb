"""Rows of a CSV or of JSON lines, with their line in the file, and what all readers need to check a cell."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from sayso.errors import IntakeError
from sayso.model.overlays import Problem

MOST_ROWS = 100_000
LINES_PER_ROW = 4  # of JSON, at most: articles without a quotation are lines, too
LONGEST_CELL = 4_000  # characters of a note or quotation that are kept
_LONGEST_FIELD = 16 * 1024 * 1024
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\s]+")
Cells = dict[str, Any]


class BadRowError(Exception):
    """This row cannot be used; the message says why."""


def reading(name: str) -> str:
    """What was being done, for errors."""
    return f"Reading {name}"


def csv_rows(name: str, text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header in lower case, and each row with its line. Raises IntakeError if it is no CSV or too long."""
    csv.field_size_limit(_LONGEST_FIELD)
    table = csv.reader(io.StringIO(text, newline=""), _dialect(text))
    try:
        header = [re.sub(r"[\s-]+", "_", cell.strip().lower()) for cell in next(table, [])]
        rows = []
        line = table.line_num + 1
        for cells in table:
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            line = table.line_num + 1
            if len(rows) > MOST_ROWS:
                raise too_long(name)
    except csv.Error as error:
        raise IntakeError(
            reading(name),
            f"It cannot be read as CSV: {error}. Nothing was added.",
            "Download it again, or save it from your spreadsheet as CSV, UTF-8.",
        ) from error
    return header, rows


def json_rows(name: str, text: str) -> Iterator[tuple[int, Any]]:
    """Each line with the object on it; a Problem where it is none. Raises IntakeError if they are far too many."""
    if text.count("\n") > LINES_PER_ROW * MOST_ROWS:
        raise too_long(name)
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = Problem(number, "is not JSON")
        if not isinstance(found, (dict, Problem)):
            found = Problem(number, "is no JSON object")
        yield number, found


def as_cells(header: list[str], row: list[str]) -> Cells:
    """The cells by column. Raises BadRowError if there are more or fewer than columns."""
    if len(row) != len(header):
        raise BadRowError(f"has {len(row)} cells where the first line has {len(header)}")
    return dict(zip(header, row, strict=True))


def plain(value: object) -> str | None:
    """Text on one line, without control or direction characters, cut where it is very long; None if empty."""
    if value is None or isinstance(value, (dict, list)):
        return None
    text = _CONTROL.sub(" ", str(value)).strip()
    if len(text) > LONGEST_CELL:
        text = text[: LONGEST_CELL - 1] + "…"
    # A lone surrogate, which JSON can hold, cannot be stored or shown.
    return text.encode("utf-8", "replace").decode("utf-8") or None


def address(value: object) -> str | None:
    """A web address of http or https, else None."""
    text = plain(value) or ""
    return text if re.fullmatch(r"https?://[^\s<>\"']+", text) else None


def in_the_past(day: date, today: date) -> date:
    """`day`, if it has come. Raises BadRowError otherwise: nobody can have counted it."""
    if day > today + timedelta(days=1):  # it may be tomorrow already where it was counted
        raise BadRowError(f"is dated {day.isoformat()}, which lies in the future")
    return day


def short(value: object) -> str:
    """A cell in an error, in quotation marks."""
    text = plain(value) or ""
    return f"“{text[:40]}{'…' if len(text) > 40 else ''}”"


def too_long(name: str) -> IntakeError:
    """More rows than are taken."""
    return IntakeError(
        reading(name),
        f"It has more than {MOST_ROWS:,} rows, the most that one overlay takes. Nothing was added.",
        "Filter it where you downloaded it (countries, dates), or split it.",
    )


def missing(name: str, expected: str, found: list[str]) -> IntakeError:
    """A file that is something else."""
    shown = ", ".join(filter(None, (plain(each) for each in islice(found, 12))))
    more = f" and {len(found) - 12} more" if len(found) > 12 else ""
    return IntakeError(
        reading(name),
        f"It lacks the columns that are needed: {expected}. It has: {(shown[:400] + more) or 'none'}."
        " Nothing was added.",
        "Choose an ACLED export of single events (CSV), or GDELT's Global Quotation Graph (JSON lines or CSV).",
    )


def _dialect(text: str) -> type[csv.Dialect] | str:
    """Commas unless the first line has more of another separator."""
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    return "excel" if separator == "," else type("Separated", (csv.excel,), {"delimiter": separator})
