"""The states a page can be in when there is nothing to draw (DESIGN §10)."""

from __future__ import annotations

import logging

import streamlit as st

from sayso.errors import SaysoError, StoreError
from sayso.reports.emptiness import NextPage, holds, in_force, next_page
from sayso.reports.view import View
from sayso.views import filters, hosted, links, markup, state

_log = logging.getLogger(__name__)
_NEXT: dict[NextPage, str] = {
    "coverage": "See what was found and waits",
    "review": "Code stances on what was said",
    "add": "Add an article",
}


def nothing_yet(view: View) -> None:
    """The dataset has no statements at all: the one thing to do next, for who may do it."""
    _say("Nothing yet", "This dataset has no coded statements, so there are no positions to show.")
    if view.database.is_writable:
        page = next_page(view)
        links.to_page(page, _NEXT[page], key="empty-next", icon=":material/arrow_forward:")
        links.to_page(
            "import", "Import what was coded elsewhere", key="empty-import", icon=":material/upload_file:"
        )
    else:
        st.caption("This copy is read-only: whoever keeps the dataset can add to it.")


def nothing_matches(view: View, key: str) -> None:
    """The filters leave nothing."""
    _say("Nothing matches", in_force(view))
    st.button("Clear the filters", on_click=_clear_all, key=f"{key}-clear", type="primary")


def is_empty(view: View, n_rows: int, key: str) -> bool:
    """Whether there is nothing to draw; if so the reason has been said."""
    if n_rows:
        return False
    if view.lookup.is_empty or not holds(view, key):
        nothing_yet(view)
    else:
        nothing_matches(view, key)
    return True


def failed(error: SaysoError) -> None:
    """What happened, what still works, what to do.

    Visitors of a hosted copy are not told what the store says of files and folders: that is its keeper's.
    """
    if hosted.is_hosted() and isinstance(error, StoreError):
        st.error(
            "**The data could not be read.** Nothing was changed. Try again later.", icon=":material/error:"
        )
        _refer_to_log(error)
        return
    st.error(
        f"**{markup.plain_markdown(error.title)}** failed. {markup.plain_markdown(error.message)}",
        icon=":material/error:",
    )
    if error.next_step:
        st.caption(markup.plain_markdown(error.next_step))


def unexpected(error: Exception) -> bool:
    """A fault of ours: logged whole, and told without its traceback. True: the reader has been told."""
    st.error(
        "**This page could not be shown.** A fault in Sayso, not in your data: nothing was changed, and the other pages work.",
        icon=":material/error:",
    )
    if hosted.is_hosted():
        _refer_to_log(error)
        return True
    _log.error("A page failed", exc_info=error)
    with st.expander("Details, for whoever runs this Sayso"):
        st.code(f"{type(error).__name__}: {error}", language=None, wrap_lines=True)
    return True


def _refer_to_log(error: Exception) -> None:
    made = hosted.reference(_log, error)
    st.caption(f"If you tell whoever keeps this copy, give them the reference {made}: it stands in the log.")


def _clear_all() -> None:
    filters.clear()
    st.session_state[state.AS_OF] = None


def _say(title: str, message: str) -> None:
    markup.show(
        markup.tag(
            "div",
            markup.tag("p", markup.text(title), "sy-empty-title") + markup.tag("p", markup.text(message)),
            "sy-empty",
            role="status",
        )
    )
