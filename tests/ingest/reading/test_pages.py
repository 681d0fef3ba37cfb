"""An HTML page is read as its article: no scripts, no menus, dates marked as stated or guessed."""

from __future__ import annotations

import json

import pytest

from sayso.errors import IntakeError
from sayso.ingest.reading.article import ReadArticle
from sayso.ingest.reading.files import read
from tests.ingest.reading import made


def one(content: bytes, url: str | None = None) -> ReadArticle:
    (article,) = read("page.html", content, url=url)
    return article


def linked(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **facts})}</script>'


def test_the_article_without_scripts_menus_and_footers() -> None:
    head = "<script>window.evil = 'stolen'</script><style>p {color: red}</style>"
    more = '<p onclick="evil()">ok</p><svg onload="evil()"></svg><noscript>Turn on JavaScript</noscript>'
    article = one(made.page(head=head, more=f"{more}<script>document.write('injected text')</script>"))
    assert all(paragraph in article.text for paragraph in made.STORY)
    assert not any(
        word in article.text for word in ("evil", "stolen", "injected", "Sport", "<", "rights reserved")
    )
    assert (article.title, article.language) == ("Council wants quay sale put off", "en")


def test_what_the_page_says_of_itself() -> None:
    head = (
        '<meta property="og:site_name" content="Selm Post"><link rel="canonical" href="/news/quay-sale">'
        + linked(headline="Quay sale put off", datePublished="2021-07-24T22:15:00Z", dateModified="2022-01-01")
    )  # fmt: skip
    article = one(made.page(head=head), "https://selm.example/news/quay-sale?utm=1")
    assert (article.title, article.outlet) == ("Quay sale put off", "Selm Post")
    assert article.url == "https://selm.example/news/quay-sale"
    assert (article.published_on, article.published_on_basis) == ("2021-07-24", "stated")
    assert any("metadata" in note for note in article.notes)


@pytest.mark.parametrize(
    ("head", "more", "url", "expected"),
    [
        ('<meta property="article:published_time" content="2021-07-24T01:00:00+02:00">', "", None, ("2021-07-24", "stated")),
        ("", '<time itemprop="datePublished" datetime="2021-07-24">Saturday</time>', None, ("2021-07-24", "stated")),
        ("", "", "https://selm.example/2021/07/24/quay", ("2021-07-24", "stated")),
        ("", '<p class="date">Published 24 July 2021</p>', None, ("2021-07-24", "inferred")),
        ("", "", "https://selm.example/quay", (None, None)),
        ('<meta name="date" content="2021-13-45">', "", None, (None, None)),
    ],
)  # fmt: skip
def test_a_date_is_stated_guessed_or_absent_but_never_today(
    head: str, more: str, url: str | None, expected: tuple[str | None, str | None]
) -> None:
    article = one(made.page(head=head, more=more), url)
    assert (article.published_on, article.published_on_basis) == expected


def test_a_canonical_address_on_another_site_is_not_believed() -> None:
    head = '<link rel="canonical" href="https://elsewhere.example/x">'
    assert one(made.page(head=head), "https://selm.example/quay").url == "https://selm.example/quay"


def test_a_page_in_another_encoding_is_read_by_what_it_says() -> None:
    body = made.page(
        [
            f"{n}. Zażółć gęślą jaźń, powiedziała rada portu w Selm, która chce odłożyć sprzedaż."
            for n in range(8)
        ]
    )
    assert (
        "gęślą"
        in one(body.decode().replace('charset="utf-8"', 'charset="iso-8859-2"').encode("iso-8859-2")).text
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (made.page(made.STORY[:1], more="<div>Already a subscriber? Log in to continue reading.</div>"), "paywall"),
        (made.page(made.STORY[:2], head=linked(isAccessibleForFree=False)), "paywall"),
        (made.page(made.STORY[:2], head=linked(isAccessibleForFree="False")), "paywall"),
        (b"<html><body><div id=root></div><noscript>You need to enable JavaScript</noscript></body></html>", "browsers"),
        (b"<html><body></body></html>", "No article"),
    ],
)  # fmt: skip
def test_a_page_without_its_article_is_refused_with_the_reason(content: bytes, says: str) -> None:
    with pytest.raises(IntakeError, match=says):
        read("page.html", content)


def test_a_whole_article_that_calls_itself_paid_is_read_with_a_note() -> None:
    article = one(made.page([*made.STORY] * 4, head=linked(isAccessibleForFree=False)))
    assert any("not free" in note for note in article.notes)


def test_pages_made_to_exhaust_the_reader_are_refused() -> None:
    deep = b"<html><body>" + b"<div>" * 20_000 + b"text" + b"</div>" * 20_000
    wide = b"<html><body>" + b"<p>word</p>" * 60_000
    for content in (deep, wide):
        with pytest.raises(IntakeError):
            read("page.html", content)
