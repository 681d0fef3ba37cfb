"""The outlets tab: who published what, and how reliable each is."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.coding.codebook import reading
from sayso.coding.codebook.outlets import create_outlet, edit_outlet, remove_outlet
from sayso.model.scales import RELIABILITY
from sayso.reports.memo import ask
from sayso.views import attention, state
from sayso.views.codebook import lists
from sayso.views.codebook.desk import EDITOR, Desk
from sayso.views.codebook.form import Form, button
from sayso.views.state import OUTLET_EDITED as CHOSEN

Row = dict[str, Any]
GRADES = {grade: f"{grade} · {meaning}" for grade, meaning in RELIABILITY.items()}


def show(desk: Desk) -> None:
    """The list, and beside it the form of the chosen outlet."""
    rows = ask(reading.outlets, desk.database)
    if desk.by is None:
        lists.outlets(desk, rows)
        return
    left, right = st.columns([1, 1.25], gap="large")
    with left, st.container(key=EDITOR):
        chosen = state.choose("Outlet", CHOSEN, desk.view.lookup.outlets, placeholder="A new outlet")
        row = next((row for row in rows if row["outlet_id"] == chosen), None)
        if row:
            _arrange(desk, desk.by, row)
        _form(desk, desk.by, row)
    with right:
        lists.outlets(desk, rows, _choose)


def _form(desk: Desk, by: str, row: Row | None) -> None:
    form = Form(f"outlet-{row['outlet_id']}" if row else "outlet", row, {"reliability": "F"})
    with form.box():
        form.text("name", "Name", placeholder="Selm Post")
        form.choice(
            "reliability", "Reliability", GRADES,
            help="Of the outlet, whatever it prints; how credible a quote is is asked under Review. F is not the worst.",
        )  # fmt: skip
        form.text("country", "Country", placeholder="IQ", help="Two letters (ISO 3166).")
        form.text("language", "Language", placeholder="en", help="Two letters (ISO 639-1).")
        form.text("url", "Web address", placeholder="https://…")
        form.submit("Save" if row else "Add the outlet", lambda values: _save(desk, by, row, values))


def _save(desk: Desk, by: str, row: Row | None, values: Row) -> None:
    if row is None:
        st.session_state[CHOSEN] = create_outlet(desk.database, by, values)
    else:
        edit_outlet(desk.database, by, row["outlet_id"], values, seen={name: row[name] for name in values})


def _arrange(desk: Desk, by: str, row: Row) -> None:
    with st.container(horizontal=True, gap="small", key="outlet-arrange"):
        button(
            "Remove", lambda: remove_outlet(desk.database, by, row["outlet_id"], {name: row[name] for name in ("name", "reliability")}), key="outlet-remove",
            icon=":material/delete:", disabled=row["n_articles"] > 0,
            help="It has articles." if row["n_articles"] else None,
        )  # fmt: skip
        button("New outlet", lambda: _choose(None), key="outlet-new", icon=":material/add:")


def _choose(outlet: str | None) -> None:
    st.session_state[CHOSEN] = outlet
    attention.ask(EDITOR)
