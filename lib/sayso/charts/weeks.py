"""Statements a week: a bar for each, with the mean of the 4 and of the 52 weeks before it as lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import plotly.graph_objects as go

from sayso.charts.template import ACCENT, BODY, FAINT, GRID, INK, MUTED, PAPER, SMALL, figure
from sayso.model.dates import day_words

HEIGHT = 260
_WEEK = 7 * 86_400_000  # ms, as Plotly measures widths on an axis of dates
_NEAR = 0.12
_UNSEEN = "rgba(0,0,0,0)"


def weeks_chart(rows: Sequence[dict[str, Any]], since: date, *, selected: date | None = None) -> go.Figure:
    """Draw weeks (first, last, n, average_4, average_52; None where there was none before), the oldest first.

    Weeks that end after `since` are coloured; `selected` is the first day of the one that is outlined. Each week's
    customdata is ["week", first]: its whole column can be clicked, however low the bar.
    """
    most = max((row["n"] for row in rows), default=1) or 1
    top = most * 1.18
    made = figure(
        xaxis={"type": "date", "showgrid": False, "fixedrange": True, "tickfont": {"size": SMALL, "color": MUTED}, "automargin": True, "nticks": 7},
        yaxis={
            "range": [0, top], "gridcolor": GRID, "zeroline": False, "fixedrange": True, "tickformat": ",d", "nticks": 5,
            "tickfont": {"size": BODY, "color": MUTED}, "automargin": True,
        },
        barmode="overlay", bargap=0, margin={"l": 8, "r": 12, "t": 8, "b": 28},
    )  # fmt: skip
    middles = [_middle(row) for row in rows]
    made.add_trace(
        go.Bar(
            x=middles, y=[row["n"] for row in rows], width=[_WEEK * 0.84] * len(rows), name="statements", hoverinfo="skip",
            marker={"color": [ACCENT if row["last"] > since else FAINT for row in rows], "line": {"width": 0}},
        )
    )  # fmt: skip
    chosen = [row for row in rows if row["first"] == selected]
    made.add_trace(
        go.Bar(
            x=[_middle(row) for row in chosen], y=[top] * len(chosen), width=[_WEEK] * len(chosen), name="chosen", hoverinfo="skip",
            marker={"color": _UNSEEN, "line": {"width": 2, "color": INK}},
        )
    )  # fmt: skip
    for name, dash in (("average_52", "dash"), ("average_4", "solid")):
        for width, ink in ((4, PAPER), (1.75, INK)):  # a line that stands out from bars of any colour
            line = {"color": ink, "width": width, "dash": dash if ink == INK else "solid"}
            made.add_trace(
                go.Scatter(
                    x=middles,
                    y=[row[name] for row in rows],
                    mode="lines",
                    name=name,
                    line=line,
                    hoverinfo="skip",
                )
            )
    made.add_trace(
        go.Bar(
            x=middles, y=[top] * len(rows), width=[_WEEK] * len(rows), name="weeks", marker={"color": _UNSEEN, "line": {"width": 0}},
            customdata=[["week", row["first"].isoformat()] for row in rows], hoverinfo="text", hovertext=[_hover(row) for row in rows],
        )
    )  # fmt: skip
    return made


def _middle(row: dict[str, Any]) -> str:
    return (datetime.combine(row["first"], time()) + timedelta(days=3, hours=12)).isoformat()


def _hover(row: dict[str, Any]) -> str:
    means = [
        f"mean of {length} weeks before: {row[f'average_{length}']:.1f}"
        for length in (4, 52)
        if row[f"average_{length}"] is not None
    ]
    words = "<br>".join(means)
    return f"<b>n={row['n']:,}</b> · {day_words(row['first'])} – {day_words(row['last'])}<br>{words}"
