"""The offer to ask a language model about an article: what would be sent stands there before the button."""

from __future__ import annotations

import streamlit as st

from sayso.coding.asking import Asked, ask_model, what_is_sent
from sayso.errors import SaysoError
from sayso.ingest.model import Settings, configured
from sayso.model.wording import counted
from sayso.reports.datasets import Database
from sayso.views import empty, markup


def offer(database: Database, article_id: str) -> None:
    """Nothing unless a model is set up and the dataset may be changed; else a fold with the offer."""
    try:
        settings = configured()
    except SaysoError as error:
        empty.failed(error)
        return
    if settings is None or not database.is_writable:
        return
    with st.expander(
        f"Ask {markup.plain_markdown(settings.model)} too",
        icon=":material/smart_toy:",
        key="ask-model",
        on_change="rerun",
    ) as fold:
        if fold.open:
            _ask(database, article_id, settings)


def _ask(database: Database, article_id: str, settings: Settings) -> None:
    try:
        st.caption(markup.plain_markdown(what_is_sent(database, article_id, settings)))
        if not st.button("Send and ask", key="ask-model-send", icon=":material/send:"):
            return
        bar = st.progress(0.0, "Asking …")
        asked = ask_model(
            database, article_id, settings,
            lambda done, parts: (bar.progress(done / parts, f"Part {min(done + 1, parts)} of {parts}"), None)[1],
        )  # fmt: skip
    except SaysoError as error:
        empty.failed(error)
        return
    bar.empty()
    st.success(_told(asked), icon=":material/done:")
    if asked.stopped:
        empty.failed(asked.stopped)


def _told(asked: Asked) -> str:
    parts = [counted(asked.found.quotes, "quote"), counted(asked.found.statements, "statement")]
    told = f"It proposed {' and '.join(parts)} that the rules had not. Nothing counts until you accept it."
    if asked.unverified:
        told += f" {counted(asked.unverified, 'quote')} could not be found in the text and stand apart."
    if asked.left_out:
        told += f" {counted(len(asked.left_out), 'row')} failed a check and were left out."
    return told
