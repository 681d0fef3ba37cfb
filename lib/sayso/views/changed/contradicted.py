"""Contradictions: one actor, one issue, statements of both signs, the two next to each other."""

from __future__ import annotations

from typing import Any

import streamlit as st

from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.wording import counted, quoted
from sayso.reports.view import View
from sayso.views import markup
from sayso.views.changed import cards
from sayso.views.changed.build import Changed
from sayso.views.changed.moved import MOST, page_of


def show(view: View, found: Changed) -> None:
    """Those of the period; those that stand from before when they are asked for."""
    new = records(found.new_contradictions)
    old = [row for row in records(found.contradictions) if row not in new]
    markup.show(markup.tag("h2", f"Contradictions ({len(new):,} in the period)", "sy-h2"))
    if not new:
        nobody = f"No actor was found to say since {day_words(found.since)} the opposite of what it had said before."
        markup.show(markup.tag("p", markup.text(nobody), "sy-lead"))
    _list(view, found, new, "changed-torn")
    if old:
        label = f"{counted(len(old), 'contradiction')} from before {day_words(found.since)}"
        fold = st.expander(label, key="changed-older", on_change="rerun", icon=":material/history:")
        if fold.open:
            with fold:
                _list(view, found, old, "changed-torn-older")


def _list(view: View, found: Changed, rows: list[dict[str, Any]], key: str) -> None:
    shown = page_of(rows, f"{key}-page")
    ids = [row[f"{end}_statement_id"] for row in shown for end in ("earlier", "later")]
    above = {tuple(sorted(pair)) for pair in _pairs_above(found)}
    said = cards.fetch(view, found, ids)
    for row in shown:
        who, issue = view.lookup.actors[row["actor_id"]], view.lookup.issues[row["issue_id"]]
        own = f"{key}-{row['actor_id']}-{row['issue_id']}"
        n = f"{row['n_supporting']} for, {row['n_opposing']} against"
        markup.show(markup.tag("h3", markup.told(sentence(row, who, issue)), "sy-h3 sy-change", dir="auto"))
        pair = tuple(sorted((row["earlier_statement_id"], row["later_statement_id"])))
        if pair in above:
            markup.show(markup.tag("p", "Both stand above, where the position moved.", "sy-fine"))
            cards.to_cell("actors", who, issue, f"{who} on {issue}: {n}", f"{own}-cell")
            continue
        ends = [("Earlier", row["earlier_statement_id"], ""), ("Later", row["later_statement_id"], "")]
        cards.pair(view, said, ends, own)
        cards.to_cell("actors", who, issue, f"{who} on {issue}: {n}", f"{own}-cell")


def _pairs_above(found: Changed) -> list[tuple[str, str]]:
    """The two statements of the moved positions on the first page of them."""
    rows = found.of("shifted", "lost")[:MOST] if found.unit == "actors" else []
    pairs = [(row["before_statement_id"], row["after_statement_id"]) for row in rows]
    return [pair for pair in pairs if all(pair)]


def sentence(row: dict[str, Any], who: str, issue: str) -> str:
    """Which way round, and how long it took."""
    turn = "for" if row["later_stance"] > 0 else "against"
    first = "against" if turn == "for" else "for"
    days = row["days_apart"]
    apart = f"{counted(days, 'day')} later" if days else "on the same day"
    return f"{who} was {first} {quoted(issue)}, and {turn} it {apart}"
