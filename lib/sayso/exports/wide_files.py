"""The wide statement table as a file: its name says which kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sayso.errors import ExportError
from sayso.exports.parquet import parquet
from sayso.exports.wide_csv import csv
from sayso.reports.statements import Statements
from sayso.store import atomic


def xlsx(statements: Statements) -> bytes:
    """`workbook.xlsx`, loaded when it is first wanted: openpyxl takes its time."""
    from sayso.exports.workbook import xlsx as workbook

    return workbook(statements)


FORMATS: dict[str, Callable[[Statements], bytes]] = {".csv": csv, ".xlsx": xlsx, ".parquet": parquet}


def write(statements: Statements, path: Path) -> None:
    """Write `path`, whose suffix is one of FORMATS; a file that is there is replaced, whole or not at all.

    Raises ExportError if the place cannot be written.
    """
    write_bytes(FORMATS[path.suffix.lower()](statements), path)


def write_bytes(content: bytes, path: Path) -> None:
    """Write `path`, replacing a file as a whole or not at all. Raises ExportError if the place cannot be written."""
    try:
        atomic.write_file(path, content)
    except OSError as error:
        raise ExportError(f"Writing {path}", *atomic.in_words(error, path)) from error
