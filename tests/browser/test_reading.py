"""From the front page to the words behind a cell, with the mouse."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.person import CARDS, TITLE, Person

HUSSEIN, OUT = "Fuad Hussein", "All foreign troops out"


def test_a_cell_of_the_front_page_opens_on_the_matrix_page(person: Person) -> None:
    person.open().click_cell(HUSSEIN, OUT)
    expect(person.page.locator(".sy-kicker")).to_contain_text("Stance matrix")
    expect(person.page.locator("#evidence")).to_have_text(f"{HUSSEIN}: opposes")
    assert person.evidence()
    assert person.asked["actor"] == [HUSSEIN] and person.asked["on"] == [OUT]


def test_a_clicked_cell_shows_its_words_with_speaker_date_outlet_and_rating(person: Person) -> None:
    person.open("matrix").click_cell(HUSSEIN, OUT)
    card = person.page.locator(CARDS).first
    expect(card.locator(".sy-quote")).to_contain_text("US forces remain in the country")
    expect(card).to_contain_text(f"{HUSSEIN} said, paraphrased")
    expect(card.locator(".sy-source")).to_contain_text("Sputnik")
    expect(card.locator(".sy-rating")).to_be_visible()
    expect(card.locator(".sy-coded")).to_contain_text("Coder’s reading")


def test_another_cell_replaces_it_and_close_closes_it(person: Person) -> None:
    person.open("matrix").click_cell(HUSSEIN, OUT)
    expect(person.page.locator("#evidence")).to_contain_text(HUSSEIN)
    person.settled()
    person.click_cell("United States government", "Coalition against Daesh")
    expect(person.page.locator("#evidence")).to_contain_text("United States government")
    person.page.get_by_role("button", name="Close").click()
    expect(person.page.locator("#evidence")).to_have_count(0)
    expect(person.page.locator(CARDS)).to_have_count(0)


def test_filters_change_the_chart_its_title_and_its_data_line(person: Person) -> None:
    person.open("matrix")
    rows, title = person.heads("rows"), person.title
    person.filter("Actors", HUSSEIN)
    expect(person.page.locator(".sf-rows .sf-head")).to_have_count(1)
    assert person.heads("rows") == [HUSSEIN] != rows
    assert person.title != title
    expect(person.page.locator(".sy-subtitle")).to_contain_text(f"actors: {HUSSEIN}")
    person.filter("Issues", "Coalition against Daesh")
    expect(person.page.locator(".sf-columns .sf-head")).to_have_count(1)


def test_as_of_takes_the_reader_back(person: Person) -> None:
    person.open("matrix")
    before = len(person.heads("rows"))
    person.open("matrix", asof="2015-01-01")
    expect(person.page.locator(".sy-subtitle")).to_contain_text("as of 1 Jan 2015")
    assert 0 < len(person.heads("rows")) < before


def test_moving_between_pages_keeps_the_filters(person: Person) -> None:
    person.open("matrix", asof="2021-07-23")
    person.filter("Actors", HUSSEIN)
    for title in ("Timeline", "Comparison", "Quotes", "Overview", "Stance matrix"):
        person.go(title)
        expect(person.page.locator(".sy-subtitle")).to_contain_text("as of 23 Jul 2021")
        expect(person.page.locator(".sy-subtitle")).to_contain_text(f"actors: {HUSSEIN}")
        expect(person.page).to_have_url(re.compile(r"actors=Fuad\+Hussein|actors=Fuad%20Hussein"))


def test_each_door_and_finding_of_the_front_page_opens(person: Person) -> None:
    person.open()
    for place in range(person.page.locator(".st-key-findings a").count()):
        link = person.page.locator(".st-key-findings a").nth(place)
        link.click()
        expect(person.page.locator(".sy-kicker")).not_to_contain_text("Overview")
        person.settled()
        expect(person.page.locator(CARDS).first).to_be_visible()
        expect(person.page.locator(TITLE)).to_be_visible()
        person.page.go_back()
        expect(person.page.locator(".sy-kicker")).to_contain_text("Overview")
        person.settled()
