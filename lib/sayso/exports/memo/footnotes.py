"""Real footnotes for python-docx, which has none: a part of their own, its styles, and the marks in the text."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from sayso.exports.xml_text import as_xml

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Footnotes:
    """The footnotes of a document; `close` writes them into it."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._notes: list[str] = []
        text = document.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style = document.styles["Normal"]
        text.font.size = Pt(8.5)
        text.paragraph_format.space_after = Pt(0)
        mark = document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
        mark.font.superscript = True
        self._text_style, self._mark_style = text.style_id, mark.style_id

    def add(self, paragraph: Any, words: str) -> int:
        """A mark at the end of `paragraph`, and its note; its number."""
        number = len(self._notes) + 1
        mark = f'<w:rPr><w:rStyle w:val="{self._mark_style}"/></w:rPr>'
        paragraph._p.append(
            parse_xml(f'<w:r {nsdecls("w")}>{mark}<w:footnoteReference w:id="{number}"/></w:r>')
        )
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self._text_style}"/></w:pPr><w:r>{mark}<w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(as_xml(words))}</w:t></w:r></w:p></w:footnote>'
        )  # fmt: skip
        return number

    def close(self) -> None:
        """Write the part."""
        content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{_LINES}{"".join(self._notes)}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, content.encode(), self._document.part.package)
        self._document.part.relate_to(part, _RELATION)
