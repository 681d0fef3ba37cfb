"""Rows that open their statements: each a button that sets what a select box sets, and closes it again."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sayso.reports import evidence
from sayso.reports.listing import Line
from sayso.reports.view import View
from sayso.views import attention, markup


def rows(lines: Sequence[Line], bound: str, name: str, *, default: str | None = None) -> None:
    """Buttons one below the other: names stand out, facts follow. `bound` is the key of the select box; `name` tells lists with one key apart.

    `default` is the row that is open where none was chosen.
    """
    chosen = st.session_state.get(bound) or default
    with st.container(key=f"opens-{name}", gap=None):
        for row in lines:
            is_open = row.key == chosen
            label = f"**{markup.told_markdown(row.name.strip())}** {markup.told_markdown(row.facts)}"
            st.button(
                label, key=f"open-{name}-{row.key}", type="tertiary", width="stretch", on_click=_turn,
                args=(bound, None if is_open else row.key),
                icon=":material/keyboard_arrow_down:" if is_open else ":material/chevron_right:",
            )  # fmt: skip


def place(bound: str) -> DeltaGenerator:
    """Where the statements of what `bound` names stand; a row brings it into view."""
    return st.container(key=f"opened-{bound}")


def close(bound: str) -> None:
    """The way out, first within `place`, so that the focus lands on it."""
    st.button(
        "Close", key=f"close-{bound}", icon=":material/close:", type="tertiary", on_click=_turn, args=(bound, None)
    )  # fmt: skip


def head(view: View, title: str, statements: pd.DataFrame) -> None:
    """What is open, and how many statements that is."""
    extent = markup.tag("span", markup.text(f" · {evidence.extent(view, statements)}"), "sy-facts")
    markup.show(markup.tag("h3", markup.told(title) + extent, "sy-h3", dir="auto"))


def _turn(bound: str, key: str | None) -> None:
    st.session_state[bound] = key
    if key is not None:
        attention.ask(f"opened-{bound}")
