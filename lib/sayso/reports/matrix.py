"""Where does everyone stand? Actors or factions by issues, each cell with the statements behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import pandas as pd

from sayso.analysis import findings, ordering
from sayso.analysis.cautions import cautions, old_cells
from sayso.analysis.ordering import ORDER_WORDS, Order
from sayso.analysis.positions import actor_positions, faction_positions, grid
from sayso.charts import legend as keys
from sayso.charts.heads import Head, Heads
from sayso.charts.stance_matrix import Size, cell_size, stance_matrix
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.scope import Measure, Scope, Unit
from sayso.model.wording import by_sign, counted
from sayso.queries import positions
from sayso.queries.answer import Answer
from sayso.reports import cell_words, heading
from sayso.reports.evidence import Ids, evidence_of, evidence_of_members, ids_by
from sayso.reports.lookup import NO_FACTION
from sayso.reports.memo import ask
from sayso.reports.report import Drawing, Part, Report
from sayso.reports.view import View, look
from sayso.reports.waiting import by_cell
from sayso.store.hub import Database

__all__ = ["MOST_ROWS", "ORDER_WORDS", "UNIT_WORDS", "Matrix", "Order", "matrix"]

UNIT_WORDS: dict[Unit, str] = {"actors": "Actors", "factions": "Factions"}
MOST_ROWS = 60
_ROW_HEAD = 184  # pixels
_METHOD = (
    "Each cell: the counts by sign and the mean of the kept statements, then the band of the About page. "
)


@dataclass(frozen=True)
class Matrix(Report):
    """The matrix in the order that it is drawn."""

    page: ClassVar[str] = "matrix"
    view: View
    positions: pd.DataFrame
    answer: Answer
    rows: list[str]
    columns: list[str]
    groups: dict[str, str]
    order: Order
    unit: Unit
    undrawn: list[str]
    """Rows beyond the most that are drawn; the table has them."""
    fade_years: int | None = None
    """Cells whose latest statement is older have their colour as a frame only."""

    @cached_property
    def title(self) -> str:
        """The issue with the most positions, in a sentence."""
        if self.issue is None:
            return "No position was found"
        unit = "actor" if self.unit == "actors" else "faction"
        return findings.issue_sentence(
            self.positions,
            self.issue,
            self.view.lookup.issues[self.issue],
            self.names,
            unit,
            self.view.scope.as_of,
            self.view.where,
        )

    @cached_property
    def issue(self) -> str | None:
        """The issue of the title; None without a position."""
        return findings.headline_issue(self.positions, self.columns)

    @property
    def subtitle(self) -> str:
        """What the finding rests on, the order of the rows, and how many are drawn."""
        return heading.subtitle(self.view, *self.title_rests_on, self.in_order, *self.extent)

    @property
    def title_rests_on(self) -> tuple[str, ...]:
        """The statements behind the title's issue: in words, by acts, inferred; nothing without a position."""
        return heading.title_rests_on(self.positions[self.positions["issue_id"] == self.issue])

    @property
    def in_order(self) -> str:
        """ "ordered by agreement"."""
        return f"ordered {ORDER_WORDS[self.order]}"

    @property
    def extent(self) -> tuple[str, ...]:
        """How many rows are drawn; nothing if all are."""
        if not self.undrawn:
            return ()
        drawn, total = len(self.rows), len(self.rows) + len(self.undrawn)
        return (f"{drawn} of {total:,} {self.unit}, those with most statements: choose others under Filters",)

    @property
    def notes(self) -> tuple[str, ...]:
        """How many positions are thin, old, or turn with the measure."""
        return tuple(filter(None, [self.cautions]))

    @cached_property
    def cautions(self) -> str:
        """One sentence (`analysis.cautions`); empty where there is nothing to say."""
        measure: Measure = "latest" if self.view.scope.measure == "mean" else "mean"
        derive = actor_positions if self.unit == "actors" else faction_positions
        return cautions(self.positions, derive(self.answer.frame, measure), self.view.scope.as_of)

    @cached_property
    def faded(self) -> frozenset[tuple[str, str]]:
        """The cells that are drawn as frames."""
        if self.fade_years is None:
            return frozenset()
        return old_cells(self.positions, self.view.scope.as_of, self.fade_years)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The matrix."""
        return (self.chart(),)

    def chart(self, *, is_compact: bool = False, waiting: pd.DataFrame | None = None) -> Part:
        """The matrix; `is_compact` for little room, `waiting` are proposals to show (`reports.waiting`)."""
        size = cell_size(len(self.rows), len(self.columns), is_compact=is_compact)

        how = ["positions by the bands of the About page", *([] if is_compact else [self.in_order])]
        if self.fade_years is not None:
            how.append(f"framed: nothing of the last {counted(self.fade_years, 'year')}")

        def draw(selected: tuple[str, str] | None) -> Drawing:
            figure = stance_matrix(
                self.cells, self.rows, self.columns, self.names, heading.n_searched(self.view),
                size, selected=selected, breaks=self.breaks, faded=self.faded,
                waiting=None if waiting is None else by_cell(waiting),
            )  # fmt: skip
            return Drawing(figure, size.height * len(self.rows), self._heads(size))

        return Part(
            "matrix", self.title, self.positions, self._table, (self.answer,),
            f"{_METHOD}Rows stand {ORDER_WORDS[self.order]}.",
            heading.provenance(self.view, *how),
            draw, self._ids, self._legend(is_compact=is_compact),
        )  # fmt: skip

    def _legend(self, *, is_compact: bool) -> tuple[keys.Key, ...]:
        """Signs, and how many positions are thin, old, or turn with the measure."""
        framed = "" if self.fade_years is None else "framed: old"
        notes = self.cautions if not is_compact else ""
        return (*keys.of_matrix(framed), *([keys.Key(notes)] if notes else []))

    def _heads(self, size: Size) -> Heads:
        rows = tuple(
            Head(
                self.names[row], place * size.height, size.height, swatch=self._colour(row),
                note=None if size.is_compact else self._note(row),
            )
            for place, row in enumerate(self.rows)
        )  # fmt: skip
        columns = tuple(
            Head(self.names[column], place * size.width, size.width)
            for place, column in enumerate(self.columns)
        )
        return Heads(rows, columns, corner="", row_width=_ROW_HEAD, column_height=64, stretch=2)

    def _colour(self, row: str) -> str | None:
        lookup = self.view.lookup
        faction = row if self.unit == "factions" else lookup.faction_of.get(row, "")
        return lookup.faction_colours.get(faction)

    def _note(self, row: str) -> str | None:
        name = "" if self.unit == "factions" else self.view.lookup.faction_name(row)
        return None if name in ("", NO_FACTION, self.names[row]) else name

    @cached_property
    def names(self) -> dict[str, str]:
        """Rows and columns in words."""
        return {**self.view.lookup.units, **self.view.lookup.issues}

    @cached_property
    def cells(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Positions by (row, column)."""
        return {(row["unit_id"], row["issue_id"]): row for row in records(self.positions)}

    @property
    def grid(self) -> pd.DataFrame:
        """The values alone, rows × columns as drawn, those that are not drawn last; NaN where not found."""
        return grid(self.positions, [*self.rows, *self.undrawn], self.columns)

    @property
    def breaks(self) -> list[int]:
        """The rows before which another group begins."""
        groups = [self.groups.get(row, "") for row in self.rows]
        return (
            [place for place in range(1, len(groups)) if groups[place] != groups[place - 1]]
            if self.groups
            else []
        )

    def words_of(self, cell: tuple[str, str]) -> str:
        """What a cell's word rests on: "Mean of 4 statements, +0.75 (3 +, 1 −); 90 % interval 0.0 to +1.5 over 5 articles."."""
        row = self.cells.get(cell)
        if row is None:
            return ""
        kept = self.statements_of(cell)
        kept = kept[kept["is_kept"].astype(bool)]
        return cell_words.in_words(row, kept, self.view, self.unit)

    def statements_of(self, cell: tuple[str, str]) -> pd.DataFrame:
        """The evidence of one cell."""
        unit, issue = cell
        if self.unit == "factions":
            return evidence_of(self.view, faction=unit, issue=issue)
        return evidence_of(self.view, actor=unit, issue=issue)

    def _ids(self) -> Ids:
        if self.unit == "actors":
            return ids_by(evidence_of(self.view), ["actor_id", "issue_id"])
        return ids_by(evidence_of_members(self.view), ["faction_id", "issue_id"])

    def _table(self) -> pd.DataFrame:
        """One row a cell, not-found cells included."""
        return pd.DataFrame(
            [self._line(row, column) for row in [*self.rows, *self.undrawn] for column in self.columns]
        )

    def _line(self, row: str, column: str) -> dict[str, Any]:
        cell = self.cells.get((row, column))
        faction = self.view.lookup.faction_name(row) if self.unit == "actors" else ""
        return {
            UNIT_WORDS[self.unit].rstrip("s"): self.names[row],
            "Faction": self.groups.get(row) or faction,
            "Issue": self.names[column],
            "Position": BY_STATE[cell["state"]].word if cell else "not found",
            "Mean or latest": None if cell is None else round(float(cell["value"]), 2),
            "n": 0 if cell is None else int(cell["n"]),
            "By sign": ""
            if cell is None
            else by_sign(cell["n_supporting"], cell["n_neutral"], cell["n_opposing"]),
            "Latest": "" if cell is None else date_words(cell["latest_on"]),
            "Condition": "" if cell is None else cell["condition"] or "",
            "id": f"{row}/{column}",
        }


def matrix(
    database: Database,
    scope: Scope,
    *,
    unit: Unit = "actors",
    order: Order = "agreement",
    by_issue: str | None = None,
    together: bool = False,
    most_rows: int = MOST_ROWS,
    fade_years: int | None = None,
) -> Matrix:
    """Positions with rows and columns in order; `by_issue` is the issue that order "issue" goes by.

    `together` keeps the actors of a faction next to each other; beyond `most_rows` the least heard are not drawn.
    Cells without a statement of the last `fade_years` are drawn as frames.
    """
    view = look(database, scope)
    question = positions.actor_positions if unit == "actors" else positions.member_positions
    answer = ask(question, database, scope)
    derive = actor_positions if unit == "actors" else faction_positions
    stands = derive(answer.frame, scope.measure)
    chosen = scope.actors if unit == "actors" else scope.factions
    heard = list(dict.fromkeys([*chosen, *stands["unit_id"]]))
    drawn, undrawn = _most_heard(stands, heard, most_rows)
    values = grid(stands, drawn, view.issues)
    groups = {row: view.lookup.faction_name(row) for row in drawn} if unit == "actors" else {}
    latest = {str(row): day for row, day in stands.groupby("unit_id")["latest_said_on"].max().items()}
    rows = ordering.row_order(order, values, view.lookup.units, groups, latest, by_issue, chosen)
    is_grouped = together or order == "faction"
    rows = ordering.grouped(rows, groups) if is_grouped else rows
    return Matrix(
        view, stands, answer, rows, view.issues, groups if is_grouped else {}, order, unit, undrawn, fade_years
    )  # fmt: skip


def _most_heard(stands: pd.DataFrame, heard: list[str], most: int) -> tuple[list[str], list[str]]:
    """The rows to draw, and those beyond what a browser draws at once and a reader takes in."""
    if len(heard) <= most:
        return heard, []
    n = stands.groupby("unit_id")["n"].sum().to_dict()
    ranked = sorted(heard, key=lambda row: -int(n.get(row, 0)))
    return ranked[:most], ranked[most:]
