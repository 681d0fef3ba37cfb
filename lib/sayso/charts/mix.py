"""The mix: what the statements are made of, a bar for each question, what cannot be judged apart from the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from sayso.charts.agreement_matrix import FILLS
from sayso.charts.plain_text import plain, wrapped
from sayso.charts.template import ACCENT, BODY, INK, MUTED, PAPER, SMALL, figure, hidden_axis
from sayso.model.scales import CELL_BORDER, ink_on

ROW, MARGIN = 62, 10
_GAP, _BAR = 0.025, 0.56
_ROOM, _LEAST = (
    0.12,
    0.02,
)  # shares from which a part has room for its words, and for each letter of its short name
_LEVELS = FILLS[::-1]


@dataclass(frozen=True)
class Part:
    """A piece of a bar: `share` in 0 … 1 of its bar; `level` 0 is the best grade, None is not a grade."""

    key: str
    label: str
    short: str
    words: str
    n: int
    share: float
    level: int | None = None
    is_apart: bool = False


@dataclass(frozen=True)
class Bar:
    """One bar, from its first part to its last; parts that are apart stand after a gap."""

    key: str
    label: str
    parts: Sequence[Part]


def mix(bars: Sequence[Bar], selected: tuple[str, str] | None = None) -> tuple[go.Figure, int]:
    """Draw the bars from the top; returns the figure and its height. Each part's customdata is [bar, part]."""
    made = figure(
        barmode="overlay", bargap=0,
        xaxis=hidden_axis(-0.01, 1 + _GAP + 0.01),
        yaxis={
            "range": [len(bars) - 0.4, -0.6], "tickvals": list(range(len(bars))), "ticktext": [wrapped(bar.label, 16) for bar in bars],
            "tickfont": {"size": BODY}, "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True, "ticks": "",
        },
        margin={"l": 8, "r": 8, "t": 4, "b": 6},
    )  # fmt: skip
    for row, bar in enumerate(bars):
        at = 0.0
        apart = False
        for part in bar.parts:
            at += _GAP if part.is_apart and not apart else 0
            apart = apart or part.is_apart
            _draw(made, row, bar, part, at, is_chosen=(bar.key, part.key) == selected)
            at += part.share
    return made, len(bars) * ROW + MARGIN


def _draw(made: go.Figure, row: int, bar: Bar, part: Part, at: float, *, is_chosen: bool) -> None:
    fill = PAPER if part.is_apart else _LEVELS[min(part.level, 4)] if part.level is not None else FILLS[1]
    shown = f"<b>{plain(part.label)}</b> {part.share * 100:.0f} %<br>n={part.n:,}"
    if part.share < _ROOM:
        shown = f"<b>{plain(part.short)}</b>" if part.share >= _LEAST * len(part.short) else ""
    made.add_trace(
        go.Bar(
            orientation="h", y=[row], x=[part.share], base=[at], width=_BAR, name=plain(part.words),
            text=[shown], textposition="inside", insidetextanchor="middle", textangle=0, constraintext="none",
            textfont={"size": SMALL, "color": INK if part.is_apart else ink_on(fill)},
            marker={
                "color": fill, "line": {"color": ACCENT if is_chosen else CELL_BORDER, "width": 3 if is_chosen else 1},
                "pattern": {"shape": "/", "fgcolor": MUTED, "size": 8, "solidity": 0.08} if part.is_apart else {},
            },
            hoverinfo="text", hovertext=[f"{plain(bar.label)}: {plain(part.words)}<br>{part.share * 100:.0f} % · n={part.n:,}"],
            customdata=[[bar.key, part.key]],
        )
    )  # fmt: skip
