"""Why: the issues that part the camps, those that unite them, and how far each is common ground."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sayso.analysis.frames import records
from sayso.queries import positions as questions
from sayso.views import data, evidence, markup, state, twin
from sayso.views.coalitions.build import SURE, Found
from sayso.views.coalitions.camps import show_settings
from sayso.views.filters import View
from sayso.views.state import CAMP_ISSUE


def show_why(view: View, found: Found) -> None:
    """Wedges and what unites as lists; the words of each camp on one issue."""
    if found.n_camps < 2:
        return
    markup.show(markup.tag("h2", "Why: what parts the camps, what unites them", "sy-h2"))
    parted, united = st.columns(2, gap="large")
    names = view.lookup.issues
    with parted:
        items = [
            f"{names[row['issue_id']]}: gap {row['gap']:.1f} of 4, camp {row['highest']} against camp {row['lowest']}"
            f" (n={row['n']}{'' if row['p'] <= SURE else ', chance could do it'})"
            for row in records(found.wedges.sort_values("p", kind="stable").query("gap > 0"))
        ]
        _list("Wedge issues", items, "No issue has positions from two camps.")
    with united:
        items = [
            f"{names[row['issue_id']]}: all {row['n_heard']} camps heard lean to “{row['side']}” (n={row['n']})"
            for row in records(found.uniting)
        ]
        _list("Uniting issues", items, "No issue on which all camps heard lean to one side.")
        items = [
            f"{names[row['issue_id']]}: support {row['support']:.2f}, opposition {row['opposition']:.2f} (n={row['n']})"
            for row in records(found.common.head(3))
        ]
        _list("Nearest to common ground", items, "None.")
    show_settings(view, found, "wedges: 999 permutations", "common ground: Π (n₊ + 1) / (n + 2) over camps")
    order = {issue: names[issue] for issue in found.wedges["issue_id"]}
    issue = state.choose("Their words on", CAMP_ISSUE, order, placeholder="Choose an issue", width=320)
    if issue:
        own = evidence.rows(view, issue=issue)
        camp_of = own["actor_id"].map(found.camps)
        letters = sorted(set(camp_of.dropna()))
        if letters:
            for camp, column in zip(letters, st.columns(len(letters), gap="medium"), strict=True):
                with column:
                    markup.show(markup.tag("h3", markup.text(f"Camp {camp}"), "sy-h3"))
                    evidence.panel(
                        view, own[camp_of == camp], f"Camp {camp}", key=f"camp-{camp}", with_heading=False
                    )
    twin.show(
        view, "wedges", lambda: _table(view, found), [data.ask(questions.actor_positions, view.database, view.scope)],
        "Wedge: what of the spread of actors’ positions lies between camps; gap is between the highest and the lowest camp’s mean; p by permutation. "
        "The camps were computed from the same statements, so p says which issues they rest on, not that camps exist. Common ground: one factor a camp, whatever its size.",
    )  # fmt: skip


def _list(title: str, items: list[str], none: str) -> None:
    body = "".join(markup.tag("li", markup.text(item)) for item in items)
    shown = markup.tag("ul", body, "sy-list", dir="auto") if items else markup.tag("p", none, "sy-fine")
    markup.show(markup.tag("h3", title, "sy-h3"), shown)


def _table(view: View, found: Found) -> pd.DataFrame:
    both = found.wedges.merge(found.common[["issue_id", "support", "opposition"]], on="issue_id")
    return both.assign(issue=both["issue_id"].map(dict(view.lookup.issues)))[
        ["issue", "gap", "highest", "lowest", "share", "p", "n", "support", "opposition", "issue_id"]
    ]
