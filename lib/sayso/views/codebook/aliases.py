"""Aliases: the names that texts give an actor, by which it is recognised."""

from __future__ import annotations

import streamlit as st

from sayso.coding.codebook import reading
from sayso.coding.codebook.actors import add_alias, remove_alias
from sayso.model.wording import listed, quoted
from sayso.reports.memo import ask
from sayso.views import markup
from sayso.views.codebook.desk import Desk
from sayso.views.codebook.form import Form, button


def listing(desk: Desk, actor: str) -> str:
    """An actor's aliases as HTML."""
    own = [row for row in ask(reading.aliases, desk.database) if row["actor_id"] == actor]
    chips = "".join(
        markup.tag("span", markup.text(row["alias"]), "sy-alias", dir="auto", lang=row["language"])
        for row in own
    )
    shared = [quoted(row["alias"]) for row in own if row["n_actors"] > 1]
    note = (
        f"Also another actor’s, so that neither is recognised by it: {listed(shared, most=6)}"
        if shared
        else ""
    )
    return markup.tag("div", chips, "sy-aliases") + markup.tag("p", markup.text(note), "sy-fine")


def edit(desk: Desk, by: str, actor: str) -> None:
    """The aliases, a form to add one, and a box to remove one."""
    markup.show(markup.tag("h2", "Also called", "sy-h2"), listing(desk, actor))
    form = Form(f"alias-of-{actor}")
    with form.box():
        left, right = st.columns([2, 1])
        with left:
            form.text("alias", "Another name", placeholder="as a text has it")
        with right:
            form.text("language", "Language", placeholder="en, ar")
        form.submit(
            "Add the name",
            lambda values: add_alias(desk.database, by, actor, values["alias"], values["language"]),
        )
    own = [row["alias"] for row in ask(reading.aliases, desk.database) if row["actor_id"] == actor]
    if not own:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="alias-removal"):
        gone = st.selectbox(
            "Remove a name", own, index=None, key=f"alias-gone-{actor}-{len(own)}", placeholder="Choose"
        )
        button(
            "Remove it", lambda: remove_alias(desk.database, by, actor, str(gone)), key="alias-remove",
            icon=":material/delete:", disabled=gone is None,
        )  # fmt: skip
