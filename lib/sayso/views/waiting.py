"""What was found and waits, shown only when the reader asks, and never as if it counted."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.reports.view import View
from sayso.reports.waiting import proposals
from sayso.views import evidence, markup, state
from sayso.views.state import WAITING


def toggle(view: View) -> None:
    """The switch; it lives in the address bar like the rest of the view. Not for those who only read."""
    if not view.database.is_writable:
        return
    st.toggle(
        "Show what waits", key=WAITING, bind=state.BIND,
        help="Stances that were proposed, or coded and not verified. They colour nothing and count nowhere.",
    )  # fmt: skip


def asked(view: View) -> pd.DataFrame | None:
    """The proposals in scope if the reader asks for them, else None."""
    if not view.database.is_writable or not st.session_state.get(WAITING):
        return None
    return proposals(view)


def extent(waits: pd.DataFrame | None) -> tuple[str, ...]:
    """For the subtitle."""
    return () if waits is None else (f"{counted(len(waits), 'proposal')} shown, not counted",)


def show(waits: pd.DataFrame | None, cell: tuple[str, str]) -> None:
    """The proposals of one cell, each marked as one."""
    if waits is None:
        return
    own = waits[(waits["actor_id"] == cell[0]) & (waits["issue_id"] == cell[1])]
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
