"""The symbols of a figure's markers, as Plotly draws them."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from sayso.exports.pictures.elements import add, filled, number, stroked

_SLIM = 2 / 3**0.5
Points = list[tuple[float, float]]


def _square(r: float) -> Points:
    return [(-r, -r), (r, -r), (r, r), (-r, r)]


def _diamond(r: float) -> Points:
    wide = r * 1.3
    return [(0, -wide), (wide, 0), (0, wide), (-wide, 0)]


def _to_left(r: float) -> Points:
    return [(r / 2, -r * _SLIM), (r / 2, r * _SLIM), (-r, 0)]


def _to_right(r: float) -> Points:
    return [(-r / 2, -r * _SLIM), (-r / 2, r * _SLIM), (r, 0)]


def _upright(r: float) -> Points:
    return [(0, -r * 1.4), (0, r * 1.4)]


SHAPES: dict[str, Callable[[float], Points]] = {
    "square": _square, "diamond": _diamond, "triangle-left": _to_left, "triangle-right": _to_right, "line-ns": _upright,
}  # fmt: skip
SYMBOLS = frozenset({"circle", *SHAPES, "diamond-open", "line-ns-open"})


def mark(
    parent: Element, symbol: str, x: float, y: float, size: float, fill: str, line: str | None, width: float
) -> None:
    """Draw one symbol, `size` pixels wide; an open one has its colour as its line."""
    is_open = symbol.endswith("-open")
    name = symbol.removesuffix("-open")
    look = {**filled("none" if is_open else fill), **stroked(line or (fill if is_open else None), width)}
    if name == "circle":
        add(parent, "circle", cx=x, cy=y, r=size / 2, **look)
        return
    points = " ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in SHAPES[name](size / 2))
    add(parent, "polygon", points=points, stroke_linejoin="round" if width else None, **look)
