"""What every slide has: finding, what it rests on, marking, page number, provenance and the numbers of its sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from sayso.exports.deck import fit
from sayso.exports.deck.template import Template, layout
from sayso.exports.deck.words import BOTTOM, CENTRE, INK, MIDDLE, MUTED, RIGHT, Box, Run, box, is_rtl
from sayso.exports.xml_text import as_xml

_SIDE, _GAP = 24.0, 5.0
_TITLE_TOP, _TITLE_HIGH = 24.5, 64.0
_SUBTITLE, _SMALL = 11, fit.LEAST
_FOOT = 60.0
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_SIZES = (24, 22, 20, 18, 16, 14)


@dataclass(frozen=True)
class Head:
    """The words round a slide's body."""

    title: str
    subtitle: str = ""
    provenance: str = ""
    sources: str = ""


@dataclass(frozen=True)
class Sheet:
    """The body of one slide; `extent` says which part of a whole it is."""

    draw: Callable[[Any, Box], None]
    extent: str = ""


class Paper:
    """A presentation that slides are added to."""

    def __init__(self, template: Template, marking: str, language: str) -> None:
        self.presentation = template.open()
        self.is_own = template.is_own
        self.marking = " ".join(marking.split())
        self.is_rtl = language.split("-")[0] in ("ar", "fa", "he", "ur", "ckb")
        self.width = self.presentation.slide_width / 12700
        self.height = self.presentation.slide_height / 12700

    def area(self, head: Head) -> Box:
        """The room for a slide's body."""
        top = (
            self._title.top
            + self._title.height
            + 2
            + self._subtitle_lines(head) * _SUBTITLE * fit.LINE
            + _GAP
        )
        return Box(_SIDE, top, self.width - 2 * _SIDE, self.height - _FOOT - top)

    def add(self, head: Head, sheet: Sheet, notes: str = "") -> Any:
        """A slide with everything on it."""
        slide = self._new("content")
        area = self.area(head)
        self._write_title(slide, head.title)
        subtitle = " · ".join(filter(None, [sheet.extent, head.subtitle]))
        room = Box(
            _SIDE,
            self._title.top + self._title.height + 2,
            area.width,
            area.top - self._title.top - self._title.height - 2,
        )
        if subtitle:
            cut = fit.cut(subtitle, _SUBTITLE, area.width, self._subtitle_lines(head))
            box(slide, room, [[Run(cut, _SUBTITLE, MUTED)]], name="Subtitle")
        sheet.draw(slide, area)
        self._write_foot(slide, head)
        self._write_marking(slide)
        if notes:
            slide.notes_slide.notes_text_frame.text = as_xml(notes).replace("\v", " ")
        return slide

    def cover(self, title: str, lines: list[str], notes: str = "") -> Any:
        """The first slide."""
        slide = self._new("cover")
        high = self.height * 0.3
        shape = slide.shapes.title
        if self.is_own:
            place = Box(_SIDE * 2, high, self.width - 4 * _SIDE, 110)
            shape.left, shape.top, shape.width, shape.height = place.emu
        self._set_title(
            shape, fit.cut(title, 28, self.width - 4 * _SIDE, 3, is_bold=True), 28 if len(title) > 60 else 36
        )
        shape.text_frame.vertical_anchor = BOTTOM
        below = (shape.top + shape.height) / 12700 + 14 if self.is_own else self.height * 0.62
        place = Box(_SIDE * 2, below, self.width - 4 * _SIDE, 150)
        box(
            slide,
            place,
            [[Run(line, 16 if n == 0 else 13, INK if n == 0 else MUTED)] for n, line in enumerate(lines)],
            name="About",
        )
        self._write_marking(slide)
        if notes:
            slide.notes_slide.notes_text_frame.text = as_xml(notes)
        return slide

    @property
    def _title(self) -> Box:
        if self.is_own:
            return Box(_SIDE, _TITLE_TOP, self.width - 2 * _SIDE, _TITLE_HIGH)
        shape = next(
            s
            for s in layout(self.presentation, "content").placeholders
            if s.placeholder_format.type in _TITLES
        )
        return Box(shape.left / 12700, shape.top / 12700, shape.width / 12700, shape.height / 12700)

    def _subtitle_lines(self, head: Head) -> int:
        words = f"{head.subtitle} · rows 100–200 of 1000, columns 10–20 of 30"
        return min(3, fit.lines(words, _SUBTITLE, self.width - 2 * _SIDE)) if head.subtitle else 1

    def _new(self, which: str) -> Any:
        slide = self.presentation.slides.add_slide(layout(self.presentation, which))
        for shape in list(slide.placeholders):  # empty ones would say "Click to add text"
            if shape.placeholder_format.type not in _TITLES:
                shape._element.getparent().remove(shape._element)
        return slide

    def _write_title(self, slide: Any, title: str) -> None:
        place = self._title
        room = place.width - 15
        size = fit.largest(title, _SIZES, room, place.height, is_bold=True)
        most = max(1, int(place.height // (size * fit.LINE)))
        self._set_title(slide.shapes.title, fit.cut(title, size, room, most, is_bold=True), size)
        slide.shapes.title.text_frame.vertical_anchor = MIDDLE

    def _set_title(self, shape: Any, title: str, size: int) -> None:
        frame = shape.text_frame
        frame.word_wrap = True
        paragraph = frame.paragraphs[0]
        run = paragraph.add_run()
        run.text = " ".join(as_xml(title).split())
        run.font.size = Pt(size)
        if self.is_own:
            frame.margin_left = frame.margin_right = 0
        if is_rtl(title):
            paragraph._p.get_or_add_pPr().set("rtl", "1")
            paragraph.alignment = RIGHT

    def _write_foot(self, slide: Any, head: Head) -> None:
        words = " · ".join(filter(None, [head.sources, head.provenance]))
        top = self.height - _FOOT + 8
        wide = self.width - 2 * _SIDE
        if words:
            cut = fit.cut(words, _SMALL, wide, 2)
            box(slide, Box(_SIDE, top, wide, 26), [[Run(cut, _SMALL, MUTED)]], name="Sources and provenance")
        number = box(
            slide,
            Box(self.width - _SIDE - 60, self.height - 20, 60, 14),
            [[Run("", _SMALL, MUTED)]],
            align=RIGHT,
            name="Page number",
        )
        paragraph = number.text_frame.paragraphs[0]._p
        for run in paragraph.findall(qn("a:r")):
            paragraph.remove(run)
        index = len(self.presentation.slides)
        paragraph.append(parse_xml(
            f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="en-GB" sz="1000"/><a:t>{index}</a:t></a:fld>'
        ))  # fmt: skip

    def _write_marking(self, slide: Any) -> None:
        if self.marking:
            words = fit.cut(self.marking, 11, self.width - 200, 1, is_bold=True)
            for top, name in ((7.0, "Marking"), (self.height - 20, "Marking below")):
                place = Box(100, top, self.width - 200, 14)
                box(slide, place, [[Run(words, 11, INK, is_bold=True)]], align=CENTRE, name=name)
