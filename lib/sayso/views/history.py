"""Back and Forward: one step for each thing the reader does."""

from pathlib import Path

import streamlit as st

KEY = "sayso-history"
_mount = st.components.v2.component(
    "sayso_history", js=Path(__file__).with_name("history.js").read_text(encoding="utf-8")
)


def keep_short() -> None:
    """Join what Streamlit writes into the browser's history in one go; called once, by main.py."""
    _mount(key=KEY)
