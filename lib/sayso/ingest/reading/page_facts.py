"""What a page says about itself: title, outlet, address, language, date, whether it is free."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "citation_publication_date", "parsely-pub-date", "sailthru.date",
    "pubdate", "publishdate", "publish_date", "publication_date", "article.published", "dc.date", "date",
)  # fmt: skip
_DAY = re.compile(r"\s*(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?!\d)")
_IN_PATH = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)|[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/-]|$)"
)
_JSON_LIMIT = 500_000


@dataclass(frozen=True)
class Facts:
    """What is None was not said; `date_from` names where the date stood."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_on: str | None = None
    date_from: str = ""
    language: str | None = None
    is_free: bool | None = None


def page_facts(tree: HtmlElement, fetched_from: str | None) -> Facts:
    """Read the metadata of a parsed page; `fetched_from` is its address, if it was fetched."""
    meta = dict(reversed(list(_meta(tree))))
    linked = list(_linked_data(tree))
    url = _address(tree, meta, fetched_from)
    day, place = _date(tree, meta, linked, url)
    publisher = next((_name(item.get("publisher")) for item in linked if item.get("publisher")), None)
    free = [item["isAccessibleForFree"] for item in linked if "isAccessibleForFree" in item]
    return Facts(
        title=next((str(item["headline"]) for item in linked if item.get("headline")), None)
        or meta.get("og:title")
        or meta.get("citation_title")
        or _first(tree, "//h1")
        or _first(tree, "//title"),
        outlet=meta.get("og:site_name") or publisher or meta.get("application-name") or _host(url),
        url=url,
        published_on=day,
        date_from=place,
        language=_language(tree, meta),
        is_free=None if not free else not any(str(value).lower() == "false" for value in free),
    )


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            yield name.strip().lower(), content


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article, at whatever depth."""
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            pending: list[Any] = [json.loads((element.text or "")[:_JSON_LIMIT], strict=False)]
        except (ValueError, RecursionError):
            continue
        while pending:
            item = pending.pop(0)
            if isinstance(item, list):
                pending += item
            elif isinstance(item, dict):
                if re.search(r"Article|Posting|Report|WebPage", str(item.get("@type", ""))):
                    yield item
                pending += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _date(
    tree: HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]], url: str | None
) -> tuple[str | None, str]:
    for item in linked:
        if day := _day(str(item.get("datePublished") or "")):
            return day, "metadata"
    for key in _PUBLISHED:
        if day := _day(meta.get(key, "")):
            return day, "metadata"
    for element in tree.xpath(
        '//time[@pubdate or contains(@itemprop, "datePublished")] | //*[@itemprop="datePublished"]'
    ):
        if day := _day(element.get("datetime") or element.get("content") or ""):
            return day, "metadata"
    if match := _IN_PATH.search(urlsplit(url or "").path):
        year, month, day_number = [part for part in match.groups() if part]
        if day := _day(f"{year}-{int(month):02}-{int(day_number):02}"):
            return day, "address"
    return None, ""


def _day(text: str) -> str | None:
    """The day as written there: no other time zone is reckoned."""
    match = _DAY.match(text)
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _address(tree: HtmlElement, meta: dict[str, str], fetched_from: str | None) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            found = urljoin(fetched_from or "", element.get("href", "").strip())
            break
    else:
        found = meta.get("og:url") or fetched_from or ""
    same_site = not fetched_from or _host(found) == _host(fetched_from)
    is_whole = bool(re.fullmatch(r"https?://[^\s<>\"]+", found))
    return found if is_whole and same_site else fetched_from


def _language(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    said = (
        root.get("lang")
        or root.get("xml:lang")
        or meta.get("og:locale")
        or meta.get("content-language")
        or ""
    )
    match = re.match(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)", said)
    return match.group(1).lower() if match else None


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _name(thing: Any) -> str | None:
    while isinstance(thing, list) and thing:
        thing = thing[0]
    if isinstance(thing, dict):
        thing = thing.get("name")
    return thing if isinstance(thing, str) else None


def _first(tree: HtmlElement, path: str) -> str | None:
    return next(
        (text for element in tree.xpath(path) if (text := " ".join(element.text_content().split()))), None
    )
