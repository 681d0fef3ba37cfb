"""Statements to take along: every attribute of what the page shows, in three formats."""

from __future__ import annotations

from functools import partial

import streamlit as st

from sayso.exports import wide_files
from sayso.reports.quotes import Quotes
from sayso.views import download_dna, markup

FORMS = {
    ".xlsx": ("Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".csv": ("CSV", "text/csv"),
    ".parquet": ("Parquet", "application/vnd.apache.parquet"),
}


def statements(report: Quotes) -> None:
    """A popover with a button a format; the file is made when its button is pressed, beside the page."""
    popover = st.popover(
        "Download the statements", icon=":material/download:", key="quotes-download", on_change="rerun"
    )
    if not popover.open:
        return
    database, scope = report.view.database, report.view.scope
    with popover:
        extent = report.extent
        if not extent:
            st.caption("No statement was coded from these quotes, so there is nothing to download.")
            return
        st.caption(markup.plain_markdown(extent))
        for column, (suffix, (label, mime)) in zip(st.columns(len(FORMS)), FORMS.items(), strict=True):
            column.download_button(
                label, data=partial(content, report, suffix), mime=mime, width="stretch",
                file_name=f"{database.name}-statements-{scope.as_of.isoformat()}{suffix}",
                key=f"quotes-statements{suffix}", on_click="ignore", icon=":material/download:",
            )  # fmt: skip
        download_dna.offer(database)


def content(report: Quotes, suffix: str) -> bytes:
    """The file of a kind in FORMS."""
    return wide_files.FORMATS[suffix](report.download())
