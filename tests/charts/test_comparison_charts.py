"""The dumbbell, the spread and one actor's positions, read from their figures."""

from datetime import date
from typing import Any

import pytest

from sayso.charts.actor_positions import actor_positions
from sayso.charts.distribution import distribution
from sayso.charts.dumbbell import dumbbell
from sayso.charts.memberships import memberships

NAMES = {"gov": "Government", "opp": "Opposition", "tax": "Tax", "war": "War"}


def cell(value: float, state: str) -> dict[str, Any]:
    return {"value": value, "state": state, "n": 1, "n_members": 1, "latest_on": "2024-01", "condition": None}


def test_a_side_that_was_not_found_has_no_dot() -> None:
    values = {
        ("gov", "tax"): cell(2, "strongly_supports"),
        ("opp", "tax"): cell(-1, "opposes"),
        ("gov", "war"): cell(0, "neutral"),
    }
    made, _ = dumbbell(
        values,
        ["gov", "opp"],
        ["tax", "war"],
        NAMES,
        {"gov": "#111111", "opp": "#222222"},
        {"tax": 3.0},
        [-2.0, -1.0, 0.0, 1.0, 2.0],
    )
    dots = {trace.name: list(trace.x) for trace in made.data}
    assert dots["Government"] == [2, 0] and dots["Opposition"] == [-1]
    assert dots["gap"] == [-1, 2, None]
    assert "gap 3.0" in made.layout.yaxis.ticktext[0] and "no gap" in made.layout.yaxis.ticktext[1]


@pytest.mark.parametrize(("levels", "signs"), [([-2.0, 2.0], "−− − 0 + ++"), ([-1.0, 1.0], "− 0 +")])
def test_the_axis_is_the_datasets_own_scale(levels: list[float], signs: str) -> None:
    values = {("gov", "tax"): cell(1, "supports"), ("opp", "tax"): cell(-1, "opposes")}
    made, _ = dumbbell(
        values, ["gov", "opp"], ["tax"], NAMES, {"gov": "#111111", "opp": "#222222"}, {}, levels
    )
    assert [
        word.removeprefix("<b>").removesuffix("</b>") for word in made.layout.xaxis.ticktext
    ] == signs.split()
    assert made.layout.xaxis.range == (levels[0] - 0.35, levels[-1] + 0.35)


def test_opposition_grows_to_the_left_and_the_silent_stand_apart() -> None:
    counts = {
        ("gov", "tax", "opposes"): 2,
        ("gov", "tax", "strongly_opposes"): 1,
        ("gov", "tax", "not_found"): 4,
    }
    made, _ = distribution(counts, [("gov", "tax")], ["Tax · A"], 7)
    bars = {trace.name: trace for trace in made.data}
    assert list(bars["opposes"].x) == [-2] and list(bars["strongly opposes"].base) == [-2]
    assert bars["not found"].base[0] > 7 and bars["not found"].text[0] == "4"


def test_bars_of_every_state_lie_in_their_row_however_far_apart_the_rows_are() -> None:
    rows = [("gov", "tax"), ("opp", "tax"), ("gov", "war")]
    counts = {(*row, "supports"): 1 for row in rows} | {(*rows[0], "neutral"): 2, (*rows[2], "neutral"): 1}
    made, _ = distribution(counts, rows, ["1", "2", "3"], 2)
    assert {trace.width for trace in made.data} == {0.7}


def test_an_actor_s_issues_all_have_a_row() -> None:
    made, _ = actor_positions({"tax": cell(1.5, "strongly_supports")}, ["tax", "war"], NAMES, [-2.0, 2.0])
    assert list(made.data[0].x) == [1.5]
    assert "n=1 · Jan 24" in made.layout.yaxis.ticktext[0] and "not found" in made.layout.yaxis.ticktext[1]


def test_open_ends_of_memberships_are_arrows() -> None:
    row = {"faction": "North", "colour": "#111111", "role": "head", "valid_from": "2020", "valid_to": None,
           "date_from": date(2020, 1, 1), "date_to": None}  # fmt: skip
    made, _ = memberships([row], date(2019, 1, 1), date(2024, 1, 1))
    assert list(made.data[0].marker.symbol) == ["square", "triangle-right"]
