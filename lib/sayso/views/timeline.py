"""The timeline: its window, its lanes, the chart, and the evidence of what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import windows
from sayso.analysis.frames import records
from sayso.charts import timeline as timeline_chart
from sayso.charts import timeline_layout as layout
from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.scales import STANCES
from sayso.model.wording import counted, quoted
from sayso.queries import timeline as questions
from sayso.queries.answer import Answer
from sayso.views import data, evidence, figure, links, markup, passage, state, twin
from sayso.views.filters import View
from sayso.views.state import EVENT, FROM, LANES, STATEMENT, TO

LANE_WORDS = {"faction": "Faction", "actor": "Actor", "issue": "Issue"}
_REST = {"faction": "No faction", "actor": "Others", "issue": "Events"}


@dataclass(frozen=True)
class Timeline:
    """What happened and what was said, and the window that is looked at."""

    events: Answer
    statements: Answer
    window: layout.Window
    whole: layout.Window
    lanes_by: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.events.frame.empty and self.statements.frame.empty


def build(view: View) -> Timeline:
    """Ask for events and statements, with the controls for lanes and window."""
    events = data.ask(questions.events, view.database, view.scope)
    said = data.ask(questions.statements, view.database, view.scope)
    days = _days(said.frame["said_on"])
    happened = _days(events.frame["date_low"].combine_first(events.frame["date_high"]))
    first = min([*days, *happened], default=view.lookup.first_day)
    last = max([*days, *(day for day in happened if day <= view.scope.as_of), view.scope.as_of])
    start, end = windows.focus(days, first, last)
    lanes_by, start, end = _controls(start, end, first, last)
    pad = max(timedelta(days=(last - first).days * 0.02), timedelta(days=1))
    return Timeline(events, said, _window(start, end), _window(first - pad, last + pad), lanes_by)


def finding(view: View, found: Timeline) -> str:
    """The timeline's title: when most was said, and what the latest event is."""
    days = _days(found.statements.frame["said_on"])
    start, end = found.window.start.date(), found.window.end.date()
    inside = sum(start <= day <= end for day in days)
    if not days:
        return f"{counted(len(found.events.frame), 'event')}, and no statement that counts"
    stretch = f"{day_words(start)} and {day_words(end)}"
    if inside == len(days):
        return f"All {counted(len(days), 'statement')} fall between {stretch}"
    return f"{inside} of {counted(len(days), 'statement')} fall between {stretch}"


def chart(view: View, found: Timeline, alt: str) -> None:
    """Draw it; a click copies the mark into the select boxes, a zoom into the dates."""
    from sayso.views.timeline_marks import event_marks, statement_ticks

    marks = event_marks(found.events.frame, found.window, found.lanes_by)
    ticks = statement_ticks(found.statements.frame, view, found.lanes_by)
    everything = layout.label_overview(
        event_marks(found.events.frame, found.whole, found.lanes_by), found.whole
    )
    names = {"faction": view.lookup.factions, "actor": view.lookup.actors, "issue": view.lookup.issues}[
        found.lanes_by
    ]
    lanes = [layout.Lane(key, name, _colour(view, found.lanes_by, key)) for key, name in names.items()]
    rest = layout.Lane("", _REST[found.lanes_by], "var(--muted)")
    filled = layout.fill(lanes, marks, layout.gather(ticks, found.window), found.window, rest)
    counts = windows.bins(
        _days(found.statements.frame["said_on"]), found.window.start.date(), found.window.end.date()
    )
    drawn = timeline_chart.timeline(
        filled, everything, counts, found.window, found.whole,
        selected=st.session_state.get(EVENT) or st.session_state.get(STATEMENT),
    )  # fmt: skip
    figure.show(
        drawn.figure, key="timeline-chart", alt=alt, height=drawn.height, on_click=_choose, on_zoom=_zoom
    )


def has_choice() -> bool:
    """Whether an event or a statement is chosen, here or by the link."""
    return any(
        st.session_state.get(key) or (key not in st.session_state and st.query_params.get(key))
        for key in (EVENT, STATEMENT)
    )


def legend() -> None:
    """How precision and modality are drawn."""
    signs = "● to the day · ■▬ month, year or interval · ▶ open end · ◀ open start · hollow and dotted: expected, demanded or denied"
    chips = " ".join(evidence.chip(stance) for stance in STANCES)
    markup.show(
        markup.tag("p", markup.text(signs), "sy-legend"), markup.tag("p", f"Statements: {chips}", "sy-legend")
    )


def boxes(view: View, found: Timeline) -> tuple[str | None, str | None]:
    """The select boxes that do what a click does: an event, or a statement."""
    events = {
        row["event_id"]: f"{date_words(row['happened_on'])}: {row['title']}"
        for row in records(found.events.frame)
    }
    said = {
        row[
            "statement_id"
        ]: f"{date_words(row['stated_on'])}: {view.lookup.actors[row['actor_id']]} on {view.lookup.issues[row['issue_id']]}"
        for row in records(found.statements.frame)
    }
    box = st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="timeline-boxes")
    with box:
        event = state.choose(
            "Event",
            EVENT,
            _unique(events),
            placeholder="Click a mark, or choose",
            on_change=_event_chosen,
            width=300,
        )
        statement = state.choose(
            "Statement",
            STATEMENT,
            _unique(said),
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
    for report in records(data.ask(questions.reports, view.database, event).frame):
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
    resting = evidence.rows(view)
    resting = resting[resting["event_id"] == event]
    if len(resting):
        evidence.panel(view, resting, "Statements that rest on it", key="event-statements")


def show_statement(view: View, statement: str) -> None:
    """One statement with its evidence."""
    frame = evidence.rows(view)
    own = frame[frame["statement_id"] == statement]
    title = f"{own['actor'].iloc[0]} on {quoted(own['issue'].iloc[0])}" if len(own) else "Statement"
    evidence.panel(view, own, title, key="said")


def show_twin(view: View, found: Timeline) -> None:
    """The table twin: events and statements in one order."""
    events: list[dict[str, Any]] = [
        {"Date": date_words(row["happened_on"]), "What": "event", "Who": row["actors"], "Text": row["title"],
         "Kind": f"{row['modality']}, {row['kind'].lower()}", "EDTF": row["happened_on"], "id": row["event_id"],
         "order": row["date_low"] or row["date_high"]}
        for row in records(found.events.frame)
    ]  # fmt: skip
    said: list[dict[str, Any]] = [
        {"Date": date_words(row["stated_on"]), "What": "statement", "Who": view.lookup.actors[row["actor_id"]], "Text": row["label"],
         "Kind": f"{STANCES[int(row['stance'])].word}: {view.lookup.issues[row['issue_id']]}", "EDTF": row["stated_on"],
         "id": row["statement_id"], "order": row["said_on"]}
        for row in records(found.statements.frame)
    ]  # fmt: skip
    rows = sorted([*events, *said], key=_order)
    table = pd.DataFrame(rows, columns=["Date", "What", "Who", "Text", "Kind", "EDTF", "id"])
    twin.show(
        view,
        "timeline",
        table,
        [found.events, found.statements],
        "Dates are EDTF; a bar or arrow covers what the date can mean.",
    )


def _order(row: dict[str, Any]) -> str:
    return str(row["order"])


def _controls(start: date, end: date, first: date, last: date) -> tuple[str, date, date]:
    lanes_by = state.choose("Lanes", LANES, LANE_WORDS, default="faction", width=130) or "faction"
    with st.popover("Dates", icon=":material/date_range:", key="timeline-dates"):
        low = state.choose_date("From", FROM)
        high = state.choose_date("To", TO)
        st.caption("Or drag across the chart.")
    st.button(
        "Busiest",
        on_click=_set_window,
        args=(None, None),
        key="tl-focus",
        help=f"{day_words(start)} to {day_words(end)}",
    )
    st.button(
        "Everything",
        on_click=_set_window,
        args=(first - timedelta(days=30), last + timedelta(days=30)),
        key="tl-all",
    )
    low, high = low or start, high or end
    if low >= high:
        st.warning(f"“From” must be before “To”: showing {day_words(start)} to {day_words(end)}.")
        return lanes_by, start, end
    return lanes_by, low, high


def _set_window(start: date | None, end: date | None) -> None:
    st.session_state[FROM], st.session_state[TO] = start, end


def _zoom(zoom: figure.Zoom) -> None:
    if zoom.start is None or zoom.end is None:
        _set_window(None, None)
        return
    low, high = (pd.Timestamp(value).date() for value in (zoom.start, zoom.end))
    _set_window(low, max(high, low + timedelta(days=1)))


def _choose(click: figure.Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        what, key = click.data
        if what == "window":
            start, _, end = str(key).partition("/")
            _set_window(date.fromisoformat(start), date.fromisoformat(end) + timedelta(days=1))
            return
        st.session_state[EVENT] = key if what == "event" else None
        st.session_state[STATEMENT] = key if what == "statement" else None


def _event_chosen() -> None:
    st.session_state[STATEMENT] = None


def _statement_chosen() -> None:
    st.session_state[EVENT] = None


def _colour(view: View, lanes_by: str, key: str) -> str:
    faction = {"faction": key, "actor": view.lookup.faction_of.get(key, "")}.get(lanes_by, "")
    return view.lookup.faction_colours.get(faction, "var(--ink)")


def _unique(labels: dict[str, str]) -> dict[str, str]:
    """Labels that stand in the address bar must differ."""
    seen: set[str] = set()
    made = {}
    for key, label in labels.items():
        made[key] = label if label not in seen else f"{label} ({key})"
        seen.add(label)
    return made


def _days(column: pd.Series[Any]) -> list[date]:
    return [pd.Timestamp(value).date() for value in column if value is not None and value == value]


def _window(start: date, end: date) -> layout.Window:
    return layout.Window(datetime.combine(start, time()), datetime.combine(end, time()))
