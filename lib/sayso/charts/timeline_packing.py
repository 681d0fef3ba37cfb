"""Marks and ticks packed into the rows of their lanes, the weightiest labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sayso.charts.timeline_layout import (
    EVENT_ROW,
    HANDLE,
    MOST_LABELS,
    MOST_TICKS,
    NAME_ROW,
    PLOT_WIDTH,
    STRETCHES,
    TICK,
    TICK_ROW,
    Lane,
    Mark,
    Tick,
    Window,
)


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
