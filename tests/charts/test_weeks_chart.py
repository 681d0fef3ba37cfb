"""Statements a week, read from the figure."""

from datetime import date

from sayso.charts.weeks import weeks_chart


def test_each_week_can_be_clicked_however_low_its_bar() -> None:
    rows = [
        {"first": date(2024, 1, 1), "last": date(2024, 1, 7), "n": 3, "average_4": None, "average_52": None},
        {"first": date(2024, 1, 8), "last": date(2024, 1, 14), "n": 0, "average_4": 3.0, "average_52": 3.0},
    ]
    made = weeks_chart(rows, date(2024, 1, 7), selected=date(2024, 1, 8))
    traces = {trace.name: trace for trace in made.data}
    assert list(traces["statements"].y) == [3, 0] and len(set(traces["statements"].marker.color)) == 2
    assert [list(data) for data in traces["weeks"].customdata] == [
        ["week", "2024-01-01"],
        ["week", "2024-01-08"],
    ]
    assert min(traces["weeks"].y) > 3 and list(traces["average_4"].y) == [None, 3.0]
    assert "n=0" in traces["weeks"].hovertext[1] and "mean of 4" not in traces["weeks"].hovertext[0]
    assert list(traces["chosen"].x) == [traces["weeks"].x[1]]
