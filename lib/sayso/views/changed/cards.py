"""Two statements side by side, each with its words and its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import streamlit as st

from sayso.model.scales import BANDS, Step
from sayso.model.scope import Unit
from sayso.reports.changed.moves import End
from sayso.reports.matrix import UNIT_WORDS
from sayso.reports.view import View
from sayso.views import evidence, links, markup
from sayso.views.state import ISSUE_CHOSEN, ROWS, UNIT_CHOSEN

MOST = 10
Cards = Mapping[str, dict[str, Any]]
Row = TypeVar("Row")


def page_of(rows: Sequence[Row], key: str) -> Sequence[Row]:
    """The rows on the page that the reader has turned to."""
    if len(rows) <= MOST:
        return rows
    number = st.pagination(-(-len(rows) // MOST), key=key)
    return rows[(number - 1) * MOST : number * MOST]


def pair(view: View, cards: Cards, ends: Sequence[End], key: str) -> None:
    """Statements next to each other (one below the other on a phone), or why there is none."""
    for column, end in zip(st.columns(len(ends), gap="medium"), ends, strict=True):
        with column:
            row = cards.get(end.statement_id or "")
            head = markup.tag("p", markup.text(end.heading), "sy-fine")
            if row is None:
                markup.show(head, markup.tag("p", markup.text(end.missing), "sy-fine"))
                continue
            markup.show(head, evidence.card(view, row))
            if row["article_id"]:
                links.to_article(view.database, row["article_id"], key=f"{key}-{row['statement_id']}")


def chip(step: Step) -> str:
    """A position as a coloured word with its sign; what is not on the scale has an outline instead."""
    look = f"background:{step.fill};color:{step.ink}" if step in BANDS else None
    return markup.tag("span", f"{step.sign} {step.word}", f"sy-chip sy-state-{step.state}", style=look)


def to_cell(unit: Unit, name: str, issue: str, label: str, key: str) -> None:
    """A link to a cell of the matrix, where all its statements open."""
    links.to_page(
        "matrix", label, {ROWS: UNIT_WORDS[unit], UNIT_CHOSEN: name, ISSUE_CHOSEN: issue}, key=key, icon=":material/grid_on:"
    )  # fmt: skip
