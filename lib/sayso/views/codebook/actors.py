"""The actors tab: who they are, what they are called, where they belong; merged and split."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.coding.codebook import reading
from sayso.coding.codebook.actors import create_actor, edit_actor, kinds, remove_actor
from sayso.reports.memo import ask
from sayso.views import attention, markup, state
from sayso.views.codebook import aliases, lists, memberships, merging, splitting
from sayso.views.codebook.desk import EDITOR, Desk
from sayso.views.codebook.form import Form, button
from sayso.views.state import ACTOR_EDITED as CHOSEN

Row = dict[str, Any]
TABLE = "actors-table"


def show(desk: Desk) -> None:
    """The table, and beside it everything about the chosen actor."""
    rows = ask(reading.actors, desk.database)
    left, right = st.columns([1, 1.25], gap="large")
    with left, st.container(key=EDITOR):
        anew = "A new actor" if desk.by else "Choose"
        chosen = state.choose("Actor", CHOSEN, desk.view.lookup.actors, placeholder=anew)
        row = next((row for row in rows if row["actor_id"] == chosen), None)
        if desk.by:
            _edit(desk, desk.by, row)
        elif row:
            _about(desk, row)
    with right:
        if desk.by and row:
            _folds(desk, desk.by, row)
        if desk.by:
            merging.suggest(desk)
        lists.actors(desk, rows, TABLE, lambda: _pick([row["actor_id"] for row in rows]))


def _edit(desk: Desk, by: str, row: Row | None) -> None:
    if row:
        with st.container(horizontal=True, gap="small", key="actor-arrange"):
            used = bool(row["n_quotes"] or row["n_statements"])
            button(
                "Remove", lambda: remove_actor(desk.database, by, row["actor_id"], {name: row[name] for name in ("name", "kind", "description")}), key="actor-remove",
                icon=":material/delete:", disabled=used, help="It has words or stances." if used else None,
            )  # fmt: skip
            button("New actor", _new, key="actor-new", icon=":material/add:")
    _form(desk, by, row)
    if row is None:
        return
    aliases.edit(desk, by, row["actor_id"])
    memberships.edit(desk, by, actor=row["actor_id"])


def _folds(desk: Desk, by: str, row: Row) -> None:
    """Closed folds: what is in one is made, and its preview computed, once it is opened."""
    parts = (
        ("Merge: it is the same as another actor", "merge", merging.show),
        ("Split: a part of it is somebody else", "call_split", splitting.show),
    )
    for title, icon, draw in parts:
        fold = st.expander(title, key=f"actor-{icon}", icon=f":material/{icon}:", on_change="rerun")
        if fold.open:
            with fold:
                draw(desk, by, row)


def _form(desk: Desk, by: str, row: Row | None) -> None:
    form = Form(f"actor-{row['actor_id']}" if row else "actor", row, {"kind": kinds()[0]})
    with form.box():
        form.text(
            "name", "Name", placeholder="Fuad Hussein", help="As your readers know it; spellings are aliases."
        )
        form.text("name_original", "In its own script", placeholder="فؤاد حسين")
        left, right = st.columns([2, 1])
        with left:
            form.choice("kind", "Kind", {kind: kind for kind in kinds()})
        with right:
            form.text("country", "Country", placeholder="IQ", help="Two letters (ISO 3166).")
        form.text(
            "description", "Description", height=68, placeholder="Foreign minister of Iraq since June 2020."
        )
        others = {
            key: name for key, name in desk.view.lookup.actors.items() if not row or key != row["actor_id"]
        }
        if others:
            form.choice("organisation_id", "Belongs to", others, placeholder="No organisation")
        form.text("wikidata_id", "Wikidata", placeholder="Q5507586")
        form.submit("Save" if row else "Add the actor", lambda values: _save(desk, by, row, values))


def _save(desk: Desk, by: str, row: Row | None, values: Row) -> None:
    if row is None:
        st.session_state[CHOSEN] = create_actor(desk.database, by, values)
    else:
        edit_actor(desk.database, by, row["actor_id"], values, seen={name: row[name] for name in values})


def _new() -> None:
    st.session_state[CHOSEN] = None
    attention.ask(EDITOR)


def _about(desk: Desk, row: Row) -> None:
    """The chosen actor, for those who may only read."""
    facts = [
        row["kind"],
        row["country"],
        row["wikidata_id"],
        desk.view.lookup.actors.get(row["organisation_id"]),
    ]
    markup.show(
        markup.tag("h2", markup.text(row["name"]), "sy-h2", dir="auto"),
        markup.tag("p", markup.text(row["name_original"]), "sy-original", dir="auto"),
        markup.tag("p", markup.text(" · ".join(filter(None, facts))), "sy-fine"),
        markup.tag("p", markup.text(row["description"]), dir="auto"),
        aliases.listing(desk, row["actor_id"]),
    )
    own = [each for each in ask(reading.memberships, desk.database) if each["actor_id"] == row["actor_id"]]
    markup.show(memberships.listing(desk, own, "Memberships" if own else "No faction", by_faction=True))


def _pick(ids: list[str]) -> None:
    rows = st.session_state[TABLE].selection.rows
    if rows:
        st.session_state[CHOSEN] = ids[rows[0]]
        attention.ask(EDITOR)
