"""Polarization over time: a line, the band that camps in dealt-out debates give, events as ticks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from sayso.charts.plain_text import plain
from sayso.charts.template import ACCENT, BODY, GRID, INK, LINE, MUTED, PAPER, SMALL, figure
from sayso.model.dates import day_words

HEIGHT = 340
_BAND = "rgba(128,128,128,0.28)"  # on paper of either theme
_TOP, _STEP, _LEVELS, _NEAR = 1.1, 0.11, 3, 0.06


def polarization(rows: Sequence[dict[str, Any]], events: Sequence[tuple[date, str, int | None]]) -> go.Figure:
    """Draw windows (middle, first, last, n, share, chance, chance_low, chance_high; share None leaves a gap).

    `events` are day, title and a number where the event is named in the text. A point's customdata is ["window", middle].
    """
    levels = _levels(rows, events)
    top = _TOP + _STEP * max(levels.values(), default=0)
    made = figure(
        xaxis={"type": "date", "gridcolor": GRID, "fixedrange": True, "tickfont": {"size": SMALL, "color": MUTED}, "automargin": True, "nticks": 7},
        yaxis={
            "range": [-0.08, top + 0.06], "tickvals": [0, 0.25, 0.5, 0.75, 1], "tickformat": ".0%", "gridcolor": GRID, "zeroline": False,
            "fixedrange": True, "tickfont": {"size": BODY, "color": MUTED}, "automargin": True,
        },
        margin={"l": 8, "r": 12, "t": 8, "b": 28},
    )  # fmt: skip
    runs = [run for known, run in _runs(rows) if known]
    for run in runs:
        _draw_band(made, run)
    for day, _, number in events:
        if number is not None:
            at, high = day.isoformat(), _TOP + _STEP * levels[day, number]
            line = {"color": LINE, "width": 1, "dash": "dot"}
            made.add_shape(type="line", x0=at, x1=at, y0=-0.04, y1=high, line=line, layer="below")
            made.add_annotation(
                x=at, y=high, text=f"<b>{number}</b>", showarrow=False, font={"size": SMALL, "color": INK},
                bgcolor=PAPER, bordercolor=LINE, borderwidth=1, borderpad=2,
            )  # fmt: skip
    made.add_trace(
        go.Scatter(
            x=[row["middle"].isoformat() for row in rows], y=[row["share"] for row in rows], mode="lines+markers", name="polarization",
            line={"color": ACCENT, "width": 2.5}, marker={"size": 10, "color": ACCENT},
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
    _name_both(made, [row for run in runs for row in run])
    return made


def _draw_band(made: go.Figure, run: Sequence[dict[str, Any]]) -> None:
    """What chance would give in windows that follow each other; of one alone, a bar."""
    x = [row["middle"].isoformat() for row in run]
    if len(run) == 1:
        x, run = [run[0]["first"].isoformat(), run[0]["last"].isoformat()], [run[0], run[0]]
    low, high = ([row[end] for row in run] for end in ("chance_low", "chance_high"))
    made.add_trace(
        go.Scatter(
            x=[*x, *reversed(x)], y=[*low, *reversed(high)], mode="lines", fill="toself", fillcolor=_BAND, line={"width": 0},
            hoverinfo="skip", name="chance",
        )
    )  # fmt: skip
    made.add_trace(
        go.Scatter(
            x=x, y=[row["chance"] for row in run], mode="lines", name="mean of chance", hoverinfo="skip",
            line={"color": MUTED, "width": 1, "dash": "dot"},
        )
    )  # fmt: skip


def _name_both(made: go.Figure, known: Sequence[dict[str, Any]]) -> None:
    """The line's name at its peak, the band's where the two are furthest apart."""
    if not known:
        return
    highest = max(known, key=lambda row: float(row["share"]))
    widest = max(known, key=lambda row: abs(float(row["share"]) - float(row["chance"])))
    below = float(widest["share"]) > float(widest["chance"])
    for row, y, shift, words, ink in (
        (highest, highest["share"], 16, "ties that fit the camps", ACCENT),
        (widest, widest["chance_low" if below else "chance_high"], -12 if below else 12, "what chance would give", MUTED),
    ):  # fmt: skip
        place = known.index(row) / max(len(known) - 1, 1)
        side = "left" if place < 0.34 else "right" if place > 0.66 else "center"
        made.add_annotation(
            x=row["middle"].isoformat(), y=y, text=words, showarrow=False, yshift=shift, xanchor=side,
            font={"size": 12, "color": ink}, bgcolor=PAPER, opacity=0.9,
        )  # fmt: skip


def _runs(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[bool, list[dict[str, Any]]]]:
    """Neighbours with a share, and neighbours without."""
    for known, run in groupby(rows, key=lambda row: row["share"] is not None):
        yield known, list(run)


def _levels(
    rows: Sequence[dict[str, Any]], events: Sequence[tuple[date, str, int | None]]
) -> dict[tuple[date, int], int]:
    """How high each number stands: a step up from those so near that they would overlap on a phone."""
    days = [day for row in rows for day in (row["first"], row["last"])] + [day for day, _, _ in events]
    span = max((max(days) - min(days)).days, 1) if days else 1
    last_at: dict[int, date] = {}
    found: dict[tuple[date, int], int] = {}
    for day, number in sorted((day, number) for day, _, number in events if number is not None):
        free = [
            level
            for level in range(_LEVELS)
            if level not in last_at or (day - last_at[level]).days > span * _NEAR
        ]
        level = free[0] if free else min(last_at, key=lambda level: last_at[level])
        last_at[level] = day
        found[day, number] = level
    return found


def _hover(row: dict[str, Any]) -> str:
    if row["share"] is None:
        return ""
    return (
        f"<b>{row['share']:.0%}</b> of ties fit the camps<br>camps by chance: {row['chance_low']:.0%} – {row['chance_high']:.0%}"
        f"<br>{day_words(row['first'])} – {day_words(row['last'])} · n={row['n']}"
    )
