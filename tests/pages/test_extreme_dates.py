"""The first and the last day of the calendar, in the address and in the data: pages open, without an error."""

from __future__ import annotations

import pytest

from sayso.views.registry import READING
from tests.pages.conftest import Glance, OpenPage

KEYS = [page.key for page in READING]
FIRST, LAST = "0001-01-01", "9999-12-31"
DATES: list[dict[str, str | list[str]]] = [
    {"asof": LAST}, {"asof": FIRST}, {"asof": "10000-01-01"}, {"asof": LAST, "since": FIRST, "from": FIRST, "to": LAST},
    {"asof": FIRST, "since": LAST, "from": LAST, "to": FIRST},
]  # fmt: skip


@pytest.mark.parametrize("dates", DATES)
@pytest.mark.parametrize("page", KEYS)
def test_a_page_opens_at_the_end_of_time(open_page: OpenPage, page: str, dates: dict[str, str]) -> None:
    app = open_page(page, "one_quote", **dates).app
    assert [str(found.message) for found in app.exception] == []
    assert [found.value for found in app.error] == []


@pytest.mark.parametrize("page", KEYS)
def test_data_of_all_times_are_shown(glance: Glance, page: str) -> None:
    """EDTF's ends, in statements, events and memberships."""
    app = glance(page, "all_times").app
    assert [str(found.message) for found in app.exception] == []
    assert [found.value for found in app.error] == []
