"""Links between pages: filters stay, and the target's own parameters are set."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from sayso.reports.datasets import Database
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.views.markup import told_markdown
from sayso.views.registry import BY_KEY
from sayso.views.state import ARTICLE


def to_page(
    page: str, label: str, params: Mapping[str, str] | None = None, *, key: str, icon: str | None = None
) -> None:
    """A link to `page`; `params` may only name what is local to it (DESIGN §11)."""
    with st.container(key=key):
        st.page_link(
            BY_KEY[page].path,
            label=told_markdown(label),
            icon=icon,
            query_params=dict(params) if params else None,
        )


def to_article(database: Database, article_id: str, *, key: str) -> None:
    """A link to an article's own page."""
    label = ask(read_article_labels, database)[article_id]
    to_page("article", f"Open the article: {label}", {ARTICLE: label}, key=key, icon=":material/article:")


def go(page: str, params: Mapping[str, str]) -> None:
    """Switch to `page` with its own parameters; filters stay. (Without query_params Streamlit refuses.)"""
    st.switch_page(BY_KEY[page].path, query_params=dict(params))
