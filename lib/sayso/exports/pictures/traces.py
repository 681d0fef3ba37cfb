"""The traces of a figure: bars, lines, areas, marks and their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from sayso.exports.pictures import marks, words
from sayso.exports.pictures.axis import Axis
from sayso.exports.pictures.elements import Anchor, add, filled, number, stroked, write
from sayso.exports.pictures.palette import INK, MUTED, paint

Trace = Mapping[str, Any]
_ANCHORS: dict[str, Anchor] = {"left": "end", "center": "middle", "right": "start"}
_GAP = 12  # pixels between two labels that stand beside their marks


@dataclass(frozen=True)
class Place:
    """Where a trace is drawn: its two axes, the clip of its plot, and where patterns are kept."""

    x: Axis
    y: Axis
    clip: str
    patterns: Element


def each(value: Any, place: int, default: Any = None) -> Any:
    """What holds for the mark at `place` of a property that may be one value or a list of them."""
    if isinstance(value, list | tuple):
        return value[place] if place < len(value) else default
    return default if value is None else value


def bar(parent: Element, trace: Trace, at: Place) -> None:
    """Bars with the words that have room in them."""
    group = add(parent, "g", clip_path=f"url(#{at.clip})")
    is_flat = trace.get("orientation") == "h"
    across, along = (at.y, at.x) if is_flat else (at.x, at.y)
    places, lengths = (trace["y"], trace["x"]) if is_flat else (trace["x"], trace["y"])
    marker = trace.get("marker", {})
    for i, (place, length) in enumerate(zip(places, lengths, strict=True)):
        middle, base = across.at(place), each(trace.get("base"), i, 0)
        start, end = along.at(base), along.at(base + length)
        if middle is None or start is None or end is None:
            continue
        half = abs(across.scale) * each(trace.get("width"), i, 0.8) / 2
        low, high = sorted((start, end))
        box = (low, middle - half, high - low, half * 2) if is_flat else (middle - half, low, half * 2, high - low)  # fmt: skip
        line = marker.get("line", {})
        look = stroked(each(line.get("color"), i), each(line.get("width"), i, 0))
        colour = each(marker.get("color"), i)
        if paint(colour)[1] or look:
            x, y, wide, tall = box
            add(group, "rect", x=x, y=y, width=wide, height=tall, **{**filled(colour), **look})
            if marker.get("pattern"):
                hatch = _hatch(at.patterns, marker["pattern"])
                add(group, "rect", x=x, y=y, width=wide, height=tall, fill=f"url(#{hatch})")
        if trace.get("text") is not None and trace.get("textposition") != "none":
            _write_inside(group, trace, i, box)


def scatter(parent: Element, trace: Trace, at: Place) -> None:
    """An area, a line, marks and words, whichever the trace has, in this order."""
    is_clipped = trace.get("cliponaxis", True)
    inside = add(parent, "g", clip_path=f"url(#{at.clip})" if is_clipped else None)
    parts = trace.get("mode", "").split("+")
    line = trace.get("line", {})
    look = stroked(line.get("color"), line.get("width", 2), line.get("dash")) if "lines" in parts else {}
    is_area = trace.get("fill") == "toself"
    if is_area or look:
        fill = filled(trace.get("fillcolor") if is_area else "none")
        if path := " ".join(_paths(trace, at, is_closed=is_area)):
            add(inside, "path", d=path, **{**fill, **look})
    for i, x, y in _seen(trace, at):
        marker = trace.get("marker", {})
        if "markers" in parts:
            edge = marker.get("line", {})
            marks.mark(
                inside, each(marker.get("symbol"), i, "circle"), x, y, each(marker.get("size"), i, 6),
                each(marker.get("color"), i), each(edge.get("color"), i), each(edge.get("width"), i, 0),
            )  # fmt: skip
        if "text" in parts and each(trace.get("text"), i):
            _write_beside(parent, trace, i, x, y)


def fitted(trace: Trace, x: Axis) -> Trace:
    """A trace whose words stand where there is room, as `static/figure/labels.js` places them."""
    taken: list[tuple[Any, float, float]] = []
    texts, sides = [], []
    size = trace["textfont"]["size"]
    for value, row, text in zip(trace["x"], trace["y"], trace["text"], strict=True):
        at = x.at(value) or 0.0
        wide = words.widest(words.lines_of(text), size) + _GAP
        places = [(at, at + wide, "middle right"), (at - wide, at, "middle left")]
        room = next(
            (
                place for place in places
                if place[0] >= x.start - 0.5 and place[1] <= x.end + 0.5
                and not any(r == row and start < place[1] and place[0] < end for r, start, end in taken)
            ),
            None,
        )  # fmt: skip
        texts.append(text if room else "")
        sides.append(room[2] if room else "middle right")
        if room:
            taken.append((row, room[0], room[1]))
    return {**trace, "text": texts, "textposition": sides}


def _seen(trace: Trace, at: Place) -> Iterator[tuple[int, float, float]]:
    """The marks that lie in the plot."""
    for i, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        across, down = at.x.at(x), at.y.at(y)
        if across is not None and down is not None and at.x.holds(across) and at.y.holds(down):
            yield i, across, down


def _paths(trace: Trace, at: Place, *, is_closed: bool) -> Iterator[str]:
    """Each stretch of a line without a gap."""
    end = " Z" if is_closed else ""
    piece: list[str] = []
    for x, y in zip(trace["x"], trace["y"], strict=True):
        across, down = at.x.at(x), at.y.at(y)
        if across is None or down is None:
            if len(piece) > 1:
                yield "M" + " L".join(piece) + end
            piece = []
        else:
            piece.append(f"{number(across)} {number(down)}")
    if len(piece) > 1:
        yield "M" + " L".join(piece) + end


def _write_beside(parent: Element, trace: Trace, i: int, x: float, y: float) -> None:
    font = trace.get("textfont", {})
    size = max(each(font.get("size"), i, 13), words.LEAST)
    side = each(trace.get("textposition"), i, "middle center").split(" ")[1]
    lines = words.lines_of(each(trace["text"], i))
    if each(font.get("weight"), i, 400) >= 600:
        lines = [tuple(words.Run(run.text, True, run.is_italic) for run in line) for line in lines]
    colour = each(font.get("color"), i, INK)
    write(parent, lines, x, y, size, colour=colour, anchor=_ANCHORS[side])


def _write_inside(parent: Element, trace: Trace, i: int, box: tuple[float, float, float, float]) -> None:
    x, y, wide, tall = box
    font = trace.get("textfont", {})
    size = max(each(font.get("size"), i, 13), words.LEAST)
    lines = words.lines_of(each(trace["text"], i, ""))
    if words.widest(lines, size) > wide - 2 or len(lines) * size * words.LEADING > tall:
        return
    colour = each(font.get("color"), i, INK)
    write(parent, lines, x + wide / 2, y + tall / 2, size, colour=colour, anchor="middle")


def _hatch(patterns: Element, pattern: Mapping[str, Any]) -> str:
    """The pattern for "cannot be judged", made once."""
    name = "hatched"
    if patterns.find(f"pattern[@id='{name}']") is None:
        size = float(pattern.get("size", 8))
        made = add(
            patterns, "pattern", id=name, width=size, height=size, patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        )  # fmt: skip
        add(made, "line", x1=0, y1=0, x2=0, y2=size, **stroked(pattern.get("fgcolor", MUTED), 1.5))
    return name
