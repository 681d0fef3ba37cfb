"""Whom each outlet quotes: outlets by actors, each cell the actor's share of the outlet's statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from sayso.charts.agreement_matrix import FILLS
from sayso.charts.plain_text import plain
from sayso.charts.template import ACCENT, INK, figure, hidden_axis
from sayso.model.scales import CELL_BORDER, ink_on

WIDTH, HEIGHT = 88, 44
STEPS = (0.05, 0.1, 0.2, 0.4)
"""Where the next fill begins: shares of a tenth are usual, of a half rare."""
_INSET = 1.5
Cell = tuple[str, str]


def fill_of(share: float) -> str:
    """The colour of a share in 0 … 1."""
    return FILLS[sum(share >= step for step in STEPS)]


def outlet_shares(
    shares: Mapping[Cell, tuple[float, int]],
    outlets: Sequence[str],
    actors: Sequence[str],
    names: Mapping[str, str],
    *,
    breaks: Sequence[int] = (),
    selected: Cell | None = None,
) -> go.Figure:
    """Draw `outlets`, from the top, against `actors` at the natural pixel size.

    `shares` maps (outlet, actor) to a share in 0 … 1 and its number of statements; `breaks` are the rows before
    which a line is drawn. Each cell's customdata is [outlet, actor].
    """
    wide, high = len(actors) * WIDTH, len(outlets) * HEIGHT
    made = figure(xaxis=hidden_axis(0, wide), yaxis=hidden_axis(high, 0), width=wide, height=high)
    places = {
        (row, column): shares[outlet, actor]
        for row, outlet in enumerate(outlets)
        for column, actor in enumerate(actors)
        if (outlet, actor) in shares
    }
    for fill in FILLS:
        found = [place for place, (share, _) in places.items() if fill_of(share) == fill]
        if found:
            _boxes(made, found, {"color": CELL_BORDER, "width": 1}, "shares", fill)
    made.add_trace(
        go.Scatter(
            x=[(column + 0.5) * WIDTH for _, column in places], y=[(row + 0.5) * HEIGHT for row, _ in places],
            text=[f"<b>{share * 100:.0f} %</b><br>n={n}" for share, n in places.values()],
            textfont={"size": 11, "color": [ink_on(fill_of(share)) for share, _ in places.values()]},
            mode="text", hoverinfo="skip", name="numbers", cliponaxis=False,
        )
    )  # fmt: skip
    made.add_trace(
        go.Heatmap(
            x=np.arange(len(actors) + 1, dtype="int32") * WIDTH, y=np.arange(len(outlets) + 1, dtype="int32") * HEIGHT,
            z=np.zeros((len(outlets), len(actors)), dtype="int8"), showscale=False, hoverinfo="text", name="cells",
            colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
            customdata=[[[outlet, actor] for actor in actors] for outlet in outlets],
            hovertext=[[_hover(shares.get((outlet, actor)), names[outlet], names[actor]) for actor in actors] for outlet in outlets],
        )
    )  # fmt: skip
    for row in breaks:
        line = {"x0": 0, "x1": wide, "y0": row * HEIGHT, "y1": row * HEIGHT}
        made.add_shape(type="line", line={"color": INK, "width": 1.5}, **line)
    if selected and selected[0] in outlets and selected[1] in actors:
        place = outlets.index(selected[0]), actors.index(selected[1])
        _boxes(made, [place], {"color": ACCENT, "width": 3}, "chosen")
    return made


def _hover(found: tuple[float, int] | None, outlet: str, actor: str) -> str:
    both = f"{plain(outlet)} · {plain(actor)}"
    return f"{both}<br>{found[0] * 100:.0f} % · n={found[1]}" if found else f"{both}<br>not found"


def _boxes(
    made: go.Figure, places: Sequence[tuple[int, int]], line: dict[str, object], name: str, fill: str | None = None
) -> None:  # fmt: skip
    x: list[float | None] = []
    y: list[float | None] = []
    for row, column in places:
        left, right = column * WIDTH + _INSET, (column + 1) * WIDTH - _INSET
        top, bottom = row * HEIGHT + _INSET, (row + 1) * HEIGHT - _INSET
        x += [left, right, right, left, left, None]
        y += [top, top, bottom, bottom, top, None]
    filled = {"fill": "toself", "fillcolor": fill} if fill else {}
    made.add_trace(
        go.Scatter(x=x[:-1], y=y[:-1], mode="lines", line=line, hoverinfo="skip", name=name, **filled)
    )
