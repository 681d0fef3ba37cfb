"""The stance matrix: its rows and columns, their order and groups, the chart and the chosen cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import findings, ordering
from sayso.analysis.frames import records
from sayso.analysis.positions import actor_positions, faction_positions, grid
from sayso.charts.stance_matrix import cell_size, stance_matrix
from sayso.model.dates import words as date_words
from sayso.model.scales import BY_STATE, STEPS
from sayso.queries import positions
from sayso.queries.answer import Answer
from sayso.views import data, evidence, figure, headline, links, markup, state, twin
from sayso.views.figure import Click, Head, Heads
from sayso.views.filters import View
from sayso.views.lookup import NO_FACTION
from sayso.views.state import BY_ISSUE, GROUPED, ISSUE_CHOSEN, ORDER, ROWS, UNIT_CHOSEN

UNITS = {"actors": "Actors", "factions": "Factions"}
_ROW_HEAD = 184
MOST_ROWS = 60


@dataclass(frozen=True)
class Matrix:
    """The matrix as it will be drawn."""

    positions: pd.DataFrame
    answer: Answer
    rows: list[str]
    columns: list[str]
    names: dict[str, str]
    groups: dict[str, str]
    order: ordering.Order
    unit: str
    undrawn: list[str]
    """Rows beyond the most that are drawn; the table has them."""

    @property
    def cells(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Positions by (row, column)."""
        return {(row["unit_id"], row["issue_id"]): row for row in records(self.positions)}

    @property
    def breaks(self) -> list[int]:
        """The rows before which another group begins."""
        groups = [self.groups.get(row, "") for row in self.rows]
        return (
            [place for place in range(1, len(groups)) if groups[place] != groups[place - 1]]
            if self.groups
            else []
        )


def controls(view: View) -> tuple[str, ordering.Order, str | None, bool]:
    """What the rows are, their order, the issue they are ordered by, and whether factions are kept together."""
    with st.popover("Rows and order", icon=":material/swap_vert:", key="matrix-view"):
        unit = state.choose("Rows", ROWS, UNITS, default="actors") or "actors"
        order = (
            state.choose(
                "Order",
                ORDER,
                {str(key): words for key, words in ordering.ORDER_WORDS.items()},
                default="agreement",
            )
            or "agreement"
        )
        issue = state.choose(
            "Ordered by which issue",
            BY_ISSUE,
            view.lookup.issues,
            default=next(iter(view.lookup.issues), None),
        )
        together = st.toggle("Group by faction", key=GROUPED, bind=state.BIND, disabled=unit == "factions")
        st.caption(
            "In the order chosen: pick actors under Filters; rows follow the order in which you pick them."
        )
    chosen = next(word for word in ordering.ORDERS if word == order)
    return unit, chosen, issue, together and unit == "actors"


def build(
    view: View,
    unit: str = "actors",
    order: ordering.Order = "agreement",
    issue: str | None = None,
    together: bool = False,
) -> Matrix:
    """Compute positions and put rows and columns in order."""
    question = positions.actor_positions if unit == "actors" else positions.member_positions
    answer = data.ask(question, view.database, view.scope)
    derive = actor_positions if unit == "actors" else faction_positions
    found = derive(answer.frame, view.scope.measure)
    columns = [key for key in view.lookup.issues if not view.scope.issues or key in view.scope.issues]
    asked = view.scope.actors if unit == "actors" else view.scope.factions
    spoken = list(dict.fromkeys([*asked, *found["unit_id"]]))
    spoken, undrawn = _most_heard(found, spoken)
    values = grid(found, spoken, columns)
    groups = {row: view.lookup.faction_name(row) for row in spoken} if unit == "actors" else {}
    latest = {str(unit): day for unit, day in found.groupby("unit_id")["latest_said_on"].max().items()}
    rows = ordering.row_order(order, values, view.lookup.units, groups, latest, issue, asked)
    if together or order == "faction":
        rows = ordering.grouped(rows, groups)
    return Matrix(
        found, answer, rows, columns, {**view.lookup.units, **view.lookup.issues},
        groups if together or order == "faction" else {}, order, unit, undrawn,
    )  # fmt: skip


def extent(matrix: Matrix) -> tuple[str, ...]:
    """For the subtitle: said only if some rows are not drawn."""
    if not matrix.undrawn:
        return ()
    drawn, total = len(matrix.rows), len(matrix.rows) + len(matrix.undrawn)
    return (f"{drawn} of {total:,} {matrix.unit}, those with most statements: choose others under Filters",)


def finding(view: View, matrix: Matrix) -> str:
    """The matrix's title: the issue with the most positions, in a sentence."""
    issue = findings.headline_issue(matrix.positions, matrix.columns)
    if issue is None:
        return "No position was found"
    unit = "actor" if matrix.unit == "actors" else "faction"
    return findings.issue_sentence(matrix.positions, issue, view.lookup.issues[issue], matrix.names, unit)


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
) -> None:
    """Draw the matrix; by default a click copies the cell into the two select boxes."""
    size = cell_size(len(matrix.rows), len(matrix.columns), is_compact=is_compact)
    made = stance_matrix(
        matrix.cells, matrix.rows, matrix.columns, matrix.names, headline.searched(view),
        size, selected=selected, breaks=matrix.breaks,
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


def cell_boxes(view: View, matrix: Matrix) -> tuple[str, str] | None:
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


def legend() -> None:
    """The seven states and "if", in words: never colour alone."""
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


def cell_evidence(view: View, matrix: Matrix, cell: tuple[str, str]) -> None:
    """The position of one cell in words, and the quotes behind it."""
    unit, issue = cell
    frame = evidence.rows(view, unit) if matrix.unit == "factions" else evidence.rows(view)
    frame = frame[frame["issue_id"] == issue]
    if matrix.unit == "actors":
        frame = frame[frame["actor_id"] == unit]
    found = matrix.cells.get(cell)
    word = BY_STATE[found["state"]].word if found else "not found"
    title = f"{matrix.names[unit]}: {word}"
    markup.show(
        markup.tag("h2", markup.text(title), "sy-h2", id="evidence", dir="auto"),
        markup.tag("p", markup.text(view.lookup.propositions[issue]), "sy-proposition", dir="auto"),
    )
    evidence.panel(view, frame, title, key="cell", with_heading=False)
    if matrix.unit == "actors":
        name = matrix.names[unit]
        links.to_page("actor", f"All of {name}", {"who": name}, key="cell-actor", icon=":material/person:")


def table(view: View, matrix: Matrix) -> pd.DataFrame:
    """The matrix as rows: one a cell, not-found cells included."""
    cells = matrix.cells
    rows = []
    for row in [*matrix.rows, *matrix.undrawn]:
        for column in matrix.columns:
            cell = cells.get((row, column))
            rows.append(
                {
                    UNITS[matrix.unit].rstrip("s"): matrix.names[row],
                    "Faction": matrix.groups.get(row)
                    or (view.lookup.faction_name(row) if matrix.unit == "actors" else ""),
                    "Issue": matrix.names[column],
                    "Position": BY_STATE[cell["state"]].word if cell else "not found",
                    "Mean or latest": None if cell is None else round(float(cell["value"]), 2),
                    "n": 0 if cell is None else int(cell["n"]),
                    "Latest": "" if cell is None else date_words(cell["latest_on"]),
                    "Condition": "" if cell is None else cell["condition"] or "",
                    "id": f"{row}/{column}",
                }
            )
    return pd.DataFrame(rows)


def show_twin(view: View, matrix: Matrix) -> None:
    """The table twin and the SQL."""
    twin.show(
        view, "matrix", table(view, matrix), [matrix.answer],
        "Each cell: the counts by sign and the mean of the kept statements, then the band of the About page. "
        f"Rows stand {ordering.ORDER_WORDS[matrix.order]}.",
    )  # fmt: skip


def _most_heard(found: pd.DataFrame, spoken: list[str]) -> tuple[list[str], list[str]]:
    """The rows to draw, and those beyond what a browser draws at once and a reader takes in."""
    if len(spoken) <= MOST_ROWS:
        return spoken, []
    heard = found.groupby("unit_id")["n"].sum().to_dict()
    ranked = sorted(spoken, key=lambda row: -int(heard.get(row, 0)))
    return ranked[:MOST_ROWS], ranked[MOST_ROWS:]


def _unchoose() -> None:
    st.session_state[UNIT_CHOSEN] = st.session_state[ISSUE_CHOSEN] = None


def _colour(view: View, matrix: Matrix, row: str) -> str | None:
    faction = row if matrix.unit == "factions" else view.lookup.faction_of.get(row, "")
    return view.lookup.faction_colours.get(faction)


def _note(view: View, matrix: Matrix, row: str, is_compact: bool) -> str | None:
    if is_compact or matrix.unit == "factions":
        return None
    name = view.lookup.faction_name(row)
    return None if name in (NO_FACTION, matrix.names[row]) else name
