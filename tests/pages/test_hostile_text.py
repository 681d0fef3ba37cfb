"""Names, quotes and titles that try to be code, markup or formulas are shown as the text that they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from sayso.views.registry import PAGES
from tests.pages.conftest import Glance, OpenPage
from tests.pages.packages import HOSTILE

KEYS = [page.key for page in PAGES]
OUR_TAGS = {
    "a", "abbr", "article", "b", "bdi", "blockquote", "br", "details", "div", "h1", "h2", "h3", "i", "li", "mark", "p",
    "small", "span", "style", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
OUR_ATTRIBUTES = {
    "aria-hidden", "aria-label", "class", "dir", "href", "id", "lang", "rel", "role", "scope", "style", "target", "title",
}  # fmt: skip
AS_TEXT = {"alt", "heads", "customdata"}  # shown with textContent, or not at all


class Tags(HTMLParser):
    """Every tag with its attributes, as a browser would read them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def drawn(document: Any) -> Iterator[str]:
    """Every string of a chart that Plotly reads as its small HTML."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        for key, value in document.items():
            if key not in AS_TEXT:
                yield from drawn(value)
    elif isinstance(document, list):
        for value in document:
            yield from drawn(value)


@pytest.mark.parametrize("page", KEYS)
def test_no_tag_or_attribute_comes_from_the_data(glance: Glance, page: str) -> None:
    for tag, attributes in Tags(glance(page, "hostile").markup).found:
        assert tag in OUR_TAGS
        assert set(attributes) <= OUR_ATTRIBUTES
        assert (attributes.get("href") or "https:").startswith(("http:", "https:"))


@pytest.mark.parametrize("page", KEYS)
def test_nothing_from_the_data_is_read_as_markdown(glance: Glance, page: str) -> None:
    markdown = glance(page, "hostile").markdown
    assert [words for words in HOSTILE if words in markdown] == []


@pytest.mark.parametrize("page", KEYS)
def test_charts_get_text_that_is_escaped(glance: Glance, page: str) -> None:
    for chart in glance(page, "hostile").charts():
        strings = list(drawn(json.loads(chart)))
        assert [text for text in strings if "<img" in text or "<script" in text or "<svg" in text] == []


# About has no such words, the timeline draws them, and so does the review (tests/browser/test_review_texts.py).
DRAWN = ("about", "timeline", "review", "present")


@pytest.mark.parametrize("page", [key for key in KEYS if key not in DRAWN])
def test_the_words_stand_on_the_page_as_they_are(glance: Glance, page: str) -> None:
    screen = glance(page, "hostile")
    words = (screen.words + screen.cells).replace("\\", "")
    assert [text for text in HOSTILE if text.replace("\\", "") in words]


def test_all_of_them_are_quoted_letter_by_letter(glance: Glance) -> None:
    words = glance("quotes", "hostile").words
    assert [text for text in HOSTILE if f"“{text}”" not in words] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_a_link_cannot_bring_markup_either(open_page: OpenPage, words: str) -> None:
    screen = open_page("quotes", actors=words, quote=words, q=words)
    assert not screen.app.exception
    assert words not in screen.markdown
    assert {tag for tag, _ in Tags(screen.markup).found} <= OUR_TAGS
