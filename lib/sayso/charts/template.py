"""The look that every figure starts from. Colours in `var(--…)` follow the page's theme."""

from __future__ import annotations

import plotly.graph_objects as go

FONT = "IBM Plex Sans, Segoe UI, system-ui, sans-serif"
SMALL, BODY, STRONG = 11, 13, 18
INK, MUTED, FAINT, LINE, GRID, PAPER, ACCENT = (
    f"var(--{name})" for name in ("ink", "muted", "faint", "line", "grid", "paper", "accent")
)

_TEMPLATE = go.layout.Template(layout={"font": {"family": FONT, "size": BODY}})


def figure(**layout: object) -> go.Figure:
    """An empty figure in our own template: without one, Streamlit's placeholder colours get in."""
    look = {
        "template": _TEMPLATE,
        "showlegend": False,
        "hovermode": "closest",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
    }
    return go.Figure(layout=look | layout)  # at once: updating a layout costs several times as much


def hidden_axis(low: float, high: float) -> dict[str, object]:
    """An axis that only places things: no line, ticks or grid."""
    return {"range": [low, high], "visible": False, "fixedrange": True}
