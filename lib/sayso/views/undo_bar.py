"""Undo and Redo, which say what they would undo: from the log, so also after a restart."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from sayso.coding.taking_back import take_back
from sayso.coding.wording import in_words
from sayso.errors import SaysoError
from sayso.reports.memo import ask
from sayso.store.changes import ConflictError
from sayso.store.hub import Database
from sayso.store.undoing import Done, last_undoable, last_undone, original
from sayso.views import coder, empty, markup

_FAILED = "_undo_failed"
_mount = st.components.v2.component(
    "sayso_undo_keys", js=Path(__file__).with_name("undo_keys.js").read_text(encoding="utf-8")
)


def show(database: Database, by: str) -> None:
    """Who codes, and the buttons for the coder `by`: Ctrl+Z and Ctrl+Shift+Z press them too."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="undo-bar"):
        coder.show_coder()
        done = ask(_undoable, database, by)
        _button("Undo", done, database, by, icon=":material/undo:", shortcut="Ctrl+Z")
        undone = ask(_undone, database, by)
        if undone:
            _button("Redo", undone, database, by, icon=":material/redo:", shortcut="Ctrl+Shift+Z")
        _mount(key="sayso-undo-keys")
    if error := st.session_state.pop(_FAILED, None):
        empty.failed(error)


def _button(
    verb: str, known: tuple[Done, Done] | None, database: Database, by: str, icon: str, shortcut: str
) -> None:
    what = in_words(known[1]) if known else "nothing to undo"
    st.button(
        f"{verb}: {markup.plain_markdown(what)}",
        key=f"{verb.lower()}-button", icon=icon, shortcut=shortcut, disabled=known is None, wrap=True,
        on_click=_take_back, args=(database, by, verb, known[0] if known else None),
    )  # fmt: skip


def _take_back(database: Database, by: str, verb: str, done: Done | None) -> None:
    if done is None:
        return
    try:
        if take_back(database, by, "undo" if verb == "Undo" else "redo", done.change_id) is None:
            raise ConflictError(
                verb,
                "You have changed something else since this page was drawn. Nothing was taken back.",
                "The button now names your latest change: press it again if that is meant.",
            )
    except SaysoError as error:
        st.session_state[_FAILED] = error


def _undoable(database: Database, by: str) -> tuple[Done, Done] | None:
    done = last_undoable(database, by)
    return (done, done) if done else None


def _undone(database: Database, by: str) -> tuple[Done, Done] | None:
    """The undo that would be taken back, and what was done first."""
    done = last_undone(database, by)
    first = original(database, done) if done else None
    return (done, first) if done and first else None
