"""What the matrix says in its cells, read from the figure."""

from typing import Any

from sayso.charts.stance_matrix import MOST_TALL_ROWS, cell_size, stance_matrix

NAMES = {"ann": "Ann <b>", "bob": "Bob", "tax": "Tax", "war": "War"}
CELL: dict[str, Any] = {
    "state": "strongly_supports",
    "n": 3,
    "n_members": 1,
    "latest_on": "2021-07-23",
    "condition": None,
    "n_supporting": 3,
    "n_neutral": 0,
    "n_opposing": 0,
}


def draw(cells: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    made = stance_matrix(
        cells, ["ann", "bob"], ["tax", "war"], NAMES, 24, cell_size(2, 2), selected=("ann", "tax")
    )
    return {trace.name: trace for trace in made.data}


def test_a_cell_has_its_sign_n_and_latest_date() -> None:
    traces = draw({("ann", "tax"): CELL})
    assert list(traces["signs"].text) == ["++"]
    assert list(traces["dashes"].x).count(None) == 3  # one dash where nothing was found
    assert list(traces["details"].text) == ["n=3<br>23 Jul 21"]
    assert (
        traces["strongly supports"].fillcolor == "#1f5f99" and traces["signs"].textfont.color[0] == "#ffffff"
    )


def test_not_found_is_dashed_and_conflicting_has_a_heavy_outline() -> None:
    traces = draw({("ann", "tax"): {**CELL, "state": "conflicting"}})
    assert traces["conflicting"].line.width > 2 and traces["conflicting"].fillcolor == "var(--paper)"
    assert "px" in traces["not found"].line.dash
    assert next(iter(traces["signs"].text)) == "±"


def test_a_condition_shows_as_if() -> None:
    traces = draw({("ann", "tax"): {**CELL, "condition": "if <img src=x>"}})
    assert next(iter(traces["signs"].text)) == "<b>++</b> <i>if</i>"
    assert "&lt;img" in traces["cells"].hovertext[0][0] and "<img" not in traces["cells"].hovertext[0][0]


def test_every_cell_can_be_clicked_and_says_what_it_is() -> None:
    cells = draw({("ann", "tax"): CELL})["cells"]
    assert cells.customdata[1][0] == ["bob", "tax"] or list(cells.customdata[1][0]) == ["bob", "tax"]
    assert cells.hovertext[0][0].startswith("Ann &lt;b&gt; · Tax<br><b>strongly supports</b> · n=3")
    assert cells.hovertext[1][1] == "Bob · War<br>not found (searched 24 articles)"


def test_many_rows_make_one_line_cells_that_a_finger_still_hits() -> None:
    assert not cell_size(MOST_TALL_ROWS, 8).is_compact
    compact = cell_size(30, 15)
    assert compact.is_compact and compact.height >= 24
    assert compact.width * 15 + 184 <= 1920 - 96  # a projector, less the page's margins


def test_what_waits_is_a_badge_and_colours_nothing() -> None:
    made = stance_matrix(
        {}, ["ann"], ["tax"], NAMES, 24, cell_size(1, 1), waiting={("ann", "tax"): 3, ("x", "y"): 1}
    )
    traces = {trace.name: trace for trace in made.data}
    assert list(traces["waiting"].text) == ["3?"] and traces["waiting"].marker.color == "var(--paper)"
    assert "not found" in traces


def test_an_old_cell_has_its_colour_as_a_frame_and_never_a_paler_fill() -> None:
    made = stance_matrix(
        {("ann", "tax"): CELL, ("bob", "tax"): CELL}, ["ann", "bob"], ["tax", "war"], NAMES, 24, cell_size(2, 2),
        faded={("bob", "tax")},
    )  # fmt: skip
    traces = {trace.name: trace for trace in made.data}
    fresh, old = traces["strongly supports"], traces["strongly supports, old"]
    assert fresh.fillcolor == old.line.color == "#1f5f99" and old.fillcolor == "var(--paper)"
    assert traces["signs"].textfont.color[1] == "var(--ink)" and list(traces["signs"].text) == ["++", "++"]


def test_few_statements_are_counted_by_sign_under_the_pointer() -> None:
    cell = {**CELL, "n_supporting": 3, "n_neutral": 0, "n_opposing": 1}
    assert "3 +, 1 −" in draw({("ann", "tax"): cell})["cells"].hovertext[0][0]
