"""Memberships: listed for everybody, edited beneath a faction or an actor."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.coding.codebook import reading
from sayso.coding.codebook.memberships import KEY, add_membership, edit_membership, remove_membership
from sayso.model.dates import words as date_words
from sayso.reports.memo import ask
from sayso.views import markup
from sayso.views.codebook.desk import Desk
from sayso.views.codebook.form import Form, button

Row = dict[str, Any]
DATES_HELP = "2021-07-24, 2021-07 or 2021; empty where it is open or unknown."


def listing(desk: Desk, rows: list[Row], title: str, *, by_faction: bool = False) -> str:
    """Memberships as HTML: who (or of what), in which role, from when until when."""
    names = desk.view.lookup.factions if by_faction else desk.view.lookup.actors
    field = "faction_id" if by_faction else "actor_id"
    items = "".join(
        markup.tag("li", markup.text(_line(row, names.get(row[field]) or str(row[field]))), dir="auto")
        for row in rows
    )
    head = markup.tag("p", markup.text(title), "sy-fine") if title else ""
    return head + (markup.tag("ul", items, "sy-list") if rows else "")


def edit(desk: Desk, by: str, *, faction: str | None = None, actor: str | None = None) -> None:
    """Choose a membership of the faction, or of the actor, to change or remove it; or add one."""
    rows = [
        row
        for row in ask(reading.memberships, desk.database)
        if (faction or row["faction_id"]) == row["faction_id"]
        and (actor or row["actor_id"]) == row["actor_id"]
    ]
    lookup = desk.view.lookup
    markup.show(markup.tag("h2", "Members" if faction else "Memberships", "sy-h2"))
    noun = f"membership-{faction or actor}"
    names = lookup.actors if faction else lookup.factions
    if not names:
        st.caption("There is no actor yet." if faction else "There is no faction yet.")
        return
    field = "actor_id" if faction else "faction_id"
    if actor and rows:
        markup.show(listing(desk, rows, "", by_faction=True))
    labels = {place: _line(row, names.get(row[field]) or str(row[field])) for place, row in enumerate(rows)}
    place = st.selectbox(
        "Membership", list(labels), index=None, key=f"{noun}-{len(rows)}", placeholder="A new one",
        format_func=lambda option: labels.get(option, str(option)),
    )  # fmt: skip
    row = rows[place] if place is not None else None
    fixed = {"faction_id": faction} if faction else {"actor_id": actor}
    form = Form(f"{noun}-{place}" if row else noun, row)
    with form.box():
        if row is None:
            form.choice(field, "Who" if faction else "Of which faction", names)
        form.text("role", "Role", placeholder="such as leader, member, spokesman")
        left, right = st.columns(2)
        with left:
            form.text("valid_from", "From", placeholder="2021-07", help=DATES_HELP)
        with right:
            form.text("valid_to", "Until", placeholder="open", help=DATES_HELP)
        form.submit(
            "Save" if row else "Add the membership", lambda values: _save(desk, by, row, fixed | values)
        )
    if row:
        button(
            "Remove this membership", lambda: remove_membership(desk.database, by, row, seen=row),
            key=f"{noun}-remove", icon=":material/delete:",
            help="As if it had never been. Somebody who left has an end date instead.",
        )  # fmt: skip


def _save(desk: Desk, by: str, row: Row | None, values: Row) -> None:
    if row is None:
        add_membership(desk.database, by, values)
    else:
        key = {name: row[name] for name in KEY}
        edit_membership(desk.database, by, key, values, seen=row)


def _line(row: Row, name: str) -> str:
    role = f", {row['role']}" if row["role"] else ""
    since = date_words(row["valid_from"]) if row["valid_from"] else ""
    until = date_words(row["valid_to"]) if row["valid_to"] else ""
    when = f"{since} – {until}" if since and until else f"since {since}" if since else f"until {until}"
    return f"{name}{role}: {when}" if since or until else f"{name}{role}"
