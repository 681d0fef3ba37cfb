"""The article page's form without a browser: facts are corrected, readers see no form."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.coding.adding import Confirmed, add_article
from sayso.coding.finding import find_in
from sayso.reports import datasets
from sayso.store.datasets import READ_ONLY
from sayso.store.hub import Hub
from sayso.store.new import create_dataset
from tests.pages.screen import Screen, open_screen

TEXT = "Ann Low said on Friday that tolls were wrong. Police arrested nine dockers in Selm."


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dataset with one searched article that bears no date."""
    target = create_dataset(tmp_path / "new.duckdb", "Port Selm")
    hub = Hub()
    try:
        database = hub.attach(target)
        find_in(database, add_article(database, "kim", Confirmed("Tolls", TEXT, "Selm Post")).article_id)
    finally:
        hub.close()
    monkeypatch.setenv("SAYSO_DATA", str(target))
    monkeypatch.setenv("SAYSO_CODER", "anna")
    datasets._let_go()
    return target


def field(screen: Screen, label: str) -> str:
    return next(str(box.value) for box in screen.app.text_input if box.label == label)


def test_a_forgotten_date_and_an_outlet_are_corrected_and_the_article_searched_anew(file: Path) -> None:
    screen = open_screen("article")
    assert "published unknown" in screen.words or "no date" in screen.words
    next(box for box in screen.app.text_input if box.label == "Published on").set_value("2021-07-24")
    next(box for box in screen.app.text_input if box.label == "Title").set_value("Tolls <i>wrong</i>")
    saved = screen.press("Save")
    assert "Saved." in saved.words and "searched anew" in saved.words
    assert "24 Jul 2021" in saved.words and "<i>wrong" not in saved.markup
    assert field(saved, "Title") == "Tolls <i>wrong</i>"
    (database,) = datasets.databases().values()
    assert database.rows("SELECT found ->> '$.stated_on' FROM proposals WHERE kind = 'quote'") == [
        ("2021-07-23",)
    ]


@pytest.mark.parametrize("page", ["matrix", "quotes", "timeline", "overview", "comparison"])
def test_an_article_that_nobody_has_reviewed_is_nothing_yet_and_no_filter_is_blamed(
    file: Path, page: str
) -> None:
    words = open_screen(page).words
    assert (
        "Nothing yet" in words and "See what was found and waits" in words and "Nothing matches" not in words
    )


def test_what_is_wrong_is_told_beneath_its_field(file: Path) -> None:
    screen = open_screen("article")
    next(box for box in screen.app.text_input if box.label == "Published on").set_value("24th of July")
    assert "Write a date as 2021-07-24" in screen.press("Save").words


def test_readers_see_no_form(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(READ_ONLY, "1")
    assert "Correct what this article is" not in [fold.label for fold in open_screen("article").app.expander]
