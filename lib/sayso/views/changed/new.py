"""Actors and issues that came up in the period, or were heard of far more often than before."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.reports.evidence import evidence_of
from sayso.reports.view import View
from sayso.views import evidence, markup
from sayso.views import links as page_links
from sayso.views.changed.build import Changed
from sayso.views.state import ACTOR, ISSUE

MOST = 8


def show(view: View, found: Changed) -> None:
    """Two short lists next to each other; each line opens the statements that it counts."""
    left, right = st.columns(2, gap="medium")
    with left:
        _list(view, found, found.actors, "actor_id", "New actors, and louder ones", view.lookup.actors)
    with right:
        _list(view, found, found.issues, "issue_id", "New issues, and louder ones", view.lookup.issues)


def line(row: dict[str, Any], name: str, first_on: str) -> str:
    """ "Ann: new, 3 statements, the first 4 Mar 2025"; `first_on` is EDTF."""
    if row["kind"] == "new":
        return f"{name}: new, {counted(row['n'], 'statement')}, the first {date_words(first_on)}"
    often = f"{row['ratio']:.1f} times as often as before" if row["ratio"] else "none in the year before"
    return f"{name}: {counted(row['n'], 'statement')}, {often}"


def _list(
    view: View, found: Changed, frame: pd.DataFrame, by: str, title: str, names: dict[str, str]
) -> None:
    markup.show(markup.tag("h2", f"{title} ({len(frame):,})", "sy-h2"))
    if frame.empty:
        markup.show(markup.tag("p", f"None since {markup.text(day_words(found.since))}.", "sy-fine"))
        return
    kind = "actor" if by == "actor_id" else "issue"
    for row in records(frame.head(MOST)):
        key = f"new-{kind}-{row[by]}"
        label = markup.told_markdown(line(row, names[row[by]], _first(found, by, row)))
        fold = st.expander(label, key=key, on_change="rerun")
        if fold.open:
            with fold:
                _statements(view, found, kind, row[by], names[row[by]], key)
    if len(frame) > MOST:
        st.caption(f"And {len(frame) - MOST:,} more, in the table below.")


def _first(found: Changed, by: str, row: dict[str, Any]) -> str:
    """The date of its first statement in the period, as precise as it is known."""
    own = found.statements[found.statements[by] == row[by]]
    return str(own.loc[own["said_on"] == row["first_on"], "stated_on"].iloc[0])


def _statements(view: View, found: Changed, kind: str, wanted: str, name: str, key: str) -> None:
    own = evidence_of(view, actor=wanted) if kind == "actor" else evidence_of(view, issue=wanted)
    evidence.panel(
        view, own[own["said_on"] > pd.Timestamp(found.since)], name, key=f"{key}-words", with_heading=False
    )
    if kind == "actor":
        page_links.to_page("actor", f"All of {name}", {ACTOR: name}, key=f"{key}-link", icon=":material/person:")  # fmt: skip
    else:
        page_links.to_page("comparison", f"Who stands where on {name}", {ISSUE: name}, key=f"{key}-link", icon=":material/compare_arrows:")  # fmt: skip
