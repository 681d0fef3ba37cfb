"""What a decision would do to the matrix, and what the decisions on an article did to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.analysis.counting import CellPosition, kept
from sayso.analysis.counting import position as counted_position
from sayso.model.frames import records
from sayso.model.scales import NOT_FOUND
from sayso.queries.coded_quotes import coded_by
from sayso.queries.positions import said_in_cells
from sayso.store.database import Database

Cell = tuple[str, str]
"""An actor (its id, or the reference to one that was only found) and an issue_id."""
WHOLE_SCALE = 4.0  # from −2 to +2: what filling an empty cell counts as


@dataclass(frozen=True)
class Said:
    """A counting statement, as far as a position needs it."""

    statement_id: str
    actor_id: str
    issue_id: str
    stance: int
    said_on: date
    article_id: str | None
    original_id: str | None
    coder: str = ""

    @property
    def cell(self) -> Cell:
        """Where it counts."""
        return self.actor_id, self.issue_id


@dataclass(frozen=True)
class Moved:
    """One cell before and after an article was coded."""

    actor_id: str
    issue_id: str
    before: CellPosition
    after: CellPosition


EMPTY = CellPosition(NOT_FOUND.state, 0.0, 0)


def said(
    database: Database, actors: Sequence[str] | None = None, issues: Sequence[str] | None = None
) -> list[Said]:
    """The counting statements of these actors on these issues; None means all."""
    rows = records(said_in_cells(database, actors, issues).frame)
    return [Said(**row | {"said_on": row["said_on"].date()}) for row in rows]


def position(statements: Iterable[Said]) -> CellPosition:
    """The position of one cell from its statements, one per article and sign kept (DESIGN §4)."""
    standing = kept(statements)
    return counted_position(standing) if standing else EMPTY


def by_cell(statements: Iterable[Said]) -> dict[Cell, list[Said]]:
    """Statements by the cell they count in."""
    cells: dict[Cell, list[Said]] = defaultdict(list)
    for each in statements:
        cells[each.cell].append(each)
    return dict(cells)


def amount(cells: Mapping[Cell, Sequence[Said]], proposed: Iterable[Said]) -> float:
    """How much the matrix would move if these statements were accepted, together.

    Per cell: the whole scale (4) where it was empty, else how far its mean moves, and 1 more if its state
    changes.
    """
    total = 0.0
    for cell, added in by_cell(proposed).items():
        before = position(cells.get(cell, ()))
        after = position([*cells.get(cell, ()), *added])
        if before.n == 0:
            total += WHOLE_SCALE
        else:
            total += abs(after.value - before.value) + (after.state != before.state)
    return round(total, 6)


def moved_by(database: Database, article_id: str, by: str) -> tuple[int, list[Moved]]:
    """How many statements `by` coded from an article, and the cells that changed because of them.

    "Before" is the matrix without those statements. Cells that only gained or lost nothing are left out. A stance
    on an event counts in every article that reports it, whichever the matrix credits it to.
    """
    own = coded_by(database, article_id, by)
    mine = {statement_id for statement_id, _, _ in own}
    touched = sorted({(actor_id, issue_id) for _, actor_id, issue_id in own})
    cells = by_cell(said(database, [cell[0] for cell in touched], [cell[1] for cell in touched]))
    moved = []
    for cell in touched:
        before = position(each for each in cells[cell] if each.statement_id not in mine)
        after = position(cells[cell])
        if before != after:
            moved.append(Moved(*cell, before, after))
    return len(own), moved
