"""Headless Chromium, a server with a copy of the dataset that ships, and people who open it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect, sync_playwright

from tests.browser.person import Person
from tests.browser.served import sayso
from tests.conftest import REPOSITORY
from tests.pages.packages import built, hostile, shipped

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--js-flags=--no-enable-lazy-source-positions",  # else each trace that Playwright asks for compiles Plotly again
)  # fmt: skip
# The first is the same Chromium without windows: a quarter less work for the machine.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "The browser tests need Chromium, and there is none: apt-get install chromium-headless-shell (or chromium, on PATH)."
PATIENCE = 15_000  # ms; a step takes some 100
NewPerson = Callable[..., Person]


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers last: quick tests fail first, and Playwright leaves an event loop running behind it.

    With several workers (`-n 2`) one of them has all browser tests: two browsers would slow each other down.
    """
    items.sort(key=_is_here)
    for item in filter(_is_here, items):
        item.add_marker(pytest.mark.xdist_group("browser"))


def _is_here(item: pytest.Item) -> bool:
    return Path(__file__).parent in item.path.parents


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all; a missing one fails in CI and skips elsewhere."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Sayso with the dataset that ships."""
    with sayso(shipped(tmp_path_factory.mktemp("served") / "iraq-us-troops-2021")) as address:
        yield address


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[str]:
    """The same, for a test that changes the data; `site` has shown that a package is built."""
    with sayso(built(tmp_path / "iraq-us-troops-2021")) as address:
        yield address


@pytest.fixture(scope="session")
def harbour_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Sayso with the invented debate about a harbour, for tests that only read."""
    copy = tmp_path_factory.mktemp("served") / "harbour-debate"
    with sayso(shutil.copytree(REPOSITORY / "data" / "harbour-debate", copy)) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Sayso with a dataset whose every text tries to be code."""
    with sayso(hostile(tmp_path_factory.mktemp("served") / "hostile")) as address:
        yield address


@pytest.fixture
def new_person(browser: Browser, request: pytest.FixtureRequest) -> Iterator[NewPerson]:
    """`new_person(width=390, color_scheme="dark")`: someone with a browser of their own."""
    people: list[Person] = []

    def made(site: str = "", *, width: int = 1440, height: int = 900, **options: Any) -> Person:
        viewport: ViewportSize = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, reduced_motion="reduce", **options)
        context.set_default_timeout(PATIENCE)
        people.append(Person(context, site or request.getfixturevalue("site")))
        return people[-1]

    yield made
    for person in people:
        person.context.close()


@pytest.fixture(scope="session")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has been here before: what it fetched once, it keeps."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def person(desk: BrowserContext, site: str) -> Iterator[Person]:
    """Someone at that desk, in a new tab."""
    someone = Person(desk, site)
    yield someone
    someone.page.close()
