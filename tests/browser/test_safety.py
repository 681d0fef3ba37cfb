"""No page complains in the console, breaks the content policy or runs what a dataset says."""

from __future__ import annotations

import pytest

from sayso.views.registry import PAGES
from tests.browser.conftest import NewPerson
from tests.browser.person import Person

KEYS = [page.key for page in PAGES]
FOLDS = 3  # opened on each page


@pytest.mark.parametrize("page", KEYS)
def test_a_page_opens_without_a_word_in_the_console(person: Person, page: str) -> None:
    person.open("" if page == KEYS[0] else page)
    assert person.faults == []


def test_a_hostile_dataset_runs_nothing(hostile_site: str, new_person: NewPerson) -> None:
    person = new_person(hostile_site)
    for page in KEYS:
        person.open("" if page == KEYS[0] else page)
        closed = person.page.locator(".stMain details:not([open]) > summary")
        for _ in range(min(closed.count(), FOLDS)):
            closed.first.click()
            person.settled()
        for mark in person.page.locator(".sf-plot").all()[:1]:
            mark.focus()
            for key in ("ArrowRight", "ArrowDown", "End"):
                person.page.keyboard.press(key)
        assert person.page.evaluate("window.hacked === undefined")
        assert (
            person.page.locator(
                ".stMain img[src=x], .stMain svg[onload], .stMain a[href^=javascript]"
            ).count()
            == 0
        )
    person.open(
        "matrix", actors="<img src=x onerror=window.hacked=1>", actor="[x](javascript:window.hacked=1)"
    )
    assert person.page.evaluate("window.hacked === undefined")
    assert person.page.get_by_test_id("stAlert").locator("a, img").count() == 0
    assert person.faults == []


def test_a_hostile_name_is_drawn_letter_by_letter(hostile_site: str, new_person: NewPerson) -> None:
    person = new_person(hostile_site).open("matrix")
    assert '<img src=x onerror="window.hacked=1">' in person.heads("rows")
    assert person.faults == []
