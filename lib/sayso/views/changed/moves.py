"""The positions that moved: a sentence each, with the words before and after; and those found for the first time."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sayso.reports.changed import Changed, behind
from sayso.reports.changed.moves import Move, between
from sayso.views import links, markup
from sayso.views.changed import cards
from sayso.views.state import ACTOR, FROM, TO


def show(changed: Changed) -> None:
    """What moved, or that nothing did between these dates, and how many positions that was looked for in."""
    listing = changed.moves
    markup.show(
        markup.tag("h2", markup.text(listing.heading), "sy-h2"),
        markup.tag("p", markup.text(changed.extent), "sy-fine"),
    )
    if listing.note:
        markup.show(markup.tag("p", markup.text(listing.note), "sy-lead"))
    _list(changed, listing.rows, "changed-moved-page")


def show_conditions(changed: Changed) -> None:
    """Positions that are where they were, and gained, lost or changed a condition."""
    listing = changed.conditions
    if listing.rows:
        markup.show(markup.tag("h2", markup.text(listing.heading), "sy-h2"))
        _list(changed, listing.rows, "changed-conditions-page")


def show_first(changed: Changed) -> None:
    """Positions where none was before, with the words that they rest on."""
    listing = changed.first_positions
    if not listing.rows:
        return
    markup.show(markup.tag("h2", markup.text(listing.heading), "sy-h2"))
    page = cards.page_of(listing.rows, "changed-found-page")
    words = behind.words_by_id(changed.comparison, [move.after.statement_id for move in page])
    for place in range(0, len(page), 2):
        for move, column in zip(page[place : place + 2], st.columns(2, gap="medium"), strict=False):
            with column:
                _first(changed, move, words.get(move.after.statement_id or ""))


def _list(changed: Changed, moves: Sequence[Move], key: str) -> None:
    page = cards.page_of(moves, key)
    ids = [end.statement_id for move in page for end in (move.before, move.after)]
    evidence = behind.evidence_by_id(changed.view, changed.comparison, ids)
    for move in page:
        _one(changed, move, evidence)


def _one(changed: Changed, move: Move, evidence: cards.Cards) -> None:
    key = f"moved-{move.unit_id}-{move.issue_id}"
    steps = cards.chip(move.step_before) + markup.tag("span", "→", "") + cards.chip(move.step_after)
    facts = markup.tag("span", markup.text(move.facts), "sy-facts")
    markup.show(
        markup.tag("h3", markup.told(move.sentence), "sy-h3 sy-change", dir="auto")
        + markup.tag("div", steps + facts, "sy-card-line")
    )
    gap = between(changed.comparison, move, evidence)
    if gap:
        words = markup.tag("b", "In between") + " " + markup.told(gap.words)
        markup.show(markup.tag("p", words, "sy-fine sy-between", dir="auto"))
    cards.pair(changed.view, evidence, (move.before, move.after), key)
    with st.container(horizontal=True, gap="small", key=f"{key}-links"):
        all_of_them = f"{move.who} on {move.issue}: all {move.extent}"
        cards.to_cell(changed.unit, move.who, move.issue, all_of_them, f"{key}-cell")
        if changed.unit == "actors":
            links.to_page(
                "actor", f"All of {move.who}", {ACTOR: move.who}, key=f"{key}-actor", icon=":material/person:"
            )
        if gap:
            links.to_page(
                "timeline", f"{gap.extent}, on the timeline",
                {FROM: gap.first.isoformat(), TO: gap.last.isoformat()},
                key=f"{key}-between", icon=":material/timeline:",
            )  # fmt: skip


def _first(changed: Changed, move: Move, words: tuple[str, str] | None) -> None:
    name = markup.tag("span", markup.told(f"{move.who} on {move.issue}"), "sy-card-head", dir="auto")
    head = markup.tag("div", cards.chip(move.step_after) + name, "sy-card-line")
    markup.show(markup.tag("article", head + (_brief(*words) if words else ""), "sy-card"))
    key = f"found-{move.unit_id}-{move.issue_id}-cell"
    cards.to_cell(changed.unit, move.who, move.issue, f"{move.extent}, in full", key)


def _brief(day: str, words: str) -> str:
    """A statement's date and words in three lines at most."""
    return markup.tag("p", markup.text(day), "sy-fine") + markup.tag(
        "p", markup.text(words), "sy-brief", dir="auto"
    )
