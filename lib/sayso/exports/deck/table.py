"""A native table whose every cell has its own fill and its own border."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from sayso.exports.deck import fit
from sayso.exports.deck.words import CENTRE, INK, LEFT, MIDDLE, Box, Run, describe, rgb, write
from sayso.model.scales import CELL_BORDER

PAD, PAD_HIGH = 3.0, 1.0
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid


@dataclass(frozen=True, order=True)
class Border:
    """A line; where two cells meet, the greater one is drawn."""

    width: float = 0.0
    colour: str = CELL_BORDER
    dash: str = "solid"


NONE, THIN = Border(), Border(0.75)


@dataclass(frozen=True)
class Cell:
    """One cell: a sequence of runs a paragraph."""

    paragraphs: Sequence[Sequence[Run]]
    fill: str | None = None
    border: Border = NONE
    align: Any = CENTRE
    anchor: Any = field(default=MIDDLE)

    def height(self, room: float) -> float:
        """Points that it takes in a column `room` wide."""
        total = 0.0
        for runs in self.paragraphs:
            size = max((run.size for run in runs), default=fit.LEAST)
            is_bold = any(run.is_bold for run in runs)
            total += (
                fit.lines("".join(run.text for run in runs), size, room - 2 * PAD, is_bold=is_bold)
                * size
                * fit.LINE
            )
        return total + 2 * PAD_HIGH


def text(
    words: str,
    size: float = fit.LEAST,
    colour: str = INK,
    *,
    is_bold: bool = False,
    align: Any = LEFT,
    **more: Any,
) -> Cell:
    """A cell of one paragraph."""
    return Cell([[Run(words, size, colour, is_bold)]], align=align, **more)


def heights(cells: Sequence[Sequence[Cell]], widths: Sequence[float]) -> list[float]:
    """What each row needs."""
    return [max(cell.height(wide) for cell, wide in zip(row, widths, strict=True)) for row in cells]


def table(
    slide: Any, place: Box, widths: Sequence[float], high: Sequence[float], cells: Sequence[Sequence[Cell]],
    *, name: str, description: str, is_rtl: bool = False,
) -> Any:  # fmt: skip
    """Draw `cells`, the first row and column as heads, from the left top of `place`."""
    left, top, _, _ = place.emu
    frame = slide.shapes.add_table(len(cells), len(widths), left, top, Pt(sum(widths)), Pt(sum(high)))
    describe(frame, description, name)
    made = frame.table
    properties = made._tbl.tblPr
    properties.set("bandRow", "0")
    properties.set("firstCol", "1")
    if is_rtl:
        properties.set("rtl", "1")
    style = properties.find(qn("a:tableStyleId"))
    style.text = _PLAIN
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = Pt(wide)
    for r, (row, tall) in enumerate(zip(made.rows, high, strict=True)):
        row.height = Pt(tall)
        for c, cell in enumerate(row.cells):
            _write(cell, cells[r][c])
            _border(cell._tc, cells, r, c)
    return frame


def _write(cell: Any, given: Cell) -> None:
    cell.margin_left = cell.margin_right = Pt(PAD)
    cell.margin_top = cell.margin_bottom = Pt(PAD_HIGH)
    cell.vertical_anchor = given.anchor
    write(cell.text_frame, given.paragraphs, given.align)
    if given.fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(given.fill)
    else:
        cell.fill.background()


def _border(tc: Any, cells: Sequence[Sequence[Cell]], r: int, c: int) -> None:
    """The four lines, before the fill, as the schema orders them."""
    beside = {"lnL": (r, c - 1), "lnR": (r, c + 1), "lnT": (r - 1, c), "lnB": (r + 1, c)}
    properties = tc.get_or_add_tcPr()
    for place, (side, (row, column)) in enumerate(beside.items()):
        is_inside = 0 <= row < len(cells) and 0 <= column < len(cells[0])
        line = max(cells[r][c].border, cells[row][column].border) if is_inside else cells[r][c].border
        properties.insert(place, parse_xml(_line(side, line)))


def _line(side: str, line: Border) -> str:
    if not line.width:
        return f'<a:{side} {nsdecls("a")} w="0"><a:noFill/></a:{side}>'
    return (
        f'<a:{side} {nsdecls("a")} w="{round(line.width * 12700)}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill>'
        f'<a:srgbClr val="{line.colour.lstrip("#").upper()}"/></a:solidFill><a:prstDash val="{line.dash}"/></a:{side}>'
    )
