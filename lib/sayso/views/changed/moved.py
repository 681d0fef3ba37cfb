"""The positions that moved: a sentence each, with the words before and after; and those found for the first time."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis.between import events_between
from sayso.analysis.change_words import change_sentence
from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scope import Measure
from sayso.model.wording import counted
from sayso.reports.view import View
from sayso.views import links, markup
from sayso.views.changed import cards
from sayso.views.changed.build import Changed
from sayso.views.state import ACTOR, FROM, TO

MOST = 10


def show(view: View, found: Changed) -> None:
    """What moved, or that nothing did between these dates, and how many positions that was looked for in."""
    rows = found.of("shifted", "lost")
    markup.show(
        markup.tag("h2", f"Positions that moved ({len(rows):,})", "sy-h2"),
        markup.tag("p", markup.text(extent(view, found)), "sy-fine"),
    )
    if not rows:
        markup.show(markup.tag("p", "None is in another band on the later date.", "sy-lead"))
    _list(view, found, rows, "changed-moved-page")


def show_conditions(view: View, found: Changed) -> None:
    """Positions that are where they were, and gained, lost or changed a condition."""
    rows = found.of("conditional")
    if rows:
        markup.show(markup.tag("h2", f"The same position, another condition ({len(rows):,})", "sy-h2"))
        _list(view, found, rows, "changed-conditions-page")


def extent(view: View, found: Changed) -> str:
    """Between which dates, and how many positions were compared."""
    dates = f"{day_words(found.since)} and {day_words(view.scope.as_of)}"
    parts = [
        f"Between {dates}: {counted(found.n_compared, 'position')} known on both days compared",
        f"{found.n_before:,} known on the first day, {found.n_after:,} on the second",
    ]
    return "; ".join(parts) + "."


def show_found(view: View, found: Changed) -> None:
    """Positions where none was before, with the words that they rest on."""
    rows = found.of("found")
    if not rows:
        return
    markup.show(markup.tag("h2", f"Found for the first time ({len(rows):,})", "sy-h2"))
    shown = page_of(rows, "changed-found-page")
    said = {row["statement_id"]: row for row in records(found.told)}
    for place in range(0, len(shown), 2):
        for row, column in zip(shown[place : place + 2], st.columns(2, gap="medium"), strict=False):
            with column:
                _found_one(view, found, row, said)


def page_of(rows: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """The rows on the page that the reader has turned to."""
    if len(rows) <= MOST:
        return rows
    number = st.pagination(-(-len(rows) // MOST), key=key)
    return rows[(number - 1) * MOST : number * MOST]


def _list(view: View, found: Changed, rows: list[dict[str, Any]], key: str) -> None:
    shown = page_of(rows, key)
    said = cards.fetch(
        view, found, [row[f"{end}_statement_id"] for row in shown for end in ("before", "after")]
    )
    for row in shown:
        _one(view, found, row, said)


def _one(view: View, found: Changed, row: dict[str, Any], said: cards.Cards) -> None:
    who, issue = view.lookup.units[row["unit_id"]], view.lookup.issues[row["issue_id"]]
    key = f"moved-{row['unit_id']}-{row['issue_id']}"
    step = cards.chip(row["state_before"]) + markup.tag("span", "→", "") + cards.chip(row["state_after"])
    markup.show(
        markup.tag("h3", markup.told(change_sentence(row, who, issue)), "sy-h3 sy-change", dir="auto")
        + markup.tag(
            "div",
            step + markup.tag("span", markup.text(_facts(row, view.scope.measure)), "sy-facts"),
            "sy-card-line",
        )
    )
    between = _between(found, row, said)
    new = "No statement since shows it: others have dropped out."
    ends = [
        (f"Before: by {day_words(found.since)}", row["before_statement_id"], "No statement of that time."),
        (f"After: by {day_words(view.scope.as_of)}", row["after_statement_id"], new),
    ]
    cards.pair(view, said, ends, key)
    with st.container(horizontal=True, gap="small", key=f"{key}-links"):
        all_of_them = f"{who} on {issue}: all {counted(row['n_after'], 'statement')}"
        cards.to_cell(found.unit, who, issue, all_of_them, f"{key}-cell")
        if found.unit == "actors":
            links.to_page(
                "actor", f"All of {who}", {ACTOR: who}, key=f"{key}-actor", icon=":material/person:"
            )
        if between:
            first, last, n = between
            links.to_page(
                "timeline", f"{counted(n, 'event')} in between, on the timeline", {FROM: first, TO: last},
                key=f"{key}-between", icon=":material/timeline:",
            )  # fmt: skip


def _between(found: Changed, row: dict[str, Any], said: cards.Cards) -> tuple[str, str, int] | None:
    """What happened between the two statements, from when to when, and how many events.

    The reader judges whether it has to do with the change.
    """
    ends = [said.get(row[f"{end}_statement_id"] or "") for end in ("before", "after")]
    days = [pd.Timestamp(end["said_on"]).date() for end in ends if end]
    if len(days) < 2:
        return None
    before, after = days
    column = "actor_ids" if found.unit == "actors" else "faction_ids"
    events, n = events_between(found.events, before, after, row["unit_id"], column)
    if not n:
        return None
    told = "; ".join(f"{event['title']} ({date_words(event['happened_on'])})" for event in events)
    more = f"; {counted(n - len(events), 'other event')}" if n > len(events) else ""
    words = markup.tag("b", "In between") + " " + markup.told(told + more)
    markup.show(markup.tag("p", words, "sy-fine sy-between", dir="auto"))
    return before.isoformat(), after.isoformat(), n


def _found_one(view: View, found: Changed, row: dict[str, Any], said: dict[str, dict[str, Any]]) -> None:
    who, issue = view.lookup.units[row["unit_id"]], view.lookup.issues[row["issue_id"]]
    key = f"found-{row['unit_id']}-{row['issue_id']}"
    head = cards.chip(row["state_after"]) + markup.tag("span", markup.told(f"{who} on {issue}"), "sy-card-head", dir="auto")  # fmt: skip
    first = said[row["after_statement_id"]] if row["after_statement_id"] else None
    words = cards.brief(first) if first else ""
    markup.show(markup.tag("article", markup.tag("div", head, "sy-card-line") + words, "sy-card"))
    cards.to_cell(found.unit, who, issue, f"{counted(row['n_after'], 'statement')}, in full", f"{key}-cell")


def _facts(row: dict[str, Any], measure: Measure) -> str:
    values = [
        "–"
        if row[f"value_{end}"] is None
        else f"{row[f'value_{end}']:+.2f}".replace("-", "−").replace("+0.00", "0")
        for end in ("before", "after")
    ]
    name = "mean" if measure == "mean" else "latest stance"
    return f"{name} {values[0]} → {values[1]} · n {row['n_before']} → {row['n_after']}"
