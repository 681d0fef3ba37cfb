"""Two datasets in one Sayso: a link opens the one it names, and changing it leaves nothing of the other behind."""

from __future__ import annotations

import pytest

from sayso.views.registry import READING
from tests.pages.conftest import OpenPage
from tests.pages.packages import ARABIC_QUOTE


@pytest.mark.parametrize("named", ["other", "Other"])
def test_a_link_opens_the_dataset_it_names(open_page: OpenPage, named: str) -> None:
    assert ARABIC_QUOTE in open_page("quotes", "two", dataset=named).words
    assert ARABIC_QUOTE not in open_page("quotes", "two").words


def test_a_dataset_that_is_gone_gives_way_to_the_first_and_says_so(open_page: OpenPage) -> None:
    screen = open_page("quotes", "two", dataset="third")
    assert "“third” (dataset)" in screen.warnings
    assert "Taxes must rise." in screen.words


@pytest.mark.parametrize("page", [page.key for page in READING])
def test_changing_it_forgets_filters_and_choices(open_page: OpenPage, page: str) -> None:
    screen = open_page(page, "two", actors="Ann", asof="2024-01-03", actor="Ann", on="Tax", who="Ann")
    other = screen.select("Dataset", "other")
    assert not other.app.exception and not other.app.error and not other.warnings
    assert "Nothing matches" not in other.words and "Ann" not in other.markup


def test_the_copied_link_names_the_dataset(open_page: OpenPage) -> None:
    link = next(str(code.value) for code in open_page("matrix", "two").app.code if "v=" in str(code.value))
    assert "dataset=one" in link
