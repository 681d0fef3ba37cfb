"""Polarization over time: a line, the band that random camps would give, events as ticks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from sayso.charts.plain_text import plain
from sayso.charts.template import ACCENT, BODY, FAINT, GRID, INK, LINE, MUTED, SMALL, figure
from sayso.model.dates import day_words

HEIGHT = 320


def polarization(rows: Sequence[dict[str, Any]], events: Sequence[tuple[date, str, int | None]]) -> go.Figure:
    """Draw windows (middle, first, last, n, share, chance, chance_low, chance_high; share None leaves a gap).

    `events` are day, title and a number where the event is named in the text. A point's customdata is ["window", middle].
    """
    made = figure(
        xaxis={"type": "date", "gridcolor": GRID, "fixedrange": True, "tickfont": {"size": SMALL, "color": MUTED}, "automargin": True},
        yaxis={
            "range": [-0.08, 1.12], "tickvals": [0, 0.25, 0.5, 0.75, 1], "tickformat": ".0%", "gridcolor": GRID, "zeroline": False,
            "fixedrange": True, "tickfont": {"size": BODY, "color": MUTED}, "automargin": True,
        },
        margin={"l": 8, "r": 12, "t": 8, "b": 28},
    )  # fmt: skip
    x = [row["middle"].isoformat() for row in rows]
    band: dict[str, Any] = {"x": x, "mode": "lines", "hoverinfo": "skip", "line": {"width": 1, "color": LINE}}
    made.add_trace(go.Scatter(y=[row["chance_low"] for row in rows], name="chance, low", **band))
    made.add_trace(go.Scatter(y=[row["chance_high"] for row in rows], name="chance, high", **band))
    made.add_trace(
        go.Scatter(
            x=x, y=[row["chance"] for row in rows], mode="lines", name="chance", hoverinfo="skip",
            line={"color": FAINT, "width": 1.5, "dash": "dot"},
        )
    )  # fmt: skip
    made.add_trace(
        go.Scatter(
            x=x, y=[row["share"] for row in rows], mode="lines+markers", name="polarization",
            line={"color": ACCENT, "width": 2.5}, marker={"size": 9, "color": ACCENT},
            customdata=[["window", row["middle"].isoformat()] for row in rows],
            hoverinfo="text", hovertext=[_hover(row) for row in rows], cliponaxis=False,
        )
    )  # fmt: skip
    made.add_trace(
        go.Scatter(
            x=[day.isoformat() for day, _, _ in events], y=[-0.04] * len(events), mode="markers", name="events",
            marker={"symbol": "line-ns-open", "size": 11, "color": MUTED, "line": {"width": 1.5, "color": MUTED}},
            hoverinfo="text", hovertext=[f"{day_words(day)}<br>{plain(title)}" for day, title, _ in events],
        )
    )  # fmt: skip
    for day, _, number in events:
        if number is not None:
            at = day.isoformat()
            made.add_shape(
                type="line", x0=at, x1=at, y0=-0.04, y1=1.03, line={"color": LINE, "width": 1, "dash": "dot"}
            )
            made.add_annotation(
                x=at, y=1.07, text=f"<b>{number}</b>", showarrow=False, font={"size": SMALL, "color": INK}
            )
    return made


def _hover(row: dict[str, Any]) -> str:
    if row["share"] is None:
        return ""
    return (
        f"<b>{row['share']:.0%}</b> of ties fit the camps<br>random camps: {row['chance_low']:.0%} – {row['chance_high']:.0%}"
        f"<br>{day_words(row['first'])} – {day_words(row['last'])} · n={row['n']}"
    )
