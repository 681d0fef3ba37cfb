"""Search over quotes: each opens to its place in the article, its codings and its history."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.frames import records
from sayso.model.wording import quoted
from sayso.reports.passage import spans_of
from sayso.reports.quote_details import Coding, details, label
from sayso.reports.quotes import Quotes
from sayso.reports.view import View
from sayso.views import download, evidence, headline, links, markup, passage, pictures, state, twin
from sayso.views.state import PAGE, QUOTE, SEARCH

PER_PAGE = 10


def search() -> str:
    """The search box, and what stands in it."""
    words = st.text_input(
        "Search quotes and speakers", key=SEARCH, bind=state.BIND, placeholder='troops "air support" Hakim',
        help="All words must occur, in any order; accents and case do not matter; “quotation marks” keep a phrase together.",
        max_chars=200, icon=":material/search:",
    )  # fmt: skip
    return words or ""


def show(report: Quotes) -> None:
    """The quotes, newest first, ten a page."""
    headline.of(report)
    download.statements(report)
    quotes = report.quotes
    chosen = _linked(quotes)
    pages = max(1, -(-len(quotes) // PER_PAGE))
    number = st.pagination(pages, key=PAGE, bind=state.BIND) if pages > 1 else 1
    page = quotes.iloc[(min(number, pages) - 1) * PER_PAGE : min(number, pages) * PER_PAGE]
    if chosen is not None:  # what the link asks for comes first
        page = pd.concat([quotes[quotes["quote_id"] == chosen], page[page["quote_id"] != chosen]])
    for row in records(page):
        _quote(report.view, row, is_open=row["quote_id"] == chosen)
    (part,) = report.parts
    pictures.actions(report.view, report, part, {"words": report.words})
    twin.show(report.view, part)


def _linked(quotes: pd.DataFrame) -> str | None:
    """The quote that a link asks for; said so when it is not there."""
    wanted = st.query_params.get(QUOTE)
    if wanted is None:
        return None
    if wanted not in set(quotes["quote_id"]):
        st.warning(
            f"The quote {quoted(markup.plain_markdown(wanted))} is not among these; the rest is shown.",
            icon=":material/link_off:",
        )
        return None
    return wanted


def _quote(view: View, row: dict[str, Any], *, is_open: bool) -> None:
    condition = markup.condition(row["condition"]) if row["condition"] else ""
    head = markup.tag("span", markup.text(row["speaker"]), "sy-card-head", dir="auto")
    if row["name_original"]:
        head += markup.words(row["name_original"], css="sy-original")
    body = evidence.quoted({**row, "quote_language": row["language"]})
    markup.show(
        markup.tag(
            "article",
            markup.tag("div", head, "sy-card-line") + body + condition + evidence.source_line(row),
            "sy-card",
        )
    )
    with st.expander(
        label(row), key=f"quote-{row['quote_id']}", expanded=is_open, on_change="rerun"
    ) as opened:
        if opened.open:
            _details(view, row)


def _details(view: View, row: dict[str, Any]) -> None:
    place = passage.in_place(view.database, row["article_id"], spans_of(row["spans"]), row["language"])
    markup.show(markup.tag("h3", "In its place", "sy-h3"), place)
    links.to_article(view.database, row["article_id"], key=f"article-of-{row['quote_id']}")
    of_quote = details(view.database, row)
    codings = [_coding(coding) for coding in of_quote.codings]
    steps = "".join(markup.tag("li", markup.text(step)) for step in of_quote.history)
    markup.show(
        markup.tag("h3", "Codings", "sy-h3"),
        *(codings or [markup.tag("p", "No stance was coded from this quote.", "sy-fine")]),
    )
    markup.show(
        markup.tag("h3", "History", "sy-h3"),
        markup.tag("p", markup.text(of_quote.status), "sy-fine"),
        markup.tag("ul", steps, "sy-list") if steps else "",
    )


def _coding(coding: Coding) -> str:
    head = markup.tag("span", markup.text(coding.about), "sy-card-head")
    return (
        markup.tag("div", evidence.chip(coding.stance) + head, "sy-card-line")
        + (markup.condition(coding.condition) if coding.condition else "")
        + markup.tag("p", markup.text(coding.note), "sy-coded")
    )
