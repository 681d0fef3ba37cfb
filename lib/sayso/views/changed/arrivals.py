"""Actors and issues that came up in the period, or were heard of far more often than before."""

from __future__ import annotations

import streamlit as st

from sayso.reports.changed import Changed, behind
from sayso.reports.changed.arrivals import Arrival
from sayso.reports.listing import Listing
from sayso.views import evidence, links, markup
from sayso.views.state import ACTOR, ISSUE


def show(changed: Changed) -> None:
    """Two short lists next to each other; each line opens the statements that it counts."""
    left, right = st.columns(2, gap="medium")
    with left:
        _list(changed, changed.actors)
    with right:
        _list(changed, changed.issues)


def _list(changed: Changed, listing: Listing[Arrival]) -> None:
    markup.show(markup.tag("h2", markup.text(listing.heading), "sy-h2"))
    if not listing.rows:
        markup.show(markup.tag("p", markup.text(listing.note), "sy-fine"))
        return
    for row in listing.rows:
        key = f"new-{row.kind}-{row.key}"
        fold = st.expander(markup.told_markdown(row.sentence), key=key, on_change="rerun")
        if fold.open:
            with fold:
                _statements(changed, row, key)
    if listing.note:
        st.caption(listing.note)


def _statements(changed: Changed, row: Arrival, key: str) -> None:
    own = behind.of_arrival(changed.view, changed.comparison, row)
    evidence.panel(changed.view, own, row.name, key=f"{key}-words", with_heading=False)
    if row.kind == "actor":
        links.to_page("actor", f"All of {row.name}", {ACTOR: row.name}, key=f"{key}-link", icon=":material/person:")  # fmt: skip
    else:
        links.to_page("comparison", f"Who stands where on {row.name}", {ISSUE: row.name}, key=f"{key}-link", icon=":material/compare_arrows:")  # fmt: skip
