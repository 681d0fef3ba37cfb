"""The page as a whole: who may import, undo, and a tab for each format."""

from __future__ import annotations

import streamlit as st

from sayso.model.wording import counted
from sayso.reports.view import View
from sayso.views import coder, headline, markup, undo_bar
from sayso.views.importing.desk import Desk
from sayso.views.importing.formats import FORMATS
from sayso.views.state import BIND, FORMAT


def show(view: View) -> None:
    """Draw the page."""
    if not view.database.is_writable:
        headline.show(
            "import",
            "Nothing can be imported into this copy",
            f"{view.database.title} is open for reading only",
        )
        markup.show(
            markup.tag(
                "p",
                "Every page can be read, and nothing is stored here. To import, open a copy of its file with a Sayso of"
                " your own, or use the command line: sayso import FILE --to my.duckdb.",
                "sy-lead",
            )
        )
        return
    headline.show("import", "Bring in what was coded elsewhere", _here(view))
    by = coder.coder_name()
    if by is None:
        coder.ask_for_coder()
        return
    undo_bar.show(view.database, by)
    labels = [each.label for each in FORMATS]
    for tab, each in zip(st.tabs(labels, key=FORMAT, on_change="rerun", bind=BIND), FORMATS, strict=True):
        if tab.open:
            with tab:
                each.show(Desk(view, by))


def _here(view: View) -> str:
    lookup = view.lookup
    return (
        f"{view.database.title} · {counted(len(lookup.actors), 'actor')} · {counted(len(lookup.issues), 'issue')}"
        f" · {counted(len(lookup.outlets), 'outlet')}"
    )
