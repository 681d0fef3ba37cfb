"""Coalitions: every number opens its statements, by row, box and address; and what is said where there is little."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.pages.conftest import OpenPage
from tests.pages.screen import Screen, open_screen
from tests.tiny import Row, say, tables, write_package

VOTE = "Referendum in Karsuna"


@pytest.fixture
def harbour(monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Opens the page with the invented debate about a harbour."""
    monkeypatch.setenv("SAYSO_DATA", str(REPOSITORY / "data" / "harbour-debate"))
    monkeypatch.setenv("SAYSO_READ_ONLY", "1")
    return lambda **params: open_screen("coalitions", **params)


def opened(screen: Screen, name: str) -> Screen:
    """The page after the row of this key was pressed."""
    return Screen(screen.app.button(key=f"open-{name}").click().run())


def cards(screen: Screen) -> int:
    return screen.markup.count("<article")


def test_the_harbour_has_three_camps_that_the_referendum_parts(harbour: OpenPage) -> None:
    screen = harbour()
    assert not screen.app.exception and not screen.app.error
    assert f"Three camps (stability 0.62 of 1), held apart by “{VOTE}”" in screen.words
    assert "Best grouping by" in screen.words and "average linkage" in screen.words
    made = [line for line in screen.words.splitlines() if "data version" in line and "camps: Louvain" in line]
    assert len(made) == 5 and all("seed 1" in line for line in made)
    assert "k = " not in screen.markup and "corrected for 9 issues" in screen.words


@pytest.mark.parametrize(
    "row", ["wedges-port-lease", "wedges-job-guarantee", "common-publish-contract", "camp-a-bruno-kelt"]
)
def test_a_row_opens_its_statements_and_closes_them(harbour: OpenPage, row: str) -> None:
    screen = harbour()
    key = next(button.key for button in screen.app.button if button.key == f"open-{row}")
    assert cards(screen) == 0
    pressed = opened(screen, row)
    assert not pressed.app.exception and cards(pressed) > 3
    label = str(next(button.label for button in pressed.app.button if button.key == key))
    name = label.split("**")[1].replace("\\", "")
    assert name in str(pressed.app.query_params)  # the address bar holds it
    assert cards(opened(pressed, row)) == 0


def test_the_camps_stand_on_each_issue_and_the_chart_says_which_parts_them_most(harbour: OpenPage) -> None:
    screen = harbour()
    wedges = next(table for table in screen.tables if "highest" in table and "gap" in table)
    first = wedges.sort_values("q", kind="stable").iloc[0]
    said = f"Camp {first['highest']} is most for “{first['issue']}”, camp {first['lowest']} least: {first['gap']:.1f} of 4 apart"
    assert first["issue"] == VOTE and said in screen.words
    assert "no issue unites the camps." in screen.words


def test_what_broke_the_coalition_is_named_on_the_course_and_opens_on_the_timeline(
    harbour: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = {str(link.proto.label).replace("\\", ""): link.proto.query_string for link in harbour().links}
    left = next(label for label in links if "Seaboard Party leaves the government" in label)
    assert "18 Nov 2024" in left and any("on the timeline" in label for label in links)
    opened = open_screen("timeline", event="18 Nov 2024: Seaboard Party leaves the government")
    assert not opened.warnings and "Seaboard Party leaves the government" in opened.words


def test_a_box_does_what_a_click_does(harbour: OpenPage) -> None:
    row, box = opened(harbour(), "wedges-port-lease"), harbour().select("Their words on", "port-lease")
    assert cards(row) == cards(box) > 0
    assert "Camp A" in box.words and "In no camp" not in box.words


def test_two_actors_stand_side_by_side_issue_by_issue(harbour: OpenPage) -> None:
    screen = harbour(one="Bruno Kelt", other="Ana Lorrin")
    assert "Bruno Kelt and Ana Lorrin: 6 shared issues, 58% agreement" in screen.words
    assert "Bruno Kelt: strongly supports" in screen.words and "Ana Lorrin: strongly opposes" in screen.words
    assert cards(screen) >= 2


def test_a_window_opens_what_was_said_in_it(harbour: OpenPage) -> None:
    screen = harbour()
    box = next(box for box in screen.app.selectbox if box.key == "around")
    found = Screen(box.set_value("2024-11-15").run())
    assert "of ties fit the camps" in found.words and cards(found) == 12


SPLIT = [
    say(actor, f"issue{n}", 2 if (actor < "d") == (n % 2 == 0) else -2, f"2024-{month + 1:02}-1{n}", article=f"{month}{n}")
    for month in range(5)
    for actor in "abcdef"
    for n in range(3)
]  # fmt: skip
STATES: dict[str, tuple[list[Row], dict[str, list[str]], str]] = {
    "one actor": ([say("a", "p", 2, "2024-01-02")], {}, "No camps can be told: one actor spoke, and camps take three"),
    "one article": ([said for said in SPLIT if said["article"] == "00"], {}, "no two of them on two issues in common"),
    "no camps": ([say(actor, actor, 1, "2024-01-02") for actor in "abcd"], {}, "No camps can be told: four actors spoke, and no two of them on two issues in common"),
    "without factions": (SPLIT, {}, "Two camps (stability 1.00 of 1), furthest apart on “Issue0”, with too few to test"),
    "one faction": (SPLIT, {"f": list("abcdef")}, "Two camps"),
    "all agree": ([say(actor, f"p{n}", 2, "2024-01-02", article=actor) for actor in "abcdef" for n in range(3)], {}, "One camp (stability 1.00 of 1) of six actors, and nobody outside it"),
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_each_state_is_told(state: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said, factions, title = STATES[state]
    monkeypatch.setenv("SAYSO_DATA", str(write_package(tmp_path / "data", tables(said, factions=factions))))
    screen = open_screen("coalitions")
    assert not screen.app.exception and not screen.app.error
    assert title in screen.words


def test_filters_that_leave_nothing_say_so(harbour: OpenPage) -> None:
    screen = harbour(asof="1999-01-01")
    assert "Nothing matches" in screen.words and not screen.app.exception


@pytest.mark.parametrize("data", ["empty", "hostile", "arabic", "large"])
def test_other_datasets_open(open_page: OpenPage, data: str) -> None:
    screen = open_page("coalitions", data)
    assert not screen.app.exception and not screen.app.error
    assert "<script" not in screen.markup and "<img" not in screen.markup
