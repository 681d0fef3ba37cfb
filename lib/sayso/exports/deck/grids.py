"""Agreement of actors, and whom outlets quote, as native tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sayso.charts.agreement_matrix import fill_of
from sayso.exports.deck import fit
from sayso.exports.deck.drawn import Axis, by_key, grid_of
from sayso.exports.deck.paper import Sheet
from sayso.exports.deck.table import NONE, THIN, Border, Cell, heights, table, text
from sayso.exports.deck.words import INK, MUTED, Box, Run
from sayso.model.scales import ink_on
from sayso.reports.exhibit import Exhibit

_HEAD, _LEAST, _WIDEST = 180.0, 40.0, 96.0
_FAINT = Border(0.5, "#b5b5b5", "dash")
Draw = Callable[[str, str], Cell]


def agreement(exhibit: Exhibit, area: Box, is_rtl: bool) -> list[Sheet]:
    """Actors by actors: the share in per cent, and the issues that it rests on. Columns are numbered as the rows."""
    pairs = by_key(exhibit, "first", "second")

    def cell(one: str, other: str) -> Cell:
        if one == other:
            return Cell([[Run("", fit.LEAST)]], "#efefef", NONE)
        pair = pairs.get((one, other)) or pairs.get((other, one))
        if pair is None or pair["agreement"] is None:
            return Cell([[Run("–", fit.LEAST, MUTED)]], "#ffffff", _FAINT)
        fill = fill_of(pair["agreement"])
        ink = ink_on(fill)
        return Cell([[Run(f"{pair['agreement'] * 100:.0f}", 11, ink, is_bold=True), Run(f" ·{pair['n_shared']}", fit.LEAST, ink)]], fill, THIN)  # fmt: skip

    axis = grid_of(exhibit)
    heads = {key: str(place) for place, key in enumerate(axis.rows, 1)}
    words = "agreement in per cent · issues that both are found on"
    return _sheets(exhibit, area, axis, cell, axis.names, heads, words, is_rtl)


def shares(exhibit: Exhibit, area: Box, is_rtl: bool) -> list[Sheet]:
    """Outlets by actors: statements, and their share of the outlet's."""
    counts = by_key(exhibit, "outlet", "actor_id")

    def cell(outlet: str, actor: str) -> Cell:
        row = counts.get((outlet, actor))
        if row is None:
            return Cell([[Run("–", fit.LEAST, MUTED)]], "#ffffff", _FAINT)
        fill = fill_of(float(row["share"]))
        ink = ink_on(fill)
        return Cell(
            [
                [Run(f"{row['n']}", 11, ink, is_bold=True)],
                [Run(f"{row['share'] * 100:.0f} %", fit.LEAST, ink)],
            ],
            fill,
            THIN,
        )

    axis = grid_of(exhibit)
    return _sheets(
        exhibit,
        area,
        axis,
        cell,
        axis.names,
        axis.names,
        "statements, and their share of the outlet’s",
        is_rtl,
    )


def _sheets(
    exhibit: Exhibit, area: Box, axis: Axis, cell: Draw, names: dict[str, str], heads: dict[str, str], words: str, is_rtl: bool
) -> list[Sheet]:  # fmt: skip
    most = max(
        1, int((area.width - _HEAD) // (_LEAST if max(map(len, heads.values()), default=0) < 4 else 58))
    )
    made = []
    for columns in fit.evenly(axis.columns, most):
        wide = min(_WIDEST, (area.width - _HEAD) / max(len(columns), 1))
        widths = [min(max(_HEAD, area.width - wide * len(columns)), 260.0), *([wide] * len(columns))]
        top = [text(""), *(_column(heads.get(column, column), wide) for column in columns)]
        rows = [
            [text(names.get(row, row), is_bold=True), *(cell(row, column) for column in columns)]
            for row in axis.rows
        ]
        tall = heights(rows, widths)
        for start, end in fit.pages(tall, area.height - heights([top], widths)[0] - 6):
            parts = [
                f"{what} {first + 1}–{first + n} of {total}"
                for what, first, n, total in (
                    ("rows", start, end - start, len(axis.rows)),
                    (
                        "columns",
                        axis.columns.index(columns[0]) if columns else 0,
                        len(columns),
                        len(axis.columns),
                    ),
                )
                if n < total
            ]
            draw = partial(
                _draw, exhibit=exhibit, cells=[top, *rows[start:end]], widths=widths, is_rtl=is_rtl
            )
            made.append(Sheet(draw, ", ".join([*parts, words])))
    return made


def _column(name: str, wide: float) -> Cell:
    return Cell([[Run(fit.cut(name, fit.LEAST, wide - 6, 5, is_bold=True), fit.LEAST, INK, is_bold=True)]])


def _draw(
    slide: Any,
    area: Box,
    *,
    exhibit: Exhibit,
    cells: Sequence[Sequence[Cell]],
    widths: list[float],
    is_rtl: bool,
) -> None:
    needed = heights(cells, widths)
    spare = max(0.0, area.height - 10 - sum(needed)) / max(len(cells) - 1, 1)
    grown = [needed[0], *(high + min(spare, 14) for high in needed[1:])]
    table(slide, area, widths, grown, cells, name="Table", description=exhibit.title, is_rtl=is_rtl)
