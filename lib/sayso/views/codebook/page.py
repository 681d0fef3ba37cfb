"""The codebook page: what it finds, undo, and a tab for each kind of entry."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from sayso.model.wording import counted
from sayso.reports.view import View
from sayso.views import attention, coder, headline, scales, undo_bar
from sayso.views.codebook import actors, factions, issues, outlets
from sayso.views.codebook.desk import Desk


def show(view: View) -> None:
    """The page."""
    desk = Desk(view, coder.coder_name() if view.database.is_writable else None)
    headline.show("codebook", _finding(view), view.database.title)
    _who(desk)
    parts: dict[str, Callable[[], None]] = {
        "Issues": lambda: issues.show(desk),
        "Factions": lambda: factions.show(desk),
        "Actors": lambda: actors.show(desk),
        "Outlets": lambda: outlets.show(desk),
        "Scales": scales.show,
    }
    for tab, draw in zip(st.tabs(list(parts), key="tab", bind="query-params"), parts.values(), strict=True):
        if tab.open:
            with tab:
                draw()
    attention.give()


def _finding(view: View) -> str:
    lookup = view.lookup
    if not lookup.issues:
        return "The codebook has no issue yet: begin with the first question that divides the actors"
    return (
        f"{counted(len(lookup.issues), 'issue')}, {counted(len(lookup.factions), 'faction')}"
        f" and {counted(len(lookup.actors), 'actor')}"
    )


def _who(desk: Desk) -> None:
    if not desk.view.database.is_writable:
        st.info(
            "This dataset is open for reading only: the codebook is shown, and nothing in it can be changed here."
            " To change it, open a copy of the file in a folder that you may write to.",
            icon=":material/lock:",
        )
    elif desk.by is None:
        coder.ask_for_coder()
    else:
        undo_bar.show(desk.view.database, desk.by)
