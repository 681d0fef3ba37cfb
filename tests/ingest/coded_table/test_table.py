"""Tables as people keep them, and as somebody who means harm would: read, or refused with what to do."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest

from sayso.errors import IntakeError
from sayso.ingest.coded_table.table import Table, clean, read_table
from tests.ratio import times_longer
from tests.table_file import ROWS, TITLES, lines, sheet

GRID = [TITLES, *ROWS]


def refused(name: str, content: bytes, **asked: Any) -> str:
    with pytest.raises(IntakeError) as told:
        read_table(name, content, **asked)
    assert "Nothing was changed." in told.value.message and told.value.next_step
    return told.value.message


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_separator_and_encoding_gives_the_same_table(separator: str, encoding: str) -> None:
    table = read_table("coded.csv", lines(GRID, separator, encoding))
    assert table.columns == tuple(TITLES)
    assert [row.number for row in table.rows] == [2, 3, 4]
    assert table.rows[0].cells[6] == "“We want it sold.”"


def test_a_workbook_keeps_dates_numbers_and_text_that_looks_like_a_formula() -> None:
    rows: list[list[Any]] = [["Speaker", "Day", "Stance", "Quote"], ["آن", datetime(2024, 7, 24), 2.0, "'=1+1"], ["Bob", date(2024, 7, 25), -1, "<b>x</b>"]]  # fmt: skip
    table = read_table("coded.xlsx", sheet(rows))
    assert table.rows[0].cells == ("آن", date(2024, 7, 24), 2, "'=1+1")
    assert table.rows[1].cells[3] == "<b>x</b>" and table.sheet == "Coded"


def test_a_formula_without_a_stored_value_is_told() -> None:
    table = read_table("coded.xlsx", sheet([["Speaker", "Issue"], ["Ann", '=HYPERLINK("http://x","Tax")']]))
    assert table.rows[0].cells == ("Ann", None)
    assert "1 formula without a stored value (B2)" in table.notes[0]


def test_the_titles_are_found_under_a_heading_and_sheets_are_chosen() -> None:
    content = sheet([["Coding of July"], [], *GRID], Second=[["Speaker", "Issue"], ["Cem", "Tax"]], Empty=[])
    table = read_table("coded.xlsx", content)
    assert (table.header_row, table.columns[0], table.rows[0].number) == (3, "Speaker", 4)
    assert table.sheets == ("Coded", "Second", "Empty")
    assert read_table("coded.xlsx", content, "Second").rows[0].cells == ("Cem", "Tax")
    assert "“Empty” is empty" in refused("coded.xlsx", content, sheet="Empty")
    assert "no sheet “Third”" in refused("coded.xlsx", content, sheet="Third")
    assert "Row 2 is empty" in refused("coded.xlsx", content, header_row=2)


def test_a_merged_cell_holds_for_every_row_of_it() -> None:
    rows: list[list[Any]] = [["Speaker", "Issue"], ["Ann", "Tax"], [None, "Quay"], ["Bob", "Tax"]]
    table = read_table("coded.xlsx", sheet(rows, merged="A2:A3"))
    assert [row.cells[0] for row in table.rows] == ["Ann", "Ann", "Bob"]
    assert "1 merged cell" in table.notes[0]


def test_titles_that_repeat_or_lack_are_told_apart() -> None:
    table = read_table("coded.csv", lines([["Speaker", "Speaker", "", "Issue"], ["a", "b", "c", "d", "e"]]))
    assert table.columns == ("Speaker", "Speaker (2)", "Column 3", "Issue")
    assert "“Speaker”" in table.notes[0] and table.rows[0].beyond == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("coded.csv", b"", "empty"),
        ("coded.csv", lines([TITLES]), "no rows under them"),
        ("coded.csv", b"\x00\x01\x02\x03" * 500, "binary"),
        ("coded.csv", sheet(GRID), "no .csv file"),
        ("coded.xlsx", lines(GRID), "no .xlsx file"),
        ("coded.xlsx", b"PK\x03\x04" + b"x" * 400, "damaged"),
        ("coded.xlsx", sheet([]), "sheets are empty"),
        ("coded.ods", b"x", ".csv, .tsv and .xlsx"),
        ("coded.csv", lines([["Speaker", "Issue"], *[["a", "b"]] * 20_001]), "more than 20,000 rows"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(name: str, content: bytes, says: str) -> None:
    assert says in refused(name, content)


def rebuilt(content: bytes, part: str, made: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            new.writestr(each.filename, made if each.filename == part else old.read(each))
    return file.getvalue()


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = rebuilt(sheet(GRID), "xl/worksheets/sheet1.xml", b" " * 80_000_000)
    assert len(bomb) < 500_000
    assert "Unpacked it would take" in refused("bomb.xlsx", bomb)


def test_a_sheet_that_lies_about_its_size_or_is_broken_takes_no_memory() -> None:
    part = "xl/worksheets/sheet1.xml"
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>'
    row = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
    assert "empty" in refused("far.xlsx", rebuilt(sheet(GRID), part, head + row))
    assert "cannot be read as a workbook" in refused("cut.xlsx", rebuilt(sheet(GRID), part, head + b"<row"))
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells></worksheet>'
    rows = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Speaker</t></is></c><c r="B1" t="inlineStr"><is><t>Issue</t></is></c></row>'
    more = b'<row r="2"><c r="B2" t="inlineStr"><is><t>Tax</t></is></c></row>'
    table: Table = read_table("merged.xlsx", rebuilt(sheet(GRID), part, head + rows + more + merged))
    assert table.rows[0].cells == ("Speaker", "Tax")


def test_a_comment_full_of_broken_merges_takes_no_longer_than_it_is_long() -> None:
    part = "xl/worksheets/sheet1.xml"
    whole = sheet(GRID)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        source = archive.read(part)

    def read(many: int) -> None:
        comment = b"</sheetData><!--" + b"<mergeCell " * many + b"-->"
        read_table("long.xlsx", rebuilt(whole, part, source.replace(b"</sheetData>", comment)))

    assert times_longer(lambda: read(40_000), lambda: read(10_000)) < 8  # 16 if each began to look to the end


def test_formulas_in_a_sheet_that_lies_about_its_size() -> None:
    part = "xl/worksheets/sheet1.xml"
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>'
    rows = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Speaker</t></is></c><c r="B1" t="inlineStr"><is><t>Issue</t></is></c></row>'
    far = (
        b'<row r="19000"><c r="A19000"><f>1+1</f></c><c r="B19000"><v>3</v></c></row></sheetData></worksheet>'
    )
    table: Table = read_table("far.xlsx", rebuilt(sheet(GRID), part, head + rows + far))
    assert table.rows[0].number == 19_000 and "1 formula without a stored value (A19000)" in table.notes[-1]


@pytest.mark.parametrize("cell", ["\u200b", " \ufeff\u200b ", "\u202e", "\u00ad\u2060"])
def test_what_cannot_be_seen_is_no_name(cell: str) -> None:
    assert clean(cell) == "" and clean(f"{cell}Ann") != ""
