"""Where each camp stands on each issue: a dot a camp on the stance scale, the issues that part them most first."""

from __future__ import annotations

import streamlit as st

from sayso.analysis import consensus
from sayso.charts.dumbbell import dumbbell
from sayso.model.frames import records
from sayso.model.wording import quoted
from sayso.reports.view import View
from sayso.views import figure, markup
from sayso.views.coalitions.build import SURE, Found
from sayso.views.coalitions.camps import show_settings
from sayso.views.figure import Click
from sayso.views.state import CAMP_ISSUE

MOST_ISSUES, MOST_CAMPS = 12, 6
COLOURS = ("#7b4a8e", "#23766a", "#8f5c12", "#51618a", "#8c4058", "#5c6b2f")
"""Of camps: none of them a step of the stance scale."""


def show_apart(view: View, found: Found) -> None:
    """The chart; a click on a dot opens each camp's words on the issue. Nothing where no issue was heard of two camps."""
    wedges = found.wedges.sort_values("q", kind="stable").head(MOST_ISSUES)
    if wedges.empty:
        return
    issues = [str(issue) for issue in wedges["issue_id"]]
    sides = sorted(set(found.camps.values()))[:MOST_CAMPS]
    where = consensus.means(consensus.voices_of(found.positions, found.camps))
    values = {
        (row["group"], row["issue_id"]): {**row, "n_members": row["n"]}
        for row in records(where)
        if row["group"] in sides and row["issue_id"] in issues
    }
    names = {**view.lookup.issues, **{side: f"Camp {side}" for side in sides}}
    gaps = dict(zip(issues, wedges["gap"].astype(float), strict=True))
    alt = sentence(view, found)
    made, height = dumbbell(values, sides, issues, names, dict(zip(sides, COLOURS, strict=False)), gaps)
    markup.show(markup.tag("p", markup.told(alt), "sy-lead", dir="auto"))
    figure.show(made, key="coalitions-apart", alt=alt, height=height, on_click=_choose_issue)
    told = "A letter is a camp. Click one for all camps’ words."
    markup.show(markup.tag("p", markup.text(told), "sy-legend"))
    show_settings(
        view, found, "mean of each camp’s positions, one voice a member", "issues by q, the surest first"
    )


def sentence(view: View, found: Found) -> str:
    """The issue that parts them most and how far, and the one on which they come nearest to each other."""
    first = found.wedges.sort_values("q", kind="stable").iloc[0]
    issue = quoted(view.lookup.issues[first["issue_id"]])
    chance = "" if first["q"] <= SURE else ", though chance could do it"
    head = f"Camp {first['highest']} is most for {issue}, camp {first['lowest']} least: {first['gap']:.1f} of 4 apart{chance}"
    if not len(found.uniting):
        return f"{head}; no issue unites the camps."
    shared = found.uniting.iloc[0]
    verb = "support" if shared["side"] == "supports" else "oppose"
    who = "both camps heard" if shared["n_heard"] == 2 else "all camps heard"
    return f"{head}; {who} {verb} {quoted(view.lookup.issues[shared['issue_id']])}."


def _choose_issue(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[CAMP_ISSUE] = str(click.data[1])
