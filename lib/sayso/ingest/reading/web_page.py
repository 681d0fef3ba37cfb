"""The article in an HTML page: its text without scripts and furniture, and what the page says of itself."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from sayso.errors import IntakeError
from sayso.ingest.reading.article import Basis, ReadArticle, checked_size, clean_text, one_line, reading
from sayso.ingest.reading.dateline import dateline
from sayso.ingest.reading.decoding import decode
from sayso.ingest.reading.page_facts import Facts, page_facts
from sayso.ingest.reading.shape import english, headline, title_from_name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS = 30_000  # the longest news pages have a fifth; finding the text in more takes minutes
SHORT = 250  # words: below it a page that names a wall is one
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_WALL = re.compile(
    r"subscribe (?:now |today )?to (?:continue|read|keep|unlock)|subscribers? only|for subscribers|already a subscriber|"
    r"(?:log|sign) in to (?:continue|read|keep)|register (?:now |for free )?to (?:continue|read)|"
    r"to (?:continue|keep) reading|unlock (?:this|the full) (?:article|story)|you have reached your (?:\w+ )?(?:article )?limit|"
    r"this (?:article|content|story) is (?:reserved|available|only|exclusively)",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"(?:enable|turn on|requires?) javascript|verify (?:that )?you are (?:a )?human|are you a robot|"
    r"checking your browser|access denied|unusual traffic|captcha",
    re.IGNORECASE,
)


def read_html(
    name: str, content: bytes, *, url: str | None = None, charset: str | None = None
) -> ReadArticle:
    """The article of a page; `url` is where it was fetched, `charset` what its server said.

    Raises IntakeError for a page without an article, behind a paywall, for robots or too large.
    """
    meta = _META.search(content[:4096])
    declared = charset or (meta.group(1).decode("ascii") if meta else None)
    markup, notes = decode(name, content, declared)
    tree = _tree(name, markup)
    facts = page_facts(tree, url)
    text = clean_text(_main_text(name, tree, facts.url))
    _refuse_walls(name, text, tree, facts)
    title = one_line(facts.title) or headline(text) or title_from_name(name)
    published_on, basis, how = _publication(tree, facts, text)
    notes += (how,) if how else ()
    if facts.is_free is False:
        notes += ("The page says that it is not free to read: check that the text is whole.",)
    return ReadArticle(
        title,
        checked_size(name, text),
        one_line(facts.outlet) or None,
        facts.url,
        published_on,
        basis,
        facts.language or english(text),
        notes,
    )


def _tree(name: str, markup: str) -> HtmlElement:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    # An XML declaration that names an encoding is refused by lxml for text that is decoded already.
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup.removeprefix("\ufeff")).replace("\x00", "")
    try:
        tree = document_fromstring(markup, parser=HTMLParser(huge_tree=False, remove_comments=True))
    except (LxmlError, ValueError, AssertionError) as error:
        raise IntakeError(
            reading(name), "It cannot be read as HTML.", "Copy the article's text and paste it."
        ) from error
    if (count := sum(1 for _ in tree.iter())) > MOST_ELEMENTS:
        raise IntakeError(
            reading(name),
            f"The page has {count:,} elements; an article's page has at most {MOST_ELEMENTS:,}.",
            "Copy the article's text and paste it.",
        )
    return tree


def _main_text(name: str, tree: HtmlElement, url: str | None) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it would log is told below
    try:
        return trafilatura.extract(tree, url=url, include_comments=False, include_tables=True) or ""
    except RecursionError as error:
        raise IntakeError(
            reading(name),
            "Its elements are nested too deeply to find the article.",
            "Copy the article's text and paste it.",
        ) from error


def _refuse_walls(name: str, text: str, tree: HtmlElement, facts: Facts) -> None:
    n_words = len(text.split())
    if n_words >= SHORT:
        return
    shown = " ".join(tree.text_content().split())[:200_000]
    if facts.is_free is False or _WALL.search(shown):
        raise IntakeError(
            reading(name),
            f"The page shows only its beginning ({n_words} words); the rest is behind a paywall or sign-in."
            " Nothing was taken.",
            "If you may read it, copy the whole text in your browser and paste it.",
        )
    if n_words < 25:
        robots = bool(_ROBOT.search(shown))
        raise IntakeError(
            reading(name),
            "The page shows its text only to browsers." if robots else "No article was found on the page.",
            "Open it in your browser, copy the article's text and paste it.",
        )


def _publication(tree: HtmlElement, facts: Facts, text: str) -> tuple[str | None, Basis | None, str]:
    if facts.published_on:
        return facts.published_on, "stated", f"The date is from the page's {facts.date_from}."
    if guess := dateline(text):
        return guess, "inferred", "The date is a guess from the first lines."
    from htmldate import find_date

    guess = find_date(tree, extensive_search=False, original_date=True, url=facts.url)
    if guess:
        return guess, "inferred", "The date is a guess from what stands on the page."
    return None, None, ""
