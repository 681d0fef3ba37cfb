"""The dumbbell: each issue a line, each side a dot on the stance scale, sorted by gap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sayso.charts.plain_text import plain, wrapped
from sayso.charts.stance_axis import name_ends, stance_axis
from sayso.charts.template import BODY, FAINT, PAPER, SMALL, figure
from sayso.model.scales import BY_STATE

ROW, MARGIN = 56, 70


def dumbbell(
    values: dict[tuple[str, str], dict[str, Any]],
    sides: Sequence[str],
    issues: Sequence[str],
    names: dict[str, str],
    colours: dict[str, str],
    gaps: dict[str, float],
    levels: Sequence[float],
) -> tuple[go.Figure, int]:
    """Draw `issues` from the top in the given order; returns the figure and its height in pixels.

    `values` maps (side, issue) to a position with value, state, n and n_members. A side that was
    not found on an issue has no dot there. `levels` are the steps of the dataset's own scale. Each dot's customdata is [side, issue].
    """
    height = len(issues) * ROW + MARGIN
    made = figure(
        xaxis=stance_axis(levels),
        yaxis={
            "range": [len(issues) - 0.4, -0.6], "tickvals": list(range(len(issues))), "ticktext": [_label(names[issue], gaps.get(issue)) for issue in issues],
            "tickfont": {"size": BODY}, "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True, "ticks": "",
        },
        margin={"l": 8, "r": 8, "t": 44, "b": 8},
    )  # fmt: skip
    x: list[float | None] = []
    y: list[float | None] = []
    for row, issue in enumerate(issues):
        known = [values[side, issue]["value"] for side in sides if (side, issue) in values]
        if len(known) > 1:
            x += [min(known), max(known), None]
            y += [row, row, None]
    made.add_trace(
        go.Scatter(x=x, y=y, mode="lines", line={"color": FAINT, "width": 3}, hoverinfo="skip", name="gap")
    )
    for place, side in enumerate(sides):
        made.add_trace(_dots(values, side, place, issues, names, colours[side], sides))
    name_ends(made, levels)
    return made, height


def _label(name: str, gap: float | None) -> str:
    words = f"gap {gap:.1f}" if gap is not None and gap == gap else "no gap to measure"
    return f"{wrapped(name, 20)}<br><i>{words}</i>"


def _dots(
    values: dict[tuple[str, str], dict[str, Any]], side: str, place: int, issues: Sequence[str], names: dict[str, str],
    colour: str, sides: Sequence[str],
) -> go.Scatter:  # fmt: skip
    found = [(row, issue, values[side, issue]) for row, issue in enumerate(issues) if (side, issue) in values]
    shifts = [_shift(values, side, issue, sides) for _, issue, _ in found]
    return go.Scatter(
        x=[cell["value"] for _, _, cell in found], y=[row + shift for (row, _, _), shift in zip(found, shifts, strict=True)],
        mode="markers+text", name=plain(names[side]), cliponaxis=False,
        text=[_letter(place) for _ in found], textfont={"size": SMALL, "color": PAPER},
        marker={"size": 22, "color": colour, "line": {"width": 1.5, "color": PAPER}},
        hoverinfo="text", hovertext=[_hover(cell, names[side], names[issue]) for _, issue, cell in found],
        customdata=[[side, issue] for _, issue, _ in found],
    )  # fmt: skip


def _shift(
    values: dict[tuple[str, str], dict[str, Any]], side: str, issue: str, sides: Sequence[str]
) -> float:
    """Sides at the same value stand one over the other."""
    same = [
        other
        for other in sides
        if (other, issue) in values
        and abs(values[other, issue]["value"] - values[side, issue]["value"]) < 0.2
    ]
    return (same.index(side) - (len(same) - 1) / 2) * 0.44


def _letter(place: int) -> str:
    return f"<b>{chr(ord('A') + place)}</b>"


def _hover(cell: dict[str, Any], side: str, issue: str) -> str:
    members = f", {cell['n_members']} members spoke" if cell["n_members"] > 1 else ""
    return f"<b>{plain(side)}</b> {BY_STATE[cell['state']].word}<br>{plain(issue)}<br>{cell['value']:+.2f} · n={cell['n']}{members}"
