"""The chosen cell: the select boxes that do what a click does, and the quotes behind it."""

from __future__ import annotations

import streamlit as st

from sayso.model.scales import BY_STATE
from sayso.reports.matrix import Matrix
from sayso.views import evidence, links, markup, state
from sayso.views.state import ISSUE_CHOSEN, UNIT_CHOSEN


def boxes(matrix: Matrix) -> tuple[str, str] | None:
    """The two select boxes that do what a click does; the chosen cell, if both are set."""
    names = {row: matrix.names[row] for row in matrix.rows}
    issues = {column: matrix.names[column] for column in matrix.columns}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="matrix-cell"):
        unit = state.choose(
            "Whose words", UNIT_CHOSEN, names, placeholder="Click a cell, or choose", width=260
        )
        issue = state.choose("On which issue", ISSUE_CHOSEN, issues, placeholder="Choose an issue", width=260)
        st.button(
            "Close",
            on_click=_unchoose,
            key="matrix-close",
            icon=":material/close:",
            disabled=not (unit or issue),
        )
    return (unit, issue) if unit and issue else None


def has_choice() -> bool:
    """Whether a cell is chosen, here or by the link."""
    return all(
        st.session_state.get(key) or (key not in st.session_state and st.query_params.get(key))
        for key in (UNIT_CHOSEN, ISSUE_CHOSEN)
    )


def show_evidence(matrix: Matrix, cell: tuple[str, str]) -> None:
    """The position of one cell in words, and the quotes behind it."""
    unit, issue = cell
    view = matrix.view
    found = matrix.cells.get(cell)
    word = BY_STATE[found["state"]].word if found else "not found"
    title = f"{matrix.names[unit]}: {word}"
    markup.show(
        markup.tag("h2", markup.told(title), "sy-h2", id="evidence", dir="auto"),
        markup.tag("p", markup.text(view.lookup.propositions[issue]), "sy-proposition", dir="auto"),
        markup.tag("p", markup.text(matrix.words_of(cell)), "sy-fine"),
    )
    evidence.panel(view, matrix.statements_of(cell), title, key="cell", with_heading=False)
    if matrix.unit == "actors":
        name = matrix.names[unit]
        links.to_page("actor", f"All of {name}", {"who": name}, key="cell-actor", icon=":material/person:")


def _unchoose() -> None:
    st.session_state[UNIT_CHOSEN] = st.session_state[ISSUE_CHOSEN] = None
