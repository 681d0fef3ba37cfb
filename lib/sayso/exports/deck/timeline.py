"""The timeline as native shapes: events with their names over an axis, statements in lanes, coloured and placed by stance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from sayso.exports.deck import fit
from sayso.exports.deck.drawn import plain
from sayso.exports.deck.paper import Sheet
from sayso.exports.deck.words import ACCENT, INK, MIDDLE, MUTED, RIGHT, Box, Run, box, describe, rgb
from sayso.model.frames import records
from sayso.model.scales import STANCES
from sayso.reports.exhibit import Exhibit

_LABELS, _ROW, _AXIS = 130.0, 15.0, 20.0
_MOST_EVENT_ROWS, _MOST_LANES = 9, 12
_DOT, _TICK, _NEAR = 7.0, 3.2, 3.0
_WHOLE = "All statements"
_HELD = ("happened", "ongoing")


@dataclass(frozen=True)
class Scale:
    """Days to points."""

    first: date
    last: date
    left: float
    width: float

    def at(self, day: date) -> float:
        """Where a day stands; what is beyond the ends stands on them."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + min(max(share, 0.0), 1.0) * self.width

    def marks(self) -> Iterator[tuple[date, str]]:
        """Days to be named: months, quarters or years, as many as there is room for."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120, 240) if months / s <= self.width / 52), 600)
        for n in range(self.first.year * 12, self.last.year * 12 + 12):
            day = date(n // 12, n % 12 + 1, 1)
            if n % step == 0 and self.first <= day <= self.last:
                yield day, str(day.year) if step >= 12 or day.month == 1 else day.strftime("%b")


@dataclass(frozen=True)
class Event:
    """An event with the days that it can mean."""

    name: str
    low: date
    high: date
    is_day: bool
    is_held: bool
    is_first: bool
    """Whether the page labels it, too."""


def sheets(exhibit: Exhibit, area: Box) -> list[Sheet]:
    """One slide: what has no room for its name is a dot."""
    return [
        Sheet(
            partial(_draw, exhibit=exhibit), "height in a lane: strong support above, strong opposition below"
        )
    ]


def _draw(slide: Any, area: Box, *, exhibit: Exhibit) -> None:
    events = _events(exhibit)
    lanes = _lanes(exhibit)
    days = _window(exhibit, events)
    if days is None or not (events or lanes):
        box(slide, area, [[Run("Nothing was found in this stretch of time.", 16, MUTED)]], name="Nothing")
        return
    scale = Scale(*days, area.left + _LABELS, area.width - _LABELS - 8)
    wish = min(_MOST_EVENT_ROWS, len(events) + 1 if events else 0)
    lane_high = max(22.0, min(64.0, (area.height - _AXIS - wish * _ROW) / max(len(lanes), 1)))
    n_rows = max(1, min(wish, int((area.height - _AXIS - lane_high * len(lanes)) // _ROW)))
    shapes: list[Any] = []
    top = area.top + n_rows * _ROW
    _draw_axis(slide, scale, top, top + _AXIS + lane_high * len(lanes), shapes)
    for event, row, label in _packed(events, scale, n_rows):
        _draw_event(slide, event, scale, area.top + row * _ROW, label, shapes)
    high = Box(area.left, area.top, _LABELS - 10, n_rows * _ROW)
    if events:
        words = [[Run("Events", fit.LEAST, INK, is_bold=True)]]
        shapes.append(box(slide, high, words, align=RIGHT, name="Events"))
    for n, (name, said) in enumerate(lanes.items()):
        _draw_lane(
            slide,
            name,
            said,
            scale,
            Box(area.left, top + _AXIS + n * lane_high, area.width, lane_high),
            shapes,
        )
    group = slide.shapes.add_group_shape(shapes)
    describe(group, exhibit.title, "Timeline")


def _draw_axis(slide: Any, scale: Scale, top: float, bottom: float, shapes: list[Any]) -> None:
    for day, words in scale.marks():
        x = scale.at(day)
        line = slide.shapes.add_connector(1, Pt(x), Pt(top + 1), Pt(x), Pt(bottom))
        line.line.color.rgb = rgb("#dddddd")
        line.line.width = Pt(0.75)
        is_year = words.isdigit()
        label = box(
            slide,
            Box(x + 2, top + 2, 44, 13),
            [[Run(words, fit.LEAST, INK if is_year else MUTED, is_year)]],
            name=f"Axis {words}",
        )
        shapes += [line, label]


def _draw_event(slide: Any, event: Event, scale: Scale, top: float, label: str, shapes: list[Any]) -> None:
    low, high = scale.at(event.low), scale.at(event.high)
    kind, wide, tall = (
        (MSO_SHAPE.OVAL, _DOT, _DOT) if event.is_day else (MSO_SHAPE.RECTANGLE, max(high - low, 4.0), 5.0)
    )
    left = low - _DOT / 2 if event.is_day else low
    shape = slide.shapes.add_shape(kind, *Box(left, top + (_ROW - tall) / 2, wide, tall).emu)
    shape.shadow.inherit = False
    shape.line.color.rgb = rgb(ACCENT)
    shape.line.width = Pt(1)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(ACCENT if event.is_held else "#ffffff")
    describe(shape, event.name, f"Event: {event.name}")
    shapes.append(shape)
    if label:
        room = fit.width(label, fit.LEAST) + 8
        is_left = left + wide + room > scale.left + scale.width + 8
        place = Box(left - room - 3 if is_left else left + wide + 3, top, room, _ROW)
        shapes.append(
            box(
                slide,
                place,
                [[Run(label, fit.LEAST, INK)]],
                align=RIGHT if is_left else 1,
                anchor=MIDDLE,
                name="Event’s name",
            )
        )
        shapes[-1].text_frame.word_wrap = False


def _draw_lane(
    slide: Any, name: str, said: Sequence[dict[str, Any]], scale: Scale, place: Box, shapes: list[Any]
) -> None:
    ground = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, *Box(scale.left, place.top + 2, scale.width, place.height - 4).emu
    )
    ground.shadow.inherit = False
    ground.fill.solid()
    ground.fill.fore_color.rgb = rgb("#f5f5f5")
    ground.line.fill.background()
    ground.name = f"Lane: {name}"
    size = 11 if place.height > 28 else fit.LEAST
    words = fit.cut(name, size, _LABELS - 12, max(1, int(place.height // (size * fit.LINE))), is_bold=True)
    head = Box(place.left, place.top, _LABELS - 10, place.height)
    shapes += [
        ground,
        box(
            slide,
            head,
            [[Run(words, size, INK, is_bold=True)]],
            align=RIGHT,
            anchor=MIDDLE,
            name=f"Lane’s name: {name}",
        ),
    ]
    fifth = (place.height - 6) / 5
    known: set[tuple[int, int]] = set()
    for row in said:
        x, stance = scale.at(_middle(row)), int(row["stance"])
        if (spot := (round(x / _NEAR), stance)) in known:
            continue
        known.add(spot)
        tick = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, *Box(x - _TICK / 2, place.top + 3 + (2 - stance) * fifth, _TICK, fifth).emu
        )
        tick.shadow.inherit = False
        tick.fill.solid()
        tick.fill.fore_color.rgb = rgb(STANCES[stance].fill)
        tick.line.color.rgb = rgb("#767676")
        tick.line.width = Pt(0.25)
        tick.name = STANCES[stance].word
        shapes.append(tick)


def _packed(events: Sequence[Event], scale: Scale, n_rows: int) -> Iterator[tuple[Event, int, str]]:
    """Each event with its row and its name, if there is room for it; those that the page names come first."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(n_rows)]
    for event in sorted(events, key=lambda event: (not event.is_first, event.low)):
        low, high = scale.at(event.low) - _DOT, max(scale.at(event.high), scale.at(event.low) + 4) + _DOT
        name = fit.cut(event.name, fit.LEAST, 260, 1)
        room = fit.width(name, fit.LEAST) + 12
        right, left = (low, high + room), (low - room, high)
        span = right if right[1] <= scale.left + scale.width else left
        row = next((n for n in range(1, n_rows) if _is_free(taken[n], span)), 0)
        taken[row].append(span)
        yield (
            event,
            n_rows - 1 - row,
            name if row else "",
        )  # the row next to the axis is for those without room


def _is_free(taken: Sequence[tuple[float, float]], span: tuple[float, float]) -> bool:
    return all(span[1] < low or span[0] > high for low, high in taken)


def _events(exhibit: Exhibit) -> list[Event]:
    named = {plain(str(text)) for trace in _traces(exhibit, "labels") for text in trace.text or ()}
    kinds = dict(zip(exhibit.table.get("id", ()), exhibit.table.get("Kind", ()), strict=True))
    return [
        Event(
            str(row["text"]), *_ends(row), row["precision"] == "day",
            str(kinds.get(row["id"], "happened")).split(",")[0] in _HELD, str(row["text"]) in named,
        )
        for row in records(exhibit.frame) if row["what"] == "event" and (row["low"] or row["high"])
    ]  # fmt: skip


def _lanes(exhibit: Exhibit) -> dict[str, list[dict[str, Any]]]:
    """The statements of each lane, as the page has them; beyond the most that fit they share one."""
    said = {
        row["id"]: row
        for row in records(exhibit.frame)
        if row["what"] == "statement" and (row["low"] or row["high"])
    }
    if exhibit.drawing is None or not said:
        return {_WHOLE: list(said.values())} if said else {}
    notes = exhibit.drawing.figure.layout.annotations
    heads = sorted(
        (float(note.y), plain(str(note.text)))
        for note in notes
        if note.yref in (None, "y") and note.xref == "paper"
    )
    lanes: dict[str, list[dict[str, Any]]] = {name: [] for _, name in heads}
    for trace in _traces(exhibit, "statements"):
        for y, (kind, key) in zip(trace.y, trace.customdata, strict=False):
            place = bisect_right([top for top, _ in heads], float(y)) - 1
            if kind == "statement" and key in said and place >= 0:
                lanes[heads[place][1]].append(said[key])
    lanes = {name: rows for name, rows in lanes.items() if rows}
    beside = {row["actor_id"]: name for name, rows in lanes.items() for row in rows}
    placed = {row["id"] for rows in lanes.values() for row in rows}
    for row in said.values():  # at the window's very end the page draws none
        if lanes and row["id"] not in placed:
            lanes.setdefault(beside.get(row["actor_id"], "All others"), []).append(row)
    if not lanes:  # more statements than the page draws one by one
        return {_WHOLE: list(said.values())}
    kept = sorted(lanes, key=lambda name: -len(lanes[name]))[:_MOST_LANES]
    rest = [row for name, rows in lanes.items() if name not in kept for row in rows]
    shown = {name: rows for name, rows in lanes.items() if name in kept}
    return {**shown, "All others": rest} if rest else shown


def _traces(exhibit: Exhibit, name: str) -> list[Any]:
    return [trace for trace in exhibit.drawing.figure.data if trace.name == name] if exhibit.drawing else []


def _window(exhibit: Exhibit, events: Sequence[Event]) -> tuple[date, date] | None:
    if exhibit.drawing is not None and (span := exhibit.drawing.figure.layout.xaxis.range):
        return _day(span[0]), _day(span[1])
    days = [day for event in events for day in (event.low, event.high)]
    return (min(days), max(days)) if days else None


def _ends(row: dict[str, Any]) -> tuple[date, date]:
    return _day(row["low"] or row["high"]), _day(row["high"] or row["low"])


def _middle(row: dict[str, Any]) -> date:
    low, high = _ends(row)
    return low + (high - low) / 2


def _day(value: Any) -> date:
    return date.fromisoformat(str(value)[:10])
