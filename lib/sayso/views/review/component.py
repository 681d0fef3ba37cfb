"""The two components of the review: one draws and sends decisions, one only brings what it chooses from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent
_START = (_HERE / "start.js").read_text(encoding="utf-8")
KEY, LISTS_KEY = "review-desk", "review-lists"
_desk = st.components.v2.component(
    "sayso_review",
    css="".join((_HERE / name).read_text(encoding="utf-8") for name in ("desk.css", "card.css")),
    js=_START,
    isolate_styles=False,  # selected words cannot be read out of a shadow root
)
# Streamlit sends what did not change as a reference only: a long article goes to the browser once.
_lists = st.components.v2.component("sayso_review_lists", js=_START, isolate_styles=False)


def show(
    state: bytes, lists: bytes, *, on_outbox: Callable[[object], None], on_open: Callable[[object], None]
) -> object:
    """Draw the review; returns what the browser's outbox holds.

    `on_outbox` gets decisions before the page runs, `on_open` the article that was chosen.
    """
    _lists(key=LISTS_KEY, data=lists)
    result = _desk(
        key=KEY,
        data=state,
        on_outbox_change=lambda: on_outbox(_sent("outbox")),
        on_open_change=lambda: on_open(_sent("open")),
    )
    return result.get("outbox")


def _sent(name: str) -> Any:
    held = st.session_state.get(KEY)
    return held.get(name) if held else None
