"""Merging an actor with another: every cell that would change is shown first."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.coding.codebook import reading
from sayso.coding.codebook.alike import likely_same
from sayso.coding.codebook.merging import merge, preview_merge
from sayso.coding.wording import named
from sayso.model.wording import counted
from sayso.reports import cell_changes
from sayso.reports.memo import ask
from sayso.views import markup, moved
from sayso.views.codebook.desk import Desk
from sayso.views.codebook.form import button
from sayso.views.state import ACTOR_EDITED

Row = dict[str, Any]
MOST_SUGGESTED = 6


def show(desk: Desk, by: str, row: Row) -> None:
    """Which other actor, which of the two is kept, the preview, the button."""
    names, actor = desk.view.lookup.actors, row["actor_id"]
    others = [key for key in names if key != actor]
    other = st.selectbox(
        "The same as", others, index=None, key=f"merge-other-{actor}",
        format_func=lambda option: names.get(option, str(option)), placeholder="Choose an actor",
    )  # fmt: skip
    if other is None:
        st.caption(
            "All that it said, did and belonged to becomes the other’s, its name an alias. One undo takes it back."
        )
        return
    keep = st.radio(
        "Which one is kept?", sorted([actor, other], key=lambda each: -_n_words(desk, each)), key=f"merge-keep-{actor}-{other}",
        format_func=lambda option: markup.plain_markdown(names.get(option, option)),
    )  # fmt: skip
    lose = actor if keep == other else other
    scope = desk.view.scope
    cells = ask(preview_merge, desk.database, keep, lose, scope.count_by, scope.measure)
    st.markdown(f"**{cell_changes.sentence(cells)}**")
    moved.show(cells, desk.view.lookup)
    differ = _kind(desk, keep) != _kind(desk, lose)
    confirmed = not differ or st.checkbox(
        f"One is a {_kind(desk, keep)}, the other a {_kind(desk, lose)}: they are one all the same",
        key=f"merge-kinds-{keep}-{lose}",
    )
    button(
        f"Merge {markup.plain_markdown(named(names[lose]))} into {markup.plain_markdown(named(names[keep]))}",
        lambda: _merge(desk, by, keep, lose), key="merge-go", type="primary", icon=":material/merge:",
        disabled=not confirmed,
    )  # fmt: skip


def suggest(desk: Desk) -> None:
    """Actors whose names are alike, each pair a button that opens its preview; nothing if there are none."""
    names = desk.view.lookup.actors
    pairs = ask(likely_same, desk.database)
    if not pairs:
        return
    markup.show(markup.tag("h3", "Perhaps the same", "sy-h3"))
    with st.container(horizontal=True, gap="small", key="merge-suggested"):
        for pair in pairs[:MOST_SUGGESTED]:
            one, other = sorted((pair.one, pair.other), key=lambda each: -_n_words(desk, each))
            st.button(
                f"{markup.plain_markdown(names[one])} · {markup.plain_markdown(names[other])}",
                key=f"merge-suggested-{one}-{other}", icon=":material/merge:", on_click=_preview, args=(one, other),
            )  # fmt: skip
    rest = len(pairs) - MOST_SUGGESTED
    more = f" {counted(rest, 'more pair')} once these are merged." if rest > 0 else ""
    st.caption(
        f"Names that are alike, of actors of one kind. Opens the preview; nothing is merged by itself.{more}"
    )


def _preview(one: str, other: str) -> None:
    st.session_state[ACTOR_EDITED] = one
    st.session_state["actor-merge"] = True
    st.session_state[f"merge-other-{one}"] = other


def _merge(desk: Desk, by: str, keep: str, lose: str) -> None:
    merge(desk.database, by, keep, lose, kinds_may_differ=True)
    st.session_state[ACTOR_EDITED] = keep


def _kind(desk: Desk, actor: str) -> str:
    rows = ask(reading.actors, desk.database)
    return next((str(row["kind"]) for row in rows if row["actor_id"] == actor), "")


def _n_words(desk: Desk, actor: str) -> int:
    """How much the actor has said and done: the better known one is likely to be the one to keep."""
    rows = ask(reading.actors, desk.database)
    return sum(row["n_quotes"] + row["n_statements"] for row in rows if row["actor_id"] == actor)
