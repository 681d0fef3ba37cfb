"""Undo and Redo, which say what they would undo: from the log, so also after a restart."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from sayso.coding.undo import Step, What, redoable, take_back_as_named, undoable
from sayso.errors import SaysoError
from sayso.reports.datasets import Database
from sayso.reports.memo import ask
from sayso.views import coder, empty, markup

_FAILED = "_undo_failed"
_mount = st.components.v2.component(
    "sayso_undo_keys", js=Path(__file__).with_name("undo_keys.js").read_text(encoding="utf-8")
)


def show(database: Database, by: str) -> None:
    """Who codes, and the buttons for the coder `by`: Ctrl+Z and Ctrl+Shift+Z press them too."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="undo-bar"):
        coder.show_coder()
        undo = ask(undoable, database, by)
        _button("undo", undo, database, by, icon=":material/undo:", shortcut="Ctrl+Z")
        redo = ask(redoable, database, by)
        if redo:
            _button("redo", redo, database, by, icon=":material/redo:", shortcut="Ctrl+Shift+Z")
        _mount(key="sayso-undo-keys")
    if error := st.session_state.pop(_FAILED, None):
        empty.failed(error)


def _button(what: What, step: Step | None, database: Database, by: str, icon: str, shortcut: str) -> None:
    words = step.words if step else "nothing to undo"
    st.button(
        f"{what.capitalize()}: {markup.plain_markdown(words)}",
        key=f"{what}-button", icon=icon, shortcut=shortcut, disabled=step is None, wrap=True,
        on_click=_take_back, args=(database, by, what, step),
    )  # fmt: skip


def _take_back(database: Database, by: str, what: What, step: Step | None) -> None:
    if step is None:
        return
    try:
        take_back_as_named(database, by, what, step.change_id)
    except SaysoError as error:
        st.session_state[_FAILED] = error
