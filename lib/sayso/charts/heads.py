"""Row and column heads that the browser keeps in view while a matrix scrolls."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Head:
    """One label beside the cells from `start`, `size` pixels long."""

    label: str
    start: float
    size: float
    swatch: str | None = None
    """A colour shown before the label (a faction's)."""
    note: str | None = None
    """A second, quieter line."""
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a matrix whose cells fill `width` × `height` pixels.

    The figure's own axis labels are hidden where heads are shown, and come back
    wherever the same figure is exported.
    """

    rows: Sequence[Head]
    columns: Sequence[Head]
    row_groups: Sequence[Head] = ()
    column_groups: Sequence[Head] = ()
    corner: str = ""
    """What rows and columns are, in the corner between them."""
    row_width: int = 200
    column_height: int = 96
    stretch: float = 1.0
    """How many times wider the cells may grow where the page has room."""

    @property
    def width(self) -> float:
        """Pixels across all columns."""
        return max((head.start + head.size for head in self.columns), default=0)

    @property
    def height(self) -> float:
        """Pixels down all rows."""
        return max((head.start + head.size for head in self.rows), default=0)


def evenly(labels: Iterable[str], size: float, *, swatches: Iterable[str | None] = ()) -> tuple[Head, ...]:
    """Heads of one size, one after the other."""
    colours = iter(swatches)
    return tuple(Head(label, i * size, size, next(colours, None)) for i, label in enumerate(labels))


def grouped(heads: Sequence[Head], groups: Sequence[str]) -> tuple[Head, ...]:
    """One head over each run of neighbours in the same group."""
    spans: list[Head] = []
    for name, run in groupby(zip(heads, groups, strict=True), key=lambda pair: pair[1]):
        members = [head for head, _ in run]
        start, end = members[0].start, members[-1].start + members[-1].size
        spans.append(Head(name, start, end - start, members[0].swatch))
    return tuple(spans)
