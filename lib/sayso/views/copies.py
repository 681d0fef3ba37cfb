"""A dataset's file to take along, and where its backups are: for whoever works in it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from sayso.reports.copies import whereabouts, whole
from sayso.reports.datasets import Database
from sayso.views import markup


def show(database: Database) -> None:
    """A button that makes a copy now, and what copies there are."""
    if database.path is None:
        st.caption("This dataset lives in memory only: there is no file. Its tables: sayso export.")
        return
    _say(
        "One .duckdb file with everything that was saved: tables, texts, what waits for a decision, the whole history."
        " It opens like this one: sayso serve FILE. Texts are in it whatever their rights: it is a copy for yourself."
    )
    st.download_button(
        "Download this dataset", data=partial(whole, database), mime="application/octet-stream",
        file_name=database.path.name, key="about-download", on_click="ignore", icon=":material/download:",
    )  # fmt: skip
    _say(whereabouts(database), "sy-fine")


def _say(words: str, style: str = "sy-lead") -> None:
    markup.show(markup.tag("p", markup.text(words), style, dir="auto"))
