"""Why: the issues that part the camps, those that unite them, and how far each is common ground."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.frames import records
from sayso.model.wording import counted, number
from sayso.queries import positions as questions
from sayso.reports.evidence import evidence_of
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import evidence, markup, opening, state, twin
from sayso.views.coalitions.apart import show_apart
from sayso.views.coalitions.build import SURE, Found
from sayso.views.coalitions.camps import BESIDE, show_settings
from sayso.views.state import CAMP_ISSUE


def show_why(view: View, found: Found) -> None:
    """Where each camp stands, and wedges and what unites as rows that open each camp's words on the issue."""
    if found.n_camps < 2:
        return
    markup.show(markup.tag("h2", "Why: what parts the camps, what unites them", "sy-h2"))
    above = st.container()
    _words(view, found)
    with above:
        _lists(view, found)
    twin.of_frame(
        view, "wedges", lambda: _table(view, found), [ask(questions.actor_positions, view.database, view.scope)],
        "Wedge: what of the spread of actors’ positions lies between camps; gap is between the highest and the lowest camp’s mean; p by permutation, "
        "q the same corrected for the number of issues (Benjamini and Hochberg 1995): of all issues with q ≤ 0.05, one in twenty is expected to be chance. "
        "The camps were computed from the same statements, so q says which issues they rest on, not that camps exist. Common ground: one factor a camp, whatever its size.",
    )  # fmt: skip


def _lists(view: View, found: Found) -> None:
    """The chart and the rows, after the box has read which issue is chosen."""
    show_apart(view, found)
    parted, united = st.columns(2, gap="medium")
    with parted:
        rows = [
            _wedge(view, row)
            for row in records(found.wedges.sort_values("q", kind="stable").query("gap > 0"))
        ]
        _list("Wedge issues", rows, "wedges", "No issue has positions from two camps.")
    with united:
        rows = [_uniting(view, row) for row in records(found.uniting)]
        _list("Uniting issues", rows, "uniting", "No issue on which all camps heard lean to one side.")
        rows = [_common(view, row) for row in records(found.common.head(3))]
        _list("Nearest to common ground", rows, "common", "None.")
    show_settings(
        view, found, f"wedges: 999 permutations, p corrected for {counted(len(found.wedges), 'issue')} (Benjamini–Hochberg)",
        "common ground: Π (n₊ + 1) / (n + 2) over camps",
    )  # fmt: skip


def _wedge(view: View, row: dict[str, Any]) -> opening.Row:
    sure = f"q {row['q']:.3f}" if row["q"] <= SURE else f"q {row['q']:.2f}, chance could do it"
    facts = f" · camp {row['highest']} most for it, camp {row['lowest']} least: {row['gap']:.1f} of 4 apart · {counted(row['n'], 'actor')} · {sure}"
    return opening.Row(row["issue_id"], view.lookup.issues[row["issue_id"]], facts)


def _uniting(view: View, row: dict[str, Any]) -> opening.Row:
    camps = "both" if row["n_heard"] == 2 else f"all {number(row['n_heard'])}"
    side = "support it" if row["side"] == "supports" else "oppose it"
    return opening.Row(
        row["issue_id"],
        view.lookup.issues[row["issue_id"]],
        f" · {camps} camps heard {side} · {counted(row['n'], 'actor')}",
    )


def _common(view: View, row: dict[str, Any]) -> opening.Row:
    facts = (
        f" · support {row['support']:.2f}, opposition {row['opposition']:.2f} · {counted(row['n'], 'actor')}"
    )
    return opening.Row(row["issue_id"], view.lookup.issues[row["issue_id"]], facts)


def _words(view: View, found: Found) -> None:
    """Each camp's statements on one issue, next to each other."""
    order = {
        issue: view.lookup.issues[issue] for issue in [*found.wedges["issue_id"], *found.common["issue_id"]]
    }
    with opening.place(CAMP_ISSUE):
        issue = state.choose(
            "Their words on", CAMP_ISSUE, order, placeholder="Click an issue, or choose", width=320
        )
        if issue is None:
            return
        opening.close(CAMP_ISSUE)
        markup.show(
            markup.tag("p", markup.text(view.lookup.propositions[issue]), "sy-proposition", dir="auto")
        )
        own = evidence_of(view, issue=issue)
        camp_of = own["actor_id"].map(found.camps).fillna("")
        groups = sorted(set(camp_of), key=lambda camp: (camp == "", camp))
        for first in range(0, len(groups), BESIDE):
            beside = groups[first : first + BESIDE]
            for camp, column in zip(beside, st.columns(len(beside), gap="medium"), strict=True):
                with column:
                    name = f"Camp {camp}" if camp else "In no camp: not counted here"
                    opening.head(view, name, own[camp_of == camp])
                    evidence.panel(
                        view, own[camp_of == camp], name, key=f"camp-{camp or 'none'}", with_heading=False
                    )


def _list(title: str, rows: list[opening.Row], name: str, none: str) -> None:
    markup.show(markup.tag("h3", title, "sy-h3"), "" if rows else markup.tag("p", none, "sy-fine"))
    if rows:
        opening.rows(rows, CAMP_ISSUE, name)


def _table(view: View, found: Found) -> pd.DataFrame:
    both = found.wedges.merge(found.common[["issue_id", "support", "opposition"]], on="issue_id")
    return both.assign(issue=both["issue_id"].map(dict(view.lookup.issues)))[
        ["issue", "gap", "highest", "lowest", "share", "p", "q", "n", "support", "opposition", "issue_id"]
    ]
