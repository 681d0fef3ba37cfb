"""Memberships over time: a faction a row, a bar from its start to its end, open ends with an arrow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from sayso.charts.plain_text import plain
from sayso.charts.template import BODY, GRID, MUTED, SMALL, figure
from sayso.model.dates import words

ROW, MARGIN = 34, 44


def memberships(rows: Sequence[dict[str, Any]], first: date, last: date) -> tuple[go.Figure, int]:
    """Draw memberships (faction, colour, role, valid_from, valid_to, date_from, date_to) from `first` to `last`."""
    made = figure(
        xaxis={"type": "date", "range": [first.isoformat(), last.isoformat()], "gridcolor": GRID, "fixedrange": True, "tickfont": {"size": SMALL, "color": MUTED}},
        yaxis={
            "range": [len(rows) - 0.4, -0.6], "tickvals": list(range(len(rows))), "ticktext": [plain(row["faction"]) for row in rows],
            "tickfont": {"size": BODY}, "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True, "ticks": "",
        },
        margin={"l": 8, "r": 16, "t": 6, "b": 30},
    )  # fmt: skip
    for place, row in enumerate(rows):
        start, end = row["date_from"], row["date_to"]
        low, high = max(start, first) if start else first, min(end, last) if end else last
        made.add_trace(
            go.Scatter(
                x=[low.isoformat(), high.isoformat()], y=[place, place], mode="lines+markers", line={"color": row["colour"], "width": 9},
                marker={
                    "size": 15, "color": row["colour"], "opacity": 1,
                    "symbol": ["square" if start else "triangle-left", "square" if end else "triangle-right"],
                },
                hoverinfo="text", hovertext=_words(row), name=plain(row["faction"]), cliponaxis=False,
            )
        )  # fmt: skip
    return made, len(rows) * ROW + MARGIN


def _words(row: dict[str, Any]) -> str:
    since = words(row["valid_from"]) if row["valid_from"] else "start not known"
    until = words(row["valid_to"]) if row["valid_to"] else "no end known"
    return f"<b>{plain(row['faction'])}</b>{', ' + plain(row['role']) if row['role'] else ''}<br>{plain(since)} – {plain(until)}"
