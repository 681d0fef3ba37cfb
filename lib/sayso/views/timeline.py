"""The timeline: its window, its lanes, the chart, and the evidence of what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import windows
from sayso.charts import timeline as timeline_chart
from sayso.charts import timeline_layout as layout
from sayso.charts import timeline_packing as packing
from sayso.charts.timeline_overlays import Strip
from sayso.model.calendar import days_from
from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import STANCES
from sayso.model.wording import counted
from sayso.queries import timeline as questions
from sayso.queries.answer import Answer
from sayso.reports import heading
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import evidence, figure, headline, markup, state, twin
from sayso.views.state import EVENT, FROM, LANES, OVERLAY_BAR, STATEMENT, TO

LANE_WORDS = {"faction": "Faction", "actor": "Actor", "issue": "Issue"}
_MONTHS = 92  # days: a window in which months can be told apart
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
    events = ask(questions.events, view.database, view.scope)
    said = ask(questions.statements, view.database, view.scope)
    days = _days(said.frame["said_on"])
    happened = _days(events.frame["date_low"].combine_first(events.frame["date_high"]))
    first = min([*days, *happened], default=view.lookup.first_day)
    last = max([*days, *(day for day in happened if day <= view.scope.as_of), view.scope.as_of])
    if first == last:  # one day: a window needs a width
        first, last = days_from(first, -7), days_from(last, 7)
    start, end = windows.focus(days, first, last)
    lanes_by, start, end = _controls(start, end, first, last)
    pad = max((last - first).days // 50, 1)
    whole = _window(days_from(first, -pad), days_from(last, pad))
    return Timeline(events, said, _window(start, end), whole, lanes_by)


def finding(view: View, found: Timeline) -> str:
    """The timeline's title: the month in which most was said and what happened in it, or how much lies in the window."""
    days = _days(found.statements.frame["said_on"])
    start, end = found.window.start.date(), found.window.end.date()
    inside = sum(start <= day <= end for day in days)
    if not days:
        return f"{counted(len(found.events.frame), 'event')}, and no statement that counts"
    if (busiest := _busiest(found, start, end, inside)) is not None:
        return busiest
    stretch = f"{day_words(start)} and {day_words(end)}"
    if inside == len(days):
        return f"All {counted(len(days), 'statement')} fall between {stretch}"
    return f"{inside} of {counted(len(days), 'statement')} fall between {stretch}"


def _busiest(found: Timeline, start: date, end: date, n_inside: int) -> str | None:
    """In a window of several months the busiest one, with its weightiest event."""
    said = found.statements.frame[["stated_low", "stated_high"]].dropna()
    lows, highs = _days(said["stated_low"]), _days(said["stated_high"])
    dated = [(low, high) for low, high in zip(lows, highs, strict=True) if start <= low and high <= end]
    busiest = windows.busiest_month(dated) if (end - start).days >= _MONTHS else None
    if busiest is None:
        return None
    month, n = busiest
    events = found.events.frame
    happened = events[
        events["modality"].isin(["happened", "ongoing"]) & events["happened_on"].str.startswith(month)
    ]
    most = f"{n} of {counted(n_inside, 'statement')} were made in {date_words(month)}"
    if happened.empty:
        return f"{most}, more than in any other month"
    return f"{most}, the month of “{happened.sort_values('weight').iloc[-1]['title']}”"


def chart(view: View, found: Timeline, alt: str, strips: tuple[Strip, ...] = ()) -> None:
    """Draw it, with `strips` of overlays; a click copies the mark into the select boxes, a zoom into the dates."""
    from sayso.views.timeline_marks import event_marks, statement_ticks

    marks = event_marks(found.events.frame, found.window, found.lanes_by)
    ticks = statement_ticks(found.statements.frame, view, found.lanes_by)
    everything = packing.label_overview(
        event_marks(found.events.frame, found.whole, found.lanes_by), found.whole
    )
    names = {"faction": view.lookup.factions, "actor": view.lookup.actors, "issue": view.lookup.issues}[
        found.lanes_by
    ]
    lanes = [layout.Lane(key, name, _colour(view, found.lanes_by, key)) for key, name in names.items()]
    rest = layout.Lane("", _REST[found.lanes_by], "var(--muted)")
    filled = packing.fill(lanes, marks, packing.gather(ticks, found.window), found.window, rest)
    counts = windows.bins(
        _days(found.statements.frame["said_on"]), found.window.start.date(), found.window.end.date()
    )
    drawn = timeline_chart.timeline(
        filled, everything, counts, found.window, found.whole,
        selected=st.session_state.get(EVENT) or st.session_state.get(STATEMENT), strips=strips,
        selected_bar=st.session_state.get(OVERLAY_BAR),
    )  # fmt: skip
    figure.show(
        drawn.figure, key="timeline-chart", alt=alt, height=drawn.height, on_click=_choose, on_zoom=_zoom
    )


def legend(view: View) -> None:
    """How precision and modality are drawn, and from what."""
    signs = "● to the day · ■▬ month, year or interval · ▶ open end · ◀ open start · hollow and dotted: expected, demanded or denied"
    chips = " ".join(evidence.chip(stance) for stance in STANCES)
    markup.show(
        markup.tag("p", markup.text(signs), "sy-legend"), markup.tag("p", f"Statements: {chips}", "sy-legend")
    )
    headline.provenance(
        heading.provenance(view, "days as the articles state them; near statements share a tick")
    )


def show_twin(view: View, found: Timeline) -> None:
    """The table twin."""
    twin.of_frame(
        view,
        "timeline",
        lambda: table(view, found),
        [found.events, found.statements],
        "Dates are EDTF; a bar or arrow covers what the date can mean.",
    )


def table(view: View, found: Timeline) -> pd.DataFrame:
    """Events and statements in one order."""
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
    return pd.DataFrame(rows, columns=["Date", "What", "Who", "Text", "Kind", "EDTF", "id"])


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
        args=(days_from(first, -30), days_from(last, 30)),
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


def _colour(view: View, lanes_by: str, key: str) -> str:
    faction = {"faction": key, "actor": view.lookup.faction_of.get(key, "")}.get(lanes_by, "")
    return view.lookup.faction_colours.get(faction, "var(--ink)")


def _days(column: pd.Series[Any]) -> list[date]:
    return [pd.Timestamp(value).date() for value in column if value is not None and value == value]


def _window(start: date, end: date) -> layout.Window:
    return layout.Window(datetime.combine(start, time()), datetime.combine(end, time()))
