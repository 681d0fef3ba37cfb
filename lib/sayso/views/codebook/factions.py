"""The factions tab: who stands together by the analyst's own definition, with dated members."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.coding.codebook import reading
from sayso.coding.codebook.factions import create_faction, edit_faction, free_colour, remove_faction
from sayso.reports.memo import ask
from sayso.views import attention, state
from sayso.views.codebook import lists, memberships
from sayso.views.codebook.desk import EDITOR, Desk
from sayso.views.codebook.form import Form, button
from sayso.views.state import FACTION_EDITED as CHOSEN

Row = dict[str, Any]


def show(desk: Desk) -> None:
    """The list, and beside it the form of the chosen faction with its members."""
    rows = ask(reading.factions, desk.database)
    if desk.by is None:
        lists.factions(desk, rows)
        return
    left, right = st.columns([1, 1.25], gap="large")
    with left, st.container(key=EDITOR):
        chosen = state.choose("Faction", CHOSEN, desk.view.lookup.factions, placeholder="A new faction")
        row = next((row for row in rows if row["faction_id"] == chosen), None)
        if row:
            _arrange(desk, desk.by, row)
        _form(desk, desk.by, row, rows)
        if row:
            memberships.edit(desk, desk.by, faction=row["faction_id"])
    with right:
        lists.factions(desk, rows, _choose)


def _form(desk: Desk, by: str, row: Row | None, rows: list[Row]) -> None:
    palette = [str(colour) for colour in st.get_option("theme.chartCategoricalColors") or ["#5b2a56"]]
    start = {"colour": free_colour(palette, [other["colour"] for other in rows])}
    form = Form(f"faction-{row['faction_id']}" if row else "faction", row, start)
    with form.box():
        form.text("name", "Name", placeholder="Coordination Framework")
        form.colour("colour", "Colour")
        form.text(
            "description", "Who belongs", height=80, placeholder="Parties and militias that …",
            help="The rule by which you decide who is a member.",
        )  # fmt: skip
        form.submit("Save" if row else "Add the faction", lambda values: _save(desk, by, row, values))


def _save(desk: Desk, by: str, row: Row | None, values: Row) -> None:
    if row is None:
        st.session_state[CHOSEN] = create_faction(desk.database, by, values)
    else:
        edit_faction(desk.database, by, row["faction_id"], values, seen={name: row[name] for name in values})


def _arrange(desk: Desk, by: str, row: Row) -> None:
    with st.container(horizontal=True, gap="small", key="faction-arrange"):
        button(
            "Remove", lambda: remove_faction(desk.database, by, row["faction_id"], {name: row[name] for name in ("name", "description")}), key="faction-remove",
            icon=":material/delete:", disabled=row["n_members"] > 0,
            help="It has members." if row["n_members"] else None,
        )  # fmt: skip
        button("New faction", lambda: _choose(None), key="faction-new", icon=":material/add:")


def _choose(faction: str | None) -> None:
    st.session_state[CHOSEN] = faction
    attention.ask(EDITOR)
