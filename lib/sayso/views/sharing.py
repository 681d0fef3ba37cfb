"""The link to exactly this view, and what a recipient is told when the data moved on."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sayso.model.scope import Scope
from sayso.reports.datasets import Database
from sayso.views import state


def link_button() -> DeltaGenerator:
    """A button that will show the link to this view; `show_link` puts it in the returned place."""
    with st.popover("Copy link", icon=":material/link:", key="copy-link"):
        st.caption("Opens exactly this view, with its date held fast.")
        return st.empty()


def show_link(place: DeltaGenerator, scope: Scope, database: Database) -> None:
    """Put the link in its place, ready to copy, once the page has said what it holds."""
    place.code(link(scope, database), language=None, wrap_lines=True)


def link(scope: Scope, database: Database) -> str:
    """The address of this view: the address bar's, with the dataset, the date and the data's version held fast."""
    asked = {key: st.query_params.get_all(key) for key in st.query_params}
    asked[state.DATASET] = [database.name]  # the first today may not be the first tomorrow
    asked[state.AS_OF] = [scope.as_of.isoformat()]
    asked[state.VERSION] = [database.digest[:8]]
    parts = urlsplit(st.context.url or "")
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(asked, doseq=True), ""))


def changed_since(database: Database) -> None:
    """Say so if the data differ from those that the opened link was made from."""
    made_from = st.query_params.get(state.VERSION)
    if made_from and made_from != database.digest[:8]:
        st.info(
            "The data have changed since this link was made; its view is shown with today's data.",
            icon=":material/update:",
        )
