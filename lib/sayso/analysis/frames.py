"""Rows of a frame as plain values."""

from __future__ import annotations

from typing import Any

import pandas as pd


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """One dict a row, with None where the frame has a missing value."""
    return [
        {str(key): None if _is_missing(value) else value for key, value in row.items()}
        for row in frame.to_dict("records")
    ]


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value)
