"""One article: what it is, who is quoted in it, what it reports, and its text where that is attached."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sayso.coding.texts import attach
from sayso.errors import SaysoError
from sayso.reports.article import Article, article, labels, with_places
from sayso.reports.datasets import Database
from sayso.reports.view import View
from sayso.views import article_facts, coder, empty, evidence, headline, links, markup, passage, state
from sayso.views.state import ARTICLE, WITHDRAWN


def choose(view: View) -> str | None:
    """Which article."""
    titles = labels(view)
    return state.choose("Article", ARTICLE, titles, default=next(iter(titles), None))


def show(view: View, article_id: str) -> None:
    """The page below its select box."""
    report = article(view.database, view.scope, article_id=article_id)
    headline.of(report)
    _standing(report)
    if url := report.article["url"]:
        markup.show(markup.tag("p", markup.link("Read it at its publisher", url), "sy-fine"))
    links.to_page(
        "sources",
        "What would change without it",
        {WITHDRAWN: report.label},
        key="without-it",
        icon=":material/source:",
    )
    article_facts.edit(view, article_id)
    main, side = st.columns([1.3, 1], gap="large")
    with main:
        _text(report)
    with side:
        markup.show(markup.tag("h2", "Quotes in it, in order", "sy-h2"))
        quoted_in(report.answer.frame)


def quoted_in(frame: pd.DataFrame) -> None:
    """An article's quotes one below the other, each with its speaker and its place."""
    for row in with_places(frame):
        head = markup.tag(
            "div", markup.tag("span", markup.text(row["speaker"]), "sy-card-head", dir="auto"), "sy-card-line"
        )
        place = markup.tag("p", markup.text(row["place"]), "sy-fine")
        markup.show(markup.tag("article", head + evidence.quoted(row) + place, "sy-card"))


def _standing(report: Article) -> None:
    """That nothing of it counts, or that it counts as another one: before anything of it is read."""
    if report.withdrawal:
        markup.show(markup.tag("p", markup.tag("b", markup.text(report.withdrawal)), "sy-lead"))
    if original := report.original:
        markup.show(markup.tag("p", markup.text(report.copy), "sy-lead"))
        links.to_page("article", f"The original: {original}", {ARTICLE: original}, key="original", icon=":material/article:")  # fmt: skip


def _text(report: Article) -> None:
    markup.show(markup.tag("h2", "The text", "sy-h2"))
    if report.is_withheld:
        st.caption(
            "The text is its publisher’s and may not be shown in this copy; what was quoted from it is."
        )
    elif (text := report.text) is None:
        ask_for_text(report.view.database, report.article["article_id"])
    else:
        own = passage.marked(text, report.spans, 0, len(text))
        markup.show(markup.tag("div", own, "sy-article", dir="auto", lang=report.article["language"]))


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
            length = attach(database, article_id, given.getvalue(), coder.coder_name() or "somebody")
        except SaysoError as error:
            empty.failed(error)
        else:
            st.toast(f"Attached: {length:,} characters.")
            st.rerun()
