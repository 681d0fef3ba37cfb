"""Statements a week, the latest week against its 4- and 52-week average: of everything said, and issue by issue."""

from __future__ import annotations

from datetime import date

import streamlit as st

from sayso.reports.changed import Changed, behind, weeks
from sayso.reports.listing import Line
from sayso.reports.report import Part
from sayso.views import evidence, figure, headline, links, markup, opening, pictures, state, twin
from sayso.views.figure import Click
from sayso.views.state import FROM, LANES, TO, WEEK, WEEK_ISSUE
from sayso.views.timeline import LANE_WORDS


def show(changed: Changed, part: Part) -> None:
    """The weeks as bars, each of which opens what was said in it; the latest one issue by issue."""
    markup.show(markup.tag("h2", "The week", "sy-h2"), markup.tag("p", markup.text(changed.week), "sy-lead"))
    if len(part.frame) > 1:
        _bars(changed, part)
    _issues(changed)
    with st.container(horizontal=True, gap="small", key="changed-weeks"):
        for stretch in changed.stretches:
            params = {
                LANES: LANE_WORDS["issue"],
                FROM: stretch.first.isoformat(),
                TO: stretch.last.isoformat(),
            }
            links.to_page("timeline", stretch.sentence, params, key=f"week-{stretch.weeks}", icon=":material/timeline:")  # fmt: skip


def _bars(changed: Changed, part: Part) -> None:
    assert part.draw is not None
    labels = weeks.week_labels(changed.comparison)
    above = st.container()
    with opening.place(WEEK):
        chosen = state.choose(
            "Statements of the week", WEEK, labels, placeholder="Click a week, or choose", width=320
        )
        first = date.fromisoformat(chosen) if chosen else None
        if chosen and first:
            opening.close(WEEK)
            own = behind.of_week(changed.view, changed.comparison, first)
            opening.head(changed.view, f"Said {labels[chosen]}", own)
            evidence.panel(changed.view, own, labels[chosen], key="week-words", with_heading=False)
    with above:
        drawing = part.draw(first)
        figure.show(
            drawing.figure, key="changed-bars", alt=part.title, height=drawing.height, on_click=_choose_week
        )
        markup.show(markup.tag("p", markup.text(weeks.legend(changed.comparison)), "sy-legend"))
        headline.provenance(part.provenance)
        pictures.actions(
            changed.view, changed, part, {"since": changed.since.isoformat(), "unit": changed.unit}
        )
    twin.show(changed.view, part)


def _issues(changed: Changed) -> None:
    """Each issue's latest week beside its averages, as rows that open what they count."""
    listing = changed.issues_of_week
    if not listing.rows:
        return
    issues = {row.issue_id: row for row in listing.rows}
    markup.show(markup.tag("h3", markup.text(listing.heading), "sy-h3"))
    above = st.container()
    with opening.place(WEEK_ISSUE):
        chosen = state.choose(
            "A year’s statements on", WEEK_ISSUE, {key: row.name for key, row in issues.items()},
            placeholder="Click an issue, or choose", width=320,
        )  # fmt: skip
        if chosen:
            opening.close(WEEK_ISSUE)
            own = behind.of_issue(changed.view, chosen)
            opening.head(changed.view, issues[chosen].title, own)
            evidence.panel(changed.view, own, issues[chosen].title, key="week-issue", with_heading=False)
    with above:
        first = listing.rows[: weeks.MOST_ISSUES]
        opening.rows([Line(row.issue_id, row.name, row.facts) for row in first], WEEK_ISSUE, "week-issues")  # fmt: skip
        if listing.note:
            st.caption(listing.note)


def _choose_week(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2 and click.data[0] == "week":
        st.session_state[WEEK] = str(click.data[1])
