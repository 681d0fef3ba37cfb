"""Every page opens with every kind of dataset, and says in words what state it is in."""

from __future__ import annotations

import pytest

from sayso.views.registry import PAGES, READING
from tests.pages.conftest import Glance, OpenPage
from tests.pages.packages import MAKERS

KEYS = [page.key for page in PAGES]
READERS = [page.key for page in READING]
ABOUT_STATEMENTS = [key for key in READERS if key != "about"]
FILTERED = [key for key in ABOUT_STATEMENTS if key not in ("actor", "article", "briefings", "present")]


@pytest.mark.parametrize("page", KEYS)
@pytest.mark.parametrize("data", MAKERS)
def test_a_page_opens_without_an_error(glance: Glance, data: str, page: str) -> None:
    app = glance(page, data).app
    assert [str(found.message) for found in app.exception] == []
    assert [found.value for found in (*app.error, *app.warning)] == []


@pytest.mark.parametrize("page", ABOUT_STATEMENTS)
def test_an_empty_dataset_says_nothing_yet_and_what_to_do(glance: Glance, page: str) -> None:
    words = glance(page, "empty").words
    assert "Nothing yet" in words
    assert "Add an article" in words and "Import what was coded elsewhere" in words


@pytest.mark.parametrize("page", READERS)
def test_one_quote_is_enough(glance: Glance, page: str) -> None:
    words = glance(page, "one_quote").words
    assert "Nothing yet" not in words and "Nothing matches" not in words


@pytest.mark.parametrize("page", FILTERED)
def test_a_date_before_everything_says_nothing_matches(open_page: OpenPage, page: str) -> None:
    screen = open_page(page, asof="1900-01-01")
    assert "Nothing matches" in screen.words and "1900-01-01" in screen.words
    assert "Nothing matches" not in screen.press("Clear the filters").words


def test_an_actor_with_nothing_in_scope_says_not_found(open_page: OpenPage) -> None:
    words = open_page("actor", asof="1900-01-01").words
    assert "not found" in words.casefold() and "1 Jan 1900" in words


@pytest.mark.parametrize("page", KEYS)
def test_ten_thousand_statements_open(glance: Glance, page: str) -> None:
    words = glance(page, "large").words
    assert "Nothing yet" not in words and "Nothing matches" not in words
