"""One door for overlay files: which of the two it is, unpacked if it is packed."""

from __future__ import annotations

import gzip
import io
import zlib
from datetime import date

from sayso.errors import IntakeError
from sayso.ingest.overlays.acled import is_acled, read_acled
from sayso.ingest.overlays.gdelt import is_gdelt, read_lines, read_table
from sayso.ingest.overlays.table import MOST_ROWS, csv_rows, missing, reading
from sayso.ingest.reading.decoding import decode
from sayso.model.overlays import Read

__all__ = ["LARGEST_FILE", "MOST_ROWS", "read"]

LARGEST_FILE = 50 * 1024 * 1024  # bytes, as uploaded
LARGEST_UNPACKED = 100 * 1024 * 1024


def read(name: str, content: bytes, today: date) -> Read:
    """The events or quotations in a file; rows that cannot be used are its `problems`.

    Raises IntakeError if it is neither ACLED's nor GDELT's, empty, too large, or has no row that can be used.
    """
    if len(content) > LARGEST_FILE:
        raise _too_large(name, LARGEST_FILE)
    text, notes = decode(name, _unpacked(name, content))
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise IntakeError(reading(name), "It is empty. Nothing was added.", "Download it again.")
    found = _read(name, text, today)
    if not found.records:
        first = f" Row {found.problems[0].row} {found.problems[0].wrong}." if found.problems else ""
        rows = (
            f"None of its {len(found.problems):,} rows can be used."
            if found.problems
            else "It has columns, but no rows."
        )
        raise IntakeError(
            reading(name), f"{rows}{first} Nothing was added.",
            "Download it again with the dates and countries that you want.",
        )  # fmt: skip
    return Read(found.kind, found.records, found.problems, notes + found.notes)


def _read(name: str, text: str, today: date) -> Read:
    if text.lstrip().startswith("{"):
        return read_lines(name, text, today)
    header, rows = csv_rows(name, text)
    if is_acled(header):
        return read_acled(name, header, rows, today)
    if is_gdelt(header):
        return read_table(name, header, rows, today)
    raise missing(name, "event_date and event_type (ACLED), or date, url and quote (GDELT)", header)


def _unpacked(name: str, content: bytes) -> bytes:
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        # GDELT's minutes are often joined: several packed files in one, which GzipFile reads as a stream.
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            text = packed.read(LARGEST_UNPACKED + 1)
    except (zlib.error, EOFError, OSError) as error:
        raise IntakeError(
            reading(name), "It is packed (gzip), but damaged. Nothing was added.", "Download it again."
        ) from error
    if len(text) > LARGEST_UNPACKED:
        raise _too_large(name, LARGEST_UNPACKED, " unpacked")
    return text


def _too_large(name: str, most: int, how: str = "") -> IntakeError:
    return IntakeError(
        reading(name),
        f"It is larger than {most // 2**20} MB{how}. Nothing was added.",
        "Filter it where you downloaded it (countries, dates), or split it.",
    )
