"""Cells of the matrix before and after something was changed, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.model.scales import BY_STATE, Step
from sayso.model.wording import counted
from sayso.reports.lookup import Lookup

MOST = 60


@dataclass(frozen=True)
class Side:
    """A cell on one side of the change; `facts` is empty where it was not found."""

    step: Step
    facts: str


@dataclass(frozen=True)
class CellChange:
    """One cell, before and after."""

    who: str
    issue: str
    before: Side
    after: Side


def sentence(frame: pd.DataFrame) -> str:
    """ "5 cells of the matrix change: 3 of actors, 2 of factions"; `frame` is one of `coding.moved.moved`."""
    if frame.empty:
        return "No cell of the matrix changes."
    actors = int((frame["unit"] == "actor").sum())
    verb = "changes" if len(frame) == 1 else "change"
    return (
        f"{counted(len(frame), 'cell')} of the matrix {verb}:"
        f" {actors} of actors, {len(frame) - actors} of factions."
    )


def cells(
    frame: pd.DataFrame, lookup: Lookup, names: Mapping[str, str] | None = None
) -> tuple[list[CellChange], str]:
    """The first MOST cells, and how many more there are; `names` adds units that are not in the dataset yet."""
    units = {"faction": lookup.factions, "actor": {**lookup.actors, **(names or {})}}
    rows = [
        CellChange(
            units[row["unit"]].get(row["unit_id"], row["unit_id"]),
            lookup.issues.get(row["issue_id"], row["issue_id"]),
            _side(row, "before"),
            _side(row, "after"),
        )
        for row in records(frame.head(MOST))
    ]
    return rows, f"and {len(frame) - MOST} more" if len(frame) > MOST else ""


def _side(row: Mapping[str, Any], when: str) -> Side:
    value = row[f"value_{when}"]
    facts = "" if value is None else f"n {row[f'n_{when}']} · mean {value:+.2f}".replace("-", "−")
    return Side(BY_STATE[row[f"state_{when}"]], facts)
