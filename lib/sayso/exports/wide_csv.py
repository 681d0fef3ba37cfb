"""The wide statement table as CSV."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from sayso.exports.csv_table import csv_bytes
from sayso.reports.statement_columns import COLUMNS
from sayso.reports.statements import Statements


def csv(statements: Statements) -> bytes:
    """The table as CSV: lists joined with "; ", days as ISO, text that could run disarmed."""
    flat = statements.frame.astype(object)
    for column in COLUMNS:
        values = statements.frame[column.name]
        if column.kind == "list":
            flat[column.name] = [joined(value) for value in values]
        elif column.kind == "day":
            days = values.to_numpy().astype("datetime64[D]").astype(str)
            flat[column.name] = pd.Series(days, values.index, dtype=object).where(values.notna(), None)
        elif column.kind == "yes":
            flat[column.name] = values.map({True: "true", False: "false"}).astype(object)
    return csv_bytes(flat)


def joined(values: Sequence[str]) -> str:
    """A list in one cell."""
    return "; ".join(values)
