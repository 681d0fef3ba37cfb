"""The codebook edited in a browser: an issue made, actors merged with a preview, undone by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.person import Person
from tests.browser.served import sayso
from tests.pages.packages import built

FUAD, QAIS = "Fuad Hussein", "Qais al-Khazali"


@pytest.fixture(scope="module")
def desk_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Sayso whose data these tests change; each leaves them as it found them."""
    with sayso(built(tmp_path_factory.mktemp("codebook") / "iraq-us-troops-2021")) as address:
        yield address


def open_codebook(new_person: NewPerson, site: str, **params: str) -> Person:
    someone = new_person(site).open("codebook", **params)
    someone.page.get_by_role("textbox", name="Your name").fill("Anna")
    someone.page.get_by_role("button", name="Start coding").click()
    expect(someone.page.get_by_role("button", name="Coding as anna")).to_be_visible()
    someone.settled()
    return someone


def test_an_issue_is_made_and_taken_back_by_keyboard(new_person: NewPerson, desk_site: str) -> None:
    anna = open_codebook(new_person, desk_site)
    page = anna.page
    page.get_by_role("textbox", name="Proposition").fill("Embassies are protected.")
    page.get_by_role("textbox", name="Short name").fill("Protect embassies")
    page.get_by_role("textbox", name="To support it means").fill("Wants them guarded.")
    page.get_by_role("button", name="Add the issue").click()
    expect(page.get_by_role("alert").filter(has_text="what it means to oppose it")).to_be_visible()
    page.get_by_role("textbox", name="To oppose it means").fill("Wants them left alone.")
    page.get_by_role("button", name="Add the issue").click()
    undo = page.get_by_role("button", name="Undo: new issue “Protect embassies”")
    expect(undo).to_be_visible()
    other_tab = Person(anna.context, desk_site).open("codebook")
    expect(other_tab.page.locator("body")).to_contain_text("Protect embassies")
    # In a text field Ctrl+Z takes back what was typed there; elsewhere it takes back the issue.
    name = page.get_by_role("textbox", name="Short name")
    name.click()
    page.keyboard.type("!")
    page.keyboard.press("Control+z")
    expect(name).to_have_value("Protect embassies")
    expect(undo).to_be_visible()
    page.locator("h1.sy-title").click()
    page.keyboard.press("Control+z")
    expect(page.get_by_role("button", name="Redo: new issue “Protect embassies”")).to_be_visible()
    expect(page.locator("h1.sy-title")).to_have_text("8 issues, 8 factions and 28 actors")
    assert anna.faults == []


def test_actors_are_merged_after_a_preview_and_every_tab_follows(
    new_person: NewPerson, desk_site: str
) -> None:
    anna = open_codebook(new_person, desk_site, tab="Actors", actor_edited=FUAD)
    other_tab = Person(anna.context, desk_site).open("matrix")
    assert QAIS in other_tab.heads("rows")
    page = anna.page
    page.get_by_text("Merge: it is the same as another actor").click()
    expect(page.get_by_role("combobox", name="The same as")).to_be_visible()
    anna.settled()
    anna.choose("The same as", QAIS)
    expect(page.get_by_text("cells of the matrix change")).to_be_visible()
    before = page.locator("table.sy-moved tbody tr", has_text=QAIS).first
    expect(before).to_contain_text("not found")
    page.get_by_role("button", name=f"Merge “{QAIS}” into “{FUAD}”").click()
    undo = page.get_by_role("button", name=f"Undo: “{QAIS}” merged into “{FUAD}”")
    expect(undo).to_be_visible()
    expect(page.locator(".sy-alias", has_text=QAIS)).to_be_visible()
    other_tab.choose("Whose words", FUAD)
    expect(other_tab.page.locator("h1.sy-title")).to_contain_text("Four of six actors")
    other_tab.settled()
    assert QAIS not in other_tab.heads("rows") and FUAD in other_tab.heads("rows")
    undo.click()
    expect(page.get_by_role("button", name=f"Redo: “{QAIS}” merged into “{FUAD}”")).to_be_visible()
    assert QAIS in other_tab.open("matrix").heads("rows")
    assert anna.faults == [] and other_tab.faults == []


def test_the_name_is_remembered_by_the_browser(new_person: NewPerson, desk_site: str) -> None:
    anna = open_codebook(new_person, desk_site)
    later = Person(anna.context, desk_site).open("codebook")
    expect(later.page.get_by_role("button", name="Coding as anna")).to_be_visible()
    stranger = new_person(desk_site).open("codebook")
    expect(stranger.page.get_by_role("textbox", name="Your name")).to_be_visible()


@pytest.mark.parametrize("tab", ["Issues", "Factions", "Actors", "Outlets", "Scales"])
def test_a_phone_shows_it_without_scrolling_sideways(new_person: NewPerson, desk_site: str, tab: str) -> None:
    someone = new_person(desk_site, width=390, color_scheme="dark").open("codebook", tab=tab)
    assert someone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert someone.faults == []


def test_what_a_button_far_below_opens_is_brought_into_view(new_person: NewPerson, desk_site: str) -> None:
    anna = new_person(desk_site, width=390).open("codebook")
    anna.page.get_by_role("textbox", name="Your name").fill("Anna")
    anna.page.get_by_role("button", name="Start coding").click()
    last = anna.page.get_by_role("button", name="Edit").last
    last.click()
    issue = anna.page.get_by_role("combobox", name="Issue")
    expect(issue).to_have_value("Iraq-US cooperation")
    expect(issue).to_be_in_viewport()
    expect(issue).to_be_focused()
    assert anna.faults == []
