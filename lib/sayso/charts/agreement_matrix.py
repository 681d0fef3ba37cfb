"""The agreement matrix: actors by actors, each cell its share in per cent and the issues it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from sayso.charts.cell_grid import INSET, CellGrid, Place
from sayso.charts.plain_text import plain
from sayso.charts.template import FAINT, LINE, PAPER, figure, hidden_axis
from sayso.model.scales import CELL_BORDER, ink_on

WIDTH, HEIGHT = 46, 46
GRID = CellGrid(WIDTH, HEIGHT)
FILLS = ("#f4eff3", "#d9c6d6", "#b796b3", "#8b5a85", "#4f2249")
"""One hue, from no agreement to full, a fifth each: not the stance scale."""
_INSETS = {2: 8.0, 3: 6.0, 4: 4.5, 5: 3.0}
Pair = tuple[float | None, int]


def fill_of(agreement: float) -> str:
    """The colour of an agreement in 0 … 1."""
    return FILLS[min(int(agreement * len(FILLS)), len(FILLS) - 1)]


def inset_of(n_shared: int) -> float:
    """Pixels between a cell's box and its edge: what rests on few issues has a smaller box, never a paler one."""
    return _INSETS.get(n_shared, INSET)


def agreement_matrix(
    pairs: Mapping[tuple[str, str], Pair],
    rows: Sequence[str],
    names: Mapping[str, str],
    *,
    breaks: Sequence[int] = (),
    selected: tuple[str, str] | None = None,
) -> go.Figure:
    """Draw `rows` against themselves, from the top, at the natural pixel size.

    `pairs` maps two rows to their agreement (0 … 1; None under two shared issues) and the number of shared issues.
    `breaks` are the rows before which a camp begins. Each cell's customdata is [row, column].
    """
    wide, high = len(rows) * WIDTH, len(rows) * HEIGHT
    made = figure(xaxis=hidden_axis(0, wide), yaxis=hidden_axis(high, 0), width=wide, height=high)
    known = {
        (r, c): pair
        for r, one in enumerate(rows)
        for c, other in enumerate(rows)
        if r != c and (pair := pairs.get((one, other)) or pairs.get((other, one))) is not None
    }
    drawn: dict[tuple[str, float], list[Place]] = {}
    for place, (share, n_shared) in known.items():
        if share is not None:
            drawn.setdefault((fill_of(share), inset_of(n_shared)), []).append(place)
    for (fill, inset), cells in sorted(drawn.items()):
        made.add_trace(GRID.boxes(cells, {"color": CELL_BORDER, "width": 1}, "agreement", fill, inset))
    few = [place for place, (share, _) in known.items() if share is None]
    if few:
        dashed = {"color": LINE, "width": 1, "dash": "3px,3px"}
        made.add_trace(GRID.boxes(few, dashed, "too few to compare", PAPER))
    told = [
        ("–", FAINT) if share is None else (f"<b>{share * 100:.0f}</b><br>n={n}", ink_on(fill_of(share)))
        for share, n in known.values()
    ]
    made.add_trace(GRID.words(list(known), [text for text, _ in told], [ink for _, ink in told]))
    places = {actor: place for place, actor in enumerate(rows)}
    made.add_trace(
        GRID.targets(
            rows, rows, lambda one, other: _hover(known.get((places[one], places[other])), one, other, names)
        )
    )
    GRID.part_rows(made, breaks, wide)
    GRID.part_columns(made, breaks, high)
    if selected and selected[0] in places and selected[1] in places:
        made.add_trace(GRID.frame((places[selected[0]], places[selected[1]])))
    return made


def _hover(pair: Pair | None, one: str, other: str, names: Mapping[str, str]) -> str:
    if pair is None:
        return plain(names[one])
    share, shared = pair
    issues = f"{shared} shared issue{'' if shared == 1 else 's'}"
    word = "too few to compare" if share is None else f"<b>{share:.0%} agreement</b>"
    return f"{plain(names[one])} · {plain(names[other])}<br>{word} · {issues}"
