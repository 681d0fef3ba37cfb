"""The timeline on the page: its lanes and dates, the chart, and what a click does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.calendar import days_from
from sayso.model.scales import STANCES
from sayso.reports.report import Part
from sayso.reports.timeline import Extent, Lanes, Timeline, extent, timeline
from sayso.reports.view import View
from sayso.views import evidence, figure, headline, markup, state
from sayso.views.state import EVENT, FROM, LANES, OVERLAY_BAR, STATEMENT, TO

LANE_WORDS: dict[Lanes, str] = {"faction": "Faction", "actor": "Actor", "issue": "Issue"}


def build(view: View) -> Timeline:
    """The timeline as its controls want it, which are drawn here."""
    days = extent(view.database, view.scope)
    lanes = _choose_lanes()
    start, end = _choose_dates(days)
    report = timeline(view.database, view.scope, lanes=lanes, start=start, end=end)
    for note in report.notes:
        st.warning(note)
    return report


def options(report: Timeline) -> dict[str, Any]:
    """What the report was asked with, its window held fast."""
    return {"lanes": report.lanes, "start": report.start.isoformat(), "end": report.end.isoformat()}


def chart(part: Part) -> None:
    """Draw it; a click copies the mark into the select boxes, a zoom into the dates."""
    assert part.draw is not None
    drawing = part.draw(st.session_state.get(EVENT) or st.session_state.get(STATEMENT))
    figure.show(
        drawing.figure, key="timeline-chart", alt=part.title, height=drawing.height,
        on_click=_choose, on_zoom=_zoom,
    )  # fmt: skip


def legend(part: Part) -> None:
    """How precision and modality are drawn, and from what."""
    signs = "● to the day · ■▬ month, year or interval · ▶ open end · ◀ open start · hollow and dotted: expected, demanded or denied"
    chips = " ".join(evidence.chip(stance) for stance in STANCES)
    markup.show(
        markup.tag("p", markup.text(signs), "sy-legend"), markup.tag("p", f"Statements: {chips}", "sy-legend")
    )
    headline.provenance(part.provenance)


def _choose_lanes() -> Lanes:
    words = {str(lanes): word for lanes, word in LANE_WORDS.items()}
    chosen = state.choose("Lanes", LANES, words, default="faction", width=130)
    return next((lanes for lanes in LANE_WORDS if lanes == chosen), "faction")


def _choose_dates(days: Extent) -> tuple[date | None, date | None]:
    with st.popover("Dates", icon=":material/date_range:", key="timeline-dates"):
        start = state.choose_date("From", FROM)
        end = state.choose_date("To", TO)
        st.caption("Or drag across the chart.")
    st.button("Busiest", on_click=_set_window, args=(None, None), key="tl-focus", help=days.busiest_in_words)
    st.button("Everything", on_click=_set_window, args=days.everything, key="tl-all")
    return start, end


def _set_window(start: date | None, end: date | None) -> None:
    st.session_state[FROM], st.session_state[TO] = start, end


def _zoom(zoom: figure.Zoom) -> None:
    if zoom.start is None or zoom.end is None:
        _set_window(None, None)
        return
    low, high = (pd.Timestamp(value).date() for value in (zoom.start, zoom.end))
    _set_window(low, max(high, days_from(low, 1)))


def _choose(click: figure.Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        what, key = click.data
        if what == "window":
            start, _, end = str(key).partition("/")
            _set_window(date.fromisoformat(start), days_from(date.fromisoformat(end), 1))
            return
        if what == "overlay":
            st.session_state[OVERLAY_BAR] = key
            return
        st.session_state[EVENT] = key if what == "event" else None
        st.session_state[STATEMENT] = key if what == "statement" else None
