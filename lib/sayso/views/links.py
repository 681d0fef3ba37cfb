"""Links between pages: filters stay, and the target's own parameters are set."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from sayso.views.markup import plain_markdown
from sayso.views.registry import BY_KEY


def to_page(page: str, label: str, params: Mapping[str, str] | None = None, *, key: str, icon: str | None = None) -> None:
    """A link to `page`; `params` may only name what is local to it (DESIGN §11)."""
    with st.container(key=key):
        st.page_link(BY_KEY[page].path, label=plain_markdown(label), icon=icon, query_params=dict(params) if params else None)


def to_article(article_id: str, label: str, *, key: str) -> None:
    """A link to an article's own page."""
    to_page("article", label, {"article": article_id}, key=key, icon=":material/article:")


def go(page: str, params: Mapping[str, str]) -> None:
    """Switch to `page` with its own parameters; filters stay. (Without query_params Streamlit refuses.)"""
    st.switch_page(BY_KEY[page].path, query_params=dict(params))
