"""A matrix in a picture: the bare cells with their heads around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from sayso.charts.heads import Head, Heads
from sayso.exports.pictures import plot, words
from sayso.exports.pictures.boxes import Box
from sayso.exports.pictures.elements import add, filled, write
from sayso.exports.pictures.palette import INK, MUTED
from sayso.reports.report import Drawing

_ROW, _NOTE, _COLUMN, _GROUP = 13.0, 11.0, 12.0, 12.0
_NARROWEST, _WIDEST = 130.0, 290.0  # of the row heads
_GAP, _SWATCH = 10.0, 10.0
_MOST_LINES, _TALLEST = 6, 190.0  # of a column's head, level and turned
_LEVEL_FROM = 52  # pixels of a column from which its head can lie level
_GROUPS = 24.0


@dataclass(frozen=True)
class Headed:
    """A drawing with heads, at least `least` pixels wide if its cells may grow so far."""

    drawing: Drawing
    heads: Heads
    least: float

    @cached_property
    def row_width(self) -> float:
        """Pixels of the row heads: the longest name, within limits."""
        longest = max((self._wide(head) for head in self.heads.rows), default=0.0)
        corner = words.width(words.line(self.heads.corner), _NOTE)
        return min(max(longest, corner, _NARROWEST), _WIDEST) + _GAP + self._row_groups

    @cached_property
    def grow(self) -> float:
        """How many times wider the cells are."""
        room = (self.least - self.row_width) / (self.heads.width or 1)
        return max(1.0, min(self.heads.stretch, max(room, plot.crowding(self.drawing.figure))))

    @property
    def width(self) -> float:
        """Of all."""
        return self.row_width + self.heads.width * self.grow

    @cached_property
    def column_height(self) -> float:
        """Pixels of the column heads."""
        groups = _GROUPS if self.heads.column_groups else 0.0
        if not self._is_level:
            longest = max(
                (words.width(words.line(head.label), _COLUMN) for head in self.heads.columns), default=0.0
            )
            return min(longest, _TALLEST) + 8 + groups
        lines = max((len(self._column_lines(head)) for head in self.heads.columns), default=1)
        return lines * _COLUMN * words.LEADING + 8 + groups

    @property
    def height(self) -> float:
        """Of all."""
        return self.column_height + self.heads.height

    def draw(self, parent: Element, x: float, y: float, patterns: Element) -> None:
        """Draw the heads and the cells."""
        cells = Box(
            x + self.row_width, y + self.column_height, self.heads.width * self.grow, self.heads.height
        )
        corner = [words.line(self.heads.corner)]
        write(
            parent, corner, cells.x - _GAP, cells.y - 8, _NOTE, colour=MUTED, anchor="end", upright="bottom"
        )
        for head in self.heads.rows:
            self._draw_row(parent, head, x + self._row_groups, cells.y)
        for head in self.heads.columns:
            self._draw_column(parent, head, cells)
        self._draw_groups(parent, x, cells)
        plot.draw(parent, self.drawing.figure, cells, patterns, is_bare=True)

    @property
    def _row_groups(self) -> float:
        return _GROUPS if self.heads.row_groups else 0.0

    @property
    def _swatch(self) -> float:
        """Pixels before every name: names stand in one line whether they have a colour or not."""
        return _SWATCH + 6 if any(head.swatch for head in self.heads.rows) else 0.0

    @property
    def _is_level(self) -> bool:
        """Whether column heads lie level: turned where columns are narrow, unless the names are short there, too."""
        if not self.heads.columns:
            return True
        return all(
            head.size * self.grow >= _LEVEL_FROM
            or words.width(words.line(head.label), _COLUMN) <= head.size * self.grow - 4
            for head in self.heads.columns
        )

    def _wide(self, head: Head) -> float:
        return (
            max(words.width(words.line(head.label), _ROW), words.width(words.line(head.note or ""), _NOTE))
            + self._swatch
        )

    def _column_lines(self, head: Head) -> list[str]:
        return words.wrapped(head.label, head.size * self.grow - 8, _COLUMN, most=_MOST_LINES)

    def _draw_row(self, parent: Element, head: Head, x: float, top: float) -> None:
        swatch = self._swatch
        room = self.row_width - self._row_groups - _GAP - swatch
        note = [words.cut(head.note, room, _NOTE)] if head.note else []
        free = head.size - len(note) * _NOTE * words.LEADING
        label = words.wrapped(head.label, room, _ROW, most=max(1, int(free // (_ROW * 1.15))))
        tall = len(label) * _ROW * words.LEADING + len(note) * _NOTE * words.LEADING
        middle = top + head.start + head.size / 2
        y = middle - tall / 2
        whole = head.label if label != [head.label] or note != [head.note or ""][: len(note)] else None
        group = add(parent, "g", data_head="row")
        if head.swatch:
            place = y + _ROW * words.LEADING / 2 - _SWATCH / 2
            add(group, "rect", x=x, y=place, width=_SWATCH, height=_SWATCH, rx=1, **filled(head.swatch))
        write(group, [words.line(text) for text in label], x + swatch, y, _ROW, upright="top", whole=whole)
        under = y + len(label) * _ROW * words.LEADING
        write(
            group, [words.line(text) for text in note], x + swatch, under, _NOTE, colour=MUTED, upright="top"
        )

    def _draw_column(self, parent: Element, head: Head, cells: Box) -> None:
        middle = cells.x + (head.start + head.size / 2) * self.grow
        group = add(parent, "g", data_head="column")
        if self._is_level:
            lines = self._column_lines(head)
            whole = None if lines == [head.label] else head.label
            write(
                group,
                [words.line(text) for text in lines],
                middle,
                cells.y - 5,
                _COLUMN,
                anchor="middle",
                upright="bottom",
                whole=whole,
            )
            return
        short = words.cut(head.label, _TALLEST, _COLUMN)
        write(
            group,
            [words.line(short)],
            middle,
            cells.y - 6,
            _COLUMN,
            whole=head.label if short != head.label else None,
            turned=-90.0,
        )

    def _draw_groups(self, parent: Element, x: float, cells: Box) -> None:
        for head in self.heads.column_groups:
            middle = cells.x + (head.start + head.size / 2) * self.grow
            short = words.cut(head.label, head.size * self.grow - 4, _GROUP, is_bold=True)
            write(
                parent,
                [words.line(short, is_bold=True)],
                middle,
                cells.y - self.column_height + 8,
                _GROUP,
                anchor="middle",
            )
        for head in self.heads.row_groups:
            middle = cells.y + head.start + head.size / 2
            short = words.cut(head.label, head.size - 4, _GROUP, is_bold=True)
            write(
                parent,
                [words.line(short, is_bold=True)],
                x + 8,
                middle,
                _GROUP,
                colour=INK,
                anchor="middle",
                turned=-90.0,
            )
