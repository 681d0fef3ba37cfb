"""A briefing shown to a room by keyboard alone, and read on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPerson
from tests.browser.person import Person

SHOWN = {"show": "the-harbour-in-twelve-views"}
QUOTES = ".st-key-present-quotes article"


def at(page: Page, number: int) -> None:
    expect(page.locator(".sy-slide-foot").first).to_contain_text(f"{number} / 17")


def stage(person: Person) -> None:
    person.settled()
    person.page.wait_for_timeout(500)  # the stage is fitted when its chart has come


@pytest.fixture
def room(new_person: NewPerson, harbour_site: str) -> Person:
    return new_person(harbour_site, width=1920, height=1080).open("present", **SHOWN)


def test_by_keyboard_alone(room: Person) -> None:
    page = room.page
    expect(page.locator(".stAppHeader")).to_be_hidden()
    expect(page.get_by_role("heading", name="The harbour in twelve views")).to_be_visible()
    number = 1
    for key in ("PageDown", "ArrowRight", "Space", "ArrowDown"):
        page.keyboard.press(key)
        number += 1
        at(page, number)
    for key in ("PageUp", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        number -= 1
        at(page, number)
    for _press in range(3):  # faster than they are drawn
        page.keyboard.press("PageDown")
    at(page, number + 3)
    page.keyboard.press("End")
    at(page, 17)
    page.keyboard.press("PageDown")
    page.keyboard.press("Home")
    at(page, 1)
    page.keyboard.press("b")
    expect(page.locator(".sy-black")).to_be_visible()
    page.keyboard.press("B")
    expect(page.locator(".sy-black")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("/briefings"))
    expect(page.locator("h2.sy-briefing")).to_have_text("The harbour in twelve views")
    assert room.faults == []


def test_a_cell_opens_its_words_by_keys_and_by_a_click_where_it_is_drawn(room: Person) -> None:
    page = room.page
    page.keyboard.press("PageDown")
    at(page, 2)
    stage(room)
    page.locator(".sf-plot").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    page.keyboard.press("Enter")
    expect(page.locator(QUOTES).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(QUOTES)).to_have_count(0)
    at(page, 2)
    room.click_cell("Trust Compact", "Dredge the Salt Bank")  # drawn larger: still the cell under the pointer
    heads = page.locator(".st-key-present-quotes .sy-card-head")
    expect(heads).to_have_count(4)
    assert all(words.endswith("on Dredge the Salt Bank") for words in heads.all_inner_texts())
    assert room.faults == []


@pytest.mark.parametrize("number", range(1, 18))
def test_every_screen_fits(room: Person, number: int) -> None:
    room.open("present", **SHOWN, at=str(number))
    stage(room)
    height, width = room.page.evaluate(
        "() => { const m = document.querySelector('.stMain'); return [m.scrollHeight - m.clientHeight, m.scrollWidth - m.clientWidth] }"
    )
    assert height <= 8 and width <= 0, (height, width)


def test_a_recipient_scrolls_on_a_phone(new_person: NewPerson, harbour_site: str) -> None:
    phone = new_person(harbour_site, width=390, height=844, has_touch=True).open("present", **SHOWN)
    page = phone.page
    expect(page.locator(".sy-slide-foot")).to_have_count(17)
    phone.settled()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    phone.click_cell("Trust Compact", "Lease the whole port")
    expect(page.locator(QUOTES).first).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.locator(QUOTES)).to_have_count(0)
    assert phone.faults == []


def test_pinned_and_presented_with_few_clicks(
    new_person: NewPerson, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """From a view to its slide: three clicks."""
    from tests.browser.served import sayso
    from tests.pages.packages import shipped

    with sayso(shipped(tmp_path_factory.mktemp("pinning") / "iraq-us-troops-2021")) as site:
        person = new_person(site).open("matrix")
        person.page.get_by_role("button", name="Add to briefing").click()
        person.page.get_by_role("link", name="Open it").click()
        person.page.get_by_role("link", name="Present", exact=True).click()
        expect(person.page.locator(".sy-slide-title")).to_be_visible()
        person.settled()
        person.page.keyboard.press("PageDown")
        expect(person.page.locator(".sy-slide-head")).to_contain_text("support")
        assert person.faults == []
