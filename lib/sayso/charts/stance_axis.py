"""The horizontal axis of a dataset's own stance scale, from opposition to support."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sayso.charts.template import BODY, GRID, LINE, MUTED, SMALL
from sayso.model.scales import band

MARGIN = 0.35  # beyond the scale's ends, in steps: half a dot


def stance_axis(levels: Sequence[float], room: float = 0.0) -> dict[str, Any]:
    """The axis over `levels`, the dataset's own steps, with the sign of each whole step; `room` more at its right."""
    steps = list(range(int(levels[0]), int(levels[-1]) + 1))
    return {
        "range": [levels[0] - MARGIN, levels[-1] + MARGIN + room], "tickvals": steps,
        "ticktext": [f"<b>{band(step).sign}</b>" for step in steps], "side": "top", "gridcolor": GRID, "zeroline": True,
        "zerolinecolor": LINE, "tickfont": {"size": BODY}, "fixedrange": True, "tickangle": 0,
    }  # fmt: skip


def name_ends(chart: go.Figure, levels: Sequence[float]) -> None:
    """Say in words which end of the axis is which."""
    for at, side, words in (
        (levels[0] - MARGIN, "left", "← opposes"),
        (levels[-1] + MARGIN, "right", "supports →"),
    ):
        chart.add_annotation(
            x=at, y=1, yref="paper", yshift=30, text=words, showarrow=False, xanchor=side,
            font={"size": SMALL, "color": MUTED},
        )  # fmt: skip
