"""One actor: who it is, where it stands, what it said in order, where it belongs, and who reports it."""

from __future__ import annotations

import streamlit as st

from sayso.reports.actor import Actor
from sayso.reports.report import Part
from sayso.reports.view import View
from sayso.views import actor_side, evidence, figure, headline, markup, pictures, state, twin
from sayso.views.state import ACTOR
from sayso.views.state import ACTOR_ISSUE as ISSUE


def choose(view: View) -> str | None:
    """Who: the most quoted first."""
    return state.choose(
        "Actor", ACTOR, view.lookup.actors, default=next(iter(view.lookup.actors), None), width=360
    )


def show(report: Actor) -> None:
    """The page below its select box."""
    positions, memberships = report.parts
    headline.of(report)
    _who(report)
    main, side = st.columns([1.5, 1], gap="large")
    with main:
        _positions(positions)
        pictures.actions(report.view, report, positions, {"actor": report.actor})
        _words(report)
    with side:
        actor_side.names(report)
        actor_side.memberships(report, memberships)
        actor_side.links(report)
    twin.show(report.view, positions)


def _who(report: Actor) -> None:
    markup.show(
        markup.tag("p", _full_name(report), "sy-fullname"),
        markup.tag("p", markup.text(report.person["description"] or ""), "sy-lead", dir="auto"),
        markup.tag("p", markup.text(report.facts), "sy-fine"),
    )


def _full_name(report: Actor) -> str:
    """Standard romanisation, (as found), original script."""
    parts = [markup.words(report.person["name"], name="i")]
    if report.longest_alias:
        parts.append("(" + markup.words(report.longest_alias) + ")")
    if report.person["name_original"]:
        parts.append(markup.words(report.person["name_original"], css="sy-original"))
    return " ".join(parts)


def _positions(part: Part) -> None:
    assert part.draw is not None
    drawing = part.draw(st.session_state.get(ISSUE))
    figure.show(
        drawing.figure, key="actor-positions", alt=part.title, height=drawing.height, on_click=_choose_issue
    )
    headline.provenance(part.provenance)


def _words(report: Actor) -> None:
    markup.show(markup.tag("h2", "What they said and did, newest first", "sy-h2", id="evidence"))
    issue = state.choose("Issue", ISSUE, report.view.lookup.issues, placeholder="All issues", width=300)
    own = report.statements_on(issue)
    evidence.panel(report.view, own, "Statements", key="actor-words", with_heading=False)
    if issue is None and len(others := report.uncoded_quotes):
        markup.show(markup.tag("h3", "Also quoted, without a stance coded for them", "sy-h3"))
        evidence.quotes(others)


def _choose_issue(click: figure.Click) -> None:
    if isinstance(click.data, str):
        st.session_state[ISSUE] = click.data
