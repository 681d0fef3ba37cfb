"""Slides of words: key judgements and the analyst's text, in the judged style, and the list of sources."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from pptx.enum.shapes import MSO_SHAPE

from sayso.exports.deck import fit
from sayso.exports.deck.paper import Sheet
from sayso.exports.deck.table import Border, Cell, heights, table, text
from sayso.exports.deck.words import ACCENT, INK, LEFT, MUTED, RIGHT, TOP, Box, Run, box, rgb
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.reports.brief_parts import Judgement, Text
from sayso.reports.numbering import Numbering

_RULE = Border(0.5, "#c9c9c9")
_GAP, _SIZES = 14.0, (20, 18, 16, 14, 12)
_JUDGED = "The analyst’s judgement"


def judgements(parts: Sequence[Judgement], area: Box) -> list[Sheet]:
    """Each with its likelihood and its confidence beneath; as large as fits, then on further slides."""
    for size in _SIZES:
        tall = [_high(part, size, area.width) for part in parts]
        if sum(tall) <= area.height:
            break
    runs = list(fit.pages(tall, area.height))
    return [
        Sheet(partial(_draw_judgements, parts=parts[start:end], size=size), _JUDGED) for start, end in runs
    ]


def _high(part: Judgement, size: int, wide: float) -> float:
    return (
        fit.lines(part.text, size, wide - 20) * size * fit.LINE
        + (14 * fit.LINE if part.degrees else 0)
        + _GAP
    )


def _draw_judgements(slide: Any, area: Box, *, parts: Sequence[Judgement], size: int) -> None:
    top = area.top
    for n, part in enumerate(parts, 1):
        high = _high(part, size, area.width)
        words = [
            [Run(part.text, size, INK)],
            *([[Run(part.degrees, 12, ACCENT, is_bold=True)]] if part.degrees else []),
        ]
        _bar(slide, Box(area.left, top, 3, high - _GAP))
        box(slide, Box(area.left + 14, top, area.width - 16, high - _GAP), words, name=f"Judgement {n}")
        top += high


def texts(part: Text, area: Box) -> list[Sheet]:
    """A text of the analyst's, on as many slides as it takes at 12 points or more."""
    paragraphs = [line.strip() for line in part.text.splitlines() if line.strip()] or [""]
    for size in _SIZES[1:]:
        tall = [fit.lines(line, size, area.width - 20) * size * fit.LINE + 6 for line in paragraphs]
        if sum(tall) <= area.height:
            break
    runs = list(fit.pages(tall, area.height))
    return [
        Sheet(partial(_draw_text, lines=paragraphs[start:end], size=size), "The analyst’s text")
        for start, end in runs
    ]


def _draw_text(slide: Any, area: Box, *, lines: Sequence[str], size: int) -> None:
    most = int(area.height // (size * fit.LINE))
    words = [[Run(fit.cut(line, size, area.width - 20, most), size, INK)] for line in lines]
    _bar(slide, Box(area.left, area.top, 3, area.height))
    frame = box(
        slide, Box(area.left + 14, area.top, area.width - 16, area.height), words, name="Text"
    ).text_frame
    for paragraph in frame.paragraphs:
        paragraph.space_after = 76200  # 6 points


def _bar(slide: Any, place: Box) -> None:
    """What is judged has a bar at its left, on the screen too."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place.emu)
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(ACCENT)
    shape.line.fill.background()
    shape.name = "Judged"


def sources(numbers: Numbering, area: Box, is_rtl: bool) -> list[Sheet]:
    """The numbered list."""
    names = ("No.", "Outlet", "Title", "Published", "Rating", "Statements", "Where")
    widths = [30.0, 165.0, area.width - 30 - 165 - 84 - 52 - 64 - 190, 84.0, 52.0, 64.0, 190.0]
    head = [
        text(
            name, fit.LEAST, MUTED, is_bold=True, align=RIGHT if name == "Statements" else LEFT, border=_RULE
        )
        for name in names
    ]
    rows = [_row(row, widths) for row in records(numbers.sources)]
    if not rows:
        return []
    tall = heights(rows, widths)
    room = area.height - heights([head], widths)[0]
    made = []
    for start, end in fit.pages(tall, room):
        extent = f"{start + 1}–{end} of {len(rows):,}" if end - start < len(rows) else ""
        draw = partial(_draw_sources, cells=[head, *rows[start:end]], widths=widths, is_rtl=is_rtl)
        made.append(Sheet(draw, extent))
    return made


def _row(row: dict[str, Any], widths: Sequence[float]) -> list[Cell]:
    accessed = f"accessed {date_words(row['accessed_on'])}" if row["accessed_on"] else ""
    address = f"archived {row['archive_url']}" if row["archive_url"] else row["url"] or ""
    values = (
        f"[{row['number']}]", row["outlet"] or "", row["title"] or "", date_words(row["published_on"]), row["rating"],
        f"{row['n_statements']:,}", ", ".join(filter(None, [address, accessed])) or "no address",
    )  # fmt: skip
    return [
        Cell([[Run(fit.cut(str(value), fit.LEAST, wide - 6, 3), fit.LEAST, INK)]], border=_RULE, align=RIGHT if place == 5 else LEFT, anchor=TOP)
        for place, (value, wide) in enumerate(zip(values, widths, strict=True))
    ]  # fmt: skip


def _draw_sources(
    slide: Any, area: Box, *, cells: Sequence[Sequence[Cell]], widths: list[float], is_rtl: bool
) -> None:
    table(
        slide,
        area,
        widths,
        heights(cells, widths),
        cells,
        name="Sources",
        description="The numbered list of sources.",
        is_rtl=is_rtl,
    )
