"""Whoever runs the coding sees what is left and accepts the surest finds together, after looking at them."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from sayso.coding.finding import find_in
from sayso.store.datasets import open_datasets
from tests.browser.conftest import NewPerson
from tests.browser.served import sayso
from tests.coding.conftest import ISSUE
from tests.coding.extraction import TEXT
from tests.conftest import PackageMaker


def searched(make_package: PackageMaker) -> Path:
    """A package with one article whose finds wait in the database beside it."""
    article = {"text": TEXT, "published_on": "2024-03-12", "published_on_basis": "stated", "language": "en"}
    folder = make_package(articles={"alwa": article}, more={"issues": [ISSUE]})
    hub = open_datasets(folder)
    find_in(next(iter(hub.databases.values())), "alwa")
    hub.close()
    return folder


def test_a_sample_is_ticked_before_all_is_accepted_and_one_undo_takes_it_back(
    make_package: PackageMaker, new_person: NewPerson
) -> None:
    with sayso(searched(make_package)) as site:
        person = new_person(site)
        page = person.page
        page.goto(f"{site}/coverage")
        page.get_by_role("textbox", name="Your name").fill("Kim")
        page.get_by_role("button", name="Start coding").click()
        accept = page.get_by_role("button", name=re.compile("Accept . quote"))
        expect(accept).to_be_disabled()
        ticks = page.locator("[data-testid=stCheckbox] label")
        expect(ticks.first).to_be_visible()
        n = int(re.findall("[0-9]+", accept.inner_text())[0])
        expect(ticks).to_have_count(n)
        for tick in ticks.all():
            expect(accept).to_be_disabled()
            tick.click()
        expect(accept).to_be_enabled()
        accept.click()
        expect(page.locator(".sy-subtitle")).to_contain_text(f"{n} quote")
        page.get_by_role("button", name="Undo: accepted in bulk").click()
        expect(page.locator(".sy-subtitle")).to_contain_text("0 quotes ·")
        assert not person.faults
