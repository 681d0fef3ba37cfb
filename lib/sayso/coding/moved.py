"""Which cells of the matrix differ before and after a change, by the same arithmetic as the matrix."""

from __future__ import annotations

from datetime import date

import pandas as pd

from sayso.analysis.positions import actor_positions, faction_positions
from sayso.model.frames import records
from sayso.model.scope import CountBy, Measure, Scope
from sayso.queries import positions
from sayso.store.database import Database

KEYS = ["unit", "unit_id", "issue_id"]
FACTS = ["state", "n", "value"]
COLUMNS = [*KEYS, *(f"{fact}_{when}" for when in ("before", "after") for fact in FACTS)]


def everything(database: Database, count_by: CountBy = "article", measure: Measure = "mean") -> Scope:
    """The scope that leaves nothing out, whatever a reader filters."""
    return Scope(database.name, date.max, count_by=count_by, measure=measure)


def cells(database: Database, scope: Scope) -> pd.DataFrame:
    """Every cell that is found: unit ("actor" or "faction"), unit_id, issue_id, state, n, value."""
    actors = actor_positions(positions.actor_positions(database, scope).frame, scope.measure)
    factions = faction_positions(positions.member_positions(database, scope).frame, scope.measure)
    units = [actors.assign(unit="actor"), factions.assign(unit="faction")]
    return pd.DataFrame([row for unit in units for row in records(unit[KEYS + FACTS])], columns=KEYS + FACTS)


def moved(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """The cells that differ, one row each: state, n and value before and after.

    A cell that is not found has state "not_found", n 0 and no value. Means are compared to nine digits.
    """
    was = {tuple(row[key] for key in KEYS): row for row in records(before)}
    now = {tuple(row[key] for key in KEYS): row for row in records(after)}
    rows = []
    for key in sorted({*was, *now}):
        old, new = _facts(was.get(key)), _facts(now.get(key))
        if old != new:
            rows.append((*key, *old, *new))
    return pd.DataFrame(rows, columns=COLUMNS)


def _facts(row: dict[str, object] | None) -> tuple[object, ...]:
    if row is None:
        return "not_found", 0, None
    return row["state"], int(str(row["n"])), round(float(str(row["value"])), 9)
