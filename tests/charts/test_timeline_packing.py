"""Marks and ticks in their lanes."""

from datetime import datetime, timedelta

from sayso.charts.timeline_layout import MOST_TICKS, Lane, Mark, Tick, Window
from sayso.charts.timeline_packing import fill, gather, label_most_important, label_overview

START = datetime(2021, 7, 1)
WINDOW = Window(START, START + timedelta(days=30))
REST = Lane("", "No faction", "#000000")


def mark(key: str, day: int, days: int = 0, *, lanes: tuple[str, ...] = ("gov",), weight: int = 1) -> Mark:
    begin = START + timedelta(days=day)
    precision = "interval" if days else "day"
    return Mark(
        key, f"Event {key}", "", begin, begin + timedelta(days=days), precision, "happened", weight, lanes
    )


def tick(key: str, day: float) -> Tick:
    at = START + timedelta(days=day)
    return Tick(key, "gov", 1, "", at, at, at)


def test_marks_that_would_overlap_stand_in_different_rows() -> None:
    [lane] = fill(
        [Lane("gov", "Gov", "#111111")], [mark("a", 1), mark("b", 2), mark("c", 25)], [], WINDOW, REST
    )
    rows = {placed.key: placed.row for placed in lane.marks}
    assert rows["a"] != rows["b"] and rows["a"] == rows["c"]


def test_an_event_goes_to_the_first_lane_that_is_there_and_empty_lanes_are_left_out() -> None:
    lanes = [Lane("gov", "Gov", "#111111"), Lane("opp", "Opp", "#222222")]
    found = fill(
        lanes, [mark("a", 1, lanes=("elsewhere", "opp", "gov")), mark("b", 1, lanes=())], [], WINDOW, REST
    )
    assert {lane.key: [placed.key for placed in lane.marks] for lane in found} == {"opp": ["a"], "": ["b"]}


def test_what_lies_outside_the_window_is_not_drawn_and_what_reaches_in_is() -> None:
    before, reaching = mark("a", -20), mark("b", -20, 40)
    found = fill([Lane("gov", "Gov", "#111111")], [before, reaching], [], WINDOW, REST)
    assert [placed.key for placed in found[0].marks] == ["b"]


def test_statements_of_one_day_stand_side_by_side() -> None:
    [lane] = fill([Lane("gov", "Gov", "#111111")], [], [tick(str(i), 10) for i in range(5)], WINDOW, REST)
    assert len({placed.at for placed in lane.ticks}) == 5 and len({placed.row for placed in lane.ticks}) == 1


def test_too_many_statements_are_gathered_and_none_is_lost() -> None:
    ticks = [tick(str(i), i * 30 / 2000) for i in range(2000)]
    found = gather(ticks, WINDOW)
    assert len(found) < MOST_TICKS and sum(one.count for one in found) == 2000
    assert gather(ticks[:10], WINDOW) == ticks[:10]


def test_the_weightiest_are_labelled() -> None:
    marks = label_most_important([mark(str(i), i, weight=i) for i in range(20)], most=3)
    assert [one.key for one in marks if one.is_labelled] == ["17", "18", "19"]
    assert sum(one.overview_level is not None for one in label_overview(marks, WINDOW, most=2)) == 2
