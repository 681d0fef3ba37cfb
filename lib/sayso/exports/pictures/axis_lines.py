"""What an axis shows: grid, zero line, ticks and labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sayso.exports.pictures import words
from sayso.exports.pictures.axis import Axis
from sayso.exports.pictures.boxes import Box, axis_name
from sayso.exports.pictures.elements import add, stroked, write
from sayso.exports.pictures.palette import GRID, INK, LINE

GAP, SIZE, WIDEST = 6.0, 13.0, 330.0
_NEAR, _APART = 2.0, 8.0  # pixels between a row of labels and its axis, and between two dates


def draw(parent: Element, name: str, axis: Axis, axes: Mapping[str, Axis], inner: Box) -> None:
    """Draw the axis called `name` along the one that it is anchored to."""
    if not axis.is_seen:
        return
    is_across = name[0] == "x"
    anchor = axis.spec.get("anchor", ("y" if is_across else "x") + name[5:])
    other = axes.get(axis_name(anchor)) or axes["yaxis" if is_across else "xaxis"]
    _Lines(parent, axis, other, is_across, inner).draw()


@dataclass(frozen=True)
class _Lines:
    parent: Element
    axis: Axis
    other: Axis
    is_across: bool
    inner: Box

    def draw(self) -> None:
        axis, spec = self.axis, self.axis.spec
        if spec.get("showgrid", True):
            for pixel, _ in axis.ticks():
                self._line(pixel, stroked(spec.get("gridcolor", GRID), 1))
        zero = None if axis.is_date else axis.at(0)
        if spec.get("zeroline") and zero is not None and axis.holds(zero):
            self._line(zero, stroked(spec.get("zerolinecolor", LINE), spec.get("zerolinewidth", 1)))
        if spec.get("showline"):
            ends = {"x1": axis.start, "x2": axis.end, "y1": self._edge, "y2": self._edge}
            add(self.parent, "line", **ends, **stroked(spec.get("linecolor", LINE), 1))
        if self.is_across:
            self._write_across()
        else:
            self._write_down()

    @property
    def _side(self) -> str:
        return str(self.axis.spec.get("side", "bottom" if self.is_across else "left"))

    @property
    def _edge(self) -> float:
        pick = max if self._side in ("bottom", "right") else min
        return pick(self.other.start, self.other.end)

    @property
    def _type(self) -> tuple[float, str]:
        font = self.axis.spec.get("tickfont", {})
        return max(font.get("size", SIZE), words.LEAST), font.get("color", INK)

    def _line(self, pixel: float, look: Mapping[str, object]) -> None:
        near, far = self.other.start, self.other.end
        if self.is_across:
            add(self.parent, "line", x1=pixel, y1=near, x2=pixel, y2=far, **look)
        else:
            add(self.parent, "line", x1=near, y1=pixel, x2=far, y2=pixel, **look)

    def _write_down(self) -> None:
        size, colour = self._type
        is_left = (self._side == "left") is not ("inside" in self.axis.spec.get("ticklabelposition", ""))
        for pixel, text in self.axis.ticks():
            lines = words.lines_of(text)
            short = [words.shortened(line, WIDEST, size) for line in lines]
            write(
                self.parent, short, self._edge + (-GAP if is_left else GAP), pixel, size, colour=colour,
                anchor="end" if is_left else "start", whole=None if short == lines else words.text_of(lines),
            )  # fmt: skip

    def _write_across(self) -> None:
        """Labels over or under their ticks, within the plot; a date that would touch the one before it is left out."""
        size, colour = self._type
        spec, sign = self.axis.spec, -1 if self._side == "top" else 1
        length = float(spec.get("ticklen", 5)) if spec.get("ticks") == "outside" else 0.0
        edge, taken = self._edge, float("-inf")
        for pixel, text in self.axis.ticks():
            lines = words.lines_of(text)
            if length:
                look = stroked(spec.get("tickcolor", LINE), 1)
                add(self.parent, "line", x1=pixel, x2=pixel, y1=edge, y2=edge + sign * length, **look)
            half = words.widest(lines, size) / 2
            first, last = self.inner.x + half - _APART, self.inner.x + self.inner.width - half + _APART
            middle = min(max(pixel, first), last)
            if self.axis.is_date and middle - half < taken + _APART:
                continue
            taken = middle + half
            write(
                self.parent, lines, middle, edge + sign * (length + _NEAR), size, colour=colour, anchor="middle",
                upright="bottom" if sign < 0 else "top",
            )  # fmt: skip
