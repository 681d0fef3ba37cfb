"""A figure's shapes and annotations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from sayso.exports.pictures import words
from sayso.exports.pictures.axis import Axis
from sayso.exports.pictures.boxes import Box, axis_name
from sayso.exports.pictures.elements import Anchor, Upright, add, filled, stroked, write
from sayso.exports.pictures.palette import INK

_SIZE = 13.0
_THIRDS = (1 / 3, 2 / 3)


def _on(axes: Mapping[str, Axis], inner: Box, ref: str, value: object) -> float:
    """A pixel of a shape or an annotation."""
    if ref == "paper":
        number = float(str(value))
        return inner.y + (1 - number) * inner.height
    return axes[axis_name(ref)].at(value) or 0.0


def _across(axes: Mapping[str, Axis], inner: Box, ref: str, value: object) -> float:
    if ref == "paper":
        return inner.x + float(str(value)) * inner.width
    return axes[axis_name(ref)].at(value) or 0.0


def draw_shapes(
    parent: Element, layout: Mapping[str, Any], axes: Mapping[str, Axis], inner: Box, *, is_below: bool
) -> None:
    """Lines and rectangles, those below the traces or those above them."""
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


def draw_note(parent: Element, note: Mapping[str, Any], axes: Mapping[str, Axis], inner: Box) -> None:
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
