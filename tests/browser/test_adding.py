"""From an empty dataset, a coder pastes an article and uploads a stack, and sees what became of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from tests.browser.conftest import NewPerson
from tests.browser.person import Person
from tests.browser.served import sayso
from tests.ingest.reading import made


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[str]:
    """Sayso on a file that is not there yet."""
    with sayso(tmp_path / "harbour.duckdb") as address:
        yield address


@pytest.fixture
def coder(new_person: NewPerson, empty_site: str) -> Person:
    someone = new_person(empty_site).open("add")
    someone.page.get_by_role("textbox", name="Your name").fill("Anna")
    someone.page.get_by_role("button", name="Start coding").click()
    return someone


def told(person: Person) -> Locator:
    return person.page.locator("ul.sy-told > li")


def paste(person: Person, text: str) -> None:
    person.page.get_by_role("textbox", name="The article's text").fill(text)
    person.page.keyboard.press("Control+Enter")
    expect(person.page.locator("h1.sy-title")).to_have_text("Check this article, then add it")


def test_an_article_is_pasted_confirmed_and_searched(coder: Person) -> None:
    page = coder.page
    expect(page.locator("h1.sy-title")).to_have_text("Add the first article")
    paste(coder, f"Quay sale put off\nPORT SELM, 24 July 2021 (VPA) — {made.LONG}")
    expect(page.get_by_role("textbox", name="Title")).to_have_value("Quay sale put off")
    expect(page.get_by_role("textbox", name="Published on")).to_have_value("2021-07-24")
    expect(page.get_by_text("The date is a guess from the first lines.")).to_be_visible()
    page.get_by_role("button", name="Add and search it").click()
    expect(page.get_by_text("It has no outlet yet. Nothing was stored.")).to_be_visible()
    page.get_by_role("combobox", name="Outlet").fill("Varia Press")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add and search it").click()
    expect(page.locator("h1.sy-title")).to_have_text("The article is added")
    expect(told(coder)).to_have_text(
        re.compile(r"added\s*Quay sale put off\s*\d+ quotes.*wait for your decision")
    )

    paste(coder, f"{made.LONG} In another paper.")
    expect(page.get_by_role("combobox", name="Outlet")).to_have_value("Varia Press")
    page.get_by_role("textbox", name="Title").fill("The same, a little longer")
    page.get_by_role("button", name="Add and search it").click()
    expect(told(coder)).to_contain_text(["It may be a copy of Quay sale put off"])

    paste(coder, f"{made.LONG} In another paper.\r\n")
    expect(page.get_by_text("This text is in the dataset already")).to_be_visible()
    expect(page.get_by_role("button", name="Add and search it")).to_have_count(0)
    assert not coder.faults


def test_a_stack_of_files_tells_what_became_of_each(coder: Person, tmp_path: Path) -> None:
    page = coder.page
    files = {
        "story.txt": f"Quay sale off\n{made.LONG}".encode(),
        "same.txt": f"Quay sale off\n{made.LONG}\n\n".encode(),
        "page.html": made.page(head='<meta property="og:site_name" content="Selm Post">'),
        "broken.pdf": b"%PDF-1.4 broken",
    }
    page.get_by_text("Files", exact=True).click()
    chosen: list[FilePayload] = [
        {"name": name, "mimeType": "", "buffer": content} for name, content in files.items()
    ]
    page.locator("input[type=file]").set_input_files(chosen)
    page.get_by_role("button", name="Read 4 files").click()
    expect(page.locator("h1.sy-title")).to_have_text("Check 3 articles, then add them")
    expect(told(coder)).to_contain_text(["broken.pdf It cannot be read as a PDF"])
    page.get_by_role("combobox", name="Outlet where none is given").fill("Varia Press")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add and search 3 articles").click()
    expect(page.locator("h1.sy-title")).to_have_text("2 added, 1 there already and 1 failed")
    expect(told(coder)).to_have_count(4)
    page.get_by_role("button", name=re.compile("Undo: .* added")).click()
    expect(page.locator(".sy-subtitle")).to_have_text("harbour · 1 article")
    assert not coder.faults


def test_an_address_on_ones_own_network_is_not_fetched(coder: Person, empty_site: str) -> None:
    page = coder.page
    page.get_by_text("Web address", exact=True).click()
    page.get_by_role("textbox", name="Web addresses").fill(
        "http://127.0.0.1/\nhttp://169.254.169.254/latest/"
    )
    page.get_by_role("button", name="Fetch").click()
    expect(page.locator("h1.sy-title")).to_have_text("2 failed, nothing was added")
    expect(told(coder)).to_contain_text(["private or local network"] * 2)


def test_on_a_phone_nothing_is_wider_than_the_screen(new_person: NewPerson, empty_site: str) -> None:
    person = new_person(empty_site, width=390, color_scheme="dark").open("add")
    person.page.get_by_role("textbox", name="Your name").fill("Anna")
    person.page.get_by_role("button", name="Start coding").click()
    paste(person, made.LONG)
    assert person.page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
