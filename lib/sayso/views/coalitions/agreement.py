"""The agreement matrix, and two actors' statements on shared issues side by side."""

from __future__ import annotations

import streamlit as st

from sayso.charts.agreement_matrix import FILLS
from sayso.model.scales import ink_on
from sayso.reports.coalitions import Coalitions
from sayso.reports.coalitions.agreement import Agreement, Pair
from sayso.reports.report import Part
from sayso.reports.view import View
from sayso.views import evidence, figure, headline, markup, pictures, state, twin
from sayso.views.figure import Click
from sayso.views.state import PAIR_FIRST, PAIR_SECOND

MOST_OPEN = 1


def show_agreement(report: Coalitions) -> None:
    """Matrix, legend, boxes, evidence and twin."""
    markup.show(markup.tag("h2", "Who agrees with whom", "sy-h2"))
    agreement = report.agreement
    if agreement.too_few:
        markup.show(markup.tag("p", agreement.too_few, "sy-fine"))
        return
    above = st.container()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        names = agreement.names
        one = state.choose("One actor", PAIR_FIRST, names, placeholder="Click a cell, or choose", width=260)
        other = state.choose("and another", PAIR_SECOND, names, placeholder="Choose", width=260)
    chosen = (one, other) if one and other and one != other else None
    part = agreement.part
    with above:
        _chart(agreement, part, chosen)
        pictures.actions(report.view, report, part)
    if chosen:
        _side_by_side(report.view, agreement.pair(*chosen))
    twin.show(report.view, part)


def _chart(agreement: Agreement, part: Part, chosen: tuple[str, str] | None) -> None:
    assert part.draw is not None
    drawing = part.draw(chosen)
    figure.show(
        drawing.figure,
        key="coalitions-agreement",
        alt=part.title,
        height=1100,
        on_click=_choose_pair,
        heads=drawing.heads,
    )
    keys = [
        markup.tag(
            "span",
            markup.tag("b", f"{place * 20}–{place * 20 + 20}"),
            "sy-key",
            style=f"--fill:{fill};--ink:{ink_on(fill)}",
        )
        for place, fill in enumerate(FILLS)
    ]
    keys.append(
        markup.tag(
            "span",
            "n: shared issues, under six in a smaller box · “–” too few to compare · Click a cell for both sides’ words.",
            "",
        )
    )
    markup.show(markup.tag("p", " ".join(keys), "sy-legend"))
    headline.provenance(part.provenance)


def _side_by_side(view: View, pair: Pair) -> None:
    """Issue by issue, the least agreed first: where both stand, and behind it both sides' statements."""
    markup.show(markup.tag("h3", markup.told(pair.title), "sy-h3", id="evidence", dir="auto"))
    if not pair.shared:
        markup.show(markup.tag("p", "No issue on which both were found to speak.", "sy-fine"))
    for place, shared in enumerate(pair.shared):
        label = f"**{markup.told_markdown(shared.name.strip())}**{shared.facts}"
        fold = st.expander(label, expanded=place < MOST_OPEN, key=f"pair-{shared.issue}", on_change="rerun")
        if not fold.open:
            continue
        for side, column in enumerate(fold.columns(2, gap="medium")):
            with column:
                markup.show(markup.tag("h3", markup.told(shared.titles[side]), "sy-h3", dir="auto"))
                evidence.panel(
                    view, pair.statements_of(side, shared.issue), pair.names[side], key=f"pair-{shared.issue}-{side}",
                    with_heading=False,
                )  # fmt: skip


def _choose_pair(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2 and click.data[0] != click.data[1]:
        st.session_state[PAIR_FIRST], st.session_state[PAIR_SECOND] = (str(part) for part in click.data)
