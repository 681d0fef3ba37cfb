"""Where things go on the timeline: lanes, rows within them, and which marks are labelled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

# Packing needs widths before the browser has any: a wide screen's. The browser leaves out labels that collide on less.
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
