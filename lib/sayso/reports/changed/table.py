"""The page as one table: a row a change, a contradiction, a new actor or issue."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.model.scales import BY_STATE, STANCES
from sayso.reports.changed.comparison import Comparison
from sayso.reports.view import View

COLUMNS = [
    "What", "Who", "Issue", "Before", "After", "Value before", "Value after", "n before", "n after",
    "Condition", "Statement before", "Statement after",
]  # fmt: skip
METHOD = (
    "A position moved if its band, of the seven on the About page, differs between the two dates. Before: its latest "
    "statement by the earlier date; after: the later statement that lies farthest in the direction of the change. "
    "A contradiction is one actor, one issue, statements of both signs: the latest, and the last before it of the other "
    "sign. New: a first statement in the dataset; louder: three articles or more, at least twice the rate of the year "
    "before, with q < 0.05 (two Poisson rates, corrected for the number of names). All within the filters in force."
)


def table(view: View, comparison: Comparison) -> pd.DataFrame:
    """The rows in the order of the page."""
    rows = [_change(view, row) for row in records(comparison.changes)]
    rows += [_contradiction(view, row) for row in records(comparison.contradictions)]
    for frame, by, name in ((comparison.actors, "actor_id", "Who"), (comparison.issues, "issue_id", "Issue")):
        names = view.lookup.actors if name == "Who" else view.lookup.issues
        what = "actor" if name == "Who" else "issue"
        rows += [
            {"What": f"{row['kind']} {what}", name: names[row[by]], "n before": row["n_before"], "n after": row["n"]}
            for row in records(frame)
        ]  # fmt: skip
    rows += [
        {"What": f"{verb} {view.lookup.factions[one.faction_id]}", "Who": view.lookup.actors[row["actor_id"]]}
        for one in comparison.turnovers for verb, own in (("left", one.left), ("joined", one.joined)) for row in own
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS).astype({"n before": "Int64", "n after": "Int64"})


def _change(view: View, row: dict[str, Any]) -> dict[str, Any]:
    return {
        "What": f"position {row['change']}", "Who": view.lookup.units[row["unit_id"]], "Issue": view.lookup.issues[row["issue_id"]],
        "Before": BY_STATE[row["state_before"]].word, "After": BY_STATE[row["state_after"]].word,
        "Value before": _rounded(row["value_before"]), "Value after": _rounded(row["value_after"]),
        "n before": row["n_before"], "n after": row["n_after"], "Condition": row["condition_after"],
        "Statement before": row["before_statement_id"], "Statement after": row["after_statement_id"],
    }  # fmt: skip


def _contradiction(view: View, row: dict[str, Any]) -> dict[str, Any]:
    earlier, later = int(row["earlier_stance"]), int(row["later_stance"])
    return {
        "What": "contradiction", "Who": view.lookup.actors[row["actor_id"]], "Issue": view.lookup.issues[row["issue_id"]],
        "Before": STANCES[earlier].word, "After": STANCES[later].word, "Value before": earlier, "Value after": later,
        "Condition": row["later_condition"], "Statement before": row["earlier_statement_id"], "Statement after": row["later_statement_id"],
    }  # fmt: skip


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
