"""The latest week against its 4- and 52-week average: of everything said, and issue by issue."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import pace
from sayso.analysis.change_words import week_title
from sayso.analysis.frames import records
from sayso.model.dates import day_words
from sayso.views import links, markup
from sayso.views.changed.build import Changed
from sayso.views.changed.period import back
from sayso.views.filters import View
from sayso.views.state import FROM, LANES, TO
from sayso.views.timeline import LANE_WORDS

MOST = 12
_WEEKS = {0: "The week", 4: "The 4 weeks before", 52: "The 52 weeks before"}


def show(view: View, found: Changed) -> None:
    """The week in a sentence, a table, and links that open each stretch on the timeline."""
    last = view.scope.as_of
    everything = records(pace.week_against_averages(found.statements, last))[0]
    markup.show(
        markup.tag("h2", "The week", "sy-h2"),
        markup.tag("p", markup.text(week_title(everything, last)), "sy-lead"),
        _table(view, found, everything),
    )
    with st.container(horizontal=True, gap="small", key="changed-weeks"):
        for weeks, label in _WEEKS.items():
            first, end = stretch(last, weeks)
            n = int(found.statements["said_on"].between(pd.Timestamp(first), pd.Timestamp(end)).sum())
            if n:
                told = f"{label}: {n:,} on the timeline, issue by issue"
                params = {LANES: LANE_WORDS["issue"], FROM: first.isoformat(), TO: end.isoformat()}
                links.to_page("timeline", told, params, key=f"week-{weeks}", icon=":material/timeline:")


def stretch(last: date, weeks: int) -> tuple[date, date]:
    """First and last day: of the seven days to `last`, or of so many weeks before them."""
    first = back(last, pace.DAYS_OF_WEEK - 1)
    return (back(first, weeks * pace.DAYS_OF_WEEK), back(first, 1)) if weeks else (first, last)


def _table(view: View, found: Changed, everything: dict[str, Any]) -> str:
    by_issue = pace.week_against_averages(found.statements, view.scope.as_of, "issue_id")
    rows = sorted(records(by_issue), key=lambda row: (-row["week"], -(row["average_52"] or 0)))
    shown = [("All issues", everything), *((view.lookup.issues[row["issue_id"]], row) for row in rows[:MOST])]
    names = ("Statements on", "This week", f"Mean of {everything['weeks_4']} weeks", f"Mean of {everything['weeks_52']} weeks")  # fmt: skip
    head = "".join(markup.tag("th", markup.text(name), scope="col") for name in names)
    body = [
        markup.tag("th", markup.text(name), scope="row", dir="auto")
        + "".join(markup.tag("td", markup.text(cell)) for cell in _cells(row))
        for name, row in shown
    ]
    more = f"And {len(rows) - MOST:,} issues with less." if len(rows) > MOST else ""
    week = f"The week is the seven days to {day_words(view.scope.as_of)}; averages are of the whole weeks before it."
    lines = "".join(markup.tag("tr", line) for line in body)
    table = markup.tag("thead", markup.tag("tr", head)) + markup.tag("tbody", lines)
    return markup.tag("table", table, "sy-moved sy-week") + markup.tag("p", markup.text(f"{week} {more}"), "sy-fine")  # fmt: skip


def _cells(row: dict[str, Any]) -> list[str]:
    averages = [row[f"average_{length}"] for length in (4, 52)]
    return [f"{row['week']:,}", *("–" if average is None else f"{average:.1f}" for average in averages)]
