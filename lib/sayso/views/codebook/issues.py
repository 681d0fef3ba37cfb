"""The issues tab: what each proposition means, in reading order."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.coding.codebook import reading
from sayso.coding.codebook.checks import phrases
from sayso.coding.codebook.issues import create_issue, edit_issue, move_issue, remove_issue
from sayso.reports.memo import ask
from sayso.views import attention, state
from sayso.views.codebook import lists
from sayso.views.codebook.desk import EDITOR, Desk
from sayso.views.codebook.form import Form, button
from sayso.views.state import ISSUE_EDITED as CHOSEN

Row = dict[str, Any]


def show(desk: Desk) -> None:
    """The list, and beside it the form of the chosen issue."""
    rows = ask(reading.issues, desk.database)
    if desk.by is None:
        lists.issues(desk, rows)
        return
    left, right = st.columns([1, 1.25], gap="large")
    with left, st.container(key=EDITOR):
        chosen = state.choose("Issue", CHOSEN, desk.view.lookup.issues, placeholder="A new issue")
        row = next((row for row in rows if row["issue_id"] == chosen), None)
        if row:
            _arrange(desk, desk.by, row, rows)
        _form(desk, desk.by, row, rows)
    with right:
        lists.issues(desk, rows, _choose)


def _form(desk: Desk, by: str, row: Row | None, rows: list[Row]) -> None:
    shown = row and row | {"keywords": ", ".join(row["keywords"] or ())}
    form = Form(f"issue-{row['issue_id']}" if row else "issue", shown)
    with form.box():
        form.text(
            "proposition", "Proposition", height=80, placeholder="All foreign troops leave the country.",
            help="One sentence that one can support or oppose, with one meaning. Not a topic (“Troops”), not a question.",
        )  # fmt: skip
        form.text(
            "short_name", "Short name", placeholder="Foreign troops out", help="Heads the matrix’s column."
        )
        form.text(
            "supports_means", "To support it means", height=68, placeholder="Wants all of them to leave."
        )
        form.text(
            "opposes_means", "To oppose it means", height=68, placeholder="Wants at least some to stay."
        )
        others = {
            other["issue_id"]: desk.view.lookup.issues.get(other["issue_id"]) or str(other["short_name"])
            for other in rows
            if other is not row
        }
        if others:
            form.choice("parent_id", "Part of", others, placeholder="No larger issue")
        form.text(
            "keywords", "Keywords", height=68, placeholder="troops, withdrawal, bases",
            help="Words that the search looks for when it proposes stances on this issue; commas between them.",
        )  # fmt: skip
        form.submit("Save" if row else "Add the issue", lambda values: _save(desk, by, row, values))


def _save(desk: Desk, by: str, row: Row | None, typed: Row) -> None:
    values = typed | {"keywords": phrases(typed.get("keywords") or "")}
    if row is None:
        st.session_state[CHOSEN] = create_issue(desk.database, by, values)
    else:
        edit_issue(desk.database, by, row["issue_id"], values, seen={name: row[name] for name in values})


def _arrange(desk: Desk, by: str, row: Row, rows: list[Row]) -> None:
    key = row["issue_id"]
    with st.container(horizontal=True, gap="small", key="issue-arrange"):
        button(
            "Up", lambda: move_issue(desk.database, by, key, -1), key="issue-up", icon=":material/arrow_upward:",
            disabled=row is rows[0],
        )  # fmt: skip
        button(
            "Down", lambda: move_issue(desk.database, by, key, 1), key="issue-down",
            icon=":material/arrow_downward:", disabled=row is rows[-1],
        )  # fmt: skip
        used = row["n_statements"] > 0 or any(other["parent_id"] == key for other in rows)
        button(
            "Remove", lambda: remove_issue(desk.database, by, key, {name: row[name] for name in ("short_name", "proposition")}), key="issue-remove", icon=":material/delete:",
            disabled=used, help="Something is coded on it, or is part of it." if used else None,
        )  # fmt: skip
        button("New issue", lambda: _choose(None), key="issue-new", icon=":material/add:")


def _choose(issue: str | None) -> None:
    st.session_state[CHOSEN] = issue
    attention.ask(EDITOR)
