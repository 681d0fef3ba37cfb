"""The front page: coverage in a sentence, the headline matrix, the findings, what is newest, three doors."""

from __future__ import annotations

import streamlit as st

from sayso.model.dates import words as date_words
from sayso.reports.matrix import UNIT_WORDS
from sayso.reports.overview import Overview, overview
from sayso.reports.view import View
from sayso.views import empty, evidence, figure, headline, links, markup, matrix, pictures, state, twin
from sayso.views.registry import BY_KEY

DOORS = ("matrix", "timeline", "comparison")
_CLICKED = "_overview_clicked"


def show(view: View) -> None:
    """Draw the page."""
    follow_click(view)
    report = overview(view.database, view.scope)
    if empty.is_empty(view, len(report.matrix.positions), "overview"):
        return
    headline.of(report)
    markup.show(markup.tag("p", markup.told(report.coverage), "sy-lead", dir="auto"))
    doors()
    (part,) = report.parts
    matrix.chart(report.matrix, part, "overview-matrix", on_click=open_cell)
    matrix.legend(part)
    pictures.actions(view, report, part)
    words, latest = st.columns([1.2, 1], gap="large")
    with words:
        in_words(report)
    with latest:
        newest(report)
    twin.show(view, part)


def open_cell(click: figure.Click) -> None:
    """Take a clicked cell to the matrix page, where its quotes open."""
    st.session_state[_CLICKED] = click.data


def follow_click(view: View) -> None:
    """Go where a click on the front page's matrix pointed."""
    clicked = st.session_state.pop(_CLICKED, None)
    actor, issue = map(str, clicked) if isinstance(clicked, list) and len(clicked) == 2 else ("", "")
    if actor in view.lookup.actors and issue in view.lookup.issues:
        links.go("matrix", cell_link(view.lookup.actors[actor], view.lookup.issues[issue]))


def cell_link(actor: str, issue: str) -> dict[str, str]:
    """What opens an actor's cell on the matrix page, whatever rows were looked at there before."""
    return {state.ROWS: UNIT_WORDS["actors"], state.UNIT_CHOSEN: actor, state.ISSUE_CHOSEN: issue}


def doors() -> None:
    """Three questions, three pages."""
    with st.container(horizontal=True, gap="small", key="doors"):
        for page in DOORS:
            links.to_page(page, BY_KEY[page].question, key=f"door-{page}", icon=BY_KEY[page].icon)


def in_words(report: Overview) -> None:
    """The findings, each a link to its view."""
    markup.show(markup.tag("h2", "In words", "sy-h2"))
    with st.container(key="findings", gap="small"):
        for place, finding in enumerate(report.findings):
            rows = {state.ROWS: UNIT_WORDS["actors"]} if finding.page == "matrix" else {}
            links.to_page(finding.page, finding.text, {**finding.params, **rows}, key=f"finding-{place}")


def newest(report: Overview) -> None:
    """The latest statements, with their words."""
    lookup = report.view.lookup
    markup.show(markup.tag("h2", "What is newest", "sy-h2"))
    for row in report.newest:
        head = evidence.chip(int(row["stance"])) + markup.tag(
            "span", markup.told(f"{row['actor']} on {row['issue']}"), "sy-card-head", dir="auto"
        )
        when = markup.tag("p", markup.text(date_words(row["stated_on"])), "sy-fine")
        said = markup.tag("p", markup.text(row["words"]), "sy-brief", dir="auto")
        markup.show(markup.tag("article", markup.tag("div", head, "sy-card-line") + when + said, "sy-card"))
        cell = cell_link(lookup.actors[row["actor_id"]], lookup.issues[row["issue_id"]])
        links.to_page("matrix", "In full, with its source", cell, key=f"newest-{row['statement_id']}")
