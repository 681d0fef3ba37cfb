"""Why: the issues that part the camps, those that unite them, and how far each is common ground."""

from __future__ import annotations

import streamlit as st

from sayso.reports.coalitions import Coalitions
from sayso.reports.coalitions.wedges import Wedges
from sayso.reports.listing import Line
from sayso.reports.report import Part
from sayso.views import evidence, figure, headline, markup, opening, pictures, state, twin
from sayso.views.coalitions.camps import BESIDE
from sayso.views.figure import Click
from sayso.views.state import CAMP_ISSUE


def show_why(report: Coalitions) -> None:
    """Where each camp stands, and wedges and what unites as rows that open each camp's words on the issue."""
    wedges = report.wedges
    if wedges is None:
        return
    markup.show(markup.tag("h2", "Why: what parts the camps, what unites them", "sy-h2"))
    above = st.container()
    _words(wedges)
    part = wedges.part
    with above:
        _chart(part)
        pictures.actions(report.view, report, part)
        _lists(wedges)
    twin.show(report.view, part)


def _chart(part: Part) -> None:
    """A click on a dot opens each camp's words on the issue. Nothing where no issue was heard of two camps."""
    if part.draw is None:
        return
    drawing = part.draw(None)
    markup.show(markup.tag("p", markup.told(part.title), "sy-lead", dir="auto"))
    figure.show(
        drawing.figure, key="coalitions-apart", alt=part.title, height=drawing.height, on_click=_choose_issue
    )
    legend = "A letter is a camp. Click one for all camps’ words."
    markup.show(markup.tag("p", markup.text(legend), "sy-legend"))
    headline.provenance(part.provenance)


def _lists(wedges: Wedges) -> None:
    """The rows, after the box has read which issue is chosen."""
    parted, united = st.columns(2, gap="medium")
    with parted:
        _list("Wedge issues", wedges.parting, "wedges", "No issue has positions from two camps.")
    with united:
        _list(
            "Uniting issues",
            wedges.uniting,
            "uniting",
            "No issue on which all camps heard lean to one side.",
        )
        _list("Nearest to common ground", wedges.common, "common", "None.")
    headline.provenance(wedges.provenance_of_lines)


def _words(wedges: Wedges) -> None:
    """Each camp's statements on one issue, next to each other."""
    with opening.place(CAMP_ISSUE):
        issue = state.choose(
            "Their words on", CAMP_ISSUE, wedges.issues, placeholder="Click an issue, or choose", width=320
        )
        if issue is None:
            return
        opening.close(CAMP_ISSUE)
        view = wedges.view
        markup.show(
            markup.tag("p", markup.text(view.lookup.propositions[issue]), "sy-proposition", dir="auto")
        )
        camps = wedges.words_on(issue)
        for first in range(0, len(camps), BESIDE):
            beside = camps[first : first + BESIDE]
            for (camp, name, own), column in zip(beside, st.columns(len(beside), gap="medium"), strict=True):
                with column:
                    opening.head(view, name, own)
                    evidence.panel(view, own, name, key=f"camp-{camp or 'none'}", with_heading=False)


def _list(title: str, lines: list[Line], name: str, none: str) -> None:
    markup.show(markup.tag("h3", title, "sy-h3"), "" if lines else markup.tag("p", none, "sy-fine"))
    if lines:
        opening.rows(lines, CAMP_ISSUE, name)


def _choose_issue(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[CAMP_ISSUE] = str(click.data[1])
