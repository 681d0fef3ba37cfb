"""Whom each outlet quotes: outlets by actors, and the statements behind a cell."""

from __future__ import annotations

import streamlit as st

from sayso.charts.agreement_matrix import FILLS
from sayso.charts.outlet_shares import STEPS
from sayso.model.scales import ink_on
from sayso.reports.report import Part, Report
from sayso.reports.sources.shares import Shares
from sayso.reports.view import View
from sayso.views import evidence, figure, headline, markup, pictures, state, twin
from sayso.views.figure import Click
from sayso.views.state import OUTLET_CHOSEN, QUOTED


def show_quoted(view: View, shares: Shares, report: Report) -> None:
    """The chart, the two select boxes, the statements, the twin."""
    part = shares.part
    markup.show(markup.tag("h2", "Whom each outlet quotes", "sy-h2"))
    markup.show(markup.tag("p", markup.told(part.title), "sy-lead", dir="auto"))
    above = st.container()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        outlet = state.choose("Outlet", OUTLET_CHOSEN, shares.outlets, placeholder="Click a cell, or choose", width=300)  # fmt: skip
        actor = state.choose("Actor", QUOTED, shares.actors, placeholder="All", width=300)
    with above:
        _chart(shares, part, (outlet, actor) if outlet is not None and actor else None)
        pictures.actions(view, report, part)
    if outlet is not None or actor:
        evidence.panel(view, shares.statements_of(outlet, actor), shares.label(outlet, actor), key="quoted")
    twin.show(view, part)


def _chart(shares: Shares, part: Part, chosen: tuple[str, str] | None) -> None:
    assert part.draw is not None
    drawing = part.draw(chosen)
    figure.show(
        drawing.figure,
        key="sources-quoted",
        alt=part.title,
        height=1100,
        on_click=_choose_cell,
        heads=drawing.heads,
    )
    edges = [0.0, *STEPS, 1.0]
    keys = [
        markup.tag("span", markup.tag("b", f"{edges[place] * 100:.0f}–{edges[place + 1] * 100:.0f}"), "sy-key", style=f"--fill:{fill};--ink:{ink_on(fill)}")
        for place, fill in enumerate(FILLS)
    ]  # fmt: skip
    keys.append(markup.tag("span", "% of an outlet’s statements · Click a cell for its quotes.", ""))
    markup.show(markup.tag("p", " ".join(keys), "sy-legend"))
    headline.provenance(part.provenance)


def _choose_cell(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[OUTLET_CHOSEN], st.session_state[QUOTED] = (str(part) for part in click.data)
