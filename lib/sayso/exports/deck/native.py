"""What python-pptx leaves to XML: a plot's exact place, axes without words, bars and lines in one chart."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from sayso.exports.deck.words import MUTED, rgb

_GRID = "#dddddd"
_SYMBOLS = {"circle": XL_MARKER_STYLE.CIRCLE, "square": XL_MARKER_STYLE.SQUARE}


def place_plot(chart: Any, left: float, top: float, width: float, height: float) -> None:
    """Put the plot itself, without its words, at these shares of the chart."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    sides = "".join(
        f'<c:{name} val="{value:.5f}"/>'
        for name, value in zip("xywh", (left, top, width, height), strict=True)
    )
    area.insert(0, parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>{sides}'
        "</c:manualLayout></c:layout>"
    ))  # fmt: skip


def axis(made: Any, low: float, high: float, unit: float, *, has_grid: bool) -> None:
    """A value axis from `low` to `high` without labels: the words beside it are text boxes."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

    made.minimum_scale, made.maximum_scale, made.major_unit = low, high, unit
    made.has_major_gridlines, made.has_minor_gridlines = has_grid, False
    if has_grid:
        made.major_gridlines.format.line.color.rgb = rgb(_GRID)
        made.major_gridlines.format.line.width = Pt(0.75)
    made.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    made.major_tick_mark = made.minor_tick_mark = XL_TICK_MARK.NONE
    made.format.line.fill.background()


def small(made: Any, size: float = 10, *, number_format: str = "") -> None:
    """An axis' labels in small grey type."""
    made.tick_labels.font.size = Pt(size)
    made.tick_labels.font.color.rgb = rgb(MUTED)
    if number_format:
        made.tick_labels.number_format, made.tick_labels.number_format_is_linked = number_format, False


def grid(made: Any) -> None:
    """Thin light lines."""
    made.has_major_gridlines = True
    made.major_gridlines.format.line.color.rgb = rgb(_GRID)
    made.format.line.fill.background()


def dots(series: Any, colour: str, size: int, symbol: str, border: str = "#ffffff") -> None:
    """Markers without a line."""
    series.format.line.fill.background()
    series.smooth = False
    marker = series.marker
    marker.style, marker.size = _SYMBOLS[symbol], size
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = rgb(colour)
    marker.format.line.color.rgb = rgb(border)


def line(series: Any, colour: str, width: float, dash: Any = None) -> None:
    """A line without markers."""
    series.smooth = False
    series.format.line.color.rgb = rgb(colour)
    series.format.line.width = Pt(width)
    if dash is not None:
        series.format.line.dash_style = dash
    series.marker.style = XL_MARKER_STYLE.NONE


def letter(series: Any, words: str, colour: str, size: float) -> None:
    """The same words on each of a series' dots."""
    from pptx.enum.chart import XL_LABEL_POSITION

    for point in range(len(list(series.values))):
        label = series.points[point].data_label
        frame = label.text_frame
        frame.text = words
        run = frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold = Pt(size), True
        run.font.color.rgb = rgb(colour)
        label.position = XL_LABEL_POSITION.CENTER


def as_lines(chart: Any, names: set[str]) -> None:
    """Turn the series of these names in a bar chart into lines over the bars, on the same axes."""
    plot = chart._chartSpace.chart.plotArea.find(qn("c:barChart"))
    lines = parse_xml(
        f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/><c:varyColors val="0"/></c:lineChart>'
    )
    for series in list(plot.findall(qn("c:ser"))):
        if series.findtext(f".//{qn('c:tx')}//{qn('c:v')}") in names:
            plot.remove(series)
            for tag in ("c:invertIfNegative", "c:shape"):
                for child in series.findall(qn(tag)):
                    series.remove(child)
            etree.SubElement(series, qn("c:smooth")).set("val", "0")
            lines.append(series)
    etree.SubElement(lines, qn("c:marker")).set("val", "1")
    for number in plot.findall(qn("c:axId")):
        etree.SubElement(lines, qn("c:axId")).set("val", number.get("val"))
    plot.addnext(lines)
