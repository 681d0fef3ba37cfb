"""What was found and waits, shown only when the reader asks, and never as if it counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis.frames import records
from sayso.model.wording import counted
from sayso.queries.coding import waiting_statements
from sayso.views import data, evidence, markup, state
from sayso.views.filters import View
from sayso.views.state import WAITING


def toggle(view: View) -> None:
    """The switch; it lives in the address bar like the rest of the view. Not for those who only read."""
    if not view.database.is_writable:
        return
    st.toggle(
        "Show what waits", key=WAITING, bind=state.BIND,
        help="Stances that were proposed, or coded and not verified. They colour nothing and count nowhere.",
    )  # fmt: skip


def by_cell(view: View) -> Mapping[tuple[str, str], int]:
    """How many stances wait by (actor, issue); empty unless the reader asks."""
    frame = _asked(view)
    if frame is None or frame.empty:
        return {}
    return Counter(zip(frame["actor_id"], frame["issue_id"], strict=True))


def extent(view: View) -> tuple[str, ...]:
    """For the subtitle."""
    frame = _asked(view)
    return () if frame is None else (f"{counted(len(frame), 'proposal')} shown, not counted",)


def show(view: View, cell: tuple[str, str]) -> None:
    """The proposals of one cell, each marked as one."""
    frame = _asked(view)
    if frame is None:
        return
    own = frame[(frame["actor_id"] == cell[0]) & (frame["issue_id"] == cell[1])]
    if own.empty:
        return
    head = markup.tag("h3", markup.text(f"{counted(len(own), 'proposal')}, not counted"), "sy-h3")
    markup.show(head, *[_card(row) for row in records(own.head(evidence.MOST_CARDS))])


def _card(row: dict[str, Any]) -> str:
    chip = evidence.chip(int(row["stance"]))
    words = markup.tag("blockquote", markup.text(str(row["quote"])), "sy-quote", dir="auto")
    sure = "" if pd.isna(row["confidence"]) else f", confidence {row['confidence']:.2f}"
    facts = f"{row['status']} by {row['coder']}{sure} · {row['article']} ({row['outlet']})"
    return markup.tag(
        "article", markup.tag("div", chip, "sy-card-line") + words + markup.tag("p", markup.text(facts), "sy-fine"),
        "sy-card sy-waiting",
    )  # fmt: skip


def _asked(view: View) -> pd.DataFrame | None:
    if not view.database.is_writable or not st.session_state.get(WAITING):
        return None
    return data.ask(waiting_statements, view.database, view.scope).frame
