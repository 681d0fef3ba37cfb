"""A figure as SVG: just what the figures of `charts/` are made of, at the place and size that it is given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import plotly.graph_objects as go
import plotly.io as pio

from sayso.exports.pictures import traces, words
from sayso.exports.pictures.axis import Axis, is_date, span
from sayso.exports.pictures.elements import Anchor, Upright, add, filled, stroked, write
from sayso.exports.pictures.palette import GRID, INK, LINE

_TICK_GAP, _SIZE = 6.0, 13.0
_PAD = 0.02  # of the span, around marks on an axis without a range
_THIRDS = (1 / 3, 2 / 3)


@dataclass(frozen=True)
class Box:
    """Pixels in the picture."""

    x: float
    y: float
    width: float
    height: float


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
    _draw_shapes(parent, layout, axes, inner, is_below=True)
    for name, axis in axes.items():
        _draw_axis(parent, name, axis, axes, inner)
    clips: set[str] = set()
    heaviest_last = sorted(document["data"], key=lambda trace: trace["type"] != "bar")
    for trace in heaviest_last:
        if trace["type"] == "heatmap":
            continue  # unseen: what the pointer finds
        x, y = (axes[_axis_name(trace.get(f"{side}axis", side))] for side in "xy")
        clip = _clip(patterns, x, y, clips)
        place = traces.Place(x, y, clip, patterns)
        if trace["type"] == "bar":
            traces.bar(parent, trace, place)
        else:
            traces.scatter(parent, traces.fitted(trace, x) if trace.get("meta") == "fit" else trace, place)
    _draw_shapes(parent, layout, axes, inner, is_below=False)
    for note in layout.get("annotations", []):
        _draw_note(parent, note, axes, inner)


def stretch(figure: go.Figure, height: float) -> float:
    """How many times higher it must be for the labels of its rows to stand clear of each other."""
    layout = plain(figure)["layout"]
    axis = layout.get("yaxis", {})
    texts, values, (low, high) = axis.get("ticktext"), axis.get("tickvals"), axis.get("range", (0, 1))
    if not texts or len(values) < 2:
        return 1.0
    room = height - layout["margin"]["t"] - layout["margin"]["b"]
    pitch = room / abs(high - low) * min(b - a for a, b in pairwise(values))
    size = axis.get("tickfont", {}).get("size", _SIZE)
    return max(1.0, max(len(words.lines_of(text)) for text in texts) * size * words.LEADING / pitch)


def _axis_name(name: str) -> str:
    return f"{name[0]}axis{name[1:]}"


def _inner(layout: Mapping[str, Any], box: Box) -> Box:
    """The plot within its margins, which grow for the labels at its left."""
    margin = layout["margin"]
    left, right, top, bottom = (float(margin[side]) for side in "lrtb")
    axis = layout.get("yaxis", {})
    if axis.get("automargin") and axis.get("side", "left") == "left":
        sample = Axis(axis, *(axis.get("range") or (0, 1)), 1000, 0)
        size = axis.get("tickfont", {}).get("size", _SIZE)
        left += (
            max((words.widest(words.lines_of(text), size) for _, text in sample.ticks()), default=0)
            + _TICK_GAP
        )
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
    side, edges, values = name[0], [], []
    for trace in document["data"]:
        if _axis_name(trace.get(f"{side}axis", side)) == name:
            values += trace[side]
            edges += trace["width"][:1] if isinstance(trace.get("width"), list) else []
    low, high = span(values, is_date=is_date(spec)) or (0.0, 1.0)
    room = max(edges) / 2 if edges else (high - low or 1) * _PAD
    return low - room, high + room


def _clip(patterns: Element, x: Axis, y: Axis, known: set[str]) -> str:
    name = f"plot-{len(patterns)}"
    left, right, top, bottom = (
        min(x.start, x.end),
        max(x.start, x.end),
        min(y.start, y.end),
        max(y.start, y.end),
    )
    for clip in patterns.findall("clipPath"):
        if clip.get("data-box") == f"{left:.1f} {top:.1f} {right:.1f} {bottom:.1f}":
            return str(clip.get("id"))
    made = add(patterns, "clipPath", id=name, data_box=f"{left:.1f} {top:.1f} {right:.1f} {bottom:.1f}")
    add(made, "rect", x=left, y=top, width=right - left, height=bottom - top)
    known.add(name)
    return name


def _draw_axis(parent: Element, name: str, axis: Axis, axes: Mapping[str, Axis], inner: Box) -> None:
    """Grid, zero line, line, ticks and labels."""
    if not axis.is_seen:
        return
    spec, is_across = axis.spec, name[0] == "x"
    anchor = spec.get("anchor", ("y" if is_across else "x") + name[5:])
    other = axes.get(_axis_name(anchor)) or axes["yaxis" if is_across else "xaxis"]
    near, far = other.start, other.end

    def across(pixel: float, look: Mapping[str, object]) -> None:
        if is_across:
            add(parent, "line", x1=pixel, y1=near, x2=pixel, y2=far, **look)
        else:
            add(parent, "line", x1=near, y1=pixel, x2=far, y2=pixel, **look)

    ticks = axis.ticks()
    if spec.get("showgrid", True):
        for pixel, _ in ticks:
            across(pixel, stroked(spec.get("gridcolor", GRID), 1))
    zero = None if axis.is_date else axis.at(0)
    if spec.get("zeroline") and zero is not None and axis.holds(zero):
        across(zero, stroked(spec.get("zerolinecolor", LINE), spec.get("zerolinewidth", 1)))
    side = spec.get("side", "bottom" if is_across else "left")
    edge = {"bottom": max, "top": min, "left": min, "right": max}[side](near, far)
    if spec.get("showline"):
        ends = {"x1": axis.start, "x2": axis.end, "y1": edge, "y2": edge}
        add(parent, "line", **ends, **stroked(spec.get("linecolor", LINE), 1))
    length = float(spec.get("ticklen", 5)) if spec.get("ticks") == "outside" else 0.0
    font = spec.get("tickfont", {})
    size, colour = max(font.get("size", _SIZE), words.LEAST), font.get("color", INK)
    sign = -1 if side in ("top", "left") else 1
    if "inside" in spec.get("ticklabelposition", ""):
        sign = -sign
    gap = sign * (length + _TICK_GAP)
    taken = -1e9
    for pixel, text in ticks:
        lines = words.lines_of(text)
        if not is_across:
            write(
                parent, lines, edge + gap, pixel, size, colour=colour, anchor="end" if sign < 0 else "start"
            )
            continue
        if length:
            add(
                parent,
                "line",
                x1=pixel,
                x2=pixel,
                y1=edge,
                y2=edge + sign * length,
                **stroked(spec.get("tickcolor", LINE), 1),
            )
        wide = words.widest(lines, size)
        middle = min(max(pixel, inner.x + wide / 2 - 8), inner.x + inner.width - wide / 2 + 8)
        if middle - wide / 2 < taken + 8 and axis.is_date:
            continue
        taken = middle + wide / 2
        write(
            parent,
            lines,
            middle,
            edge + sign * (length + 2),
            size,
            colour=colour,
            anchor="middle",
            upright="bottom" if sign < 0 else "top",
        )


def _on(axes: Mapping[str, Axis], inner: Box, ref: str, value: object) -> float:
    """A pixel of a shape or an annotation."""
    if ref == "paper":
        number = float(str(value))
        return inner.y + (1 - number) * inner.height
    return axes[_axis_name(ref)].at(value) or 0.0


def _across(axes: Mapping[str, Axis], inner: Box, ref: str, value: object) -> float:
    if ref == "paper":
        return inner.x + float(str(value)) * inner.width
    return axes[_axis_name(ref)].at(value) or 0.0


def _draw_shapes(
    parent: Element, layout: Mapping[str, Any], axes: Mapping[str, Axis], inner: Box, *, is_below: bool
) -> None:
    for shape in layout.get("shapes", []):
        if (shape.get("layer") == "below") is not is_below:
            continue
        x0, x1 = (_across(axes, inner, shape.get("xref", "x"), shape[key]) for key in ("x0", "x1"))
        y0, y1 = (_on(axes, inner, shape.get("yref", "y"), shape[key]) for key in ("y0", "y1"))
        line, opacity = shape.get("line", {}), shape.get("opacity", 1.0)
        look = stroked(line.get("color", INK), line.get("width", 2), line.get("dash"), opacity)
        if shape["type"] == "line":
            add(parent, "line", x1=x0, y1=y0, x2=x1, y2=y1, **look)
        else:
            left, top = min(x0, x1), min(y0, y1)
            fill = filled(shape.get("fillcolor", "none"), opacity)
            add(parent, "rect", x=left, y=top, width=abs(x1 - x0), height=abs(y1 - y0), **{**fill, **look})


def _draw_note(parent: Element, note: Mapping[str, Any], axes: Mapping[str, Axis], inner: Box) -> None:
    """An annotation, which never has an arrow here."""
    xref, yref = note.get("xref", "x"), note.get("yref", "y")
    x = _across(axes, inner, xref, note["x"]) + note.get("xshift", 0)
    y = _on(axes, inner, yref, note["y"]) - note.get("yshift", 0)
    font = note.get("font", {})
    size = max(font.get("size", _SIZE), words.LEAST)
    lines = words.lines_of(note["text"])
    wide, tall = words.widest(lines, size), len(lines) * size * words.LEADING
    side = note.get("xanchor") or _side(xref, note["x"], ("left", "center", "right"))
    level = note.get("yanchor") or _side(yref, note["y"], ("bottom", "middle", "top"))
    left = x - {"left": 0.0, "center": wide / 2, "right": wide}[side]
    top = y - {"top": 0.0, "middle": tall / 2, "bottom": tall}[level]
    pad, edge = note.get("borderpad", 1), note.get("borderwidth", 1)
    if "bgcolor" in note or "bordercolor" in note:
        look = {
            **filled(note.get("bgcolor", "none"), note.get("opacity", 1.0)),
            **stroked(note.get("bordercolor"), edge),
        }
        add(parent, "rect", x=left - pad, y=top - pad, width=wide + 2 * pad, height=tall + 2 * pad, **look)
    anchors: dict[str, Anchor] = {"left": "start", "center": "middle", "right": "end"}
    uprights: dict[str, Upright] = {"top": "top", "middle": "middle", "bottom": "bottom"}
    write(
        parent,
        lines,
        x,
        y,
        size,
        colour=font.get("color", INK),
        anchor=anchors[side],
        upright=uprights[level],
    )


def _side(ref: str, value: object, sides: tuple[str, str, str]) -> str:
    """Where Plotly anchors what says nothing of it."""
    if ref != "paper":
        return sides[1]
    number = float(str(value))
    return sides[0] if number < _THIRDS[0] else sides[2] if number > _THIRDS[1] else sides[1]
