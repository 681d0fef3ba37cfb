"""Where things go on the timeline: lanes, rows within them, and which marks are labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

# Packing needs widths before the browser has any: a wide screen's, so that a phone only gets more rows.
PLOT_WIDTH = 1000
CHARACTER, HANDLE, TICK = 6.4, 18, 17
MOST_LABELS = 14
# More statements than this are gathered into so many stretches of the window.
MOST_TICKS, STRETCHES = 500, 40
# What is shorter than this share of the whole span is a dot in the overview.
SHORT = 0.06
# Heights of a lane's name, a row of events (label over bar) and one of statements, in rows.
NAME_ROW, EVENT_ROW, TICK_ROW = 0.75, 1.15, 0.8


@dataclass(frozen=True)
class Window:
    """The stretch of time in view."""

    start: datetime
    end: datetime

    @property
    def span(self) -> timedelta:
        """Its length."""
        return self.end - self.start

    def pixel(self, moment: datetime) -> float:
        """Where `moment` is drawn, 0 at the window's start."""
        return (moment - self.start) / self.span * PLOT_WIDTH

    def overlaps(self, start: datetime, end: datetime) -> bool:
        """Whether any of it is in view."""
        return start <= self.end and end >= self.start


@dataclass(frozen=True)
class Mark:
    """An event: a dot for a day, a bar for what is longer, an arrow where an end is open."""

    key: str
    label: str
    hover: str
    start: datetime
    end: datetime
    precision: str
    modality: str
    weight: int
    lanes: tuple[str, ...] = ()
    row: float = 0
    is_labelled: bool = False
    overview_level: float | None = None
    overview_side: str = "middle right"

    @property
    def is_point(self) -> bool:
        """Whether it is known to the day."""
        return self.precision == "day"

    @property
    def is_solid(self) -> bool:
        """Whether it took or takes place; what is expected, demanded or denied is hollow."""
        return self.modality in ("happened", "ongoing")

    def is_short(self, whole: Window) -> bool:
        """Whether it is drawn as a dot in an overview of `whole`."""
        return self.end - self.start <= whole.span * SHORT

    @property
    def middle(self) -> datetime:
        """Its representative moment: the known end of an open interval, else the middle."""
        if self.precision == "after":
            return self.start
        return self.end if self.precision == "before" else self.start + (self.end - self.start) / 2

    def anchor(self, window: Window) -> datetime:
        """Where its handle stands in `window`."""
        at = self.middle if self.is_point else self.end if self.precision == "before" else self.start
        return min(max(at, window.start), window.end)

    def symbol(self, window: Window) -> str:
        """Plotly's name of its handle: a dot, a bar's end, or an arrow towards the open side."""
        if self.is_point:
            return "circle"
        if self.precision == "before":
            return "triangle-left"
        if self.precision == "after" or self.start < window.start:
            return "triangle-right"
        return "square"

    def leans_left(self, window: Window) -> bool:
        """Whether its label must end at its handle because the right edge is near."""
        return window.pixel(self.anchor(window)) + self.label_width > PLOT_WIDTH

    @property
    def label_width(self) -> float:
        """Pixels its label takes."""
        return len(self.label) * CHARACTER + HANDLE


@dataclass(frozen=True)
class Tick:
    """A statement: `start` and `end` bound the days on which it can have been made."""

    key: str
    lane: str
    stance: int
    hover: str
    start: datetime
    end: datetime
    at: datetime
    row: float = 0
    count: int = 1


@dataclass(frozen=True)
class Lane:
    """One lane with its rows, counted from the top of the chart."""

    key: str
    label: str
    colour: str
    top: float = 0
    size: float = 1
    marks: tuple[Mark, ...] = ()
    ticks: tuple[Tick, ...] = field(default=())


def fill(
    lanes: Sequence[Lane], marks: Sequence[Mark], ticks: Sequence[Tick], window: Window, rest: Lane
) -> list[Lane]:
    """Lanes with what is in view, packed into rows; empty lanes are left out.

    An event goes to the first of its lanes that is there, else to `rest`.
    """
    known = {lane.key for lane in lanes}
    in_view = label_most_important([mark for mark in marks if window.overlaps(mark.start, mark.end)])
    filled, top = [], 0.0
    for lane in [*lanes, rest]:
        own = [
            mark
            for mark in in_view
            if next((key for key in mark.lanes if key in known), rest.key) == lane.key
        ]
        said = [tick for tick in ticks if tick.lane == lane.key and window.overlaps(tick.start, tick.end)]
        if not own and not said:
            continue
        placed, events_size = _pack_marks(own, window, top + NAME_ROW)
        spread, ticks_size = _pack_ticks(said, window, top + NAME_ROW + events_size)
        size = NAME_ROW + events_size + ticks_size
        filled.append(replace(lane, top=top, size=size, marks=tuple(placed), ticks=tuple(spread)))
        top += size
    return filled


def gather(ticks: Sequence[Tick], window: Window, most: int = MOST_TICKS) -> list[Tick]:
    """The same ticks; where there are too many to draw, one for each lane, stretch of time and stance."""
    in_view = [tick for tick in ticks if window.overlaps(tick.start, tick.end)]
    if len(in_view) <= most:
        return in_view
    step = window.span / STRETCHES
    groups: dict[tuple[str, int, int], list[Tick]] = {}
    for tick in in_view:
        groups.setdefault((tick.lane, int((tick.at - window.start) / step), tick.stance), []).append(tick)
    gathered = []
    for (lane, place, stance), group in groups.items():
        if len(group) == 1:
            gathered.append(group[0])
            continue
        start, end = window.start + step * place, window.start + step * (place + 1)
        key = f"{start.date().isoformat()}/{end.date().isoformat()}"
        words = f"<b>{len(group)} statements</b><br>click to look closer"
        middle = start + step / 2
        gathered.append(Tick(key, lane, stance, words, middle, middle, middle, count=len(group)))
    return gathered


def label_most_important(marks: Sequence[Mark], most: int = MOST_LABELS) -> list[Mark]:
    """The same marks, the weightiest `most` of them labelled."""
    ranked = sorted(marks, key=lambda mark: (-mark.weight, mark.start, mark.key))
    chosen = {mark.key for mark in ranked[:most]}
    return [replace(mark, is_labelled=mark.key in chosen) for mark in marks]


def label_overview(marks: Sequence[Mark], whole: Window, most: int = 6) -> list[Mark]:
    """The same marks, those labelled in the overview whose labels do not collide there."""
    taken: list[tuple[float, float, float]] = []
    chosen: dict[str, tuple[float, str]] = {}
    dots = [mark for mark in marks if mark.is_short(whole)]
    labelled_at: list[float] = []
    for mark in sorted(dots, key=lambda mark: (-mark.weight, mark.start)):
        if len(chosen) == most:
            break
        at, width = whole.pixel(min(max(mark.middle, whole.start), whole.end)), mark.label_width
        side = "middle left" if at + width > PLOT_WIDTH else "middle right"
        low, high = (at - width, at) if side == "middle left" else (at, at + width)
        level = next(
            (y for y in (0.62, 0.9) if not any(y == used and low < b and high > a for a, b, used in taken)),
            None,
        )
        if level is None or low < 0 or any(abs(at - spot) < HANDLE for spot in labelled_at):
            continue
        labelled_at.append(at)
        taken.append((low, high, level))
        chosen[mark.key] = (level, side)
    return [
        replace(mark, overview_level=chosen[mark.key][0], overview_side=chosen[mark.key][1])
        if mark.key in chosen
        else mark
        for mark in marks
    ]


def _pack_marks(marks: Sequence[Mark], window: Window, top: float) -> tuple[list[Mark], float]:
    """Marks in rows, and the height that these take."""

    def extent(mark: Mark) -> tuple[float, float]:
        at = window.pixel(mark.anchor(window))
        low, high = window.pixel(max(mark.start, window.start)), window.pixel(min(mark.end, window.end))
        label = mark.label_width if mark.is_labelled else HANDLE
        left = mark.is_labelled and mark.leans_left(window)
        return min(low, at - (label if left else HANDLE)), max(high, at + (HANDLE if left else label))

    ordered = sorted(marks, key=lambda mark: (mark.start, mark.key))
    rows = _rows([extent(mark) for mark in ordered])
    placed = [
        replace(mark, row=top + (row + 0.68) * EVENT_ROW) for mark, row in zip(ordered, rows, strict=True)
    ]
    return placed, (max(rows, default=-1) + 1) * EVENT_ROW


def _pack_ticks(ticks: Sequence[Tick], window: Window, top: float) -> tuple[list[Tick], float]:
    """Ticks of one date side by side around it; dates that would collide go into the next row."""
    if not ticks:
        return [], 0.0
    dates: dict[tuple[datetime, datetime], list[Tick]] = {}
    for tick in sorted(ticks, key=lambda tick: (tick.at, tick.key)):
        dates.setdefault((tick.start, tick.end), []).append(tick)
    extents = []
    for (start, end), group in dates.items():
        middle, half = window.pixel(group[0].at), len(group) * TICK / 2
        extents.append((min(middle - half, window.pixel(start)), max(middle + half, window.pixel(end))))
    rows = _rows(extents)
    placed = []
    for row, group in zip(rows, dates.values(), strict=True):
        step = TICK / PLOT_WIDTH * window.span
        first = min(
            max(group[0].at - step * (len(group) - 1) / 2, window.start + step / 2),
            window.end - step * (len(group) - 0.5),
        )
        placed += [
            replace(tick, at=first + step * place, row=top + (row + 0.5) * TICK_ROW)
            for place, tick in enumerate(group)
        ]
    return placed, (max(rows) + 1) * TICK_ROW


def _rows(extents: Sequence[tuple[float, float]]) -> list[int]:
    """First row in which each extent fits, taken in order."""
    ends: list[float] = []
    rows = []
    for low, high in extents:
        row = next((place for place, end in enumerate(ends) if low >= end), len(ends))
        if row == len(ends):
            ends.append(high)
        ends[row] = high
        rows.append(row)
    return rows
