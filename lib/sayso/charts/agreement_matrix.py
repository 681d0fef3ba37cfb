"""The agreement matrix: actors by actors, each cell its share in per cent and the issues it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from sayso.charts.plain_text import plain
from sayso.charts.template import ACCENT, FAINT, INK, LINE, PAPER, figure, hidden_axis
from sayso.model.scales import CELL_BORDER, ink_on

WIDTH, HEIGHT = 46, 42
FILLS = ("#f4eff3", "#d9c6d6", "#b796b3", "#8b5a85", "#4f2249")
"""One hue, from no agreement to full, a fifth each: not the stance scale."""
_INSET = 1.5
Pair = tuple[float | None, int]


def fill_of(agreement: float) -> str:
    """The colour of an agreement in 0 … 1."""
    return FILLS[min(int(agreement * len(FILLS)), len(FILLS) - 1)]


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
    for fill in FILLS:
        found = [place for place, (share, _) in known.items() if share is not None and fill_of(share) == fill]
        if found:
            x, y = _boxes(found)
            made.add_trace(
                go.Scatter(
                    x=x, y=y, mode="lines", fill="toself", fillcolor=fill, hoverinfo="skip", name="agreement",
                    line={"color": CELL_BORDER, "width": 1},
                )
            )  # fmt: skip
    few = [place for place, (share, _) in known.items() if share is None]
    if few:
        x, y = _boxes(few)
        made.add_trace(
            go.Scatter(
                x=x, y=y, mode="lines", fill="toself", fillcolor=PAPER, hoverinfo="skip", name="too few to compare",
                line={"color": LINE, "width": 1, "dash": "3px,3px"},
            )
        )  # fmt: skip
    told = [(place, share, n) for place, (share, n) in known.items()]
    made.add_trace(
        go.Scatter(
            x=[(c + 0.5) * WIDTH for (_, c), _, _ in told], y=[(r + 0.5) * HEIGHT for (r, _), _, _ in told],
            text=["–" if share is None else f"<b>{share * 100:.0f}</b><br>n={n}" for _, share, n in told],
            textfont={"size": 11, "color": [FAINT if share is None else ink_on(fill_of(share)) for _, share, _ in told]},
            mode="text", hoverinfo="skip", name="numbers", cliponaxis=False,
        )
    )  # fmt: skip
    made.add_trace(
        go.Heatmap(
            x=np.arange(len(rows) + 1, dtype="int32") * WIDTH, y=np.arange(len(rows) + 1, dtype="int32") * HEIGHT,
            z=np.zeros((len(rows), len(rows)), dtype="int8"), showscale=False, hoverinfo="text", name="cells",
            colorscale=[[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
            customdata=[[[one, other] for other in rows] for one in rows],
            hovertext=[[_hover(known.get((r, c)), one, other, names) for c, other in enumerate(rows)] for r, one in enumerate(rows)],
        )
    )  # fmt: skip
    for place in breaks:
        for line in (
            {"x0": 0, "x1": wide, "y0": place * HEIGHT, "y1": place * HEIGHT},
            {"x0": place * WIDTH, "x1": place * WIDTH, "y0": 0, "y1": high},
        ):
            made.add_shape(type="line", line={"color": INK, "width": 1.5}, **line)
    if selected and selected[0] in rows and selected[1] in rows:
        x, y = _boxes([(rows.index(selected[0]), rows.index(selected[1]))])
        made.add_trace(
            go.Scatter(
                x=x, y=y, mode="lines", line={"color": ACCENT, "width": 3}, hoverinfo="skip", name="chosen"
            )
        )
    return made


def _hover(pair: Pair | None, one: str, other: str, names: Mapping[str, str]) -> str:
    if pair is None:
        return plain(names[one])
    share, shared = pair
    issues = f"{shared} shared issue{'' if shared == 1 else 's'}"
    word = "too few to compare" if share is None else f"<b>{share:.0%} agreement</b>"
    return f"{plain(names[one])} · {plain(names[other])}<br>{word} · {issues}"


def _boxes(places: Sequence[tuple[int, int]]) -> tuple[list[float | None], list[float | None]]:
    x: list[float | None] = []
    y: list[float | None] = []
    for r, c in places:
        left, right = c * WIDTH + _INSET, (c + 1) * WIDTH - _INSET
        top, bottom = r * HEIGHT + _INSET, (r + 1) * HEIGHT - _INSET
        x += [left, right, right, left, left, None]
        y += [top, top, bottom, bottom, top, None]
    return x[:-1], y[:-1]
