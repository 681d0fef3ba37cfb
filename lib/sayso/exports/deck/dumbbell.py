"""Rows on the stance scale as a native XY chart: a dot for each side, their words in text boxes beside the plot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from sayso.exports.deck import fit, native
from sayso.exports.deck.drawn import Row, by_key, dots_of, plain, rows_of
from sayso.exports.deck.paper import Sheet
from sayso.exports.deck.words import CENTRE, INK, LEFT, MIDDLE, MUTED, RIGHT, Box, Run, box, describe, rgb
from sayso.model.scales import BANDS, BY_STATE, CELL_BORDER, band
from sayso.model.wording import sentence
from sayso.reports.exhibit import Exhibit

_LABELS, _TOP, _LOW_ROW = 215.0, 40.0, 30.0
_MARGIN = 0.35
_FAINT = "#bdbdbd"


@dataclass(frozen=True)
class Dot:
    """A side on a row."""

    key: str
    x: float
    fact: str


@dataclass(frozen=True)
class Side:
    """One series."""

    name: str
    letter: str
    colour: str
    ink: str
    symbol: str
    dots: tuple[Dot, ...]


def comparison(exhibit: Exhibit, area: Box) -> list[Sheet]:
    """Sides by issue, the gap between them as a line."""
    unit = "group" if "group" in exhibit.frame else "unit_id"
    cells = by_key(exhibit, unit, "issue_id")
    sides = []
    for place, trace in enumerate(dots_of(exhibit)):
        letter = chr(ord("A") + place)
        marks = [tuple(map(str, mark)) for mark in trace.customdata]
        dots = tuple(
            Dot(mark[1], float(cells[mark]["value"]), f"{letter} {_signed(cells[mark]['value'])} (n={cells[mark]['n']})")
            for mark in marks if mark in cells
        )  # fmt: skip
        sides.append(Side(plain(str(trace.name)), letter, str(trace.marker.color), "#ffffff", "circle", dots))
    return _sheets(exhibit, area, rows_of(exhibit), sides, with_gaps=True)


def positions(exhibit: Exhibit, area: Box) -> list[Sheet]:
    """One actor's positions: a series for each state."""
    cells = {key[0]: row for key, row in by_key(exhibit, "issue_id").items()}
    sides = []
    for step in BY_STATE.values():
        dots = tuple(
            Dot(key, float(row["value"]), sentence(step.word))
            for key, row in cells.items()
            if row["state"] == step.state
        )
        if dots:
            fill, ink = (step.fill, step.ink) if step in BANDS else ("#f2f2f2", INK)
            sides.append(Side(step.word, step.sign, fill, ink, "square", dots))
    return _sheets(exhibit, area, rows_of(exhibit), sides, with_gaps=False)


def _sheets(
    exhibit: Exhibit, area: Box, rows: Sequence[Row], sides: Sequence[Side], *, with_gaps: bool
) -> list[Sheet]:
    most = max(1, int((area.height - _TOP) // _LOW_ROW))
    runs = fit.evenly(rows, most)
    made = []
    at = 0
    for run in runs:
        extent = f"rows {at + 1}–{at + len(run)} of {len(rows)}" if len(runs) > 1 else ""
        made.append(
            Sheet(partial(_draw, exhibit=exhibit, rows=run, sides=sides, with_gaps=with_gaps), extent)
        )
        at += len(run)
    return made


def _draw(
    slide: Any, area: Box, *, exhibit: Exhibit, rows: Sequence[Row], sides: Sequence[Side], with_gaps: bool
) -> None:
    row_high = min(64.0, (area.height - _TOP) / max(len(rows), 1))
    facts = {row.key[-1]: _facts(sides, row.key[-1]) for row in rows if row.key}
    wide = max(110.0, min(320.0, max((fit.width(words, 11) for words in facts.values()), default=0.0) + 24))
    plot = Box(area.left + _LABELS, area.top + _TOP, area.width - _LABELS - wide, row_high * len(rows))
    place = {row.key[-1]: n for n, row in enumerate(rows) if row.key}
    ends = _ends(exhibit)
    chart = _chart(slide, plot, sides, place, len(rows), ends, with_gaps=with_gaps)
    describe(chart, exhibit.title, "Chart")
    _scale(slide, plot, area, ends)
    if with_gaps:
        names = [Run(f"{side.letter} {side.name}    ", 12, side.colour, is_bold=True) for side in sides]
        box(slide, Box(area.left, area.top, area.width, 16), [names], name="Legend")
    for n, row in enumerate(rows):
        line = Box(area.left, plot.top + n * row_high, _LABELS - 12, row_high)
        size = 12 if row_high >= 38 else fit.LEAST
        room = max(1, int((row_high - size * fit.LINE) // (size * fit.LINE)))
        detail = [[Run(row.detail, fit.LEAST, MUTED)]] if row.detail else []
        words = [
            [Run(fit.cut(row.name, size, line.width, room, is_bold=True), size, INK, is_bold=True)],
            *detail,
        ]
        if row_high < 38 and row.detail:
            words = [[Run(fit.cut(f"{row.name} · {row.detail}", size, line.width, 2), size, INK)]]
        box(slide, line, words, align=RIGHT, anchor=MIDDLE, name=f"Row {n + 1}")
        fact = facts.get(row.key[-1], "") if row.key else ""
        words_of_facts = [Run(fact, 11, INK) if fact else Run("not found", 11, MUTED)]
        right = Box(plot.left + plot.width + 10, line.top, wide - 10, row_high)
        box(slide, right, [words_of_facts], anchor=MIDDLE, align=LEFT, name=f"Values {n + 1}")


def _chart(
    slide: Any, plot: Box, sides: Sequence[Side], place: dict[str, int], n_rows: int, ends: tuple[float, float], *, with_gaps: bool
) -> Any:  # fmt: skip
    data = XyChartData()
    values: dict[str, list[float]] = {}
    shown = [(side, [dot for dot in side.dots if dot.key in place]) for side in sides]
    shown = [(side, dots) for side, dots in shown if dots or with_gaps]
    if not with_gaps:
        shown.sort(key=lambda one: -len(one[1]))
    for _, dots in shown:
        for dot in dots:
            values.setdefault(dot.key, []).append(dot.x)
    longest = max((len(dots) for _, dots in shown), default=2)
    gaps = [(key, xs) for key, xs in values.items() if with_gaps and len(xs) > 1]
    for n, (key, xs) in enumerate(gaps):
        series = data.add_series(f"Gap {n + 1}")
        for point in range(
            max(longest, 2)
        ):  # there and back: LibreOffice leaves out a first series that is shorter than others
            series.add_data_point((min(xs), max(xs))[point % 2], n_rows - place[key])
    for side, dots in shown:
        series = data.add_series(side.name)
        for dot in dots:
            series.add_data_point(dot.x, n_rows - place[dot.key] + _shift(side, dot, sides))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *plot.emu, data)
    chart = frame.chart
    chart.has_legend, chart.has_title = False, False
    native.axis(chart.category_axis, ends[0] - _MARGIN, ends[1] + _MARGIN, 1, has_grid=False)
    native.axis(chart.value_axis, 0.5, n_rows + 0.5, 1, has_grid=False)
    native.place_plot(chart, 0, 0, 1, 1)
    made = list(chart.plots[0].series)
    for series in made[: len(gaps)]:
        native.line(series, _FAINT, 2)
    for series, (side, _) in zip(made[len(gaps) :], shown, strict=True):
        native.dots(
            series, side.colour, 19, side.symbol, CELL_BORDER if side.symbol == "square" else "#ffffff"
        )
        native.letter(series, side.letter, side.ink, 10)
    return frame


def _scale(slide: Any, plot: Box, area: Box, ends: tuple[float, float]) -> None:
    """The steps of the scale over the plot, a thin line down from each."""
    span = ends[1] - ends[0] + 2 * _MARGIN
    at: Callable[[float], float] = lambda step: plot.left + (step - ends[0] + _MARGIN) / span * plot.width  # noqa: E731
    top = plot.top - 17
    for step in range(int(ends[0]), int(ends[1]) + 1):
        x = at(step)
        box(
            slide,
            Box(x - 14, top, 28, 15),
            [[Run(band(step).sign, 12, INK, is_bold=True)]],
            align=CENTRE,
            name=f"Scale {step}",
        )
        line = slide.shapes.add_connector(
            1, *Box(x, plot.top, 0, 0).emu[:2], *Box(x, plot.top + plot.height, 0, 0).emu[:2]
        )
        line.line.color.rgb = rgb("#cccccc" if step else "#8c8c8c")
        line.line.width = Pt(0.75)
        line.name = f"Scale line {step}"
        slide.shapes._spTree.insert(2, line._element)  # behind the dots
    box(
        slide,
        Box(plot.left - 100, top, 96, 15),
        [[Run("← opposes", fit.LEAST, MUTED)]],
        align=RIGHT,
        name="Opposes",
    )
    box(
        slide,
        Box(plot.left + plot.width + 4, top, 96, 15),
        [[Run("supports →", fit.LEAST, MUTED)]],
        name="Supports",
    )


def _ends(exhibit: Exhibit) -> tuple[float, float]:
    """The first and the last step of the dataset's own scale."""
    low, high = exhibit.drawing.figure.layout.xaxis.range if exhibit.drawing else (-2.35, 2.35)
    return round(float(low) + _MARGIN, 2), round(float(high) - _MARGIN, 2)


def _shift(side: Side, dot: Dot, sides: Sequence[Side]) -> float:
    """Sides at nearly the same value stand one over the other."""
    near = [
        other.letter for other in sides for mark in other.dots
        if mark.key == dot.key and abs(mark.x - dot.x) < 0.2
    ]  # fmt: skip
    return -(near.index(side.letter) - (len(near) - 1) / 2) * 0.42


def _facts(sides: Sequence[Side], key: str) -> str:
    """The values of a row in words."""
    return "   ".join(dot.fact for side in sides for dot in side.dots if dot.key == key)


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−")
