"""Leave one outlet out: a row an outlet, the dumbbells of one, and the statements of one position."""

from __future__ import annotations

import streamlit as st

from sayso.reports.listing import Line
from sayso.reports.report import Part, Report
from sayso.reports.sources.dependence import MOST_OUTLETS, Dependence
from sayso.reports.sources.without import Without
from sayso.reports.view import View
from sayso.views import evidence, figure, headline, markup, opening, pictures, state, twin
from sayso.views.figure import Click
from sayso.views.state import LEFT_OUT, MOVES


def show_left_out(view: View, dependence: Dependence, report: Report) -> None:
    """The list, what would change without the chosen outlet, the twin."""
    markup.show(markup.tag("h2", "What would fall without one outlet", "sy-h2"))
    if not dependence.names:
        markup.show(markup.tag("p", markup.text(dependence.sentence), "sy-lead"))
        return
    markup.show(markup.tag("p", markup.text(dependence.sentence), "sy-fine"))
    list_of_all = st.container()
    with opening.place(LEFT_OUT):
        outlet = state.choose("Without", LEFT_OUT, dependence.names, default=dependence.top, width=300)
        part = dependence.part(outlet or dependence.top)
        _one(view, dependence.without(outlet or dependence.top), part, report)
    with list_of_all:
        _rows(dependence)
        headline.provenance(dependence.provenance)
    twin.show(view, part)


def _rows(dependence: Dependence) -> None:
    """A row an outlet, which opens what would change without it: those that carry most come first."""
    rows = [
        Line(outlet, dependence.names[outlet], dependence.facts(outlet))
        for outlet in dependence.ranked[:MOST_OUTLETS]
    ]
    opening.rows(rows, LEFT_OUT, "left-out", default=dependence.top)
    if dependence.more:
        st.caption(dependence.more)


def _one(view: View, without: Without, part: Part, report: Report) -> None:
    markup.show(markup.tag("p", markup.told(part.title), "sy-lead", dir="auto"))
    above = st.container()
    labels = without.labels
    chosen = None
    if labels:
        hint = "Click a dot, or choose a position" if part.draw else "Choose a position"
        chosen = state.choose("Statements on", MOVES, labels, placeholder=hint, width=420)
    if part.draw:
        with above:
            drawing = part.draw(None)
            figure.show(
                drawing.figure, key="sources-left-out", alt=part.title, height=drawing.height, on_click=_choose_position
            )  # fmt: skip
            headline.provenance(part.provenance)
            pictures.actions(view, report, part)
    if chosen:
        _sides(view, without, chosen, labels[chosen])
    fold = st.expander(without.extent, key="left-out-said", on_change="rerun")
    if fold.open:
        with fold:
            evidence.panel(
                view, without.statements, without.name, key="left-out-said-page", with_heading=False
            )


def _sides(view: View, without: Without, position: str, label: str) -> None:
    markup.show(markup.tag("h3", markup.told(without.step(position)), "sy-h3", id="evidence", dir="auto"))
    columns = st.columns(2, gap="medium")
    for place, ((head, statements), column) in enumerate(zip(without.sides(position), columns, strict=True)):
        with column:
            markup.show(markup.tag("h3", markup.told(head), "sy-h3", dir="auto"))
            evidence.panel(view, statements, label, key=f"left-out-{place}", with_heading=False)


def _choose_position(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[MOVES] = f"{click.data[0]}/{click.data[1]}"
