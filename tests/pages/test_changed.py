"""What changed between two dates: the harbour's story, a dataset where nothing moved, and odd dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.pages.conftest import OpenPage
from tests.pages.screen import Screen, open_screen


@pytest.fixture
def harbour(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> OpenPage:
    """Opens the page with the invented debate about a harbour."""
    monkeypatch.setenv("SAYSO_DATA", str(REPOSITORY / "data" / "harbour-debate"))
    monkeypatch.setenv("SAYSO_READ_ONLY", "1")
    return lambda **params: open_screen("changed", **params)


def test_a_change_is_a_sentence_with_the_words_before_and_after(harbour: OpenPage) -> None:
    screen = harbour(asof="2025-03-01", since="2024-12-20")
    assert not screen.app.exception and not screen.warnings
    assert "Bruno Kelt strongly opposed" in screen.words and "is now on both sides of it" in screen.words
    assert "Before: by 20 Dec 2024" in screen.words and "After: by 1 Mar 2025" in screen.words
    (moved,) = (table for table in screen.tables if "What" in table)
    kelt = moved[(moved["Who"] == "Bruno Kelt") & (moved["What"] == "position shifted")].iloc[0]
    assert kelt["Before"] == "strongly opposes" and kelt["After"] == "conflicting"
    assert kelt["Statement before"] and kelt["Statement after"]
    shown = screen.markup.split("<article")[1:]
    assert sum("<blockquote" in card or "sy-act" in card for card in shown) >= 2


def test_what_happened_between_the_two_statements_stands_with_them(harbour: OpenPage) -> None:
    words = harbour(asof="2025-03-01", since="2024-12-20").words
    kelt = words[words.index("Bruno Kelt strongly opposed") :]
    between = kelt[kelt.index("In between") : kelt.index("Before: by")]
    assert "Jan 2025" in between and "(" in between


def test_a_coalition_that_breaks_and_a_front_that_dissolves_are_told(harbour: OpenPage) -> None:
    screen = harbour(asof="2025-03-15", since="2024-11-01")
    labels = [str(fold.label).replace("\\", "") for fold in screen.app.expander]
    assert "Cabinet: Meltem Arsoy and Seaboard Party left on 18 Nov 2024" in labels
    assert (
        "Harbour Front has no members any more: Ana Lorrin, Bruno Kelt and five more left on 9 Mar 2025"
        in labels
    )
    table = next(table for table in screen.tables if "What" in table)
    assert len(table[table["What"] == "left Harbour Front"]) == 7
    screen.app.session_state["members-cabinet"] = True
    opened = Screen(screen.app.run())
    assert "Meltem Arsoy, deputy prime minister: left 18 Nov 2024" in opened.words


def test_each_change_leads_to_its_statements(harbour: OpenPage) -> None:
    screen = harbour(asof="2025-03-01", since="2024-12-20")
    labels = [str(link.proto.label).replace("\\", "") for link in screen.links]
    moved = next(table for table in screen.tables if "What" in table)
    rows = moved[moved["What"] == "position shifted"]
    assert len(rows) > 3
    for who, n in rows[["Who", "n after"]].itertuples(index=False):
        assert any(label.startswith(f"{who} on ") and f"all {n} statement" in label for label in labels)
        assert f"All of {who}" in labels


def test_factions_move_too(harbour: OpenPage) -> None:
    screen = harbour(asof="2025-12-20", since="2024-11-01", rows="Factions")
    assert not screen.app.exception and "Positions that moved" in screen.words
    moved = next(table for table in screen.tables if "What" in table)
    assert "Trust Compact" in set(moved.loc[moved["What"].str.startswith("position"), "Who"])


def test_nothing_moved_says_between_which_dates_and_what_was_compared(open_page: OpenPage) -> None:
    words = open_page("changed").words
    assert "None of four positions moved since 24 Apr 2021" in words
    assert "Between 24 Apr 2021 and 24 Jul 2021: 4 positions known on both days compared" in words
    assert "22 statements in the seven days to 24 Jul 2021" in words


@pytest.mark.parametrize("since", ["2021-07-24", "2030-01-01"])
def test_a_date_that_is_not_before_gives_way_and_says_so(open_page: OpenPage, since: str) -> None:
    screen = open_page("changed", since=since)
    assert "must be before the as-of date, 24 Jul 2021" in screen.warnings
    assert "against 24 Apr 2021" in screen.words


@pytest.mark.parametrize(("asof", "since"), [("9999-12-31", "0001-01-01"), ("2003-03-01", "0001-01-01")])
def test_the_ends_of_the_calendar_open(open_page: OpenPage, asof: str, since: str) -> None:
    screen: Screen = open_page("changed", asof=asof, since=since)
    assert not screen.app.exception and not screen.app.error
    assert "found since 1 Jan 1" in screen.words


def test_a_stretch_is_one_press_and_its_date_is_in_the_address(harbour: OpenPage) -> None:
    pressed = harbour().press("A year")
    assert "against 21 Dec 2024" in pressed.words
    assert pressed.app.query_params["since"] == "2024-12-21"


def test_the_week_opens_on_the_timeline_issue_by_issue(open_page: OpenPage) -> None:
    labels = [str(link.proto.label).replace("\\", "") for link in open_page("changed").links]
    assert "The week: 22 on the timeline, issue by issue" in labels
    screen = open_page("timeline", **{"lanes": "Issue", "from": "2021-07-18", "to": "2021-07-24"})
    assert "22 of 26 statements fall between 18 Jul 2021 and 24 Jul 2021" in screen.words


def test_a_week_opens_what_was_said_in_it(harbour: OpenPage) -> None:
    screen = harbour(asof="2025-03-01")
    weeks = next(table for table in screen.tables if "Mean of 4 weeks before" in table)
    assert len(weeks) == 53 and weeks["Statements"].iloc[0] == 16
    chosen = screen.select("Statements of the week", "2025-02-02")
    assert "Said 2 Feb 2025 to 8 Feb 2025" in chosen.words
    words = chosen.markup.split("Said 2 Feb 2025 to 8 Feb 2025")[1]
    assert (
        words.count('class="sy-card"')
        == weeks.loc[weeks["From"].astype(str) == "2025-02-02", "Statements"].item()
        == 5
    )
    told = {button.key: str(button.label) for button in chosen.app.button}
    assert "6 this week" in told["open-week-issues-job-guarantee"]
    cards = chosen.markup.count("<article")
    pressed = Screen(chosen.app.button(key="open-week-issues-job-guarantee").click().run())
    assert "Ten-year job guarantee, " in pressed.words and pressed.markup.count("<article") > cards + 6


def test_what_stands_in_folds_opens_with_its_words(harbour: OpenPage) -> None:
    screen = harbour(asof="2025-12-20", since="2025-03-01")
    cards = screen.markup.count("<article")
    for fold in ("changed-older", "new-actor-audit-court", "new-issue-harbour-trust"):
        screen.app.session_state[fold] = True
    opened = Screen(screen.app.run())
    assert not opened.app.exception
    assert (
        opened.markup.count("<article") >= cards + 1 + 12
    )  # one of the court, the first page of the trust's
    assert any("Who stands where on" in str(link.proto.label) for link in opened.links)


def test_an_empty_dataset_asks_for_no_dates(open_page: OpenPage) -> None:
    screen = open_page("changed", "empty")
    assert "Nothing yet" in screen.words and "since" not in [piece.key for piece in screen.app.date_input]
