"""A workbook that Excel opens: numbers are numbers, days are days, nothing runs, nothing is lost unsaid."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from sayso.exports.workbook import CUT, MOST_CHARACTERS, xlsx
from sayso.reports.statements import statements
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

LONG = "قوة 🚢 " * 8_000  # 48,000 characters, 56,000 as Excel counts


def opened(make_dataset: DatasetMaker, scope: ScopeMaker, *said: Any, **more: Any) -> Any:
    return load_workbook(io.BytesIO(xlsx(statements(make_dataset(said, **more), scope()))))


def cells(book: Any) -> list[dict[str, Any]]:
    head, *rows = book["Statements"].iter_rows()
    return [dict(zip([cell.value for cell in head], row, strict=True)) for row in rows]


def test_cells_are_typed(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    book = opened(
        make_dataset, scope, say("ann", "tax", -2, "2024-01-03", confidence=0.25), say("ann", "tax", 1, "2023-12"),
        say("ann", "tax", 1, "1850-05-06"),
    )  # fmt: skip
    day, month, old = cells(book)
    assert (day["stance"].value, day["confidence"].value, day["is_kept"].value) == (-2, 0.25, True)
    assert day["stated_on"].value == datetime(2024, 1, 3) and day["stated_on"].number_format == "yyyy-mm-dd"
    assert month["stated_on"].value == "2023-12"  # a month is never its first day
    assert month["stated_high"].value == datetime(2023, 12, 31)
    assert old["stated_on"].value == old["said_on"].value == "1850-05-06"  # Excel knows no day before 1900
    sheet = book["Statements"]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:") and sheet["A1"].font.b


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_is_text(make_dataset: DatasetMaker, scope: ScopeMaker, start: str) -> None:
    words = f"{start}HYPERLINK(1)"
    made = statements(make_dataset([("ann", "tax", 1, "2024")]), scope())
    made.frame[["quote", "note"]] = words
    (row,) = cells(load_workbook(io.BytesIO(xlsx(made))))
    for name in ("quote", "note"):
        assert (row[name].value, row[name].data_type) == (f"'{words}", "s")


def test_what_a_cell_cannot_hold_is_replaced_or_cut_and_said(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    book = opened(
        make_dataset, scope, say("ann", "tax", 1, "2024-01-02", text="a\x07b\x1fc\ufffe", note="#N/A"),
        say("bob", "tax", 1, "2024-01-01", text=LONG),
    )  # fmt: skip
    odd, long = cells(book)
    assert odd["quote"].value == "a\ufffdb\ufffdc\ufffd"
    assert (odd["note"].value, odd["note"].data_type) == ("#N/A", "s")
    assert odd["status"].value == "accepted" and odd["status"].number_format == "General"
    kept = long["quote"].value
    assert kept.endswith(CUT) and len(kept.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert LONG.startswith(kept.removesuffix(CUT))
    about = {row[0]: row[1] for row in book["About"].values if row[0]}
    assert about["Cut"].startswith("1 cell")


def test_the_second_sheet_says_what_it_is(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    book = opened(
        make_dataset, scope, say("ann", "tax", 1, "2024-01-02", article="b"), say("ann", "war", 1, "2024-01-01", article="a"),
        articles={"a": {"title": "=1+1"}},
    )  # fmt: skip
    rows = [list(row) for row in book["About"].values]
    about = {row[0]: row[1] for row in rows if row[0]}
    for fact in ("Dataset", "Licence", "Data version", "As of", "Filters", "Date range", "Method", "Rights"):
        assert about[fact]
    assert about["stance"].startswith("A whole number from -2")  # the database's own comment
    sources = rows[rows.index(next(row for row in rows if row[0] == "Sources")) + 2 :]
    assert [row[:3] for row in sources] == [[1, "'=1+1", "The Herald"], [2, "Article b", "The Herald"]]
    assert sources[0][3] == datetime(2024, 1, 1)
