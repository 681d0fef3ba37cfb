"""Whom each outlet quotes: outlets by actors, each cell the actor's share of the outlet's statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from sayso.charts.agreement_matrix import FILLS
from sayso.charts.cell_grid import CellGrid
from sayso.charts.plain_text import plain
from sayso.charts.template import figure, hidden_axis
from sayso.model.scales import CELL_BORDER, ink_on

WIDTH, HEIGHT = 88, 46
GRID = CellGrid(WIDTH, HEIGHT)
STEPS = (0.05, 0.1, 0.2, 0.4)
"""Where the next fill begins: shares of a tenth are usual, of a half rare."""
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
            made.add_trace(GRID.boxes(found, {"color": CELL_BORDER, "width": 1}, "shares", fill))
    numbers = [f"<b>{share * 100:.0f} %</b><br>n={n}" for share, n in places.values()]
    made.add_trace(
        GRID.words(list(places), numbers, [ink_on(fill_of(share)) for share, _ in places.values()])
    )
    made.add_trace(
        GRID.targets(
            outlets,
            actors,
            lambda outlet, actor: _hover(shares.get((outlet, actor)), names[outlet], names[actor]),
        )
    )
    GRID.part_rows(made, breaks, wide)
    if selected and selected[0] in outlets and selected[1] in actors:
        made.add_trace(GRID.frame((outlets.index(selected[0]), actors.index(selected[1]))))
    return made


def _hover(found: tuple[float, int] | None, outlet: str, actor: str) -> str:
    both = f"{plain(outlet)} · {plain(actor)}"
    return f"{both}<br>{found[0] * 100:.0f} % · n={found[1]}" if found else f"{both}<br>not found"
