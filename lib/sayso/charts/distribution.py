"""How the members of each side are spread over the scale: diverging bars, neutral and not-found apart."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from sayso.charts.plain_text import wrapped
from sayso.charts.template import BODY, GRID, INK, LINE, MUTED, PAPER, SMALL, figure
from sayso.model.scales import BANDS, BY_STATE, CELL_BORDER

ROW, MARGIN = 36, 62
_BAR = 0.7  # of a row: Plotly would else take it from the gaps within each state
_LEFT, _RIGHT = ("opposes", "strongly_opposes"), ("supports", "strongly_supports")


def distribution(
    counts: dict[tuple[str, str, str], int], rows: Sequence[tuple[str, str]], labels: Sequence[str], most: int
) -> tuple[go.Figure, int]:
    """Draw one bar for each (side, issue) of `rows`, from the top; returns the figure and its height.

    `counts` maps (side, issue, state) to members. Opposition grows to the left of the axis and support
    to the right; neutral and not found stand apart at the right. `most` is the largest side's size.
    """
    reach = max(most, 1)
    neutral_at, silent_at = reach * 1.25, reach * 2.0
    made = figure(
        barmode="overlay",
        xaxis={
            "range": [-reach * 1.08, reach * 3.0], "tickvals": [-reach, 0, reach, neutral_at, silent_at], "side": "top", "gridcolor": GRID,
            "ticktext": [f"{reach}", "0", f"{reach}", "neutral", "not<br>found"], "tickfont": {"size": SMALL, "color": MUTED}, "tickangle": 0,
            "fixedrange": True, "zeroline": True, "zerolinecolor": LINE,
        },
        yaxis={
            "range": [len(rows) - 0.4, -0.6], "tickvals": list(range(len(rows))), "ticktext": [wrapped(label, 24) for label in labels],
            "tickfont": {"size": BODY}, "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True, "ticks": "",
        },
        margin={"l": 8, "r": 8, "t": 34, "b": 6}, bargap=0,
    )  # fmt: skip
    starts = dict.fromkeys(rows, 0.0)
    for state in _LEFT:
        starts = _bars(made, counts, rows, state, starts, sign=-1)
    starts = dict.fromkeys(rows, 0.0)
    for state in _RIGHT:
        starts = _bars(made, counts, rows, state, starts, sign=1)
    _bars(made, counts, rows, "neutral", dict.fromkeys(rows, neutral_at), sign=1)
    _bars(made, counts, rows, "not_found", dict.fromkeys(rows, silent_at), sign=1)
    return made, len(rows) * ROW + MARGIN


def _bars(
    made: go.Figure, counts: dict[tuple[str, str, str], int], rows: Sequence[tuple[str, str]], state: str,
    starts: dict[tuple[str, str], float], sign: int,
) -> dict[tuple[str, str], float]:  # fmt: skip
    step = BY_STATE[state]
    shown = [(place, row, counts[*row, state]) for place, row in enumerate(rows) if counts.get((*row, state))]
    made.add_trace(
        go.Bar(
            orientation="h", name=step.word, width=_BAR, y=[place for place, _, _ in shown], base=[starts[row] for _, row, _ in shown],
            x=[sign * count for _, _, count in shown], text=[str(count) for _, _, count in shown],
            textposition="inside", insidetextanchor="middle", textangle=0,
            textfont={"size": SMALL, "color": step.ink if step in BANDS else INK},
            marker={"color": step.fill if step in BANDS else PAPER, "line": {"color": CELL_BORDER, "width": 1}},
            hoverinfo="text", hovertext=[f"{count} {step.word}" for _, _, count in shown], customdata=[list(row) for _, row, _ in shown],
        )
    )  # fmt: skip
    return starts | {row: starts[row] + sign * count for _, row, count in shown}
