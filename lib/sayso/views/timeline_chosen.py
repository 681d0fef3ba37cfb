"""The chosen event or statement: the select boxes that do what a click does, and the evidence."""

from __future__ import annotations

import streamlit as st

from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.wording import quoted
from sayso.queries import timeline as questions
from sayso.reports.evidence import evidence_of
from sayso.reports.lookup import read_event_labels, read_statement_labels
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import evidence, links, markup, opening, passage, state
from sayso.views.state import EVENT, STATEMENT
from sayso.views.timeline import Timeline


def has_choice() -> bool:
    """Whether an event or a statement is chosen, here or by the link."""
    return any(
        st.session_state.get(key) or (key not in st.session_state and st.query_params.get(key))
        for key in (EVENT, STATEMENT)
    )


def boxes(view: View, found: Timeline) -> tuple[str | None, str | None]:
    """The select boxes that do what a click does: an event, or a statement."""
    event_labels = ask(read_event_labels, view.database)
    events = {key: event_labels[key] for key in found.events.frame["event_id"]}
    statement_labels = ask(read_statement_labels, view.database)
    said = {key: statement_labels[key] for key in found.statements.frame["statement_id"]}
    box = st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="timeline-boxes")
    with box:
        event = state.choose(
            "Event",
            EVENT,
            events,
            placeholder="Click a mark, or choose",
            on_change=_event_chosen,
            width=300,
        )
        statement = state.choose(
            "Statement",
            STATEMENT,
            said,
            placeholder="Choose a statement",
            on_change=_statement_chosen,
            width=300,
        )
    return event, statement


def show_event(view: View, found: Timeline, event: str) -> None:
    """An event, who took part, where it is reported, and the statements that rest on it."""
    row = next(row for row in records(found.events.frame) if row["event_id"] == event)
    facts = [
        f"{date_words(row['happened_on'])}{' (inferred)' if row['happened_on_basis'] == 'inferred' else ''}",
        str(row["modality"]), str(row["kind"]).lower(), *([f"{row['place']} ({row['place_precision']})"] if row["place"] else []),
    ]  # fmt: skip
    markup.show(
        markup.tag("h2", markup.text(row["title"]), "sy-h2", id="evidence", dir="auto"),
        markup.tag("p", markup.text(" · ".join(facts)), "sy-fine"),
        markup.tag("p", markup.text(row["description"]), "sy-act", dir="auto"),
        markup.tag(
            "p", markup.text(f"Took part: {row['actors']}" if row["actors"] else "No actor named."), "sy-fine"
        ),
    )
    for report in records(ask(questions.reports, view.database, event).frame):
        place = passage.in_place(
            view.database, report["article_id"], evidence.spans_of(report["spans"]), None
        )
        rating = evidence.source_line(
            {**report, "stated_on": row["happened_on"], "stated_on_basis": row["happened_on_basis"]}
        )
        markup.show(
            rating,
            markup.tag("details", markup.tag("summary", "In its place in the article") + place, "sy-place"),
        )
        links.to_article(view.database, report["article_id"], key=f"event-{report['article_id']}")
    resting = evidence_of(view, event=event)
    if len(resting):
        title = "Statements that rest on it"
        opening.head(view, title, resting)
        evidence.panel(view, resting, title, key="event-statements", with_heading=False)


def show_statement(view: View, statement: str) -> None:
    """One statement with its evidence."""
    own = evidence_of(view, statement=statement)
    title = f"{own['actor'].iloc[0]} on {quoted(own['issue'].iloc[0])}" if len(own) else "Statement"
    evidence.panel(view, own, title, key="said")


def _event_chosen() -> None:
    st.session_state[STATEMENT] = None


def _statement_chosen() -> None:
    st.session_state[EVENT] = None
