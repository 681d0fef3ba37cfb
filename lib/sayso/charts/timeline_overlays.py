"""Strips with others' counts on the timeline: bars that share its axis, in a grey that is on no scale of ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from sayso.charts.plain_text import plain
from sayso.charts.template import ACCENT, FAINT, LINE, MUTED, SMALL
from sayso.charts.timeline_layout import Window

STRIP = 76  # pixels that a strip takes
_BARS, _LEAST = 50, 3  # pixels of the bars with the row below them; the least that a bar is high
_DAY = 86_400_000
_BELOW = 0.42  # height of the row below the bars, of the bars'
_CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class StripBar:
    """Records from `first` to `last`; `is_spread` where that is all that is known of their date."""

    key: str
    first: date
    last: date
    count: int
    hover: str
    is_spread: bool = False


@dataclass(frozen=True)
class Strip:
    """One overlay: its caption, which names its publisher, and its bars."""

    caption: str
    bars: tuple[StripBar, ...]


def domains(count: int, low: float, pixels: int) -> list[tuple[float, float]]:
    """The share of the figure's height, from `low` upwards, that each strip's bars take; the first on top."""
    step = STRIP / pixels
    return [(low + step * place, low + step * place + _BARS / pixels) for place in reversed(range(count))]


def axis(strip: Strip, domain: tuple[float, float]) -> dict[str, Any]:
    """The strip's axis of counts."""
    most = max((bar.count for bar in strip.bars if not bar.is_spread), default=0)
    top = max(most, 1)
    return {
        "domain": domain, "range": [-_BELOW * top, top * 1.08], "anchor": "x", "fixedrange": True, "showgrid": False,
        "zeroline": True, "zerolinecolor": LINE, "zerolinewidth": 1, "tickvals": [top] if most else [], "ticks": "",
        "tickfont": {"size": SMALL, "color": MUTED}, "side": "right", "ticklabelposition": "inside",
    }  # fmt: skip


def draw(
    made: go.Figure,
    strip: Strip,
    number: int,
    domain: tuple[float, float],
    window: Window,
    selected: str | None,
) -> None:
    """Draw `strip` on the figure's y axis `number`; each bar's customdata is ["overlay", its key]."""
    made.add_annotation(
        text=plain(strip.caption), xref="paper", yref="paper", x=0, y=domain[1], showarrow=False, xanchor="left",
        yanchor="bottom", font={"size": SMALL, "color": MUTED},
    )  # fmt: skip
    top = max((bar.count for bar in strip.bars if not bar.is_spread), default=1)
    bars = [bar for bar in strip.bars if not bar.is_spread]
    if bars:
        place: dict[str, Any] = {
            "x": [_middle(bar.first, bar.last) for bar in bars],
            "width": [((bar.last - bar.first).days + 1) * _DAY * 0.86 for bar in bars],
            "yaxis": f"y{number}",
        }
        made.add_trace(
            go.Bar(
                y=[max(bar.count, top * _LEAST / _BARS) for bar in bars], hoverinfo="skip", name=f"overlay {number}",
                marker={"color": [ACCENT if bar.key == selected else MUTED for bar in bars], "line": {"width": 0}},
                **place,
            )
        )  # fmt: skip
        made.add_trace(  # the whole height answers to a click, however low the bar
            go.Bar(
                y=[top] * len(bars), marker={"color": _CLEAR, "line": {"width": 0}}, name=f"overlay {number} targets",
                hoverinfo="text", hovertext=[bar.hover for bar in bars], customdata=[["overlay", bar.key] for bar in bars],
                hoverlabel={"bgcolor": "#333", "font": {"color": "#fff"}}, textposition="none", **place,
            )
        )  # fmt: skip
    if spread := [bar for bar in strip.bars if bar.is_spread]:
        _draw_spread(made, spread, number, -_BELOW * top * 0.5, window, selected)


def _draw_spread(
    made: go.Figure, bars: Sequence[StripBar], number: int, y: float, window: Window, selected: str | None
) -> None:
    x: list[str | None] = []
    start, end = window.start.date(), window.end.date()
    for bar in bars:
        x += [max(bar.first, start).isoformat(), min(bar.last + timedelta(days=1), end).isoformat(), None]
    made.add_trace(
        go.Scatter(
            x=x, y=[None if each is None else y for each in x], mode="lines", line={"color": FAINT, "width": 2},
            hoverinfo="skip", yaxis=f"y{number}", name=f"overlay {number} less exact",
        )
    )  # fmt: skip
    made.add_trace(
        go.Scatter(
            x=[_middle(max(bar.first, start), min(bar.last, end)) for bar in bars], y=[y] * len(bars), mode="markers", cliponaxis=False,
            yaxis=f"y{number}", name=f"overlay {number} less exact, targets", hoverinfo="text",
            marker={
                "symbol": "diamond-open", "size": 9,
                "line": {"width": 2, "color": [ACCENT if bar.key == selected else MUTED for bar in bars]},
            },
            hovertext=[bar.hover for bar in bars], customdata=[["overlay", bar.key] for bar in bars],
        )
    )  # fmt: skip


def _middle(first: date, last: date) -> str:
    hours = ((last - first).days + 1) * 12
    return f"{first + timedelta(days=hours // 24)}T{hours % 24:02d}:00:00"
