"""“Add to briefing” beside a chart: one click pins the view as it is, and says so with a way back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import streamlit as st

from sayso.briefings import reading, writing
from sayso.errors import SaysoError
from sayso.reports.exhibit import exhibit
from sayso.reports.memo import ask
from sayso.reports.report import Part, Report
from sayso.views import empty, links, markup
from sayso.views.briefings import current
from sayso.views.state import BRIEFING

_DONE = "_pinned"


class _Pinned(NamedTuple):
    """What the last click did; `title` is the briefing's."""

    place: str
    briefing_id: str
    title: str
    change_id: str
    error: SaysoError | None = None


def button(report: Report, part: Part, options: Mapping[str, Any] | None = None) -> None:
    """The button; nothing where the dataset is open for reading only. `options` are those that the report was asked with."""
    if not report.view.database.is_writable:
        return
    target = current.current(report.view.database)
    st.button(
        "Add to briefing", icon=":material/push_pin:", key=f"{part.name}-pin", on_click=_pin,
        args=(report, part, dict(options or {})),
        help=f"To “{markup.plain_markdown(target.title)}”" if target else "To a new briefing",
    )  # fmt: skip


def notice(report: Report, part: Part) -> None:
    """What the click did, in the run that follows it."""
    done: _Pinned | None = st.session_state.get(_DONE)
    if done is None or done.place != _place(report, part):
        return
    if done.error:
        st.session_state.pop(_DONE)
        empty.failed(done.error)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"{part.name}-pinned"):
        st.markdown(f"Added to **{markup.plain_markdown(done.title)}**.", width="content")
        st.button(
            "Undo", icon=":material/undo:", key=f"{part.name}-unpin", on_click=_take_back, args=(report, done)
        )
        links.to_page(
            "briefings",
            "Open it",
            {BRIEFING: _label(report, done)},
            key=f"{part.name}-open",
            icon=":material/co_present:",
        )


def _label(report: Report, done: _Pinned) -> str:
    return ask(reading.labels, report.view.database).get(done.briefing_id, done.title)


def _place(report: Report, part: Part) -> str:
    return f"{report.view.database.name}/{report.page}/{part.name}"


def _pin(report: Report, part: Part, options: Mapping[str, Any]) -> None:
    database = report.view.database
    target = current.current(database)
    try:
        made = writing.pin(
            database,
            current.by(),
            exhibit(report, part, options=options),
            target.briefing_id if target else None,
        )
    except SaysoError as error:
        st.session_state[_DONE] = _Pinned(_place(report, part), "", "", "", error)
        return
    current.choose(database, made.key)
    now = current.current(database)
    st.session_state[_DONE] = _Pinned(
        _place(report, part), made.key, now.title if now else made.key, made.change_id
    )


def _take_back(report: Report, done: _Pinned) -> None:
    try:
        writing.take_back(report.view.database, current.by(), done.change_id)
        st.session_state.pop(_DONE, None)
    except SaysoError as error:
        st.session_state[_DONE] = done._replace(error=error)
