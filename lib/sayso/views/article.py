"""One article: what it is, who is quoted in it, what it reports, and its text where that is attached."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.errors import SaysoError
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.queries import codebook
from sayso.queries import quotes as questions
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.store.hub import Database
from sayso.store.texts import attach_text, decode
from sayso.views import article_facts, coder, empty, evidence, headline, links, markup, passage, state
from sayso.views.state import ARTICLE, WITHDRAWN


def choose(view: View) -> dict[str, Any] | None:
    """Which article."""
    rows = {row["article_id"]: row for row in records(ask(codebook.articles, view.database))}
    titles = ask(read_article_labels, view.database)
    chosen = state.choose("Article", ARTICLE, titles, default=next(iter(titles), None))
    return rows.get(chosen or "")


def show(view: View, article: dict[str, Any]) -> None:
    """The page below its select box."""
    found = ask(questions.of_article, view.database, article["article_id"])
    title = f"{counted(len(found.frame), 'quote')} coded from {article['title']}"
    headline.show("article", title, _facts(article))
    _standing(view, article)
    if article["url"]:
        markup.show(markup.tag("p", markup.link("Read it at its publisher", article["url"]), "sy-fine"))
    label = ask(read_article_labels, view.database)[article["article_id"]]
    links.to_page(
        "sources",
        "What would change without it",
        {WITHDRAWN: label},
        key="without-it",
        icon=":material/source:",
    )
    article_facts.edit(view, article["article_id"])
    text = ask(questions.article_text, view.database, article["article_id"])
    main, side = st.columns([1.3, 1], gap="large")
    with main:
        _text(view, article, text, found.frame)
    with side:
        markup.show(markup.tag("h2", "Quotes in it, in order", "sy-h2"))
        quoted_in(found.frame)


def quoted_in(frame: pd.DataFrame) -> None:
    """An article's quotes one below the other, each with its speaker and its place."""
    for row in records(frame):
        head = markup.tag(
            "div", markup.tag("span", markup.text(row["speaker"]), "sy-card-head", dir="auto"), "sy-card-line"
        )
        where = ", ".join(f"{low}–{high}" for low, high in evidence.spans_of(row["spans"]) or [])
        place = markup.tag("p", markup.text(f"characters {where}"), "sy-fine")
        markup.show(markup.tag("article", head + evidence.quoted(row) + place, "sy-card"))


def _standing(view: View, article: dict[str, Any]) -> None:
    """That nothing of it counts, or that it counts as another one: said before anything of it is read."""
    if article["withdrawn_on"]:
        gone = f"Withdrawn on {date_words(article['withdrawn_on'])}: nothing of it counts on any page."
        markup.show(markup.tag("p", markup.tag("b", markup.text(gone)), "sy-lead"))
    if article["duplicate_of"]:
        original = ask(read_article_labels, view.database)[article["duplicate_of"]]
        copy = "A copy: what both say is counted once, as of the original."
        markup.show(markup.tag("p", markup.text(copy), "sy-lead"))
        links.to_page("article", f"The original: {original}", {ARTICLE: original}, key="original", icon=":material/article:")  # fmt: skip


def _facts(article: dict[str, Any]) -> str:
    outlet = article["outlet"] + (" (inferred)" if article["outlet_basis"] == "inferred" else "")
    published = date_words(article["published_on"]) + (
        " (inferred)" if article["published_on_basis"] == "inferred" else ""
    )
    return " · ".join(
        [
            outlet,
            f"reliability {article['reliability']}",
            f"published {published}" if article["published_on"] else published,
            f"rights: {article['rights'] or 'none'}",
        ]
    )


def _text(view: View, article: dict[str, Any], text: str | None, frame: Any) -> None:
    markup.show(markup.tag("h2", "The text", "sy-h2"))
    if text is None and article["has_text"]:  # kept from who only reads (queries.rights)
        st.caption(
            "The text is its publisher’s and may not be shown in this copy; what was quoted from it is."
        )
        return
    if text is not None:
        spans = sorted(
            tuple(span) for row in records(frame) for span in evidence.spans_of(row["spans"]) or []
        )
        markup.show(
            markup.tag(
                "div",
                passage.marked(text, spans, 0, len(text)),
                "sy-article",
                dir="auto",
                lang=article["language"],
            )
        )
        return
    ask_for_text(view.database, article["article_id"])


def ask_for_text(database: Database, article_id: str) -> None:
    """Why a text is not here, and a place to give it, for those who may."""
    if not database.is_writable:
        st.caption(
            "The text is its publisher’s and is not included. This Sayso is open for reading only: nothing can be attached here."
        )
        return
    markup.show(
        markup.tag(
            "p",
            "The text is its publisher’s and is not included. Attach your own copy and the quotes are shown in their place. "
            "It is checked against the hash of the coded text, and stays in this database.",
            "sy-fine",
        )
    )
    given = st.file_uploader("Your copy, as plain text", type=["txt"], key=f"text-of-{article_id}")
    if given is not None:
        try:
            length = attach_text(
                database, article_id, decode(given.getvalue()), coder.coder_name() or "somebody"
            )
        except SaysoError as error:
            empty.failed(error)
        else:
            st.toast(f"Attached: {length:,} characters.")
            st.rerun()
