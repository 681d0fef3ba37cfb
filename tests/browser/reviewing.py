"""A coder at the review page, and a dataset with an invented article to review."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import duckdb
from playwright.sync_api import Locator, Page, expect

from sayso.coding.finding import find_in
from sayso.store.hub import Hub
from sayso.store.load import load_package
from tests import tiny
from tests.browser.person import Person

TEXT = """Harbour plan divides Port Alwa

PORT ALWA, 12 March 2024 - Mayor Lena Osei said on Tuesday that she supports the new harbour toll.

"We will not accept a harbour toll," said Tariq Benali, head of the Dockers Union. "It is a tax on work."

The Fishers Council rejected the harbour toll, according to a statement.

Osei said the talks would continue in April.
"""


def dataset(
    folder: Path, texts: dict[str, str] | str = TEXT, languages: dict[str, str] | None = None
) -> Path:
    """A database with articles that were searched, and nothing else: no actors, an empty codebook."""
    articles = {"alwa": texts} if isinstance(texts, str) else texts
    whole = _searched(tuple(articles.items()), tuple((languages or {}).items()))
    return shutil.copyfile(whole, folder / "alwa.duckdb")


@cache
def _searched(articles: tuple[tuple[str, str], ...], languages: tuple[tuple[str, str], ...]) -> Path:
    """The same, made once for all tests that want a copy."""
    folder = Path(mkdtemp(prefix="sayso-tests-"))
    rows = {
        key: {
            "text": text, "title": text.split("\n")[0][:60], "published_on": "2024-03-12",
            "published_on_basis": "stated", "language": dict(languages).get(key, "en"),
        }
        for key, text in articles
    }  # fmt: skip
    package = tiny.write_package(folder / "alwa", tiny.tables(articles=rows), title="Port Alwa")
    target = folder / "alwa.duckdb"
    load_package(package, target)
    hub = Hub()
    try:
        database = hub.attach(target)
        for article, _ in articles:
            find_in(database, article)
    finally:
        hub.close()
    return target


@contextmanager
def reading(target: Path) -> Iterator[Any]:
    """`with reading(file) as rows: rows("SELECT …")`, once no server has the file open."""
    with duckdb.connect(str(target), read_only=True) as connection:
        yield lambda sql: connection.execute(sql).fetchall()


class Coder:
    """Somebody who reviews, by keyboard."""

    def __init__(self, person: Person, name: str = "kim", article: str = "") -> None:
        self.person = person
        person.context.add_cookies([{"name": "sayso_coder", "value": name, "url": person.site}])
        self.open(article)

    @property
    def page(self) -> Page:
        """The tab."""
        return self.person.page

    def open(self, article: str = "") -> None:
        """Open the review page, of an article by its id."""
        self.page.goto(f"{self.person.site}/review{f'?article={article}' if article else ''}")
        expect(self.page.locator(".sr-card")).to_be_visible()
        expect(self.page.locator(".sr-rows > li").first).to_be_visible()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as fast as they come; more than one letter is typed where it is text."""
        for key in keys:
            self.page.keyboard.type(key[1:]) if key.startswith("'") else self.page.keyboard.press(key)

    def go_to(self, words: str, kind: str = "Quote") -> None:
        """Press j and k until a quote's (or an event's) card shows these words."""
        for key in ("k", "j"):
            for _ in range(40):
                if words in self.words and self.state.startswith(kind):
                    return
                self.page.keyboard.press(key)
        raise AssertionError(f"No card shows {words!r}")

    def saved(self) -> None:
        """Wait until everything is saved."""
        expect(self.page.locator(".sr-saving")).to_have_count(0)

    @property
    def words(self) -> str:
        """The card's words."""
        found = self.page.locator("blockquote.sr-words")
        return found.inner_text() if found.count() else ""

    @property
    def state(self) -> str:
        """What the card is, and whether it is decided."""
        return self.page.locator(".sr-state").inner_text()

    @property
    def card(self) -> Locator:
        """The card."""
        return self.page.locator(".sr-card")

    @property
    def told(self) -> Locator:
        """What the card says of the last key."""
        return self.page.locator(".sr-told")

    def marked(self, css: str) -> Sequence[str]:
        """What is highlighted in the article with this class."""
        return self.page.locator(f".sr-article .{css}").all_inner_texts()
