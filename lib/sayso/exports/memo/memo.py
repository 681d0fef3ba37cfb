"""A memo of a page: key judgements, the matrix, each view's finding with a footnote to its sources."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from sayso.exports.deck.drawn import Axis, grid_of
from sayso.exports.deck.fit import evenly
from sayso.exports.memo.footnotes import Footnotes
from sayso.exports.memo.words import shade, write
from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.scales import BANDS, BY_STATE, NOT_FOUND
from sayso.reports import citations
from sayso.reports.brief_parts import Brief, Judgement, Text
from sayso.reports.exhibit import Exhibit
from sayso.reports.numbering import Numbering, in_brackets, numbering

MOST_CITED = 3
"""Statements that a footnote quotes; its numbers name every source."""
_MOST_COLUMNS = 12
_MUTED, _JUDGED = "#5b5b5b", "#4f2249"


def memo(brief: Brief) -> bytes:
    """The .docx of a briefing: one page as long as few views are in it, then the list of sources."""
    document = Document()
    _set_up(document, brief)
    numbers = numbering(brief.exhibits)
    notes = Footnotes(document)
    write(document.add_paragraph(), brief.title, size=17, is_bold=True)
    days = sorted({each.as_of for each in brief.exhibits})
    as_of = f" · as of {', '.join(day_words(brief.day.fromisoformat(day)) for day in days)}" if days else ""
    write(document.add_paragraph(), f"{day_words(brief.day)}{as_of}", colour=_MUTED)
    if brief.judgements:
        _heading(document, "Key judgements")
        for one in brief.judgements:
            _judge(document, one)
    matrix = next((each for each in brief.exhibits if each.part == "matrix" and grid_of(each).rows), None)
    _heading(document, "Findings")
    for part in brief.parts:
        if isinstance(part, Exhibit):
            _find(document, part, numbers, notes)
            if part is matrix:
                _tabulate(document, part)
        elif isinstance(part, Text):
            _say(document, part)
    _list(document, numbers)
    notes.close()
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: Any, brief: Brief) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.9)
    section.top_margin = section.bottom_margin = Cm(1.6)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(10)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:cs"), "Arial")
    style.paragraph_format.space_after = Pt(4)
    facts = document.core_properties
    facts.title, facts.author, facts.language = brief.title[:250], "Sayso", brief.language
    for place in (section.header, section.footer):
        if brief.marking:
            paragraph = place.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            write(paragraph, brief.marking, size=9, is_bold=True)


def _heading(document: Any, words: str) -> None:
    paragraph = document.add_paragraph(style="Heading 2")
    paragraph.paragraph_format.space_before = Pt(8)
    write(paragraph, words, size=12, is_bold=True, colour="#111111")


def _judge(document: Any, one: Judgement) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    write(paragraph, one.text)
    if one.degrees:
        write(paragraph, f" ({one.degrees})", is_bold=True, colour=_JUDGED)


def _find(document: Any, exhibit: Exhibit, numbers: Numbering, notes: Footnotes) -> None:
    paragraph = document.add_paragraph()
    write(paragraph, exhibit.title if exhibit.title.endswith(".") else f"{exhibit.title}.", is_bold=True)
    all_of = in_brackets(numbers.all_of(exhibit))
    cited = numbers.citations(exhibit, MOST_CITED)
    words = [f"Sources {all_of}." if all_of else "No article lies behind it."]
    if cited:
        words.append(f"Among them: {' — '.join(cited)}.")
    notes.add(paragraph, " ".join(words))
    write(paragraph, f" {exhibit.subtitle}", size=8.5, colour=_MUTED)


def _say(document: Any, part: Text) -> None:
    if part.heading:
        _heading(document, part.heading)
    for line in filter(None, map(str.strip, part.text.splitlines())):
        write(document.add_paragraph(), line, colour=_JUDGED)


def _tabulate(document: Any, exhibit: Exhibit) -> None:
    """The matrix, sign and n in each cell; wide ones in several tables."""
    axis = grid_of(exhibit)
    cells = {(row["unit_id"], row["issue_id"]): row for row in records(exhibit.frame)}
    for columns in evenly(axis.columns, _MOST_COLUMNS):
        _table(document, axis, columns, cells)
    signs = " · ".join(f"{step.sign} {step.word}" for step in (*BANDS, BY_STATE["conflicting"], NOT_FOUND))
    write(document.add_paragraph(), f"{signs}; beside it the number of statements.", size=8.5, colour=_MUTED)


def _table(
    document: Any, axis: Axis, columns: Sequence[str], cells: Mapping[tuple[str, str], Mapping[str, Any]]
) -> None:
    table = document.add_table(rows=1 + len(axis.rows), cols=1 + len(columns))
    table.style, table.autofit = "Table Grid", False
    widths = [Cm(4.0), *([Cm(13.2 / max(len(columns), 1))] * len(columns))]
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = wide
    for r, row in enumerate(table.rows):
        if r == 0:
            head = OxmlElement("w:tblHeader")
            row._tr.get_or_add_trPr().append(head)
        for c, cell in enumerate(row.cells):
            cell.width = widths[c]
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            if r == 0 or c == 0:
                key = columns[c - 1] if c else axis.rows[r - 1] if r else ""
                write(paragraph, axis.names.get(key, ""), size=8 if r == 0 else 8.5, is_bold=True)
                continue
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            found = cells.get((axis.rows[r - 1], columns[c - 1]))
            step = BY_STATE[found["state"]] if found else NOT_FOUND
            condition = " if" if found and found["condition"] else ""
            write(paragraph, step.sign, size=9, is_bold=True, colour=step.ink)
            write(paragraph, f"{condition} {found['n']}" if found else "", size=8.5, colour=step.ink)
            if step in BANDS:
                shade(cell, step.fill)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _list(document: Any, numbers: Numbering) -> None:
    _heading(document, "Sources")
    if numbers.rights:
        write(document.add_paragraph(), numbers.rights, is_italic=True)
    for row in records(numbers.sources):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        write(paragraph, f"[{row['number']}] {citations.source_words(row)}", size=8.5)
    if numbers.sources.empty:
        write(document.add_paragraph(), "None.")
