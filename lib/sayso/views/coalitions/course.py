"""Polarization over time: the chart, the events named on it, and the statements of one window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from sayso.charts.polarization import HEIGHT, polarization
from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.wording import number
from sayso.queries import positions as questions
from sayso.queries import timeline
from sayso.reports.evidence import evidence_of
from sayso.reports.lookup import read_event_labels
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import evidence, figure, links, markup, opening, state, twin
from sayso.views.coalitions.build import Found
from sayso.views.coalitions.camps import show_settings
from sayso.views.figure import Click
from sayso.views.state import EVENT, FROM, TO, WINDOW

MOST_NAMED, MOST_TICKS = 8, 200


def show_course(view: View, found: Found) -> None:
    """The chart, or why there is none."""
    if found.course is None:
        return
    markup.show(markup.tag("h2", "Polarization over time", "sy-h2"))
    frame = found.course.frame
    known = frame[frame["share"].notna()]
    if len(known) < 2:
        why = f"Too little was said at any time: {number(len(known))} window{'' if len(known) == 1 else 's'} with ten statements ({found.course.words})."
        markup.show(markup.tag("p", why, "sy-fine"))
        return
    ranked = records(known.sort_values("share", kind="stable"))
    low, high = ranked[0], ranked[-1]
    alt = f"Most polarized around {day_words(high['middle'])} ({high['share']:.0%} of ties fit the camps), least around {day_words(low['middle'])} ({low['share']:.0%})."  # fmt: skip
    markup.show(markup.tag("p", markup.text(alt), "sy-lead"))
    first, last = frame["first"].min(), frame["last"].max()
    events = _events(view, first, last)
    marks = [(event.day, event.title, event.number) for event in events]
    figure.show(polarization(records(frame), marks), key="coalitions-course", alt=alt, height=HEIGHT, on_click=_choose_window)  # fmt: skip
    told = "Line: share of ties that fit the camps. Grey band: 90 % of random camps of the same sizes. Ticks: events, the weightiest numbered."
    markup.show(markup.tag("p", told, "sy-fine"))
    _named(view, events, first, last)
    show_settings(view, found, found.course.words, f"{found.course.draws} random camps a window")
    _words(view, records(known))
    twin.of_frame(
        view, "polarization", lambda: frame, [ask(questions.evidence, view.database, view.scope)],
        "(congruence inside camps + conflict across) / all ties, 0 to 1, with the camps of the whole span held fixed; the band is the central 90 % of "
        "random camps of the same sizes. Windows under ten statements are left open. Unlike DNA’s index it knows which way a tie points (see About).",
    )  # fmt: skip


def _words(view: View, known: list[dict[str, Any]]) -> None:
    """The statements of one window."""
    labels = {
        row["middle"].isoformat(): f"{day_words(row['first'])} – {day_words(row['last'])}" for row in known
    }
    with opening.place(WINDOW):
        chosen = state.choose(
            "Statements of", WINDOW, labels, placeholder="Click a point, or choose", width=320
        )
        if chosen is None:
            return
        opening.close(WINDOW)
        row = next(row for row in known if row["middle"].isoformat() == chosen)
        said = evidence_of(view)
        days = said["said_on"]
        inside = (days >= pd.Timestamp(row["first"])) & (
            days < pd.Timestamp(row["last"]) + pd.Timedelta(days=1)
        )
        title = f"Said {labels[chosen]}: {row['share']:.0%} of ties fit the camps"
        opening.head(view, title, said[inside])
        evidence.panel(view, said[inside], title, key="window", with_heading=False)


@dataclass(frozen=True)
class Event:
    """One tick; the weightiest are numbered."""

    key: str
    day: date
    title: str
    number: int | None


def _events(view: View, first: date, last: date) -> list[Event]:
    """What happened in the span, by day."""
    frame = ask(timeline.events, view.database, view.scope).frame
    dated = frame[(frame["modality"] == "happened") & frame["date_low"].notna()]
    day = pd.to_datetime(dated["date_low"]).dt.date
    dated = dated.assign(day=day)[(day >= first) & (day <= last)]
    heaviest = dated.sort_values("weight", ascending=False, kind="stable").head(MOST_TICKS)
    named = set(heaviest["event_id"].head(MOST_NAMED))
    made: list[Event] = []
    place = 0
    for row in records(heaviest.sort_values(["day", "event_id"])):
        place += row["event_id"] in named
        made.append(
            Event(row["event_id"], row["day"], row["title"], place if row["event_id"] in named else None)
        )
    return made


def _named(view: View, events: list[Event], first: date, last: date) -> None:
    """The numbered events, each of which opens on the timeline with its reports; and all of them there."""
    labels = ask(read_event_labels, view.database)
    with st.container(key="course-events", gap=None):
        for event in events:
            if event.number:
                links.to_page(
                    "timeline", f"{event.number} · {day_words(event.day)}: {event.title}", {EVENT: labels[event.key]},
                    key=f"course-{event.key}",
                )  # fmt: skip
        if events:
            links.to_page(
                "timeline", f"{'It' if len(events) == 1 else f'All {len(events):,}'} on the timeline",
                {FROM: first.isoformat(), TO: last.isoformat()}, key="course-all", icon=":material/timeline:",
            )  # fmt: skip


def _choose_window(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2 and click.data[0] == "window":
        st.session_state[WINDOW] = str(click.data[1])
