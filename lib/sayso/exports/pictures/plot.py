"""A figure as SVG: just what the figures of `charts/` are made of, at the place and size that it is given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import plotly.graph_objects as go
import plotly.io as pio

from sayso.exports.pictures import axis_lines, notes, traces, words
from sayso.exports.pictures.axis import Axis, is_date, span
from sayso.exports.pictures.boxes import Box, axis_name
from sayso.exports.pictures.elements import add

_PAD = 0.02  # of the span, around marks on an axis without a range
_CLEAR = 5.0  # pixels between the words at the two edges of a cell


def plain(figure: go.Figure) -> dict[str, Any]:
    """The figure as JSON has it."""
    made: dict[str, Any] = json.loads(str(pio.to_json(figure, engine="json")))
    return made


def draw(parent: Element, figure: go.Figure, box: Box, patterns: Element, *, is_bare: bool = False) -> None:
    """Draw `figure` over all of `box`; `is_bare` where heads stand for its axes."""
    document = plain(figure)
    layout = document["layout"]
    inner = box if is_bare else _inner(layout, box)
    axes = _axes(document, layout, inner)
    notes.draw_shapes(parent, layout, axes, inner, is_below=True)
    for name, axis in axes.items():
        axis_lines.draw(parent, name, axis, axes, inner)
    for trace in sorted(
        document["data"], key=lambda trace: trace["type"] != "bar"
    ):  # bars lie below, as in Plotly
        if trace["type"] == "heatmap":
            continue  # unseen: what the pointer finds
        x, y = (axes[axis_name(trace.get(f"{side}axis", side))] for side in "xy")
        place = traces.Place(x, y, _clip(patterns, x, y), patterns)
        if trace["type"] == "bar":
            traces.bar(parent, trace, place)
        else:
            traces.scatter(parent, traces.fitted(trace, x) if trace.get("meta") == "fit" else trace, place)
    notes.draw_shapes(parent, layout, axes, inner, is_below=False)
    for note in layout.get("annotations", []):
        notes.draw_note(parent, note, axes, inner)


def stretch(figure: go.Figure, height: float) -> float:
    """How many times higher it must be for the labels of its rows to stand clear of each other."""
    layout = plain(figure)["layout"]
    axis = layout.get("yaxis", {})
    texts, values, (low, high) = axis.get("ticktext"), axis.get("tickvals"), axis.get("range", (0, 1))
    if not texts or len(values) < 2:
        return 1.0
    room = height - layout["margin"]["t"] - layout["margin"]["b"]
    pitch = room / abs(high - low) * min(b - a for a, b in pairwise(values))
    size = axis.get("tickfont", {}).get("size", axis_lines.SIZE)
    tallest = max(len(words.lines_of(text)) for text in texts) * float(size) * words.LEADING
    return max(1.0, tallest / float(pitch))


def crowding(figure: go.Figure) -> float:
    """How many times wider cells must be for the words at their two edges to stand clear of each other."""
    sides = {
        trace.get("textposition"): trace for trace in plain(figure)["data"] if trace.get("mode") == "text"
    }
    left, right = sides.get("middle right"), sides.get("middle left")
    if left is None or right is None:
        return 1.0
    needed = [
        (_wide(left, i) + _wide(right, i) + _CLEAR) / (right["x"][i] - left["x"][i])
        for i in range(len(left["x"]))
    ]
    return max(needed, default=1.0)


def _wide(trace: Mapping[str, Any], i: int) -> float:
    return words.widest(words.lines_of(trace["text"][i]), trace["textfont"]["size"])


def _inner(layout: Mapping[str, Any], box: Box) -> Box:
    """The plot within its margins, which grow for the labels at its left."""
    margin = layout["margin"]
    left, right, top, bottom = (float(margin[side]) for side in "lrtb")
    axis = layout.get("yaxis", {})
    if axis.get("automargin") and axis.get("side", "left") == "left":
        low, high = axis.get("range") or (0, 1)
        size = axis.get("tickfont", {}).get("size", axis_lines.SIZE)
        labels = [words.lines_of(text) for _, text in Axis(axis, low, high, 1000, 0).ticks()]
        longest = max((words.widest(lines, size) for lines in labels), default=0.0)
        left += min(longest, axis_lines.WIDEST) + axis_lines.GAP
    return Box(box.x + left, box.y + top, box.width - left - right, box.height - top - bottom)


def _axes(document: Mapping[str, Any], layout: Mapping[str, Any], inner: Box) -> dict[str, Axis]:
    axes = {}
    for name, spec in layout.items():
        if name[1:5] != "axis":
            continue
        low, high = spec.get("domain", (0, 1))
        if name[0] == "x":
            start, end = inner.x + low * inner.width, inner.x + high * inner.width
        else:
            start, end = inner.y + (1 - low) * inner.height, inner.y + (1 - high) * inner.height
        axes[name] = Axis(spec, *_range(name, spec, document), start, end)
    return axes


def _range(name: str, spec: Mapping[str, Any], document: Mapping[str, Any]) -> tuple[float, float]:
    if given := spec.get("range"):
        first, last = (Axis(spec, 0, 1, 0, 1).at(value) for value in given)
        return first or 0.0, last or 0.0
    side = name[0]
    edges: list[float] = []
    values: list[object] = []
    for trace in document["data"]:
        if axis_name(trace.get(f"{side}axis", side)) == name:
            values += trace[side]
            edges += trace["width"][:1] if isinstance(trace.get("width"), list) else []
    low, high = span(values, is_date=is_date(spec)) or (0.0, 1.0)
    room = max(edges) / 2 if edges else (high - low or 1) * _PAD
    return low - room, high + room


def _clip(patterns: Element, x: Axis, y: Axis) -> str:
    """The id of the clip to the plot of two axes."""
    left, right, top, bottom = (
        min(x.start, x.end),
        max(x.start, x.end),
        min(y.start, y.end),
        max(y.start, y.end),
    )
    name = f"plot-{left:.0f}-{top:.0f}-{right:.0f}-{bottom:.0f}"
    if patterns.find(f"clipPath[@id='{name}']") is None:
        made = add(patterns, "clipPath", id=name)
        add(made, "rect", x=left, y=top, width=right - left, height=bottom - top)
    return name
