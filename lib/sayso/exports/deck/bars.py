"""Native charts with categories: members by stance as stacked bars, statements a week, polarization over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt

from sayso.exports.deck import fit, native
from sayso.exports.deck.drawn import Row, by_key, rows_of
from sayso.exports.deck.paper import Sheet
from sayso.exports.deck.words import ACCENT, INK, Box, describe, rgb
from sayso.model.dates import short_words
from sayso.model.frames import records
from sayso.model.scales import BANDS, CELL_BORDER, STEPS
from sayso.reports.exhibit import Exhibit

_BAR_HIGH = 17.0
WEEKS = {"average_4": "Mean of 4 weeks before", "average_52": "Mean of 52 weeks before"}
COURSE = {
    "share": "Ties that fit the camps", "chance": "Chance, mean", "chance_low": "Chance, low", "chance_high": "Chance, high",
}  # fmt: skip


def spread(exhibit: Exhibit, area: Box) -> list[Sheet]:
    """A bar for each issue and faction, its members from opposition to support, what was not found at its end."""
    names = {row["id"]: f"{row['Issue']} · {row['Faction']}" for row in records(exhibit.table)}
    rows = [Row(row.key, names.get("/".join(row.key), row.name), "") for row in rows_of(exhibit)]
    counts = by_key(exhibit, "faction_id", "issue_id", "state")
    runs = fit.evenly(rows, max(1, int((area.height - 30) // _BAR_HIGH)))
    made, at = [], 0
    for run in runs:
        extent = f"rows {at + 1}–{at + len(run)} of {len(rows)}" if len(runs) > 1 else ""
        made.append(Sheet(partial(_draw_spread, exhibit=exhibit, rows=run, counts=counts), extent))
        at += len(run)
    return made


def _draw_spread(
    slide: Any, area: Box, *, exhibit: Exhibit, rows: Sequence[Row], counts: Mapping[tuple[str, ...], Mapping[str, Any]]
) -> None:  # fmt: skip
    data = CategoryChartData(number_format="0;;")
    data.categories = [row.name for row in rows]
    shown = [step for step in STEPS if any((*row.key, step.state) in counts for row in rows)]
    for step in shown:
        data.add_series(f"{step.sign} {step.word}", [_count(counts, row, step.state) for row in rows])
    chart = _chart(slide, area, XL_CHART_TYPE.BAR_STACKED, data, exhibit)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 25, 100
    chart.category_axis.reverse_order = True
    native.small(chart.category_axis, 11 if len(rows) <= 14 else fit.LEAST)
    chart.category_axis.format.line.color.rgb = rgb("#8c8c8c")
    native.axis(chart.value_axis, 0, _most(counts, rows), 1, has_grid=False)
    for series, step in zip(plot.series, shown, strict=True):
        is_band = step in BANDS
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(step.fill if is_band else "#ffffff")
        series.format.line.color.rgb = rgb(CELL_BORDER)
        series.format.line.width = Pt(0.75)
        if step.state == "not_found":
            series.format.line.dash_style = MSO_LINE.DASH
        labels = series.data_labels
        labels.show_value, labels.number_format, labels.number_format_is_linked = True, "0;;", False
        labels.font.size, labels.font.bold = Pt(fit.LEAST), True
        labels.font.color.rgb = rgb(step.ink if is_band else INK)


def weeks(exhibit: Exhibit, area: Box) -> list[Sheet]:
    """Statements a week as columns, the means before as lines."""
    return [Sheet(partial(_draw_weeks, exhibit=exhibit))]


def _draw_weeks(slide: Any, area: Box, *, exhibit: Exhibit) -> None:
    rows = records(exhibit.frame)
    data = CategoryChartData()
    data.categories = [short_words(str(row["first"])[:10]) for row in rows]
    data.add_series("Statements", [row["n"] for row in rows], number_format="0")
    for name, words in WEEKS.items():
        data.add_series(words, [row[name] for row in rows], number_format="0.0")
    chart = _chart(slide, area, XL_CHART_TYPE.COLUMN_CLUSTERED, data, exhibit)
    chart.plots[0].gap_width = 20
    _time_axes(chart, len(rows), "0")
    native.as_lines(chart, set(WEEKS.values()))
    bars, lines = chart.plots
    bars.series[0].format.fill.solid()
    bars.series[0].format.fill.fore_color.rgb = rgb("#b796b3")
    native.line(lines.series[0], INK, 2)
    native.line(lines.series[1], INK, 1.5, MSO_LINE.DASH)


def polarization(exhibit: Exhibit, area: Box) -> list[Sheet]:
    """The course as a line, what chance would give beside it; gaps where too few spoke."""
    return [Sheet(partial(_draw_course, exhibit=exhibit))]


def _draw_course(slide: Any, area: Box, *, exhibit: Exhibit) -> None:
    rows = records(exhibit.frame)
    data = CategoryChartData(number_format="0%")
    data.categories = [short_words(str(row["middle"])[:10]) for row in rows]
    for name, words in COURSE.items():
        data.add_series(words, [row[name] for row in rows])
    chart = _chart(slide, area, XL_CHART_TYPE.LINE_MARKERS, data, exhibit)
    _time_axes(chart, len(rows), "0%")
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale, chart.value_axis.major_unit = 0, 1, 0.25
    share, *chance = chart.plots[0].series
    native.line(share, ACCENT, 2.75)
    share.marker.style, share.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    share.marker.format.fill.solid()
    share.marker.format.fill.fore_color.rgb = rgb(ACCENT)
    for series, dash in zip(chance, (MSO_LINE.ROUND_DOT, MSO_LINE.DASH, MSO_LINE.DASH), strict=True):
        native.line(series, "#6b6b6b", 1.25, dash)


def _chart(slide: Any, area: Box, kind: Any, data: Any, exhibit: Exhibit) -> Any:
    frame = slide.shapes.add_chart(kind, *area.emu, data)
    describe(frame, exhibit.title, "Chart")
    chart = frame.chart
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.legend.font.size = Pt(11)
    chart.font.size = Pt(11)
    return chart


def _time_axes(chart: Any, n: int, number_format: str) -> None:
    native.small(chart.category_axis)
    native.small(chart.value_axis, number_format=number_format)
    native.grid(chart.value_axis)
    chart.category_axis.format.line.color.rgb = rgb("#8c8c8c")
    axis = chart.category_axis._element
    chart.category_axis.tick_labels.font._element.getparent().getparent().getparent().find(
        qn("a:bodyPr")
    ).set("rot", "-2700000")
    for tag in ("tickLblSkip", "tickMarkSkip"):  # a label each would stand on its head
        skip = axis.makeelement(qn(f"c:{tag}"), {"val": str(max(1, -(-n // 9)))})
        axis.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _count(counts: Mapping[tuple[str, ...], Mapping[str, Any]], row: Row, state: str) -> int | None:
    cell = counts.get((*row.key, state))
    return int(cell["n"]) if cell else None


def _most(counts: Mapping[tuple[str, ...], Mapping[str, Any]], rows: Sequence[Row]) -> int:
    return max((sum(_count(counts, row, step.state) or 0 for step in STEPS) for row in rows), default=1) or 1
