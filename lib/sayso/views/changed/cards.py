"""Two statements side by side, each with its words and its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import streamlit as st

from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import BANDS, BY_STATE
from sayso.model.scope import Unit
from sayso.queries import positions
from sayso.reports.matrix import UNIT_WORDS
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import evidence, links, markup
from sayso.views.changed.build import Changed
from sayso.views.state import ISSUE_CHOSEN, ROWS, UNIT_CHOSEN

Cards = dict[str, dict[str, Any]]


def fetch(view: View, found: Changed, statement_ids: Iterable[str | None]) -> Cards:
    """The evidence of these statements by id, in one question."""
    wanted = {key for key in statement_ids if key}
    if not wanted:
        return {}
    own = found.told[found.told["statement_id"].isin(wanted)]
    scope = replace(
        view.scope, actors=tuple(sorted(set(own["actor_id"]))), issues=tuple(sorted(set(own["issue_id"])))
    )
    frame = ask(positions.evidence, view.database, scope, None, None).frame
    rows = records(frame[frame["statement_id"].isin(wanted)])
    # Shown because it counted on one of the two dates, even where a later one has taken its place since.
    return {row["statement_id"]: {**row, "is_kept": True} for row in rows}


def pair(view: View, cards: Cards, ends: Iterable[tuple[str, str | None, str]], key: str) -> None:
    """Statements next to each other (one below the other on a phone): heading, id and what to say without one."""
    ends = list(ends)
    for column, (heading, statement, missing) in zip(st.columns(len(ends), gap="medium"), ends, strict=True):
        with column:
            row = cards.get(statement or "")
            head = markup.tag("p", markup.text(heading), "sy-fine")
            if row is None:
                markup.show(head, markup.tag("p", markup.text(missing), "sy-fine"))
                continue
            markup.show(head, evidence.card(view, row))
            if row["article_id"]:
                links.to_article(view.database, row["article_id"], key=f"{key}-{row['statement_id']}")


def brief(row: dict[str, Any]) -> str:
    """A statement's date and words in three lines at most, from a row of `queries.timeline.statements`."""
    when = markup.tag("p", markup.text(date_words(row["stated_on"])), "sy-fine")
    return when + markup.tag("p", markup.text(row["label"]), "sy-brief", dir="auto")


def chip(state: str) -> str:
    """A position as a coloured word with its sign; what is not on the scale has an outline instead."""
    step = BY_STATE[state]
    look = f"background:{step.fill};color:{step.ink}" if step in BANDS else None
    return markup.tag("span", f"{step.sign} {step.word}", f"sy-chip sy-state-{step.state}", style=look)


def to_cell(unit: Unit, name: str, issue: str, label: str, key: str) -> None:
    """A link to a cell of the matrix, where all its statements open."""
    links.to_page(
        "matrix", label, {ROWS: UNIT_WORDS[unit], UNIT_CHOSEN: name, ISSUE_CHOSEN: issue}, key=key, icon=":material/grid_on:"
    )  # fmt: skip
