"""The wide statement table as a file: its name says which kind."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from sayso.errors import ExportError
from sayso.exports.parquet import parquet
from sayso.exports.wide import Wide, csv


def xlsx(wide: Wide) -> bytes:
    """`workbook.xlsx`, loaded when it is first wanted: openpyxl takes its time."""
    from sayso.exports.workbook import xlsx as made

    return made(wide)


FORMATS: dict[str, Callable[[Wide], bytes]] = {".csv": csv, ".xlsx": xlsx, ".parquet": parquet}


def write(wide: Wide, path: Path) -> None:
    """Write `path`, whose suffix is one of FORMATS; a file that is there is replaced, whole or not at all.

    Raises ExportError if the place cannot be written.
    """
    content = FORMATS[path.suffix.lower()](wide)
    try:
        handle, made = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(made).chmod(0o644)
            os.replace(made, path)
        finally:
            Path(made).unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(
            f"Writing {path}", f"It cannot be written: {error.strerror or error}.", "Name another place."
        ) from error
