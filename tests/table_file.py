"""Small tables as people keep them: `sheet([…])` gives an .xlsx, `lines([…])` a .csv, both as bytes."""

from __future__ import annotations

import csv
import io
from typing import Any

TITLES = ["Speaker", "Issue", "Stance", "Date", "Headline", "Newspaper", "Quote"]
ROWS: list[list[Any]] = [
    ["Ann Smith", "Sell the quay", "support", "2024-07-24", "Quay sale nears", "Selm Post", "“We want it sold.”"],
    ["Bob Oz", "Sell the quay", "oppose", "2024-07-24", "Quay sale nears", "Selm Post", "It must stay ours"],
    ["Bob Oz", "Dredge the channel", "strongly supports", "2024-07-26", "Dredging", "Selm Post", "Dredge it, at once"],
]  # fmt: skip


def lines(rows: list[list[Any]], separator: str = ",", encoding: str = "utf-8") -> bytes:
    """The rows as CSV."""
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return file.getvalue().encode(encoding)


def sheet(rows: list[list[Any]], merged: str = "", **others: list[list[Any]]) -> bytes:
    """The rows as the first sheet, “Coded”, of a workbook; `others` are further sheets by name."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Coded"
    for title, content in {"Coded": rows, **others}.items():
        page = book["Coded"] if title == "Coded" else book.create_sheet(title)
        for row in content:
            page.append(row)
    if merged:
        book["Coded"].merge_cells(merged)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
