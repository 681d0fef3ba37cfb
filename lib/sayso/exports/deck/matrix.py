"""The stance matrix as a native table: sign, n and latest date in each cell, its colour as fill."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sayso.analysis.cautions import old_cells
from sayso.exports.deck import fit
from sayso.exports.deck.drawn import Axis, grid_of, swatches_of
from sayso.exports.deck.paper import Sheet
from sayso.exports.deck.table import THIN, Border, Cell, heights, table
from sayso.exports.deck.words import INK, LEFT, MUTED, Box, Run
from sayso.model.dates import short_words
from sayso.model.frames import records
from sayso.model.scales import BANDS, BY_STATE, NOT_FOUND
from sayso.reports.exhibit import Exhibit

_STRONG = Border(2.0, INK)
_DASHED = Border(0.5, "#b5b5b5", "dash")
_HEAD = 118.0
_WIDEST = 130.0
Cells = Mapping[tuple[str, str], Mapping[str, Any]]


@dataclass(frozen=True)
class Style:
    """How a cell is set: all in a line, or the sign over the figures."""

    is_inline: bool
    sign: float
    figures: float

    def paragraphs(self, cell: Mapping[str, Any], ink: str) -> list[list[Run]]:
        """The sign, n and the latest date."""
        sign = Run(BY_STATE[cell["state"]].sign, self.sign, ink, is_bold=True)
        condition = [Run(" if", self.figures, ink, is_italic=True)] if cell["condition"] else []
        n, latest = int(cell["n"]), short_words(cell["latest_on"])
        if self.is_inline:
            return [[sign, *condition, Run(f" {n} · {latest}", self.figures, ink)]]
        return [[sign, *condition, Run(f"  n={n}", self.figures, ink)], [Run(latest, self.figures, ink)]]

    def room(self, cells: Iterable[Mapping[str, Any]]) -> float:
        """Points that the widest of usual cells takes; the few that are wider have two lines."""
        wide = [
            max(sum(fit.width(run.text, run.size, is_bold=run.is_bold) for run in runs) for runs in self.paragraphs(cell, INK))
            for cell in cells
        ]  # fmt: skip
        return sorted(wide)[int(len(wide) * 0.75)] + 6.0 if wide else 60.0


STYLES = (Style(False, 16, 11), Style(True, 10, 10), Style(False, 11, 10))


def sheets(exhibit: Exhibit, area: Box, is_rtl: bool) -> list[Sheet]:
    """The matrix on as few slides as can be, at 10 points or more; split by rows, then by columns."""
    axis = grid_of(exhibit)
    cells: Cells = {(row["unit_id"], row["issue_id"]): row for row in records(exhibit.frame)}
    tried = [_laid(exhibit, area, axis, cells, style) for style in STYLES]
    best = min(tried, key=lambda one: len(one[0]))
    plans, widths_of = best
    made = []
    for plan in plans:
        rows, columns = plan
        extent = [_span("rows", rows, axis.rows), _span("columns", columns, axis.columns)]
        draw = partial(_draw, exhibit=exhibit, axis=axis, plan=plan, cells=widths_of[plan], is_rtl=is_rtl)
        made.append(Sheet(draw, ", ".join(filter(None, extent))))
    return made


Plan = tuple[tuple[str, ...], tuple[str, ...]]


def _laid(
    exhibit: Exhibit, area: Box, axis: Axis, cells: Cells, style: Style
) -> tuple[list[Plan], dict[Plan, tuple[list[list[Cell]], list[float]]]]:  # fmt: skip
    shown = [cells[row, column] for row in axis.rows for column in axis.columns if (row, column) in cells]
    least = style.room(shown)
    most = max(1, int((area.width - _HEAD) // least))
    plans: list[Plan] = []
    drawn: dict[Plan, tuple[list[list[Cell]], list[float]]] = {}
    faded = _faded(exhibit)
    swatches = swatches_of(exhibit)
    for columns in fit.evenly(axis.columns, most):
        wide = min(_WIDEST, (area.width - _HEAD) / max(len(columns), 1))
        head_wide = min(max(_HEAD, area.width - wide * len(columns)), 230.0)
        widths = [head_wide, *([wide] * len(columns))]
        head = [Cell([[Run("", fit.LEAST)]]), *(_head(axis.names[column], wide) for column in columns)]
        rows = [_row(row, columns, axis, cells, style, faded, swatches.get(row)) for row in axis.rows]
        head_high = heights([head], widths)[0]
        tall = heights(rows, widths)
        for start, end in fit.pages(tall, area.height - head_high - 6):
            plan = (tuple(axis.rows[start:end]), tuple(columns))
            plans.append(plan)
            drawn[plan] = [head, *rows[start:end]], widths
    return sorted(plans, key=lambda plan: axis.rows.index(plan[0][0]) if plan[0] else 0), drawn


def _row(
    row: str, columns: Sequence[str], axis: Axis, cells: Cells, style: Style, faded: set[tuple[str, str]], swatch: str | None
) -> list[Cell]:  # fmt: skip
    mark = [Run("■ ", fit.LEAST, swatch)] if swatch else []
    size = 12 if style.sign > 11 else fit.LEAST
    head = Cell([[*mark, Run(axis.names[row], size, INK, is_bold=True)]], align=LEFT)
    return [head, *(_cell(cells.get((row, column)), style, (row, column) in faded) for column in columns)]


def _head(name: str, wide: float) -> Cell:
    return Cell([[Run(fit.cut(name, fit.LEAST, wide - 6, 5, is_bold=True), fit.LEAST, INK, is_bold=True)]])


def _cell(cell: Mapping[str, Any] | None, style: Style, is_faded: bool) -> Cell:
    if cell is None:
        return Cell([[Run(NOT_FOUND.sign, fit.LEAST, MUTED)]], "#ffffff", _DASHED)
    step = BY_STATE[cell["state"]]
    if step not in BANDS:
        return Cell(style.paragraphs(cell, INK), "#ffffff", _STRONG)
    if is_faded:
        return Cell(style.paragraphs(cell, INK), "#ffffff", Border(3.0, step.fill))
    return Cell(style.paragraphs(cell, step.ink), step.fill, THIN)


def _faded(exhibit: Exhibit) -> set[tuple[str, str]]:
    years = exhibit.options.get("fade_years")
    return set(old_cells(exhibit.frame, date.fromisoformat(exhibit.as_of), int(years))) if years else set()


def _draw(
    slide: Any, area: Box, *, exhibit: Exhibit, axis: Axis, plan: Plan, cells: tuple[list[list[Cell]], list[float]], is_rtl: bool
) -> None:  # fmt: skip
    rows, widths = cells
    needed = heights(rows, widths)
    spare = area.height - sum(needed)
    grown = [needed[0], *(high + min(max(spare - 10, 0) / max(len(rows) - 1, 1), 18) for high in needed[1:])]
    words = f"{exhibit.title}. Stance matrix of {len(plan[0])} by {len(plan[1])}: sign, statements and latest date."
    table(slide, area, widths, grown, rows, name="Stance matrix", description=words, is_rtl=is_rtl)


def _span(what: str, shown: Sequence[str], whole: Sequence[str]) -> str:
    if len(shown) == len(whole):
        return ""
    first = whole.index(shown[0]) + 1
    return f"{what} {first}–{first + len(shown) - 1} of {len(whole)}"
