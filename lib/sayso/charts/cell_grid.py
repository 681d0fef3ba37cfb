"""Cells of one size in rows and columns, drawn alike in every matrix: boxes, targets, lines between groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from sayso.charts.template import ACCENT, INK

Place = tuple[int, int]
"""Row and column, from 0 at the top left."""
INSET = 1.5  # pixels between a cell's box and its edge


@dataclass(frozen=True)
class CellGrid:
    """Cells of `width` × `height` pixels; y grows downwards."""

    width: float
    height: float

    def boxes(
        self, places: Iterable[Place], line: dict[str, Any], name: str, fill: str = "", inset: float = INSET
    ) -> go.Scatter:
        """The outlines of these cells as one trace, filled if a colour is given."""
        x: list[float | None] = []
        y: list[float | None] = []
        for row, column in places:
            left, right = column * self.width + inset, (column + 1) * self.width - inset
            top, bottom = row * self.height + inset, (row + 1) * self.height - inset
            middle = (left + right) / 2  # a path that begins in a corner leaves a notch there
            x += [middle, right, right, left, left, middle, None]
            y += [top, top, bottom, bottom, top, top, None]
        filled = {"fill": "toself", "fillcolor": fill} if fill else {}
        return go.Scatter(x=x[:-1], y=y[:-1], mode="lines", line=line, hoverinfo="skip", name=name, **filled)

    def frame(self, place: Place) -> go.Scatter:
        """The outline of the chosen cell."""
        return self.boxes([place], {"color": ACCENT, "width": 3}, "chosen")

    def words(self, places: Sequence[Place], text: Sequence[str], inks: Sequence[str]) -> go.Scatter:
        """A text in the middle of each of these cells."""
        return go.Scatter(
            x=[(column + 0.5) * self.width for _, column in places], y=[(row + 0.5) * self.height for row, _ in places],
            text=text, textfont={"size": 11, "color": inks}, mode="text", hoverinfo="skip", name="numbers",
            cliponaxis=False,
        )  # fmt: skip

    def targets(self, rows: Sequence[str], columns: Sequence[str], hover: Callable[[str, str], str]) -> go.Heatmap:  # fmt: skip
        """An unseen heatmap over all, with [row, column] as customdata: what the pointer and the arrow keys find."""
        return go.Heatmap(
            x=np.arange(len(columns) + 1, dtype="int32") * self.width,
            y=np.arange(len(rows) + 1, dtype="int32") * self.height,
            z=np.zeros((len(rows), len(columns)), dtype="int8"),
            colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]], showscale=False, hoverinfo="text", name="cells",
            customdata=[[[row, column] for column in columns] for row in rows],
            hovertext=[[hover(row, column) for column in columns] for row in rows],
        )  # fmt: skip

    def part_rows(self, made: go.Figure, breaks: Iterable[int], wide: float) -> None:
        """Draw a line before each of these rows, `wide` pixels long."""
        for row in breaks:
            _line(made, 0, wide, row * self.height, row * self.height)

    def part_columns(self, made: go.Figure, breaks: Iterable[int], high: float) -> None:
        """Draw a line before each of these columns, `high` pixels long."""
        for column in breaks:
            _line(made, column * self.width, column * self.width, 0, high)


def _line(made: go.Figure, x0: float, x1: float, y0: float, y1: float) -> None:
    made.add_shape(type="line", x0=x0, x1=x1, y0=y0, y1=y1, line={"color": INK, "width": 1.5})
