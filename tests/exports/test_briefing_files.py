"""A briefing's memo, workbook and citations, opened again by other readers: footnotes resolve, rights hold, nothing runs."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from sayso.exports.briefings import FILES
from sayso.reports.brief_parts import Brief, BriefPart, Judgement, Text
from sayso.reports.citations import NOT_QUOTED
from sayso.reports.numbering import in_brackets, numbering
from sayso.store.hub import Database
from tests.conftest import DatasetMaker
from tests.exports.deck.exhibits import FACTIONS, NAMES, SAID, exhibits
from tests.tiny import say

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SECRET = "words that must not leave"


@pytest.fixture
def brief(make_dataset: DatasetMaker) -> Brief:
    database = make_dataset(SAID, factions=FACTIONS, more=NAMES)
    views = [*exhibits(database, "matrix"), *exhibits(database, "comparison")]
    parts: list[BriefPart] = [
        Judgement("=cmd|'/C calc'!A0", "likely", "high confidence"),
        *views,
        Text("+1", "Gaps"),
    ]
    return Brief("=1+1 who stands where", date(2024, 7, 1), parts, "INTERNAL")


def test_every_footnote_of_the_memo_resolves(brief: Brief) -> None:
    content = FILES["docx"](brief)
    package = zipfile.ZipFile(io.BytesIO(content))
    body = etree.fromstring(package.read("word/document.xml"))
    notes = {
        note.get(f"{W}id"): "".join(note.itertext())
        for note in etree.fromstring(package.read("word/footnotes.xml"))
    }
    marks = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
    assert marks == [str(n) for n in range(1, len(brief.exhibits) + 1)]
    numbers = numbering(brief.exhibits)
    for mark, exhibit in zip(marks, brief.exhibits, strict=True):
        assert in_brackets(numbers.all_of(exhibit)) in notes[mark]
    document = Document(io.BytesIO(content))
    words = [paragraph.text for paragraph in document.paragraphs]
    listed = words[words.index("Sources") + 1 :]
    assert [line.split("]")[0] for line in listed] == [f"[{n}" for n in numbers.sources["number"]]
    assert any("(likely · high confidence)" in line for line in words)
    assert document.sections[0].header.paragraphs[0].text == "INTERNAL"
    matrix = brief.exhibits[0]
    cells = [cell.text for row in document.tables[0].rows[1:] for cell in row.cells[1:]]
    assert sorted(int(cell.split()[-1]) for cell in cells if cell != "–") == sorted(matrix.frame["n"])


def test_the_workbook_has_a_sheet_a_view_and_nothing_runs(brief: Brief) -> None:
    book = load_workbook(io.BytesIO(FILES["xlsx"](brief)))
    assert book.sheetnames == ["Method", "1 matrix", "2 comparison", "3 spread", "Statements", "Sources"]
    for exhibit, name in zip(brief.exhibits, book.sheetnames[1:], strict=False):
        sheet = book[name]
        assert (
            sheet.freeze_panes == "A2" and sheet.auto_filter.ref and sheet.max_row == len(exhibit.table) + 1
        )
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
            assert all(
                not str(cell.value).startswith(("=", "+", "@")) for cell in row if isinstance(cell.value, str)
            )
    head, *said = [list(row) for row in book["Statements"].values]
    known = {row[0] for row in list(book["Sources"].values)[1:]}
    assert said and {row[head.index("source")] for row in said} <= known
    keys = [row[head.index("statement_id")] for row in said]
    assert len(keys) == len(set(keys))


def test_citations_are_csl(brief: Brief) -> None:
    items = json.loads(FILES["csl"](brief))
    assert [item["citation-number"] for item in items] == [str(n) for n in range(1, len(items) + 1)]
    assert items[0]["issued"]["date-parts"][0][0] == 2024 and items[0]["container-title"] == "The Herald"


@pytest.mark.parametrize("page", ["matrix", "timeline", "quotes"])
def test_words_that_may_not_be_quoted_are_in_no_file(make_dataset: DatasetMaker, page: str) -> None:
    database = make_dataset(
        [say("ann", "tax", 1, "2024-01-02", article="kept", text=SECRET), say("bob", "tax", 1, "2024-01-03", article="free", text="free words")],
        articles={"kept": {"rights": "show"}},
    )  # fmt: skip
    assert database.is_writable  # who codes sees them, and still they don't leave
    brief = Brief("x", date(2024, 2, 1), exhibits(database, page))
    said = ""
    for write in FILES.values():
        content = write(brief)
        assert SECRET.encode() not in content
        if zipfile.is_zipfile(io.BytesIO(content)):
            package = zipfile.ZipFile(io.BytesIO(content))
            whole = "".join(
                package.read(name).decode("utf-8", "ignore")
                for name in package.namelist()
                if name.endswith(".xml")
            )
            assert SECRET not in whole
            said += whole
    assert "cited without words" in said and "free words" in said
    if page == "matrix":
        assert NOT_QUOTED in said


def test_numbers_hold_over_views(make_dataset: DatasetMaker) -> None:
    database: Database = make_dataset(SAID, factions=FACTIONS)
    one, other = exhibits(database, "actor", actor="ann")[0], exhibits(database, "matrix")[0]
    numbers: Any = numbering([one, other])
    alone = numbering([one])
    for key in one.sources["article_id"]:
        assert numbers.of(one, key) == alone.of(one, key) == numbers.of(other, key)
    assert in_brackets([1, 2, 3, 7, 9, 10]) == "[1–3, 7, 9–10]" and in_brackets([]) == ""
