"""One actor's positions: an issue a row, a dot on the stance scale, what was not found marked so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sayso.charts.plain_text import plain, wrapped
from sayso.charts.stance_axis import name_ends, stance_axis
from sayso.charts.template import ACCENT, BODY, INK, PAPER, figure
from sayso.model.dates import short_words, words
from sayso.model.scales import BANDS, BY_STATE, CELL_BORDER

ROW, MARGIN = 54, 60


def actor_positions(
    cells: dict[str, dict[str, Any]],
    issues: Sequence[str],
    names: dict[str, str],
    levels: Sequence[float],
    selected: str | None = None,
) -> tuple[go.Figure, int]:
    """Draw `issues` from the top; returns the figure and its height. Each dot's customdata is the issue."""
    made = figure(
        xaxis=stance_axis(levels),
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
    name_ends(made, levels)
    return made, len(issues) * ROW + MARGIN


def _label(name: str, cell: dict[str, Any] | None) -> str:
    condition = ", <i>if</i>" if cell and cell["condition"] else ""
    detail = f"n={cell['n']} · {plain(short_words(cell['latest_on']))}{condition}" if cell else "not found"
    return f"{wrapped(name, 24)}<br><i>{detail}</i>"
