"""One actor's positions: an issue a row, a dot on the stance scale, what was not found marked so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sayso.charts.plain_text import plain, wrapped
from sayso.charts.template import ACCENT, BODY, GRID, INK, LINE, MUTED, PAPER, SMALL, figure
from sayso.model.dates import short_words, words
from sayso.model.scales import BANDS, BY_STATE, CELL_BORDER

ROW, MARGIN = 54, 60


def actor_positions(
    cells: dict[str, dict[str, Any]],
    issues: Sequence[str],
    names: dict[str, str],
    selected: str | None = None,
) -> tuple[go.Figure, int]:
    """Draw `issues` from the top; returns the figure and its height. Each dot's customdata is the issue."""
    made = figure(
        xaxis={
            "range": [-2.4, 2.4], "tickvals": [-2, -1, 0, 1, 2], "side": "top", "gridcolor": GRID, "zeroline": True, "zerolinecolor": LINE,
            "ticktext": [f"<b>{step.sign}</b>" for step in BANDS], "tickfont": {"size": BODY}, "fixedrange": True, "tickangle": 0,
        },
        yaxis={
            "range": [len(issues) - 0.4, -0.6], "tickvals": list(range(len(issues))), "ticktext": [_label(names[issue], cells.get(issue)) for issue in issues],
            "tickfont": {"size": BODY}, "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True, "ticks": "",
        },
        margin={"l": 8, "r": 8, "t": 40, "b": 4},
    )  # fmt: skip
    found = [(row, issue, cells[issue]) for row, issue in enumerate(issues) if issue in cells]
    steps = [BY_STATE[cell["state"]] for _, _, cell in found]
    made.add_trace(
        go.Scatter(
            x=[cell["value"] for _, _, cell in found], y=[row for row, _, _ in found], mode="markers+text", name="positions",
            text=[f"<b>{step.sign}</b>" for step in steps], textfont={"size": BODY, "color": [step.ink if step in BANDS else INK for step in steps]},
            marker={
                "size": 28, "symbol": "square", "color": [step.fill if step in BANDS else PAPER for step in steps],
                "line": {"width": [3 if issue == selected else 1 for _, issue, _ in found],
                         "color": [ACCENT if issue == selected else CELL_BORDER for _, issue, _ in found]},
            },
            hoverinfo="text", customdata=[issue for _, issue, _ in found],
            hovertext=[f"<b>{step.word}</b> · n={cell['n']} · {plain(words(cell['latest_on']))}" for step, (_, _, cell) in zip(steps, found, strict=True)],
        )
    )  # fmt: skip
    for at, side, words_ in ((-2.35, "left", "← opposes"), (2.35, "right", "supports →")):
        made.add_annotation(
            x=at,
            y=1,
            yref="paper",
            yshift=30,
            text=words_,
            showarrow=False,
            xanchor=side,
            font={"size": SMALL, "color": MUTED},
        )
    return made, len(issues) * ROW + MARGIN


def _label(name: str, cell: dict[str, Any] | None) -> str:
    condition = ", <i>if</i>" if cell and cell["condition"] else ""
    detail = f"n={cell['n']} · {plain(short_words(cell['latest_on']))}{condition}" if cell else "not found"
    return f"{wrapped(name, 24)}<br><i>{detail}</i>"
