"""The rules that Streamlit's theme cannot express, and the look of our own pieces."""

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent


def apply() -> None:
    """Add the rules to the page; called once, by main.py."""
    for name in ("style.css", "pieces.css", "briefings/briefings.css"):
        st.html(_HERE / name)


def hide_filters() -> None:
    """On coders' pages: what is filtered there would be missed. Hidden, so that the readers' pages keep it."""
    st.html(
        "<style>.st-key-asof, .st-key-filter-popover, .st-key-copy-link { display: none; }"
        " .st-key-filter-bar:not(:has(.st-key-dataset)) { display: none; }</style>"
    )
