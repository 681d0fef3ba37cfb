"""A form for what an article is, for whoever may change the dataset; a new date is searched with at once."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.coding.article_facts import edit_article, is_searched
from sayso.coding.codebook import reading
from sayso.coding.finding import find_in
from sayso.errors import SaysoError
from sayso.model.wording import counted
from sayso.reports.datasets import Database
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import coder, empty, links, state
from sayso.views.add.fields import BASES, RIGHTS_HELP, RIGHTS_WORDS
from sayso.views.codebook.form import Form

_SAVED, _SEARCH_FAILED = "_article_saved", "_article_search_failed"


def edit(view: View, article_id: str) -> None:
    """The form, folded; nothing for readers and for those who have not said who codes."""
    database = view.database
    if not database.is_writable or (by := coder.coder_name()) is None:
        return
    if saved := st.session_state.pop(_SAVED, None):
        st.success(saved, icon=":material/done:")
    if error := st.session_state.pop(_SEARCH_FAILED, None):
        empty.failed(error)
    row = ask(reading.article, database, article_id)
    with st.expander("Correct what this article is", icon=":material/edit:"):
        form = Form(f"article-{article_id}", row | {"outlet": row["outlet_id"]})
        with form.box():
            form.text("title", "Title")
            form.choice("outlet", "Outlet", view.lookup.outlets, may_be_new=True)
            left, right, last = st.columns([1.1, 1.6, 0.8], gap="small")
            with left:
                form.text(
                    "published_on", "Published on", placeholder="2021-07-24",
                    help="2021-07-24, 2021-07 or 2021. What has its day from the article alone follows; what waits for a"
                    " decision is searched anew.",
                )  # fmt: skip
            with right:
                form.choice("published_on_basis", "The date is", BASES)
            with last:
                form.text("language", "Language", placeholder="en")
            form.text("url", "Web address", placeholder="https://…")
            form.several("rights", "The text may", RIGHTS_WORDS, help=RIGHTS_HELP)
            form.submit("Save", lambda values: _save(database, by, row, values))
        links.to_page(
            "codebook",
            "How reliable its outlet is",
            {"tab": "Outlets"},
            key="article-outlet",
            icon=":material/newspaper:",
        )


def _save(database: Database, by: str, row: dict[str, Any], values: dict[str, Any]) -> None:
    seen = {name: value for name, value in row.items() if name != "article_id"}
    moved = edit_article(database, by, row["article_id"], values, seen)
    now = reading.article(database, row["article_id"])
    told = ["Saved."]
    if moved:
        told.append(
            f"{counted(moved, 'quote or event', 'quotes and events')} dated by the article moved with it."
        )
    if now["published_on"] != row["published_on"] and is_searched(database, row["article_id"]):
        try:
            find_in(database, row["article_id"])
        except SaysoError as error:
            st.session_state[_SEARCH_FAILED] = error
        else:
            told.append("What waits for a decision was searched anew.")
    st.session_state[_SAVED] = " ".join(told)
    st.session_state[state.ARTICLE] = row["article_id"]  # its label in the address bar is another one now
