"""The whole dataset as a database of Discourse Network Analyzer: made when asked for, with what it cannot hold told."""

from __future__ import annotations

import streamlit as st

from sayso.exports import dna
from sayso.reports.datasets import Database
from sayso.views import markup

MADE = "dna-made"


def offer(database: Database) -> None:
    """A button that makes the file; then its password, what DNA has no place for, and the download."""
    st.caption("For Discourse Network Analyzer (DNA 3): the whole dataset, whatever is filtered.")
    if st.button("Make a DNA database", icon=":material/database:", width="stretch", key="dna-make"):
        with st.spinner("Writing the DNA database …"):
            st.session_state[MADE] = (database.name, database.state, *dna.content(database))
    name, state, content, written = st.session_state.get(MADE, (None, None, b"", None))
    if written is None or (name, state) != (database.name, database.state):
        st.session_state.pop(MADE, None)  # of another dataset, or of before a change
        return
    st.write(markup.plain_markdown(f"{written.in_words}. Every coder’s password in DNA:"))
    st.code(written.password, language=None)
    for line in written.told:
        st.caption(markup.plain_markdown(line))
    st.download_button(
        "Download the DNA database", data=content, mime="application/vnd.sqlite3", width="stretch",
        file_name=f"{database.name}{dna.SUFFIX}", key="dna-download", on_click="ignore", icon=":material/download:",
    )  # fmt: skip
