"""A reader attaches their own copy of the article: the wrong one is refused in words, the right one shows quotes in place."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.person import Person

CELL = {"actor": "Fuad Hussein", "on": "All foreign troops out"}


def attach(person: Person, text: str) -> None:
    """Give the article page a file."""
    upload = person.page.locator('input[type="file"]')
    upload.set_input_files({"name": "copy.txt", "mimeType": "text/plain", "buffer": text.encode()})


def test_another_text_is_refused_and_nothing_changes(person: Person) -> None:
    attach(person.open("article"), "Some other text.")
    told = person.page.get_by_test_id("stAlert").first
    expect(told).to_contain_text("This is not the text that")
    expect(told).to_contain_text("Nothing was changed")
    expect(person.page.locator(".sy-article")).to_have_count(0)
    assert not person.faults


def test_the_right_text_shows_each_quote_in_its_place(
    own_site: str, new_person: NewPerson, article_text: str
) -> None:
    person = new_person(own_site).open("article")
    attach(person, article_text)
    marks = person.page.locator(".sy-article mark")
    expect(marks.first).to_be_visible()
    assert marks.count() > 10
    person.open("matrix", **CELL)
    place = person.page.locator("details.sy-place").first
    place.locator("summary").click()
    expect(place.locator("mark").first).to_be_visible()
    assert place.locator("mark").first.inner_text() in article_text
    assert not person.faults


def test_without_the_text_the_place_is_given_in_characters(person: Person) -> None:
    person.open("matrix", **CELL)
    place = person.page.locator("details.sy-place").first
    place.locator("summary").click()
    expect(place).to_contain_text("its text is not attached")
