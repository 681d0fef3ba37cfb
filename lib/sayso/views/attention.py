"""A part of the page brought to where the reader looks: what a button far below it has opened."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import streamlit as st

_ASKED = "_attention"
_turns = count(1)
_mount = st.components.v2.component(
    "sayso_attention", js=Path(__file__).with_name("attention.js").read_text(encoding="utf-8")
)


def ask(key: str) -> None:
    """In a callback: bring the container with this key into view in the run that follows, with the focus in it."""
    st.session_state[_ASKED] = {"key": key, "turn": next(_turns)}


def give() -> None:
    """Once on a page, after its parts: bring what was asked for."""
    if asked := st.session_state.get(_ASKED):
        _mount(data=asked, key="sayso-attention")
