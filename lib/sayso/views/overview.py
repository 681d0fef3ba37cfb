"""The front page: coverage in a sentence, the headline matrix, the findings, what is newest, three doors."""

from __future__ import annotations

import streamlit as st

from sayso.analysis import findings
from sayso.analysis.frames import records
from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.wording import counted
from sayso.queries import codebook, positions
from sayso.views import data, empty, evidence, figure, headline, links, markup, matrix, matrix_chart, state
from sayso.views.filters import View
from sayso.views.registry import BY_KEY

DOORS = ("matrix", "timeline", "comparison")
MOST_FINDINGS, MOST_ROWS = 8, 12
_CLICKED = "_overview_clicked"


def show(view: View) -> None:
    """Draw the page."""
    follow_click(view)
    found = matrix.build(view, most_rows=MOST_ROWS)
    if empty.is_empty(view, len(found.positions), "overview"):
        return
    title = matrix.finding(view, found)
    headline.show("overview", title, headline.subtitle(view, *matrix.extent(found)))
    markup.show(markup.tag("p", markup.told(coverage(view)), "sy-lead", dir="auto"))
    doors()
    matrix_chart.chart(
        view, found, "overview-matrix", selected=None, alt=title, is_compact=True, on_click=open_cell
    )
    matrix_chart.legend(view)
    words, latest = st.columns([1.2, 1], gap="large")
    with words:
        in_words(view, found)
    with latest:
        newest(view)
    matrix.show_twin(view, found)


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
    return {state.ROWS: matrix.UNITS["actors"], state.UNIT_CHOSEN: actor, state.ISSUE_CHOSEN: issue}


def coverage(view: View) -> str:
    """What is covered and as of when, in one sentence."""
    covered = data.ask(positions.coverage, view.database, view.scope).frame.iloc[0]
    about = data.ask(codebook.describe, view.database)
    return (
        f"{about.title}: {counted(int(covered['n_statements']), 'statement')} by {counted(int(covered['n_actors']), 'actor')}"
        f" on {counted(int(covered['n_issues']), 'issue')}, from {counted(int(covered['n_articles']), 'article')} of"
        f" {counted(int(covered['n_outlets']), 'outlet')}, as of {day_words(view.scope.as_of)}."
    )


def doors() -> None:
    """Three questions, three pages."""
    with st.container(horizontal=True, gap="small", key="doors"):
        for page in DOORS:
            links.to_page(page, BY_KEY[page].question, key=f"door-{page}", icon=BY_KEY[page].icon)


def in_words(view: View, found: matrix.Matrix) -> None:
    """The findings, each a link to its view."""
    markup.show(markup.tag("h2", "In words", "sy-h2"))
    told = findings.overview(found.positions, found.columns, view.lookup.issues, found.names)
    with st.container(key="findings", gap="small"):
        for place, finding in enumerate(told[:MOST_FINDINGS]):
            rows = {state.ROWS: matrix.UNITS["actors"]} if finding.page == "matrix" else {}
            links.to_page(finding.page, finding.text, {**finding.params, **rows}, key=f"finding-{place}")


def newest(view: View) -> None:
    """The latest statements, with their words."""
    markup.show(markup.tag("h2", "What is newest", "sy-h2"))
    rows = data.ask(positions.newest, view.database, view.scope, 5).frame
    for row in records(rows):
        head = evidence.chip(int(row["stance"])) + markup.tag(
            "span", markup.told(f"{row['actor']} on {row['issue']}"), "sy-card-head", dir="auto"
        )
        when = markup.tag("p", markup.text(date_words(row["stated_on"])), "sy-fine")
        said = markup.tag("p", markup.text(row["words"]), "sy-brief", dir="auto")
        markup.show(markup.tag("article", markup.tag("div", head, "sy-card-line") + when + said, "sy-card"))
        cell = cell_link(view.lookup.actors[row["actor_id"]], view.lookup.issues[row["issue_id"]])
        links.to_page("matrix", "In full, with its source", cell, key=f"newest-{row['statement_id']}")
