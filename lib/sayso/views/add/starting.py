"""An empty dataset beside those that are there, opened at once."""

from __future__ import annotations

import streamlit as st

from sayso.coding.starting import start, started_folder
from sayso.errors import SaysoError
from sayso.reports import datasets
from sayso.views import empty, filters, markup, state

_TITLE, _FAILED = "add-start-title", "_add_start_failed"


def ask() -> None:
    """A popover with one field: what the dataset is about."""
    key = f"add-start-{len(datasets.databases())}"  # another one once a dataset was started: closed again
    with st.popover("Start an empty dataset", icon=":material/note_add:", key=key):
        with st.form("add-start-form", border=False):
            st.text_input(
                "What is it about?", key=_TITLE, max_chars=100, placeholder="The harbour of Port Selm"
            )
            st.caption(
                "Articles, actors and a codebook of its own. It is a file in"
                f" {markup.plain_markdown(str(started_folder()))}; what is open now stays as it is."
            )
            st.form_submit_button(
                "Start it", on_click=_start, type="primary", icon=":material/arrow_forward:"
            )
        if error := st.session_state.pop(_FAILED, None):
            empty.failed(error)


def _start() -> None:
    try:
        database = start(str(st.session_state.get(_TITLE) or ""))
    except SaysoError as error:
        st.session_state[_FAILED] = error
        return
    filters.forget()
    st.session_state[state.DATASET] = database.name
    st.session_state[_TITLE] = ""
