"""Statements to take along: every attribute of what the page shows, in three formats."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from sayso.exports import wide, wide_files
from sayso.model.wording import counted, quoted
from sayso.queries import positions
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import download_dna, markup

FORMS = {
    ".xlsx": ("Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".csv": ("CSV", "text/csv"),
    ".parquet": ("Parquet", "application/vnd.apache.parquet"),
}


def statements(view: View, words: str, found: pd.DataFrame) -> None:
    """A popover with a button a format; the file is made when its button is pressed, beside the page.

    With `words` searched for, only statements that rest on one of the quotes `found`; else all in scope.
    """
    popover = st.popover(
        "Download the statements", icon=":material/download:", key="quotes-download", on_change="rerun"
    )
    if not popover.open:
        return
    asked = words.strip()
    with popover:
        said = ask(positions.evidence, view.database, view.scope).frame
        if asked:
            said = said[said["quote_id"].isin(found["quote_id"])]
        n, kept = len(said), int(said["is_kept"].sum())
        if not n:
            st.caption("No statement was coded from these quotes, so there is nothing to download.")
            return
        which = f"coded from the quotes with {quoted(markup.plain_markdown(asked))}" if asked else "that match the filters, acts included"  # fmt: skip
        collapsed = f" ({kept:,} kept once copies and repeats collapse)" if kept < n else ""
        st.caption(
            f"{counted(n, 'statement')} {which}{collapsed}: one row each, with actor, issue, words, dates, article and outlet."
            " Quotes go along where their article’s rights allow."
        )
        for column, (suffix, (label, mime)) in zip(st.columns(len(FORMS)), FORMS.items(), strict=True):
            column.download_button(
                label, data=partial(made, view, asked, found, suffix), mime=mime, width="stretch",
                file_name=f"{view.database.name}-statements-{view.scope.as_of.isoformat()}{suffix}",
                key=f"quotes-statements{suffix}", on_click="ignore", icon=":material/download:",
            )  # fmt: skip
        download_dna.offer(view.database)


def made(view: View, words: str, found: pd.DataFrame, suffix: str) -> bytes:
    """The file of a kind in FORMS."""
    filters = [*view.active, *([f"quotes with {quoted(words)}"] if words else [])]
    quotes = set(found["quote_id"]) if words else None
    table = wide.build(view.database, view.scope, quotes=quotes, filters=filters)
    return wide_files.FORMATS[suffix](table)
