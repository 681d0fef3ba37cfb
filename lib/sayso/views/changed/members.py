"""Who joined or left a faction in the period: a coalition that breaks, a front that dissolves."""

from __future__ import annotations

import streamlit as st

from sayso.reports.changed import Changed
from sayso.reports.changed.members import Membership
from sayso.reports.matrix import UNIT_WORDS
from sayso.views import links, markup
from sayso.views.changed.cards import page_of
from sayso.views.state import ROWS, UNIT_CHOSEN


def show(changed: Changed) -> None:
    """A sentence a faction, which opens who it was; nothing where nobody joined or left."""
    listing = changed.memberships
    if not listing.rows:
        return
    markup.show(markup.tag("h2", markup.text(listing.heading), "sy-h2"))
    for row in page_of(listing.rows, "changed-members-page"):
        label = markup.told_markdown(row.sentence)
        fold = st.expander(label, key=f"members-{row.faction_id}", on_change="rerun")
        if fold.open:
            with fold:
                _who(row)


def _who(row: Membership) -> None:
    items = "".join(markup.tag("li", markup.told(line), dir="auto") for line in row.lines)
    markup.show(markup.tag("p", markup.text(row.extent), "sy-fine"), markup.tag("ul", items, "sy-list"))
    links.to_page(
        "matrix", f"Where {row.name} stands, with its statements", {ROWS: UNIT_WORDS["factions"], UNIT_CHOSEN: row.name},
        key=f"members-{row.faction_id}-matrix", icon=":material/grid_on:",
    )  # fmt: skip
