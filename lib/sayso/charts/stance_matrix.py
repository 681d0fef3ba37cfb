"""The stance matrix: actors (or factions) by issues, each cell with its sign, n and latest date."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from sayso.charts.cell_grid import CellGrid
from sayso.charts.plain_text import plain
from sayso.charts.template import ACCENT, FAINT, INK, LINE, MUTED, PAPER, SMALL, figure, hidden_axis
from sayso.model.dates import short_words, words
from sayso.model.scales import BY_STATE, CELL_BORDER, NOT_FOUND, STEPS, Step
from sayso.model.wording import by_sign

# Above this many rows a cell is one line high, so that 30 × 15 fits a projector.
MOST_TALL_ROWS = 14
_INSET = 2.5  # pixels between a cell's box and its edge
_FRAME = 3.5  # pixels


@dataclass(frozen=True)
class Size:
    """Pixels of one cell, and its type sizes."""

    width: int
    height: int
    sign: int

    @property
    def is_compact(self) -> bool:
        """Whether sign and figures share a line."""
        return self.height < 48


def cell_size(n_rows: int, n_columns: int, *, is_compact: bool = False) -> Size:
    """How large cells are drawn for so many rows and columns, or for a page that has little room."""
    if not is_compact and n_rows <= MOST_TALL_ROWS:
        return Size(88, 62, 19)
    return Size(109 if n_columns > 10 else 122, 30 if n_rows > 20 else 34, 14)


def stance_matrix(
    cells: dict[tuple[str, str], dict[str, Any]],
    rows: Sequence[str],
    columns: Sequence[str],
    names: dict[str, str],
    n_searched: int,
    size: Size,
    *,
    selected: tuple[str, str] | None = None,
    breaks: Sequence[int] = (),
    faded: Collection[tuple[str, str]] = (),
    waiting: Mapping[tuple[str, str], int] | None = None,
) -> go.Figure:
    """Draw the matrix at its natural pixel size, one unit a pixel, rows from the top.

    `cells` maps (row, column) to a position with state, n, n_members, latest_on and condition; what
    is absent was not found in `n_searched` articles. `names` words rows and columns. `breaks` are the
    rows before which a group begins. `faded` cells have their colour as a frame only, for never a lighter step.
    `waiting` counts proposals by cell: a hollow badge with their number, which
    colours nothing. Each cell's customdata is [row, column].
    """
    grid = CellGrid(size.width, size.height)
    wide, high = max(len(columns), 1) * size.width, max(len(rows), 1) * size.height
    made = figure(xaxis=hidden_axis(0, wide), yaxis=hidden_axis(high, 0), width=wide, height=high)
    places = [(r, c, rows[r], columns[c]) for r in range(len(rows)) for c in range(len(columns))]
    steps = {(row, column): _step(cells.get((row, column))) for _, _, row, column in places}
    for step in STEPS:
        for is_faded in (False, True):
            boxes = [
                (r, c) for r, c, row, column in places
                if steps[row, column] is step and ((row, column) in faded) is is_faded
            ]  # fmt: skip
            if boxes:
                made.add_trace(_frames(boxes, grid, step) if is_faded else _boxes(boxes, grid, step))
    made.add_traces(_labels(places, cells, steps, size, faded))
    if waiting:
        counts = [(r, c, waiting[row, column]) for r, c, row, column in places if (row, column) in waiting]
        made.add_trace(_badges(counts, size))
    made.add_trace(
        grid.targets(
            rows,
            columns,
            lambda row, column: _hover(cells.get((row, column)), row, column, names, n_searched),
        )
    )
    grid.part_rows(made, breaks, wide)
    if selected and selected in steps:
        made.add_trace(grid.frame((rows.index(selected[0]), columns.index(selected[1]))))
    return made


def _step(cell: dict[str, Any] | None) -> Step:
    return BY_STATE[cell["state"]] if cell else NOT_FOUND


def _boxes(boxes: list[tuple[int, int]], grid: CellGrid, step: Step) -> go.Scatter:
    outlines = {"conflicting": (INK, 2.5, "solid"), "not_found": (LINE, 1, "3px,3px")}
    colour, width, dash = outlines.get(step.state, (CELL_BORDER, 1, "solid"))
    return grid.boxes(
        boxes,
        {"color": colour, "width": width, "dash": dash},
        step.word,
        PAPER if step.state in outlines else step.fill,
        _INSET + (1 if step.state == "conflicting" else 0),
    )


def _frames(boxes: list[tuple[int, int]], grid: CellGrid, step: Step) -> go.Scatter:
    """Cells whose evidence is old: what is a fill elsewhere is a frame here."""
    colour = MUTED if step.state == "conflicting" else step.fill
    return grid.boxes(
        boxes, {"color": colour, "width": _FRAME}, f"{step.word}, old", PAPER, _INSET + _FRAME / 2
    )


def _labels(
    places: list[tuple[int, int, str, str]],
    cells: dict[tuple[str, str], dict[str, Any]],
    steps: dict[tuple[str, str], Step],
    size: Size,
    faded: Collection[tuple[str, str]],
) -> list[go.Scatter]:
    found = [place for place in places if place[2:] in cells]
    middle = [((c + 0.5) * size.width, (r + 0.5) * size.height) for r, c, _, _ in found]
    signs, details, inks, weights = [], [], [], []
    for _, _, row, column in found:
        cell, step = cells[row, column], steps[row, column]
        signs.append(_sign(cell, step))
        details.append(_detail(cell, size))
        is_on_paper = step.state == "conflicting" or (row, column) in faded
        inks.append(INK if is_on_paper else step.ink)
        weights.append(400 if cell["condition"] else 700)  # its tags say what is bold
    # One line: the sign at the left edge, figures at the right. Else: the sign over the figures.
    edge = size.width / 2 - (8 if faded else 7) if size.is_compact else 0.0
    across, down = (-edge, edge), (0.0, 0.0) if size.is_compact else (-0.2, 0.2)
    sides = ("middle right", "middle left") if size.is_compact else ("middle center", "middle center")
    common: dict[str, Any] = {"mode": "text", "hoverinfo": "skip", "cliponaxis": False}
    return [
        go.Scatter(
            x=[x + across[0] for x, _ in middle], y=[y + down[0] * size.height for _, y in middle],
            text=signs, textfont={"size": size.sign, "color": inks, "weight": weights}, name="signs",
            textposition=sides[0], **common,
        ),
        go.Scatter(
            x=[x + across[1] for x, _ in middle], y=[y + down[1] * size.height for _, y in middle],
            text=details, textfont={"size": SMALL, "color": inks}, name="details", textposition=sides[1], **common,
        ),
        _dashes([place for place in places if place[2:] not in cells], size),
    ]  # fmt: skip


def _dashes(places: list[tuple[int, int, str, str]], size: Size) -> go.Scatter:
    """A dash where nothing was found, drawn: as text, the many of them took half of a browser's time."""
    x: list[float | None] = []
    y: list[float | None] = []
    for r, c, _, _ in places:
        x += [(c + 0.5) * size.width - size.sign / 4, (c + 0.5) * size.width + size.sign / 4, None]
        y += [(r + 0.5) * size.height] * 2 + [None]
    return go.Scatter(
        x=x, y=y, mode="lines", line={"color": FAINT, "width": 1.25}, hoverinfo="skip", name="dashes"
    )


def _badges(waiting: list[tuple[int, int, int]], size: Size) -> go.Scatter:
    """What waits in a cell: a hollow badge with how many, where neither sign nor figures stand."""
    across, down = (38.0, size.height / 2) if size.is_compact else (size.width - 13.0, 13.0)
    return go.Scatter(
        x=[c * size.width + across for _, c, _ in waiting], y=[r * size.height + down for r, _, _ in waiting],
        mode="markers+text", text=[f"{count}?" for _, _, count in waiting], hoverinfo="skip", cliponaxis=False,
        marker={"size": 18, "color": PAPER, "line": {"color": ACCENT, "width": 1.5}},
        textfont={"size": SMALL, "color": INK}, name="waiting",
    )  # fmt: skip


def _sign(cell: dict[str, Any], step: Step) -> str:
    return f"<b>{step.sign}</b> <i>if</i>" if cell["condition"] else step.sign


def _detail(cell: dict[str, Any], size: Size) -> str:
    latest = plain(short_words(cell["latest_on"]))
    return f"{cell['n']} · {latest}" if size.is_compact else f"n={cell['n']}<br>{latest}"


def _hover(cell: dict[str, Any] | None, row: str, column: str, names: dict[str, str], n_searched: int) -> str:
    head = f"{plain(names[row])} · {plain(names[column])}"
    if cell is None:
        articles = "1 article" if n_searched == 1 else f"{n_searched:,} articles"
        return f"{head}<br>not found (searched {articles})"
    lines = [
        head,
        f"<b>{BY_STATE[cell['state']].word}</b> · n={cell['n']} · latest {plain(words(cell['latest_on']))}",
    ]
    if cell["n_members"] > 1:
        lines.append(f"{cell['n_members']} members spoke: {_signs(cell)}")
    elif cell["n"] > 1:
        lines.append(_signs(cell))
    if cell["condition"]:
        lines.append(plain(str(cell["condition"])))
    return "<br>".join(lines)


def _signs(cell: dict[str, Any]) -> str:
    return by_sign(cell["n_supporting"], cell["n_neutral"], cell["n_opposing"])
