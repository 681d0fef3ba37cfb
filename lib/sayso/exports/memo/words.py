"""Words in a memo: right to left where they are."""

from __future__ import annotations

import unicodedata
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from sayso.exports.xml_text import as_xml


def write(
    paragraph: Any, text: str, *, size: float = 0, is_bold: bool = False, is_italic: bool = False, colour: str = ""
) -> Any:  # fmt: skip
    """Add `text`; a paragraph whose first letter is written from right to left is turned."""
    run = paragraph.add_run(" ".join(as_xml(text).replace("\v", " ").split("\n")))
    run.bold, run.italic = is_bold, is_italic
    if size:
        run.font.size = Pt(size)
        complex_size = OxmlElement("w:szCs")
        complex_size.set(qn("w:val"), str(round(size * 2)))
        run._r.get_or_add_rPr().append(complex_size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "L")
    if first != "L":
        properties = paragraph._p.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is None:
            properties.append(OxmlElement("w:bidi"))
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    return run


def shade(cell: Any, fill: str) -> None:
    """Fill a table's cell."""
    properties = cell._tc.get_or_add_tcPr()
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill.lstrip("#").upper())):
        shading.set(qn(f"w:{name}"), value)
    properties.append(shading)
