"""Contradictions: one actor, one issue, statements of both signs, the two next to each other."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sayso.reports.changed import Changed, behind
from sayso.reports.changed.contradictions import Contradiction
from sayso.views import markup
from sayso.views.changed import cards


def show(changed: Changed) -> None:
    """Those of the period; those that stand from before when they are asked for."""
    listing, older = changed.contradictions, changed.older_contradictions
    markup.show(markup.tag("h2", markup.text(listing.heading), "sy-h2"))
    if listing.note:
        markup.show(markup.tag("p", markup.text(listing.note), "sy-lead"))
    _list(changed, listing.rows, "changed-torn")
    if older.rows:
        fold = st.expander(older.heading, key="changed-older", on_change="rerun", icon=":material/history:")
        if fold.open:
            with fold:
                _list(changed, older.rows, "changed-torn-older")


def _list(changed: Changed, rows: Sequence[Contradiction], key: str) -> None:
    page = cards.page_of(rows, f"{key}-page")
    pairs = [(row.earlier, row.later) for row in page]
    evidence = behind.evidence_by_id(
        changed.view, changed.comparison, [end.statement_id for pair in pairs for end in pair]
    )
    above = _pairs_above(changed)
    for row in page:
        own = f"{key}-{row.actor_id}-{row.issue_id}"
        markup.show(markup.tag("h3", markup.told(row.sentence), "sy-h3 sy-change", dir="auto"))
        if {row.earlier.statement_id, row.later.statement_id} in above:
            markup.show(markup.tag("p", "Both stand above, where the position moved.", "sy-fine"))
        else:
            cards.pair(changed.view, evidence, (row.earlier, row.later), own)
        label = f"{row.who} on {row.issue}: {row.extent}"
        cards.to_cell("actors", row.who, row.issue, label, f"{own}-cell")


def _pairs_above(changed: Changed) -> list[set[str | None]]:
    """The two statements of the moved positions on the first page of them."""
    moves = changed.moves.rows[: cards.MOST] if changed.unit == "actors" else []
    return [{move.before.statement_id, move.after.statement_id} for move in moves]
