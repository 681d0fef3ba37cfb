"""The timeline: events with their precision drawn, statements as ticks coloured by stance.

Three strips share the width: the whole span with the window marked on it, a count of statements,
and the lanes within the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from sayso.charts import timeline_overlays as overlays
from sayso.charts.plain_text import plain
from sayso.charts.template import ACCENT, BODY, FAINT, GRID, INK, LINE, MUTED, PAPER, SMALL, figure
from sayso.charts.timeline_layout import NAME_ROW, Lane, Mark, Window
from sayso.model.dates import day_words
from sayso.model.scales import CELL_BORDER, STANCES

_ROW = 34
_FRAME = 210


@dataclass(frozen=True)
class Drawn:
    """A timeline and the height it wants, in pixels."""

    figure: go.Figure
    height: int


def timeline(
    lanes: Sequence[Lane],
    everything: Sequence[Mark],
    counts: Sequence[tuple[date, date, int]],
    window: Window,
    whole: Window,
    *,
    selected: str | None = None,
    strips: Sequence[overlays.Strip] = (),
    selected_bar: str | None = None,
) -> Drawn:
    """Draw the lanes of `window` below an overview of `whole`; `strips` of overlays between the two.

    `everything` are all events, for the overview. `counts` are bins
    (first day, day after the last, statements). Each mark's customdata is ["event" or "statement", id],
    or ["window", "first/last day"] where a tick stands for several statements, ["overlay", key] for a strip's bar.
    """
    size = max(sum(lane.size for lane in lanes), 1)
    height = round(size * _ROW) + _FRAME + overlays.STRIP * len(strips)
    top = size * _ROW / height
    above = _FRAME / height
    low = top + above * 0.19
    laid = overlays.domains(len(strips), low, height)
    low += overlays.STRIP * len(strips) / height
    overview, strip = (1 - above * 0.42, 1 - above * 0.06), (low, low + above * 0.16)
    made = figure(
        xaxis=_window_axis(window), yaxis=_lane_axis(size, top),
        xaxis2=_whole_axis(whole), yaxis2={"domain": overview, "range": [0, 1], "visible": False, "fixedrange": True},
        yaxis3=_count_axis(counts, strip), **({"barmode": "overlay"} if strips else {}),
        **{f"yaxis{number}": overlays.axis(each, domain) for number, (each, domain) in enumerate(zip(strips, laid, strict=True), 4)},
        margin={"l": 4, "r": 12, "t": 8, "b": 8}, dragmode="zoom", hoverdistance=14, uirevision=str(window),
    )  # fmt: skip
    _draw_overview(made, everything, window, whole)
    _draw_counts(made, counts)
    _draw_captions(made, window, overview, strip)
    for number, (each, domain) in enumerate(zip(strips, laid, strict=True), 4):
        overlays.draw(made, each, number, domain, window, selected_bar)
    _draw_lanes(made, lanes, size)
    _draw_events(made, lanes, window, selected)
    _draw_labels(made, lanes, window)
    _draw_ticks(made, lanes, window, selected)
    return Drawn(made, height)


def _window_axis(window: Window) -> dict[str, Any]:
    return {
        "type": "date", "range": [window.start.isoformat(), window.end.isoformat()], "domain": [0, 1], "anchor": "y",
        "showgrid": True, "gridcolor": GRID, "ticks": "", "side": "top", "tickfont": {"size": 12}, "zeroline": False,
        "nticks": 9, "showspikes": False,
    }  # fmt: skip


def _whole_axis(whole: Window) -> dict[str, Any]:
    return {
        "type": "date", "range": [whole.start.isoformat(), whole.end.isoformat()], "domain": [0, 1], "anchor": "y2",
        "showgrid": False, "fixedrange": True, "tickfont": {"size": SMALL, "color": MUTED}, "nticks": 10, "zeroline": False,
        "showline": True, "linecolor": LINE, "ticks": "outside", "ticklen": 3, "tickcolor": LINE,
    }  # fmt: skip


def _lane_axis(size: float, top: float) -> dict[str, Any]:
    return {
        "domain": [0, top], "range": [size, 0], "fixedrange": True, "showgrid": False, "zeroline": False,
        "showticklabels": False, "ticks": "",
    }  # fmt: skip


def _count_axis(counts: Sequence[tuple[date, date, int]], domain: tuple[float, float]) -> dict[str, Any]:
    most = max((count for _, _, count in counts), default=1)
    return {
        "domain": domain, "range": [0, max(most, 1) * 1.1], "anchor": "x", "fixedrange": True, "showgrid": False, "zeroline": False,
        "tickvals": [most], "tickfont": {"size": SMALL, "color": MUTED}, "ticks": "", "side": "right", "ticklabelposition": "inside",
    }  # fmt: skip


def _draw_overview(made: go.Figure, events: Sequence[Mark], window: Window, whole: Window) -> None:
    if window.span < whole.span * 0.85:
        made.add_shape(
            type="rect", xref="x2", yref="y2", x0=window.start.isoformat(), x1=window.end.isoformat(), y0=0, y1=1,
            fillcolor=ACCENT, opacity=0.3, line={"color": ACCENT, "width": 4}, layer="below",
        )  # fmt: skip
    bars = [event for event in events if not event.is_short(whole)]
    x: list[str | None] = []
    y: list[float | None] = []
    for place, event in enumerate(bars):
        level = 0.08 + 0.09 * (place % 4)
        x += [max(event.start, whole.start).isoformat(), min(event.end, whole.end).isoformat(), None]
        y += [level, level, None]
    common: dict[str, Any] = {"xaxis": "x2", "yaxis": "y2", "hoverinfo": "skip", "mode": "lines"}
    made.add_trace(go.Scatter(x=x, y=y, line={"color": FAINT, "width": 3}, name="long events", **common))
    dots = [event for event in events if event not in bars]
    made.add_trace(
        go.Scatter(
            x=[event.middle.isoformat() for event in dots], y=[0.47] * len(dots), mode="markers", name="overview",
            marker={"size": 7, "color": INK}, xaxis="x2", yaxis="y2", hoverinfo="text",
            hovertext=[event.hover for event in dots], customdata=[["event", event.key] for event in dots],
        )
    )  # fmt: skip
    labelled = _weightiest_first(event for event in events if event.overview_level is not None)
    made.add_trace(
        go.Scatter(
            x=[event.middle.isoformat() for event in labelled], y=[event.overview_level for event in labelled],
            text=[plain(event.label) for event in labelled], mode="text", textposition=[event.overview_side for event in labelled],
            textfont={"size": SMALL, "color": MUTED}, xaxis="x2", yaxis="y2", hoverinfo="skip", name="overview labels", meta="fit",
        )
    )  # fmt: skip


def _draw_captions(made: go.Figure, window: Window, *strips: tuple[float, float]) -> None:
    shown = f"{day_words(window.start.date())} to {day_words(window.end.date())}"
    for words, (_, high) in zip(("All events", f"Statements, {shown}"), strips, strict=True):
        made.add_annotation(
            text=words, xref="paper", yref="paper", x=0, y=high, showarrow=False, xanchor="left", yanchor="bottom",
            font={"size": SMALL, "color": MUTED},
        )  # fmt: skip


def _draw_counts(made: go.Figure, counts: Sequence[tuple[date, date, int]]) -> None:
    day = 86_400_000
    made.add_trace(
        go.Bar(
            x=[(start + (end - start) / 2).isoformat() for start, end, _ in counts], y=[count for _, _, count in counts],
            width=[(end - start).days * day * 0.86 for start, end, _ in counts], marker={"color": FAINT, "line": {"width": 0}},
            yaxis="y3", hoverinfo="skip", name="count",
        )
    )  # fmt: skip


def _draw_lanes(made: go.Figure, lanes: Sequence[Lane], size: float) -> None:
    # All at once: Plotly copies what there is at each addition.
    made.layout.shapes += tuple(
        go.layout.Shape(
            type="line", xref="paper", x0=0, x1=1, y0=place, y1=place, line={"color": LINE, "width": 1}, layer="below"
        )
        for place in [*(lane.top for lane in lanes), size]
    )  # fmt: skip
    made.layout.annotations += tuple(
        go.layout.Annotation(
            text=f"<b>{plain(lane.label)}</b>", xref="paper", x=0, y=lane.top + NAME_ROW / 2, showarrow=False, xanchor="left",
            font={"size": BODY, "color": INK},
        )
        for lane in lanes
    )  # fmt: skip


def _draw_events(made: go.Figure, lanes: Sequence[Lane], window: Window, selected: str | None) -> None:
    placed = [(lane, mark) for lane in lanes for mark in lane.marks]
    bars = [(lane, mark) for lane, mark in placed if not mark.is_point]
    for solid in (True, False):
        x: list[str | None] = []
        y: list[float | None] = []
        for _, mark in [pair for pair in bars if pair[1].is_solid is solid]:
            x += [max(mark.start, window.start).isoformat(), min(mark.end, window.end).isoformat(), None]
            y += [mark.row, mark.row, None]
        if x:
            made.add_trace(
                go.Scatter(
                    x=x, y=y, mode="lines", hoverinfo="skip", name="known" if solid else "expected",
                    line={"color": MUTED, "width": 7 if solid else 2, "dash": "solid" if solid else "dot"},
                )
            )  # fmt: skip
    if not placed:
        return
    marks = [mark for _, mark in placed]
    made.add_trace(
        go.Scatter(
            x=[mark.anchor(window).isoformat() for mark in marks], y=[mark.row for mark in marks], mode="markers", name="events", cliponaxis=False,
            marker={
                "symbol": [mark.symbol(window) for mark in marks], "size": 12,
                "color": [lane.colour if mark.is_solid else PAPER for lane, mark in placed],
                "line": {
                    "width": [3 if mark.key == selected else 2 for mark in marks],
                    "color": [ACCENT if mark.key == selected else lane.colour for lane, mark in placed],
                },
            },
            hoverinfo="text", hovertext=[mark.hover for mark in marks], customdata=[["event", mark.key] for mark in marks],
        )
    )  # fmt: skip


def _draw_labels(made: go.Figure, lanes: Sequence[Lane], window: Window) -> None:
    marks = _weightiest_first(mark for lane in lanes for mark in lane.marks if mark.is_labelled)
    made.add_trace(
        go.Scatter(
            x=[mark.anchor(window).isoformat() for mark in marks], y=[mark.row - 0.42 for mark in marks], mode="text", name="labels",
            text=[plain(mark.label) for mark in marks], textfont={"size": 12, "color": INK}, hoverinfo="skip", cliponaxis=False, meta="fit",
            textposition=["middle left" if mark.leans_left(window) else "middle right" for mark in marks],
        )
    )  # fmt: skip


def _weightiest_first(marks: Iterable[Mark]) -> list[Mark]:
    """Where a narrow screen has room for one label only, it is the weightier one's."""
    return sorted(marks, key=lambda mark: -mark.weight)


def _draw_ticks(made: go.Figure, lanes: Sequence[Lane], window: Window, selected: str | None) -> None:
    shown = [tick for lane in lanes for tick in lane.ticks]
    x: list[str | None] = []
    y: list[float | None] = []
    for tick in {(tick.start, tick.end, tick.row): tick for tick in shown}.values():
        if tick.end > tick.start:
            x += [max(tick.start, window.start).isoformat(), min(tick.end, window.end).isoformat(), None]
            y += [tick.row, tick.row, None]
    if x:
        made.add_trace(
            go.Scatter(
                x=x, y=y, mode="lines", line={"color": LINE, "width": 2}, hoverinfo="skip", name="date range"
            )
        )
    if not shown:
        return
    made.add_trace(
        go.Scatter(
            x=[tick.at.isoformat() for tick in shown], y=[tick.row for tick in shown], mode="markers", name="statements",
            marker={
                "symbol": "square", "opacity": 1, "size": [13 + min(9, tick.count.bit_length() * 2 - 2) for tick in shown], "color": [STANCES[tick.stance].fill for tick in shown],
                "line": {
                    "width": [3 if tick.key == selected else 1 for tick in shown],
                    "color": [ACCENT if tick.key == selected else CELL_BORDER for tick in shown],
                },
            },
            hoverinfo="text", hovertext=[tick.hover for tick in shown], customdata=[["window" if tick.count > 1 else "statement", tick.key] for tick in shown],
        )
    )  # fmt: skip
    made.add_trace(
        go.Scatter(
            x=[tick.at.isoformat() for tick in shown], y=[tick.row for tick in shown], mode="text", hoverinfo="skip", name="signs",
            text=[str(tick.count) if tick.count > 1 else STANCES[tick.stance].sign[:1] for tick in shown], textfont={"size": 9, "color": [STANCES[tick.stance].ink for tick in shown]},
        )
    )  # fmt: skip
