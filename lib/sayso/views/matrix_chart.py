"""The matrix on the page: the chart with its fixed heads, and the legend."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from sayso.charts.stance_matrix import cell_size, stance_matrix
from sayso.model.scales import STEPS
from sayso.views import figure, headline, markup
from sayso.views.figure import Click, Head, Heads
from sayso.views.filters import View
from sayso.views.lookup import NO_FACTION
from sayso.views.matrix import Matrix
from sayso.views.state import ISSUE_CHOSEN, UNIT_CHOSEN

_ROW_HEAD = 184


def choose_clicked(click: Click) -> None:
    """Copy a clicked cell into the keys that the address bar holds."""
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[UNIT_CHOSEN], st.session_state[ISSUE_CHOSEN] = (str(part) for part in click.data)


def chart(
    view: View,
    matrix: Matrix,
    key: str,
    *,
    selected: tuple[str, str] | None,
    alt: str,
    is_compact: bool = False,
    on_click: Callable[[Click], None] = choose_clicked,
    waiting: Mapping[tuple[str, str], int] | None = None,
) -> None:
    """Draw the matrix; by default a click copies the cell into the two select boxes."""
    size = cell_size(len(matrix.rows), len(matrix.columns), is_compact=is_compact)
    made = stance_matrix(
        matrix.cells, matrix.rows, matrix.columns, matrix.names, headline.searched(view),
        size, selected=selected, breaks=matrix.breaks, waiting=waiting,
    )  # fmt: skip
    colour = {row: _colour(view, matrix, row) for row in matrix.rows}
    rows = tuple(
        Head(
            matrix.names[row],
            place * size.height,
            size.height,
            swatch=colour[row],
            note=_note(view, matrix, row, size.is_compact),
        )
        for place, row in enumerate(matrix.rows)
    )
    columns = tuple(
        Head(view.lookup.issues[column], place * size.width, size.width)
        for place, column in enumerate(matrix.columns)
    )
    figure.show(
        made, key=key, alt=alt, height=1200, on_click=on_click,
        heads=Heads(rows, columns, corner="", row_width=_ROW_HEAD, column_height=64, stretch=2),
    )  # fmt: skip


def legend(view: View, *order: str) -> None:
    """The seven states and "if", in words: never colour alone; and how the matrix was made."""
    keys = [
        markup.tag(
            "span",
            markup.tag("b", step.sign) + f" {step.word}",
            f"sy-key sy-key-{step.state}",
            style=f"--fill:{step.fill};--ink:{step.ink}",
        )
        for step in STEPS
    ]
    markup.show(
        markup.tag(
            "p",
            " ".join(keys)
            + " "
            + markup.tag("span", markup.tag("i", "if") + " conditional", "sy-key")
            + " "
            + markup.tag("span", "Click a cell for its quotes.", "sy-key"),
            "sy-legend",
        )
    )
    headline.provenance(view, "positions by the bands of the About page", *order)


def _colour(view: View, matrix: Matrix, row: str) -> str | None:
    faction = row if matrix.unit == "factions" else view.lookup.faction_of.get(row, "")
    return view.lookup.faction_colours.get(faction)


def _note(view: View, matrix: Matrix, row: str, is_compact: bool) -> str | None:
    if is_compact or matrix.unit == "factions":
        return None
    name = view.lookup.faction_name(row)
    return None if name in (NO_FACTION, matrix.names[row]) else name
