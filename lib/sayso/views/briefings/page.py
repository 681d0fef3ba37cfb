"""The Briefings page: a list, and the one that is open with its parts, checks, sources and files."""

from __future__ import annotations

import streamlit as st

from sayso.briefings import reading
from sayso.briefings.records import Briefing, Summary
from sayso.errors import SaysoError
from sayso.model.dates import words as date_words
from sayso.model.wording import counted
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import empty, headline, links, markup, state, undo_bar
from sayso.views.briefings import checks, current, desk, files, head, parts, starting
from sayso.views.state import AT, BRIEFING, SHOWN


def show(view: View) -> None:
    """The page."""
    found = ask(reading.briefings, view.database)
    labels = ask(reading.labels, view.database)
    headline.show(
        "briefings",
        _finding(found),
        "Views as they were when they were pinned, with the analyst’s words between them.",
    )
    desk.tell()
    may_write = view.database.is_writable
    if not found:
        nothing(view)
        return
    if may_write:
        undo_bar.show(view.database, current.by())
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="briefing-bar"):
        chosen = state.choose("Briefing", BRIEFING, labels, placeholder="All briefings", width=360)
        if may_write:
            starting.new_and_import(view.database)
    if chosen is None:
        _list(found, labels)
        return
    current.choose(view.database, chosen)
    try:
        briefing = reading.briefing(view.database, chosen)
    except SaysoError as error:
        empty.failed(error)
        return
    _open(view, briefing, may_write)


def _open(view: View, briefing: Briefing, may_write: bool) -> None:
    head.show(briefing)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="briefing-actions"):
        if briefing.items:
            links.to_page(
                "present", "Present", {SHOWN: briefing.briefing_id, AT: "1"}, key="briefing-present", icon=":material/slideshow:"
            )  # fmt: skip
        if may_write:
            head.edit(view.database, briefing)
            head.more(view.database, briefing)
    parts.show(view, briefing, may_write)
    if may_write:
        starting.add_words(view, briefing)
    checks.show(view, briefing)
    checks.show_sources(view, briefing, may_write)
    files.show(briefing)


def _list(found: list[Summary], labels: dict[str, str]) -> None:
    with st.container(key="opens-briefings", gap=None):
        for each in found:
            facts = [
                date_words(each.held_on) if each.held_on else "no day",
                counted(each.n_views, "view"),
                f"changed {each.changed_at:%d %b %Y, %H:%M} UTC" if each.changed_at else "came with the data",
            ]
            st.button(
                f"**{markup.told_markdown(labels[each.briefing_id])}** {' · '.join(facts)}",
                key=f"open-briefing-{each.briefing_id}", type="tertiary", width="stretch",
                icon=":material/chevron_right:", on_click=desk.open_briefing, args=(each.briefing_id,),
            )  # fmt: skip


def nothing(view: View) -> None:
    """There is no briefing: how to begin one."""
    if view.lookup.is_empty:
        empty.nothing_yet(view)
        return
    words = "A briefing keeps views as they are, in order, with your words between them."
    markup.show(
        markup.tag(
            "div", markup.tag("p", "No briefing yet", "sy-empty-title") + markup.tag("p", words), "sy-empty", role="status"
        )
    )  # fmt: skip
    if not view.database.is_writable:
        st.caption("This copy is read-only: whoever keeps the dataset can add to it.")
        return
    links.to_page(
        "matrix", "Add the stance matrix: “Add to briefing”", key="briefings-first", icon=":material/grid_on:"
    )
    starting.new_and_import(view.database)


def _finding(found: list[Summary]) -> str:
    if not found:
        return "No briefing yet"
    n_views = sum(each.n_views for each in found)
    return f"{counted(len(found), 'briefing')} with {counted(n_views, 'view')}"
