"""The stance matrix: its rows and columns, their order and groups, the chart and the chosen cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import findings, ordering
from sayso.analysis.frames import records
from sayso.analysis.positions import actor_positions, faction_positions, grid
from sayso.model.dates import words as date_words
from sayso.model.scales import BY_STATE
from sayso.queries import positions
from sayso.queries.answer import Answer
from sayso.views import data, state, twin, waiting
from sayso.views.filters import View
from sayso.views.state import BY_ISSUE, GROUPED, ORDER, ROWS

UNITS = {"actors": "Actors", "factions": "Factions"}
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
        waiting.toggle(view)
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
    most_rows: int = MOST_ROWS,
) -> Matrix:
    """Compute positions and put rows and columns in order."""
    question = positions.actor_positions if unit == "actors" else positions.member_positions
    answer = data.ask(question, view.database, view.scope)
    derive = actor_positions if unit == "actors" else faction_positions
    found = derive(answer.frame, view.scope.measure)
    columns = [key for key in view.lookup.issues if not view.scope.issues or key in view.scope.issues]
    asked = view.scope.actors if unit == "actors" else view.scope.factions
    spoken = list(dict.fromkeys([*asked, *found["unit_id"]]))
    spoken, undrawn = _most_heard(found, spoken, most_rows)
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
        view, "matrix", lambda: table(view, matrix), [matrix.answer],
        "Each cell: the counts by sign and the mean of the kept statements, then the band of the About page. "
        f"Rows stand {ordering.ORDER_WORDS[matrix.order]}.",
    )  # fmt: skip


def _most_heard(found: pd.DataFrame, spoken: list[str], most: int) -> tuple[list[str], list[str]]:
    """The rows to draw, and those beyond what a browser draws at once and a reader takes in."""
    if len(spoken) <= most:
        return spoken, []
    heard = found.groupby("unit_id")["n"].sum().to_dict()
    ranked = sorted(spoken, key=lambda row: -int(heard.get(row, 0)))
    return ranked[:most], ranked[most:]
