"""Words on a slide: plain text in runs, right to left where they are, with a font that has their letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from sayso.exports.deck.template import FONT
from sayso.exports.xml_text import as_xml

INK, MUTED, ACCENT = "#111111", "#5b5b5b", "#4f2249"
LEFT, CENTRE, RIGHT = PP_ALIGN.LEFT, PP_ALIGN.CENTER, PP_ALIGN.RIGHT
TOP, MIDDLE, BOTTOM = MSO_ANCHOR.TOP, MSO_ANCHOR.MIDDLE, MSO_ANCHOR.BOTTOM


@dataclass(frozen=True)
class Run:
    """Words of one look."""

    text: str
    size: float
    colour: str = INK
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True)
class Box:
    """Points from the slide's left top."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """As python-pptx takes it."""
        left, top, width, height = (
            Emu(round(side * 12700)) for side in (self.left, self.top, self.width, self.height)
        )
        return left, top, width, height


def rgb(colour: str) -> RGBColor:
    """#rrggbb as python-pptx takes it."""
    made: RGBColor = RGBColor.from_string(colour.lstrip("#").upper())
    return made


def is_rtl(text: str) -> bool:
    """Whether its first strong letter is written from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def box(
    slide: Any, place: Box, paragraphs: Sequence[Sequence[Run]], *, align: Any = LEFT, anchor: Any = TOP, name: str = ""
) -> Any:  # fmt: skip
    """A text box without margins."""
    shape = slide.shapes.add_textbox(*place.emu)
    if name:
        shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame, paragraphs, align)
    return shape


def write(frame: Any, paragraphs: Sequence[Sequence[Run]], align: Any = LEFT) -> None:
    """Fill a text frame: a sequence of runs a paragraph."""
    for place, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        fill(paragraph, runs, align)


def fill(paragraph: Any, runs: Iterable[Run], align: Any = LEFT) -> None:
    """Write `runs` into a paragraph; what begins from right to left turns it and its alignment."""
    runs = list(runs)
    turns = is_rtl("".join(run.text for run in runs))
    if turns:
        paragraph._p.get_or_add_pPr().set("rtl", "1")
    paragraph.alignment = RIGHT if turns and align == LEFT else align
    for run in runs:
        if run.text:
            _add(paragraph, run)
    size = str(
        round(max((run.size for run in runs), default=10) * 100)
    )  # else an empty cell is 18 points high
    paragraph._p.append(paragraph._p.makeelement(qn("a:endParaRPr"), {"sz": size}))


def _add(paragraph: Any, run: Run) -> None:
    """The run as XML: through python-pptx's own properties a large matrix takes four times as long."""
    is_arabic = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in run.text)
    lang, script = (' lang="ar-SA"', f'<a:cs typeface="{FONT}"/>') if is_arabic else ("", "")
    words = escape(" ".join(as_xml(run.text).replace("\v", " ").split("\n")))
    paragraph._p.append(parse_xml(
        f'<a:r {nsdecls("a")}><a:rPr{lang} sz="{round(run.size * 100)}" b="{int(run.is_bold)}" i="{int(run.is_italic)}">'
        f'<a:solidFill><a:srgbClr val="{run.colour.lstrip("#").upper()}"/></a:solidFill>'
        f'{script}</a:rPr><a:t>{words}</a:t></a:r>'
    ))  # fmt: skip


def describe(shape: Any, words: str, name: str = "") -> None:
    """What stands in place of a graphic for who cannot see it."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("descr", as_xml(words))
    if name:
        properties.set("name", as_xml(name))
