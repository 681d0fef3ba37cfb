"""A table as CSV that opens safely in a spreadsheet."""

from __future__ import annotations

import pandas as pd

# Also line feeds and the wide signs that a Japanese or Chinese spreadsheet takes for the narrow ones.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """`frame` as UTF-8 CSV with a byte-order mark (Excel needs it); text that could run is disarmed."""
    safe = frame.astype(object).map(disarmed).rename(columns=disarmed)
    # RFC 4180's line end; with it the writer also quotes a lone carriage return inside a cell.
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def disarmed(value: object) -> object:
    """Text that a spreadsheet would read as a formula, with an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
