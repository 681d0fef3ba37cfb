"""Search over quotes: each opens to its place in the article, its codings and its history."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.frames import records
from sayso.model.wording import counted, quoted
from sayso.queries import quotes as questions
from sayso.queries.answer import Answer
from sayso.reports import heading
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import download, evidence, headline, links, markup, passage, state, twin
from sayso.views.state import PAGE, QUOTE, SEARCH

PER_PAGE = 10


def search(view: View) -> tuple[str, Answer]:
    """The search box and what it finds."""
    text = st.text_input(
        "Search quotes and speakers", key=SEARCH, bind=state.BIND, placeholder='troops "air support" Hakim',
        help="All words must occur, in any order; accents and case do not matter; “quotation marks” keep a phrase together.",
        max_chars=200, icon=":material/search:",
    )  # fmt: skip
    return text or "", ask(questions.search, view.database, view.scope, text or "")


def finding(text: str, frame: pd.DataFrame) -> str:
    """The page's title."""
    n = len(frame)
    speakers = frame["speaker_id"].nunique()
    about = f" with {quoted(text)}" if text.strip() else ""
    return f"{counted(n, 'quote')}{about} from {counted(speakers, 'speaker')}"


def show(view: View, text: str, answer: Answer) -> None:
    """The quotes found, newest first, ten a page."""
    frame = answer.frame
    headline.show("quotes", finding(text, frame), heading.subtitle(view, "newest first"))
    download.statements(view, text, frame)
    chosen = _linked(frame)
    pages = max(1, -(-len(frame) // PER_PAGE))
    number = st.pagination(pages, key=PAGE, bind=state.BIND) if pages > 1 else 1
    shown = frame.iloc[(min(number, pages) - 1) * PER_PAGE : min(number, pages) * PER_PAGE]
    if chosen is not None:  # what the link asks for comes first
        shown = pd.concat([frame[frame["quote_id"] == chosen], shown[shown["quote_id"] != chosen]])
    for row in records(shown):
        _quote(view, row, is_open=row["quote_id"] == chosen)
    columns = [
        "stated_on",
        "speaker",
        "kind",
        "quote",
        "translation",
        "outlet",
        "reliability",
        "credibility",
        "article",
        "url",
        "quote_id",
    ]
    twin.of_frame(view, "quotes", lambda: frame[columns], [answer])


def _linked(frame: pd.DataFrame) -> str | None:
    """The quote that a link asks for; said so when it is not there."""
    asked = st.query_params.get(QUOTE)
    if asked is None:
        return None
    if asked not in set(frame["quote_id"]):
        st.warning(
            f"The quote {quoted(markup.plain_markdown(asked))} is not among these; the rest is shown.",
            icon=":material/link_off:",
        )
        return None
    return asked


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
    label = f"Place, {counted(int(row['n_statements']), 'coding')}, history"
    with st.expander(label, key=f"quote-{row['quote_id']}", expanded=is_open, on_change="rerun") as opened:
        if opened.open:
            _details(view, row)


def _details(view: View, row: dict[str, Any]) -> None:
    place = passage.in_place(
        view.database, row["article_id"], evidence.spans_of(row["spans"]), row["language"]
    )
    markup.show(markup.tag("h3", "In its place", "sy-h3"), place)
    links.to_article(view.database, row["article_id"], key=f"article-of-{row['quote_id']}")
    codings = records(ask(questions.codings, view.database, row["quote_id"]).frame)
    lines = [
        markup.tag(
            "div",
            evidence.chip(int(code["stance"]))
            + markup.tag("span", markup.text(f"{code['actor']} on {code['issue']}"), "sy-card-head"),
            "sy-card-line",
        )
        + (markup.condition(code["condition"]) if code["condition"] else "")
        + markup.tag(
            "p",
            markup.text(
                f"{code['note'] or 'No note.'} ({code['coder']}, {code['status']}, basis: {code['basis']})"
            ),
            "sy-coded",
        )
        for code in codings
    ]
    markup.show(
        markup.tag("h3", "Codings", "sy-h3"),
        *(lines or [markup.tag("p", "No stance was coded from this quote.", "sy-fine")]),
    )
    history = records(ask(questions.history, view.database, row["quote_id"]).frame)
    told = [
        markup.tag(
            "li",
            markup.text(
                f"{pd.Timestamp(step['changed_at']):%d %b %Y %H:%M} UTC, {step['changed_by']} {step['action']} {step['row_id']}: {step['before'] or '–'} → {step['after'] or '–'}. {step['note'] or ''}"
            ),
        )
        for step in history
    ]
    first = f"Coded by {row['coder']}; status {row['status']}."
    markup.show(
        markup.tag("h3", "History", "sy-h3"),
        markup.tag("p", markup.text(first), "sy-fine"),
        markup.tag("ul", "".join(told), "sy-list") if told else "",
    )
