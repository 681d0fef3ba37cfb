"""Computed camps beside declared factions: who stands where, who outside the faction's majority."""

from __future__ import annotations

import streamlit as st

from sayso.reports.coalitions import Coalitions
from sayso.reports.coalitions.camps import Camp, Camps
from sayso.views import evidence, headline, links, markup, opening, state, twin
from sayso.views.state import ACTOR, MEMBER

BESIDE = 3


def show_camps(report: Coalitions) -> None:
    """Each camp with its members, whose statements a click opens; or why there is none."""
    markup.show(markup.tag("h2", "Camps beside factions", "sy-h2"))
    camps = report.camps
    if camps.why_none:
        markup.show(markup.tag("p", markup.text(camps.why_none), "sy-fine"))
        return
    markup.show(markup.tag("p", camps.legend, "sy-fine"))
    above = st.container()
    _words(camps)
    with above:
        _list(camps.camps)
    _tried(camps)
    part = camps.part
    headline.provenance(part.provenance)
    twin.show(report.view, part)


def _list(camps: list[Camp]) -> None:
    """The camps beside each other, after the box has read who is chosen."""
    for first in range(0, len(camps), BESIDE):
        beside = camps[first : first + BESIDE]
        for column, camp in zip(st.columns(BESIDE, gap="medium"), beside, strict=False):
            with column:
                size = markup.tag("span", markup.text(f" {camp.extent}"), "sy-facts")
                markup.show(markup.tag("h3", markup.text(camp.name) + size, "sy-h3"))
                opening.rows(camp.lines, MEMBER, camp.name.lower().replace(" ", "-"))
                if camp.more:
                    st.caption(camp.more)


def _words(camps: Camps) -> None:
    """The statements of one member."""
    with opening.place(MEMBER):
        chosen = state.choose(
            "Statements of", MEMBER, camps.names, placeholder="Click an actor, or choose", width=320
        )
        if chosen is None:
            return
        opening.close(MEMBER)
        title, own = camps.title_of(chosen), camps.statements_of(chosen)
        opening.head(camps.view, title, own)
        evidence.panel(camps.view, own, title, key="member", with_heading=False)
        name = camps.view.lookup.actors[chosen]
        links.to_page("actor", f"All of {name}", {ACTOR: name}, key="member-whole", icon=":material/person:")


def _tried(camps: Camps) -> None:
    """The best grouping of each method that was tried, the one that is shown first."""
    body = [
        markup.tag("th", markup.text(method), scope="row")
        + "".join(markup.tag("td", markup.text(cell)) for cell in cells)
        for method, *cells in camps.tried
    ]
    names = ("Best grouping by", "Groups", "Modularity", "Stability")
    head = markup.tag("tr", "".join(markup.tag("th", name, scope="col") for name in names))
    lines = "".join(markup.tag("tr", line) for line in body)
    markup.show(
        markup.tag("h3", "Other ways to group them", "sy-h3"),
        markup.tag("table", markup.tag("thead", head) + markup.tag("tbody", lines), "sy-moved sy-narrow"),
        markup.tag("p", camps.tried_note, "sy-fine"),
    )
