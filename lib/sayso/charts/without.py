"""Positions with and without an outlet: a dumbbell each, on the stance scale; what is lost ends in "not found"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from sayso.charts.plain_text import plain, wrapped
from sayso.charts.stance_axis import name_ends, stance_axis
from sayso.charts.template import FAINT, INK, PAPER, SMALL, figure
from sayso.model.scales import BANDS, BY_STATE, CELL_BORDER

ROW, MARGIN = 58, 66
_APART, _LOST = 0.17, 0.95


def without(
    rows: Sequence[Mapping[str, Any]],
    who: Mapping[str, str],
    issues: Mapping[str, str],
    levels: Sequence[float],
) -> tuple[go.Figure, int]:
    """Draw rows of `outlets.effect` from the top; returns the figure and its height in pixels.

    The upper dot is the position as it stands, the lower one, outlined, what it would be; a line joins them. Each
    dot's customdata is [actor, issue]. `levels` are the steps of the dataset's own scale.
    """
    axis, lost = stance_axis(levels, room=1.05), levels[-1] + _LOST
    made = figure(
        xaxis={
            **axis, "tickvals": [*axis["tickvals"], lost], "ticktext": [*axis["ticktext"], "not<br>found"], "ticklabeloverflow": "allow",
        },
        yaxis={
            "range": [len(rows) - 0.4, -0.6], "tickvals": list(range(len(rows))),
            "ticktext": [f"<b>{wrapped(who[row['unit_id']], 24)}</b><br>{wrapped(issues[row['issue_id']], 28)} <i>n {row['n_before']}→{row['n_after']}</i>" for row in rows],
            "tickfont": {"size": SMALL}, "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True, "ticks": "",
        },
        margin={"l": 8, "r": 8, "t": 44, "b": 8},
    )  # fmt: skip
    x: list[float | None] = []
    y: list[float | None] = []
    for place, row in enumerate(rows):
        x += [row["value_before"], _at(row, "after", lost), None]
        y += [place - _APART, place + _APART, None]
    made.add_trace(
        go.Scatter(x=x, y=y, mode="lines", line={"color": FAINT, "width": 2}, hoverinfo="skip", name="step")
    )
    for when in ("before", "after"):
        made.add_trace(_dots(rows, who, issues, when, lost))
    name_ends(made, levels)
    return made, len(rows) * ROW + MARGIN


def _dots(
    rows: Sequence[Mapping[str, Any]],
    who: Mapping[str, str],
    issues: Mapping[str, str],
    when: str,
    lost: float,
) -> go.Scatter:
    is_after = when == "after"
    steps = [BY_STATE[row[f"state_{when}"]] for row in rows]
    return go.Scatter(
        x=[_at(row, when, lost) for row in rows], y=[place + (_APART if is_after else -_APART) for place in range(len(rows))],
        mode="markers+text", name="without" if is_after else "as it stands", cliponaxis=False,
        text=[f"<b>{step.sign}</b>" for step in steps],
        textfont={"size": SMALL, "color": [step.ink if step in BANDS else INK for step in steps]},
        marker={
            "size": 20, "color": [step.fill if step in BANDS else PAPER for step in steps],
            "symbol": "square" if is_after else "circle",
            "line": {"width": 2.5 if is_after else 1, "color": INK if is_after else CELL_BORDER},
        },
        hoverinfo="text", hovertext=[_hover(row, who, issues, when) for row in rows],
        customdata=[[row["unit_id"], row["issue_id"]] for row in rows],
    )  # fmt: skip


def _at(row: Mapping[str, Any], when: str, lost: float) -> float:
    value = row[f"value_{when}"]
    return lost if value is None else float(value)


def _hover(row: Mapping[str, Any], who: Mapping[str, str], issues: Mapping[str, str], when: str) -> str:
    value = row[f"value_{when}"]
    facts = "" if value is None else f"<br>{value:+.2f} · n={row[f'n_{when}']}"
    head = "Without it" if when == "after" else "As it stands"
    words = BY_STATE[row[f"state_{when}"]].word
    return (
        f"<b>{plain(who[row['unit_id']])}</b> on {plain(issues[row['issue_id']])}<br>{head}: {words}{facts}"
    )
