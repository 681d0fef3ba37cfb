"""Leave one outlet out: what every outlet carries, and the positions that would change without one of them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis.outlet_words import step_words
from sayso.charts.without import without
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.wording import counted, number
from sayso.reports.view import View
from sayso.views import evidence, figure, markup, opening, state, twin
from sayso.views.figure import Click
from sayso.views.sources.build import Found, answers, credited, names
from sayso.views.sources.settings import show_settings
from sayso.views.state import LEFT_OUT, MOVES

MOST = 20
_METHOD = (
    "Each outlet’s articles are left out in turn and every position is counted again by the same rules. A copy of a wire story "
    "in another outlet then counts in its stead, and an act is credited to the next article that reports it. Another band: one of "
    "the seven states differs. Same band: only the mean (or latest) moves. All within the filters in force."
)


def show_left_out(view: View, found: Found) -> None:
    """A row an outlet, the dumbbell of one, and the statements of one position."""
    markup.show(markup.tag("h2", "What would fall without one outlet", "sy-h2"))
    known = [row for row in records(found.outlets) if row["outlet"]]
    if not known:
        markup.show(markup.tag("p", "No counting statement comes from an article.", "sy-lead"))
        return
    own = {row["outlet"]: names(view)[row["outlet"]] for row in known}
    above = f"Without each outlet in turn: statements, and what becomes of {counted(found.n_positions, 'position')}"
    markup.show(markup.tag("p", markup.text(above), "sy-fine"))
    list_of_all = st.container()
    top = max(known, key=lambda row: (row["n_shifted"] + row["n_lost"], row["n"]))["outlet"]
    with opening.place(LEFT_OUT):
        outlet = state.choose("Without", LEFT_OUT, own, default=top, width=300) or top
        _one(view, found, own[outlet], outlet)
    with list_of_all:
        _rows(known, own, top)
        show_settings(view, "leave one out", f"{counted(found.n_positions, 'position')} of actors compared")
    twin.of_frame(view, "sources-left-out", lambda: _table(view, found, own), answers(view), _METHOD)


def _rows(known: list[dict[str, Any]], own: dict[str, str], top: str) -> None:
    """A row an outlet, which opens what would change without it: those that carry most come first."""
    ranked = sorted(known, key=lambda row: (-row["n_shifted"] - row["n_lost"], -row["n"], row["outlet"]))
    shown = [opening.Row(row["outlet"], own[row["outlet"]], facts(row)) for row in ranked]
    opening.rows(shown[:MOST], LEFT_OUT, "left-out", default=top)
    if len(shown) > MOST:
        st.caption(f"And {len(shown) - MOST:,} that carry less: in the box and the table below.")


def facts(row: dict[str, Any]) -> str:
    """What leaves with an outlet, what others report too, and what becomes of the positions."""
    carried = row["n"] - row["n_gone"]
    parts = [
        row["reliability"] or "not rated",
        f"{counted(row['n_gone'], 'statement')} {'leaves' if row['n_gone'] == 1 else 'leave'}",
        *([f"{carried:,} carried by others"] if carried else []),
        f"{row['n_shifted']:,} in another band",
        f"{row['n_lost']:,} not found any more",
        f"{row['n_moved']:,} same band, other mean",
    ]
    return "".join(f" · {part}" for part in parts)


def _one(view: View, found: Found, name: str, outlet: str) -> None:
    changed = records(found.left_out[found.left_out["outlet"] == outlet])
    rows = [row for row in changed if row["change"] in ("shifted", "lost")]
    same = [row for row in changed if row["change"] == "moved"]
    alt = sentence(rows, len(same), name, found.n_positions)
    markup.show(markup.tag("p", markup.told(alt), "sy-lead", dir="auto"))
    above = st.container()
    labels = {
        _key(row): f"{view.lookup.actors[row['unit_id']]} on {view.lookup.issues[row['issue_id']]}"
        for row in (*rows, *same)
    }
    chosen = None
    if labels:
        hint = "Click a dot, or choose a position" if rows and len(found.outlets) > 1 else "Choose a position"
        chosen = state.choose("Statements on", MOVES, labels, placeholder=hint, width=420)
    if rows and len(found.outlets) > 1:  # without the only outlet every dot would end in "not found"
        with above:
            made, height = without(rows[:MOST], view.lookup.actors, view.lookup.issues)
            figure.show(made, key="sources-left-out", alt=alt, height=height, on_click=_choose_position)
            drawn = counted(len(rows), "change")
            if len(rows) > MOST:
                drawn = f"the {MOST} largest of {drawn}, all in the table"
            show_settings(view, "round: as it stands; square: without it", drawn)
    if chosen:
        row = next(row for row in changed if _key(row) == chosen)
        _sides(view, row, labels[chosen], name, outlet)
    n = int(found.by_outlet[outlet]["n"])
    fold = st.expander(
        f"All that rests on it: {counted(n, 'statement')}", key="left-out-said", on_change="rerun"
    )
    if fold.open:
        with fold:
            said = credited(view.database, view.scope)
            evidence.panel(
                view, said[said["outlet_id"] == outlet], name, key="left-out-said-page", with_heading=False
            )


def sentence(rows: list[dict[str, Any]], n_same: int, name: str, n_positions: int) -> str:
    """What would change without the outlet; that nothing does is a finding."""
    same = ""
    if n_same:
        same = f"; {number(n_same)} {'more keeps its' if n_same == 1 else 'more keep their'} band with another mean"  # fmt: skip
    if not rows:
        if same:
            return (
                f"Without {name} no position changes its band{same}. The others’ reporting carries them all."
            )
        return f"Without {name} nothing changes: the others’ reporting carries all {counted(n_positions, 'position')}."  # fmt: skip
    lost = sum(row["change"] == "lost" for row in rows)
    if lost == n_positions:
        return f"Without {name} no position is left: all that is known rests on it."
    verb = "changes" if len(rows) == 1 else "change"
    head = f"Without {name}, {number(len(rows))} of {counted(n_positions, 'position')} {verb}"
    gone = ""
    if lost:
        gone = ", all to not found" if lost == len(rows) else f", {number(lost)} of them to not found"
    return f"{head}{gone}{same}."


def _sides(view: View, row: dict[str, Any], label: str, name: str, outlet: str) -> None:
    said = credited(view.database, view.scope)
    own = said[(said["actor_id"] == row["unit_id"]) & (said["issue_id"] == row["issue_id"])]
    words = step_words(row, view.lookup.actors[row["unit_id"]], view.lookup.issues[row["issue_id"]])
    markup.show(markup.tag("h3", markup.told(words), "sy-h3", id="evidence", dir="auto"))
    sides = (
        (f"From {name}", own[own["outlet_id"] == outlet]),
        ("From others", own[own["outlet_id"] != outlet]),
    )
    for place, ((head, part), column) in enumerate(zip(sides, st.columns(2, gap="medium"), strict=True)):
        with column:
            markup.show(markup.tag("h3", markup.told(f"{head}: {counted(len(part), 'statement')}"), "sy-h3", dir="auto"))  # fmt: skip
            evidence.panel(view, part, label, key=f"left-out-{place}", with_heading=False)


def _key(row: dict[str, Any]) -> str:
    return f"{row['unit_id']}/{row['issue_id']}"


def _choose_position(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[MOVES] = f"{click.data[0]}/{click.data[1]}"


def _table(view: View, found: Found, own: dict[str, str]) -> pd.DataFrame:
    whole = [
        {
            "Without": own[row["outlet"]], "Reliability": row["reliability"] or "not rated", "What": "all", "Statements that leave": row["n_gone"],
            "Another band": row["n_shifted"], "Not found any more": row["n_lost"], "Same band, other mean": row["n_moved"],
        }
        for row in records(found.outlets) if row["outlet"]
    ]  # fmt: skip
    each = [
        {
            "Without": own[row["outlet"]], "What": f"position {row['change']}", "Actor": view.lookup.actors[row["unit_id"]],
            "Issue": view.lookup.issues[row["issue_id"]], "As it stands": BY_STATE[row["state_before"]].word, "n": row["n_before"],
            "Without it": BY_STATE[row["state_after"]].word, "n without": row["n_after"],
        }
        for row in records(found.left_out) if row["outlet"] in own
    ]  # fmt: skip
    counts = [
        "Statements that leave",
        "Another band",
        "Not found any more",
        "Same band, other mean",
        "n",
        "n without",
    ]
    made = pd.DataFrame([*whole, *each])
    return made.astype({name: "Int64" for name in counts if name in made})
