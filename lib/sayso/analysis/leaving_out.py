"""Every outlet left out in turn, quickly: `outlets.leave_one_out` for actors, cell by cell in plain loops.

On some thousand statements it takes a twentieth of what slicing frames does. A test holds the two equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from sayso.analysis import counting
from sayso.analysis.change import shifts
from sayso.model.frames import records
from sayso.model.scope import CountBy, Measure

_READ = [
    "statement_id", "actor_id", "issue_id", "stance", "condition", "said_on", "quote_id", "event_id", "article_id", "original_id", "outlet",
]  # fmt: skip
_JOINT = "\x1f"
Cell = tuple[str, str]


@dataclass(frozen=True)
class _Said:
    """A statement, as far as a position needs it."""

    statement_id: str
    stance: int
    said_on: pd.Timestamp
    condition: str | None
    event: str | None
    """Of an act that may be credited to another report; None for words."""
    article_id: str | None
    original_id: str | None
    outlet: str


@dataclass(frozen=True)
class LeftOut:
    """`changes` has the columns of `outlets.leave_one_out`; `n_gone` the kept statements fewer without each outlet."""

    changes: pd.DataFrame
    n_gone: dict[str, int]


def leave_each_out(
    statements: pd.DataFrame,
    reports: pd.DataFrame,
    *,
    count_by: CountBy = "article",
    measure: Measure = "mean",
) -> LeftOut:
    """What changes for actors without each outlet of `statements`, whose acts go to the next of `reports`.

    Both as `outlets.without_articles` takes them; `outlet` may hold names or ids, "" is no outlet.
    """
    cells: dict[Cell, list[_Said]] = defaultdict(list)
    for row in records(statements[_READ]):
        cells[row["actor_id"], row["issue_id"]].append(_said(row))
    credits = _credits(reports)
    before, after = [], []
    n_gone: dict[str, int] = defaultdict(int)
    for (actor, issue), said in cells.items():
        kept = counting.kept(said, count_by)
        now = _position(kept, measure)
        for outlet in {each.outlet for each in said if each.outlet}:
            left = counting.kept(_without(said, outlet, credits), count_by)
            n_gone[outlet] += len(kept) - len(left)
            key = {"unit_id": f"{outlet}{_JOINT}{actor}", "issue_id": issue}
            before.append(key | now)
            if left:
                after.append(key | _position(left, measure))
    columns = ["unit_id", "issue_id", "value", "state", "n", "condition"]
    found = shifts(
        pd.DataFrame(before, columns=columns), pd.DataFrame(after, columns=columns), also_moved=True
    )
    parts = [str(unit).split(_JOINT) for unit in found["unit_id"]]
    found = found.assign(unit_id=[unit for _, unit in parts])
    found.insert(0, "outlet", [outlet for outlet, _ in parts])
    return LeftOut(found.sort_values("outlet", kind="stable", ignore_index=True), dict(n_gone))


def _said(row: dict[str, Any]) -> _Said:
    event = row["event_id"] if row["quote_id"] is None else None
    return _Said(
        row["statement_id"], int(row["stance"]), row["said_on"], row["condition"], event,
        row["article_id"], row["original_id"], row["outlet"] or "",
    )  # fmt: skip


def _credits(reports: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """Each event's reports, the earliest first."""
    ordered = reports.sort_values(["published_by", "article_id"])
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in records(ordered):
        found[row["event_id"]].append(row)
    return found


def _without(said: Iterable[_Said], outlet: str, credits: dict[str, list[dict[str, Any]]]) -> list[_Said]:
    left = []
    for each in said:
        if each.outlet != outlet:
            left.append(each)
        elif each.event is not None:
            others = (row for row in credits.get(each.event, ()) if row["outlet"] != outlet)
            row = next(others, None)
            if row and row.get("is_in_scope", True):
                left.append(
                    replace(
                        each,
                        article_id=row["article_id"],
                        original_id=row["original_id"],
                        outlet=row["outlet"],
                    )
                )
    return left


def _position(kept: Sequence[_Said], measure: Measure) -> dict[str, Any]:
    """A cell as `positions.actor_positions` has it."""
    return vars(counting.position(kept, measure)) | {"condition": counting.latest(kept).condition}
