"""Two or more sides, issue by issue: gaps, and their words side by side."""

from __future__ import annotations

import streamlit as st

from sayso.model.scales import ink_on
from sayso.reports.comparison import UNIT_WORDS, Comparison, comparison, usual_unit
from sayso.reports.report import Part
from sayso.reports.view import View
from sayso.views import evidence, figure, headline, markup, state
from sayso.views.state import COMPARE, ISSUE, SIDES


def ask(view: View) -> Comparison:
    """Ask who is compared, and where they stand on each issue, the widest gap first."""
    words = {str(unit): word for unit, word in UNIT_WORDS.items()}
    usual = usual_unit(view)
    chosen = state.choose("Compare", COMPARE, words, default=usual, width=130)
    unit = next((unit for unit in UNIT_WORDS if unit == chosen), usual)
    opposed = comparison(view.database, view.scope, unit=unit)
    names = view.lookup.factions if unit == "factions" else view.lookup.actors
    sides = state.choose_many(
        "Sides, two or more", SIDES, names, placeholder=opposed.names_of_sides or "Choose"
    )
    report = comparison(view.database, view.scope, unit=unit, sides=sides) if sides else opposed
    if report.left_out:
        st.caption(report.left_out)
    return report


def chart(part: Part) -> None:
    """The dumbbell; a click chooses its issue."""
    assert part.draw is not None
    drawing = part.draw(None)
    figure.show(
        drawing.figure,
        key="comparison-dumbbell",
        alt=part.title,
        height=drawing.height,
        on_click=choose_issue,
    )
    headline.provenance(part.provenance)


def legend(report: Comparison) -> None:
    """Which letter and colour is which side, and how many of it were found."""
    keys = [
        markup.tag(
            "span",
            f"{markup.tag('b', side.letter)} {markup.text(side.words)}",
            "sy-key",
            style=f"--fill:{side.colour};--ink:{ink_on(side.colour)}",
            dir="auto",
        )
        for side in report.legend
    ]
    markup.show(markup.tag("p", " ".join(keys), "sy-legend"))


def show_words(report: Comparison) -> None:
    """The sides' own words on one issue, next to each other."""
    view, labels = report.view, report.issues
    markup.show(markup.tag("h2", "Their words, side by side", "sy-h2", id="evidence"))
    issue = state.choose("Issue", ISSUE, labels, default=next(iter(labels), None), width=320)
    if issue is None:
        return
    markup.show(markup.tag("p", markup.text(view.lookup.propositions[issue]), "sy-proposition", dir="auto"))
    for side, column in zip(report.sides, st.columns(len(report.sides), gap="medium"), strict=True):
        with column:
            markup.show(markup.tag("h3", markup.told(report.title_of(side, issue)), "sy-h3", dir="auto"))
            evidence.panel(
                view, report.statements_of(side, issue), report.word(side, issue), key=f"words-{side}", with_heading=False
            )  # fmt: skip


def choose_issue(click: figure.Click) -> None:
    """Copy a clicked mark's issue into the key that the address bar holds."""
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[ISSUE] = str(click.data[1])
