"""The chosen event or statement: the select boxes that do what a click does, and the evidence."""

from __future__ import annotations

import streamlit as st

from sayso.reports import timeline_chosen
from sayso.reports.passage import spans_of
from sayso.reports.timeline import Timeline
from sayso.views import evidence, links, markup, opening, passage, state
from sayso.views.state import EVENT, STATEMENT


def has_choice() -> bool:
    """Whether an event or a statement is chosen, here or by the link."""
    return any(
        st.session_state.get(key) or (key not in st.session_state and st.query_params.get(key))
        for key in (EVENT, STATEMENT)
    )


def boxes(report: Timeline) -> tuple[str | None, str | None]:
    """The select boxes that do what a click does: an event, or a statement."""
    box = st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="timeline-boxes")
    with box:
        event = state.choose(
            "Event",
            EVENT,
            timeline_chosen.event_labels(report),
            placeholder="Click a mark, or choose",
            on_change=_event_chosen,
            width=300,
        )
        statement = state.choose(
            "Statement",
            STATEMENT,
            timeline_chosen.statement_labels(report),
            placeholder="Choose a statement",
            on_change=_statement_chosen,
            width=300,
        )
    return event, statement


def show_event(report: Timeline, event_id: str) -> None:
    """An event, who took part, where it is reported, and the statements that rest on it."""
    view, event = report.view, timeline_chosen.event(report, event_id)
    markup.show(
        markup.tag("h2", markup.text(event.title), "sy-h2", id="evidence", dir="auto"),
        markup.tag("p", markup.text(event.facts), "sy-fine"),
        markup.tag("p", markup.text(event.description), "sy-act", dir="auto"),
        markup.tag("p", markup.text(event.participants), "sy-fine"),
    )
    for row in event.mentions:
        place = passage.in_place(view.database, row["article_id"], spans_of(row["spans"]), None)
        markup.show(
            evidence.source_line(row),
            markup.tag("details", markup.tag("summary", "In its place in the article") + place, "sy-place"),
        )
        links.to_article(view.database, row["article_id"], key=f"event-{row['article_id']}")
    if len(event.statements):
        title = "Statements that rest on it"
        opening.head(view, title, event.statements)
        evidence.panel(view, event.statements, title, key="event-statements", with_heading=False)


def show_statement(report: Timeline, statement_id: str) -> None:
    """One statement with its evidence."""
    own = timeline_chosen.statement(report, statement_id)
    evidence.panel(report.view, own.statements, own.title, key="said")


def _event_chosen() -> None:
    st.session_state[STATEMENT] = None


def _statement_chosen() -> None:
    st.session_state[EVENT] = None
