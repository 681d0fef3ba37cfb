"""What an exhibit's figure says of order and names: rows, columns, labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from sayso.model.frames import records
from sayso.reports.exhibit import Exhibit


@dataclass(frozen=True)
class Axis:
    """Ids of rows and columns as drawn, and their names."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    names: dict[str, str]


def grid_of(exhibit: Exhibit) -> Axis:
    """The rows and columns of a grid of cells."""
    drawing = exhibit.drawing
    targets = [] if drawing is None else [trace for trace in drawing.figure.data if trace.type == "heatmap"]
    if drawing is None or drawing.heads is None or not targets or targets[0].customdata is None:
        return Axis((), (), {})
    ids = targets[0].customdata
    rows = tuple(str(row[0][0]) for row in ids if len(row))
    columns = tuple(str(cell[1]) for cell in ids[0]) if len(ids) else ()
    names = dict(zip(columns, (head.label for head in drawing.heads.columns), strict=False))
    names |= dict(zip(rows, (head.label for head in drawing.heads.rows), strict=False))
    return Axis(rows, columns, names)


def swatches_of(exhibit: Exhibit) -> dict[str, str]:
    """The colour before each row's name."""
    axis = grid_of(exhibit)
    heads = exhibit.drawing.heads.rows if exhibit.drawing and exhibit.drawing.heads else ()
    return {row: head.swatch for row, head in zip(axis.rows, heads, strict=False) if head.swatch}


@dataclass(frozen=True)
class Row:
    """A line of a chart: its name, and the quieter words beneath."""

    key: tuple[str, ...]
    name: str
    detail: str


def rows_of(exhibit: Exhibit) -> list[Row]:
    """The rows of a chart whose vertical axis names them, from the top; a key is the last of a mark's ids."""
    if exhibit.drawing is None:
        return []
    figure = exhibit.drawing.figure
    labels = [_label(str(words)) for words in figure.layout.yaxis.ticktext or ()]
    keys: dict[int, tuple[str, ...]] = {}
    for trace in figure.data:
        if trace.customdata is None or trace.y is None:
            continue
        for at, mark in zip(trace.y, trace.customdata, strict=False):
            keys.setdefault(round(float(at)), _ids(mark))
    return [Row(keys.get(place, ()), name, detail) for place, (name, detail) in enumerate(labels)]


def dots_of(exhibit: Exhibit) -> list[Any]:
    """The traces of dots: a side each."""
    if exhibit.drawing is None:
        return []
    return [
        trace
        for trace in exhibit.drawing.figure.data
        if trace.customdata is not None and trace.type == "scatter"
    ]


def by_key(exhibit: Exhibit, *names: str) -> dict[tuple[str, ...], dict[str, Any]]:
    """The frame's rows by the values of some columns."""
    return {tuple(str(row[name]) for name in names): row for row in records(exhibit.frame)}


def plain(words: str) -> str:
    """A figure's text as it is read: without tags and line breaks."""
    for tag in ("<b>", "</b>", "<i>", "</i>"):
        words = words.replace(tag, "")
    return unescape(" ".join(words.replace("<br>", " ").split()))


def _label(words: str) -> tuple[str, str]:
    name, _, detail = words.partition("<br><i>")
    return plain(name), plain(detail)


def _ids(mark: Any) -> tuple[str, ...]:
    return (mark,) if isinstance(mark, str) else tuple(str(part) for part in _sequence(mark))


def _sequence(mark: Any) -> Sequence[Any]:
    return list(mark)
