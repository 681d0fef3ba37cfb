"""Beneath each chart: the same numbers as a table, and how they were computed."""

from __future__ import annotations

import json

import streamlit as st

from sayso.exports.csv_table import csv_bytes
from sayso.reports.report import Part
from sayso.reports.view import View


def show(view: View, part: Part) -> None:
    """The table twin with its CSV, and "How was this computed?" with SQL and parameters.

    Both are made when they are opened: a closed fold would still cost every page the table, and
    every first visit half a megabyte of Streamlit's table and syntax colouring scripts.
    """
    name = part.name
    with st.container(horizontal=True, gap="small", key=f"{name}-twin"):
        opened = st.expander("As a table", icon=":material/table:", key=f"{name}-table", on_change="rerun")
        explained = st.expander(
            "How was this computed?", icon=":material/function:", key=f"{name}-sql", on_change="rerun"
        )
    if opened.open:
        table = part.table()
        opened.dataframe(table, hide_index=True, width="stretch")
        opened.download_button(
            "Download CSV", data=lambda: csv_bytes(table), mime="text/csv", key=f"{name}-csv",
            file_name=f"{view.database.name}-{name}-{view.scope.as_of.isoformat()}.csv", icon=":material/download:",
        )  # fmt: skip
    if explained.open:
        with explained:
            _computed(view, part)


def _computed(view: View, part: Part) -> None:
    """The questions behind a part, with their parameters, to copy."""
    if part.method:
        st.markdown(part.method)
    for answer in part.answers:
        st.caption(f"{answer.question.answers} ({answer.question.name}.sql)")
        st.code(answer.question.sql, language="sql")
        st.code(json.dumps(dict(answer.params), ensure_ascii=False, indent=1, default=str), language="json")
    st.caption(f"Data version {view.database.version}. Values are bound, never written into the SQL.")
