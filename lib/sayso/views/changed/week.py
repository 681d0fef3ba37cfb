"""Statements a week, the latest week against its 4- and 52-week average: of everything said, and issue by issue."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import pace
from sayso.analysis.change_words import week_title
from sayso.charts.weeks import HEIGHT, weeks_chart
from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.reports import heading
from sayso.reports.evidence import evidence_of
from sayso.reports.view import View
from sayso.views import evidence, figure, headline, links, markup, opening, state, twin
from sayso.views.changed.build import Changed
from sayso.views.changed.period import back
from sayso.views.figure import Click
from sayso.views.state import FROM, LANES, TO, WEEK, WEEK_ISSUE
from sayso.views.timeline import LANE_WORDS

MOST = 12
_WEEKS = {0: "The week", 4: "The 4 weeks before", 52: "The 52 weeks before"}


def show(view: View, found: Changed) -> None:
    """The weeks as bars, each of which opens what was said in it; the latest one issue by issue."""
    last = view.scope.as_of
    title = week_title(records(found.week)[0], last)
    markup.show(markup.tag("h2", "The week", "sy-h2"), markup.tag("p", markup.text(title), "sy-lead"))
    _bars(view, found, title)
    _issues(view, found)
    with st.container(horizontal=True, gap="small", key="changed-weeks"):
        for weeks, label in _WEEKS.items():
            first, end = stretch(last, weeks)
            n = len(_between(found.statements, first, end))
            if n:
                told = f"{label}: {n:,} on the timeline, issue by issue"
                params = {LANES: LANE_WORDS["issue"], FROM: first.isoformat(), TO: end.isoformat()}
                links.to_page("timeline", told, params, key=f"week-{weeks}", icon=":material/timeline:")


def stretch(last: date, weeks: int) -> tuple[date, date]:
    """First and last day: of the seven days to `last`, or of so many weeks before them."""
    first = back(last, pace.DAYS_OF_WEEK - 1)
    return (back(first, weeks * pace.DAYS_OF_WEEK), back(first, 1)) if weeks else (first, last)


def _bars(view: View, found: Changed, alt: str) -> None:
    rows = records(found.weeks)
    if len(rows) < 2:
        return
    labels = {
        row["first"].isoformat(): f"{day_words(row['first'])} to {day_words(row['last'])}"
        for row in reversed(rows)
    }
    above = st.container()
    with opening.place(WEEK):
        chosen = state.choose(
            "Statements of the week", WEEK, labels, placeholder="Click a week, or choose", width=320
        )
        if chosen:
            opening.close(WEEK)
            row = next(row for row in rows if row["first"].isoformat() == chosen)
            own = _between(evidence_of(view), row["first"], row["last"])
            opening.head(view, f"Said {labels[chosen]}", own)
            evidence.panel(view, own, labels[chosen], key="week-words", with_heading=False)
    with above:
        made = weeks_chart(rows, found.since, selected=date.fromisoformat(chosen) if chosen else None)
        figure.show(made, key="changed-bars", alt=alt, height=HEIGHT, on_click=_choose_week)
        told = (
            f"A bar is seven days; coloured: since {day_words(found.since)}. Solid line: mean of the 4 weeks before; "
            "dashed: of the 52 before, or of as many as there were."
        )
        markup.show(markup.tag("p", markup.text(told), "sy-legend"))
        headline.provenance(
            heading.provenance(view, f"weeks of seven days that end on {day_words(view.scope.as_of)}")
        )
    twin.of_frame(
        view,
        "weeks",
        lambda: _table(found),
        [found.answers[-1]],
        "A statement counts in the week of its first possible day.",
    )


def _issues(view: View, found: Changed) -> None:
    """Each issue's latest week beside its averages, as rows that open what they count."""
    by_issue = records(found.by_issue)
    rows = sorted(by_issue, key=lambda row: (-row["week"], -(row["average_52"] or 0)))
    if not rows:
        return
    labels = {row["issue_id"]: view.lookup.issues[row["issue_id"]] for row in rows}
    words = f"Issue by issue: the seven days to {day_words(view.scope.as_of)}, and the mean week before them"
    markup.show(markup.tag("h3", markup.text(words), "sy-h3"))
    above = st.container()
    with opening.place(WEEK_ISSUE):
        chosen = state.choose(
            "A year’s statements on", WEEK_ISSUE, labels, placeholder="Click an issue, or choose", width=320
        )
        if chosen:
            opening.close(WEEK_ISSUE)
            first = back(view.scope.as_of, 53 * pace.DAYS_OF_WEEK - 1)
            own = _between(evidence_of(view, issue=chosen), first, view.scope.as_of)
            title = f"{labels[chosen]}, {day_words(first)} to {day_words(view.scope.as_of)}"
            opening.head(view, title, own)
            evidence.panel(view, own, title, key="week-issue", with_heading=False)
    with above:
        shown = [opening.Row(row["issue_id"], labels[row["issue_id"]], _facts(row)) for row in rows[:MOST]]
        opening.rows(shown, WEEK_ISSUE, "week-issues")
        if len(rows) > MOST:
            st.caption(f"And {len(rows) - MOST:,} issues with less: in the box.")


def _facts(row: dict[str, Any]) -> str:
    means = [
        f"{_rate(row[f'average_{length}'])} in the {row[f'weeks_{length}']} before"
        for length in (4, 52)
        if row[f"average_{length}"] is not None and (length == 4 or row["weeks_52"] > row["weeks_4"])
    ]
    return " · ".join(["", f"{row['week']:,} this week", *means])


def _rate(mean: float) -> str:
    return "none" if not mean else "under 0.1 a week" if mean < 0.05 else f"{mean:.1f} a week"


def _table(found: Changed) -> pd.DataFrame:
    names = {
        "first": "From",
        "last": "To",
        "n": "Statements",
        "average_4": "Mean of 4 weeks before",
        "average_52": "Mean of 52 weeks before",
    }
    return found.weeks.rename(columns=names).iloc[::-1].round(2)


def _between(frame: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """What was said from `first` to the end of `last`."""
    days = frame["said_on"]
    return frame[(days >= pd.Timestamp(first)) & (days < pd.Timestamp(last) + pd.Timedelta(days=1))]


def _choose_week(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2 and click.data[0] == "week":
        st.session_state[WEEK] = str(click.data[1])
