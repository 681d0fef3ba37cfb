"""The wide statement table as a file: its name says which kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sayso.errors import ExportError
from sayso.exports.parquet import parquet
from sayso.exports.wide import Wide, csv
from sayso.store import atomic


def xlsx(wide: Wide) -> bytes:
    """`workbook.xlsx`, loaded when it is first wanted: openpyxl takes its time."""
    from sayso.exports.workbook import xlsx as made

    return made(wide)


FORMATS: dict[str, Callable[[Wide], bytes]] = {".csv": csv, ".xlsx": xlsx, ".parquet": parquet}


def write(wide: Wide, path: Path) -> None:
    """Write `path`, whose suffix is one of FORMATS; a file that is there is replaced, whole or not at all.

    Raises ExportError if the place cannot be written.
    """
    write_bytes(FORMATS[path.suffix.lower()](wide), path)


def write_bytes(content: bytes, path: Path) -> None:
    """Write `path`, replacing a file as a whole or not at all. Raises ExportError if the place cannot be written."""
    try:
        atomic.write_file(path, content)
    except OSError as error:
        raise ExportError(f"Writing {path}", *atomic.in_words(error, path)) from error
