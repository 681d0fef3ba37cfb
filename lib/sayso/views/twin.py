"""Beneath each chart: the same numbers as a table, and how they were computed."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sayso.exports.csv_table import csv_bytes
from sayso.queries.answer import Answer
from sayso.views.filters import View


def show(view: View, name: str, table: pd.DataFrame, answers: Sequence[Answer], method: str = "") -> None:
    """The table twin with its CSV, and "How was this computed?" with SQL and parameters."""
    with st.container(horizontal=True, gap="small", key=f"{name}-twin"):
        opened = st.expander("As a table", icon=":material/table:", key=f"{name}-table")
        explained = st.expander("How was this computed?", icon=":material/function:", key=f"{name}-sql")
    with opened:
        st.dataframe(table, hide_index=True, width="stretch")
        st.download_button(
            "Download CSV", data=lambda: csv_bytes(table), mime="text/csv", key=f"{name}-csv",
            file_name=f"{view.database.name}-{name}-{view.scope.as_of.isoformat()}.csv", icon=":material/download:",
        )  # fmt: skip
    with explained:
        computed(view, answers, method)


def computed(view: View, answers: Sequence[Answer], method: str = "") -> None:
    """The questions behind a view, with their parameters, to copy."""
    if method:
        st.markdown(method)
    for answer in answers:
        st.caption(f"{answer.question.answers} ({answer.question.name}.sql)")
        st.code(answer.question.sql, language="sql")
        st.code(json.dumps(dict(answer.params), ensure_ascii=False, indent=1, default=str), language="json")
    st.caption(f"Data version {view.database.version}. Values are bound, never written into the SQL.")
