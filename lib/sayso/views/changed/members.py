"""Who joined or left a faction in the period: a coalition that breaks, a front that dissolves."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.analysis.between import Turnover, turnover_sentence
from sayso.model.dates import words as date_words
from sayso.model.wording import counted
from sayso.reports.matrix import UNIT_WORDS
from sayso.reports.view import View
from sayso.views import links, markup
from sayso.views.changed.build import Changed
from sayso.views.changed.moved import page_of
from sayso.views.state import ROWS, UNIT_CHOSEN


def show(view: View, found: Changed) -> None:
    """A sentence a faction, which opens who it was; nothing where nobody joined or left."""
    if not found.members:
        return
    markup.show(markup.tag("h2", f"Factions that gained or lost members ({len(found.members):,})", "sy-h2"))
    rows = [{"one": one} for one in found.members]
    for row in page_of(rows, "changed-members-page"):
        one: Turnover = row["one"]
        name = view.lookup.factions[one.faction_id]
        label = markup.told_markdown(turnover_sentence(one, name, view.lookup.actors))
        fold = st.expander(label, key=f"members-{one.faction_id}", on_change="rerun")
        if fold.open:
            with fold:
                _who(view, one, name)


def _who(view: View, one: Turnover, name: str) -> None:
    sizes = f"{counted(one.n_before, 'member')} before, {one.n_after:,} after"
    items = [_line(view, row, verb, column) for rows, verb, column in (
        (one.left, "left", "valid_to"), (one.joined, "joined", "valid_from"),
    ) for row in rows]  # fmt: skip
    listed = "".join(markup.tag("li", markup.told(item), dir="auto") for item in items)
    markup.show(markup.tag("p", sizes, "sy-fine"), markup.tag("ul", listed, "sy-list"))
    key = f"members-{one.faction_id}"
    links.to_page(
        "matrix", f"Where {name} stands, with its statements", {ROWS: UNIT_WORDS["factions"], UNIT_CHOSEN: name},
        key=f"{key}-matrix", icon=":material/grid_on:",
    )  # fmt: skip


def _line(view: View, row: dict[str, Any], verb: str, column: str) -> str:
    role = f", {row['role']}" if row["role"] else ""
    return f"{view.lookup.actors[row['actor_id']]}{role}: {verb} {date_words(row[column])}"
