"""Splitting an actor: what goes to the new one is chosen, and every cell that would change is shown first."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.coding.codebook import reading
from sayso.coding.codebook.actors import kinds
from sayso.coding.codebook.checks import InvalidError
from sayso.coding.codebook.splitting import Share, preview_split, split
from sayso.coding.wording import named
from sayso.model.dates import words as date_words
from sayso.reports import cell_changes
from sayso.reports.memo import ask
from sayso.views import markup, moved
from sayso.views.codebook.desk import Desk
from sayso.views.codebook.form import button
from sayso.views.state import ACTOR_EDITED

Row = dict[str, Any]


def show(desk: Desk, by: str, row: Row) -> None:
    """What goes, what the new actor is called, the preview, the button."""
    actor = row["actor_id"]
    share = _share(desk, actor)
    left, right = st.columns([2, 1])
    name = left.text_input("Name of the new actor", key=f"split-name-{actor}")
    options = list(kinds())
    kind = right.selectbox("Its kind", options, index=options.index(row["kind"]), key=f"split-kind-{actor}")
    if not name or not (share.quotes or share.events or share.aliases):
        st.caption("Choose what is the new actor’s and name it; then every cell that changes is shown.")
        return
    new = {"name": name, "kind": kind}
    scope = desk.view.scope
    try:
        cells = ask(_preview, desk.database, actor, name, kind, share, scope.count_by, scope.measure)
    except InvalidError as error:
        markup.show(markup.tag("p", markup.text(error.message), "sy-wrong", role="alert"))
        return
    st.markdown(f"**{cell_changes.sentence(cells)}**")
    unknown = {unit: name for unit in cells["unit_id"] if unit not in desk.view.lookup.units}
    moved.show(cells, desk.view.lookup, unknown)
    button(
        f"Split {markup.plain_markdown(named(name))} off",
        lambda: _split(desk, by, actor, new, share), key="split-go", type="primary",
        icon=":material/call_split:",
    )  # fmt: skip


def _share(desk: Desk, actor: str) -> Share:
    said = {
        row["quote_id"]: f"{date_words(row['stated_on'])}: {row['text']} ({row['article']})"
        for row in ask(reading.said_by, desk.database, actor)
    }
    done = {
        row["event_id"]: f"{date_words(row['happened_on'])}: {row['title']}"
        for row in ask(reading.done_by, desk.database, actor)
    }
    called = {
        row["alias"]: row["alias"] for row in ask(reading.aliases, desk.database) if row["actor_id"] == actor
    }
    return Share(
        _many("Its quotes", said, f"split-quotes-{actor}"),
        _many("Its acts", done, f"split-events-{actor}"),
        _many("Its names", called, f"split-aliases-{actor}"),
        st.checkbox("It belongs to the same factions", key=f"split-members-{actor}"),
    )


def _many(label: str, options: dict[str, str], key: str) -> tuple[str, ...]:
    if not options:
        return ()
    chosen = st.multiselect(
        label, list(options), key=f"{key}-{len(options)}", placeholder="None",
        format_func=lambda option: options.get(option, str(option)),
    )  # fmt: skip
    return tuple(chosen)


def _preview(
    database: Any, actor: str, name: str, kind: str, share: Share, count_by: Any, measure: Any
) -> Any:
    return preview_split(database, actor, {"name": name, "kind": kind}, share, count_by, measure)


def _split(desk: Desk, by: str, actor: str, new: Row, share: Share) -> None:
    st.session_state[ACTOR_EDITED] = split(desk.database, by, actor, new, share)
