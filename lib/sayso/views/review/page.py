"""The review page: which article, what it needs before it can be reviewed, and the desk itself."""

from __future__ import annotations

import streamlit as st

from sayso.coding.finding import find_in
from sayso.coding.review import opening, payload
from sayso.coding.review.applying import apply
from sayso.coding.review.ledger import Ledger
from sayso.errors import SaysoError
from sayso.model.wording import counted
from sayso.reports.datasets import Database
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import article, coder, empty, headline, links, markup, state
from sayso.views.markup import plain_markdown
from sayso.views.review import component

_LEDGER, _MISSING = "_review_ledger", "_review_missing"


def show(view: View) -> None:
    """The page. Without articles, without a coder's name or read-only it says so, and shows nothing to edit."""
    database = view.database
    articles = opening.stages(database)
    name = coder.coder_name()
    if not database.is_writable:
        _read_only()
    elif not articles:
        _say(
            "Nothing yet", "There is no article in this dataset. Add one, and what is found in it waits here."
        )
        links.to_page("add", "Add an article", key="review-add", icon=":material/add:")
    elif name is None:
        _say("Who codes?", "Your name stands beside every decision that you make.")
        coder.ask_for_coder()
    else:
        _article(database, name, _chosen(database, articles), articles)


def _article(database: Database, name: str, article_id: str, articles: list[opening.Stage]) -> None:
    row = next(row for row in articles if row["article_id"] == article_id)
    if not opening.has_text(database, article_id):
        _without_text(database, article_id, str(row["title"]))
    elif row["searched_at"] is None and not row["n_quotes"]:
        _say(str(row["title"]), "This article has not been searched for quotes and events yet.")
        st.button(
            "Search it", on_click=_search, args=(database, article_id), type="primary", key="review-search"
        )
    else:
        _desk(database, name, article_id)


@st.fragment
def _desk(database: Database, name: str, article_id: str) -> None:
    ledger: Ledger = st.session_state.setdefault(_LEDGER, Ledger())
    articles = opening.stages(database)

    def take(sent: object) -> None:
        apply(database, name, ledger, sent)

    outbox = component.show(
        payload.state(database, name, article_id, ledger),
        payload.lists(database, name, article_id, articles),
        on_outbox=take,
        on_open=lambda sent: _open(database, sent),
    )
    if apply(database, name, ledger, outbox):  # what a callback did not see: after a lost connection
        st.rerun()
    if st.session_state.pop(_MISSING, False):
        st.rerun()
    with st.container(key="review-coder", width="content"):
        coder.show_coder()


def _chosen(database: Database, articles: list[opening.Stage]) -> str:
    """The article in the address bar, else the one with most left to do; put into the address bar."""
    labels = ask(read_article_labels, database)
    state.accept(state.ARTICLE, labels)
    asked = st.query_params.get(state.ARTICLE)
    article_id = next((key for key, label in labels.items() if asked in (label, key)), None)
    article_id = article_id or str(articles[0]["article_id"])
    if asked != labels[article_id]:
        st.query_params[state.ARTICLE] = labels[article_id]
    return article_id


def _open(database: Database, sent: object) -> None:
    labels = ask(read_article_labels, database)
    article_id = sent.get("article") if isinstance(sent, dict) else None
    if article_id in labels:
        st.query_params[state.ARTICLE] = labels[article_id]
        st.session_state[_MISSING] = True


def _without_text(database: Database, article_id: str, title: str) -> None:
    """What is missing, where to give it, and what was coded without it."""
    coded = opening.coded_quotes(database, article_id)
    _say("To review this article, attach its text", f"{title} · {counted(len(coded), 'quote')} coded from it")
    labels = ask(read_article_labels, database)
    if len(labels) > 1:
        state.choose("Another article", state.ARTICLE, labels, default=article_id)
    left, right = st.columns([1, 1], gap="large")
    with left:
        article.ask_for_text(database, article_id)
        links.to_article(database, article_id, key="review-attach")
    with right:
        if len(coded):
            markup.show(markup.tag("h2", "Coded already, without its text", "sy-h2"))
            article.quoted_in(coded)


def _read_only() -> None:
    _say(
        "This dataset is open for reading only",
        "Nothing can be decided here; what was coded is on the other pages.",
    )
    st.info(
        "To code, copy the dataset's file to a folder that you may write to and open the copy with `sayso serve`.",
        icon=":material/lock:",
    )


def _say(title: str, message: str) -> None:
    headline.show("review", title, message)


def _search(database: Database, article_id: str) -> None:
    try:
        found = find_in(database, article_id)
    except SaysoError as error:
        empty.failed(error)
    else:
        st.toast(plain_markdown(f"{found.quotes} quotes, {found.events} events."))
