"""Polarization over time: the chart, the events named on it, and the statements of one window."""

from __future__ import annotations

import streamlit as st

from sayso.reports.coalitions import Coalitions
from sayso.reports.coalitions.polarization import Polarization
from sayso.views import evidence, figure, headline, links, markup, opening, pictures, state, twin
from sayso.views.figure import Click
from sayso.views.state import EVENT, FROM, TO, WINDOW


def show_course(report: Coalitions) -> None:
    """The chart, or why there is none."""
    course = report.polarization
    if course is None:
        return
    markup.show(markup.tag("h2", "Polarization over time", "sy-h2"))
    if course.too_little:
        markup.show(markup.tag("p", course.too_little, "sy-fine"))
        return
    part = course.part
    markup.show(markup.tag("p", markup.text(part.title), "sy-lead"))
    assert part.draw is not None
    drawing = part.draw(None)
    figure.show(
        drawing.figure, key="coalitions-course", alt=part.title, height=drawing.height, on_click=_choose_window
    )  # fmt: skip
    legend = "Line: share of ties that fit the camps. Grey band: 90 % of camps that are found where stands are dealt out at random. Ticks: events, the weightiest numbered."
    markup.show(markup.tag("p", legend, "sy-fine"))
    _named(course)
    headline.provenance(part.provenance)
    pictures.actions(report.view, report, part)
    _words(course)
    twin.show(report.view, part)


def _words(course: Polarization) -> None:
    """The statements of one window."""
    with opening.place(WINDOW):
        chosen = state.choose(
            "Statements of", WINDOW, course.windows, placeholder="Click a point, or choose", width=320
        )
        if chosen is None:
            return
        opening.close(WINDOW)
        title, own = course.title_of(chosen), course.statements_of(chosen)
        opening.head(course.view, title, own)
        evidence.panel(course.view, own, title, key="window", with_heading=False)


def _named(course: Polarization) -> None:
    """The numbered events, each of which opens on the timeline with its reports; and all of them there."""
    with st.container(key="course-events", gap=None):
        for event in course.events:
            if event.number:
                links.to_page("timeline", event.words, {EVENT: event.label}, key=f"course-{event.key}")
        if course.events:
            first, last = course.span
            links.to_page(
                "timeline", course.all_events, {FROM: first.isoformat(), TO: last.isoformat()}, key="course-all",
                icon=":material/timeline:",
            )  # fmt: skip


def _choose_window(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2 and click.data[0] == "window":
        st.session_state[WINDOW] = str(click.data[1])
