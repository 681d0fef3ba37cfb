"""What a reader of many positions should know of them, once: how many are thin, old, or turn with the measure."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from sayso.analysis.basis import YEAR, is_recent
from sayso.model.wording import agreeing, listed


def cautions(positions: pd.DataFrame, otherwise: pd.DataFrame, as_of: date) -> str:
    """ "Of 104 positions, 34 rest on one statement, …"; empty where there is nothing to say.

    `otherwise` are the same positions by the other measure (mean or latest), in any order.
    """
    if positions.empty:
        return ""
    n_single = int((positions["n"] == 1).sum())
    n_old = int((~_is_newer(positions, as_of, YEAR)).sum())
    both = positions.merge(otherwise, on=["unit_id", "issue_id"], suffixes=("", "_otherwise"))
    n_turning = int((both["state"] != both["state_otherwise"]).sum())
    total = len(positions)
    counts = (
        (n_single, "rests on one statement", "rest on one statement"),
        (n_old, "has nothing of the past year", "have nothing of the past year"),
        (n_turning, "differs between mean and latest statement", "differ between mean and latest statement"),
    )
    if total == 1:
        parts = [one for n, one, _ in counts if n]
        return f"The one position {listed(parts)}." if parts else ""
    parts = [f"{'all' if n == total else f'{n:,}'} {agreeing(n, one, many)}" for n, one, many in counts if n]
    return f"Of {total:,} positions, {listed(parts)}." if parts else ""


def old_cells(positions: pd.DataFrame, as_of: date, years: int) -> frozenset[tuple[str, str]]:
    """The (unit, issue) of positions whose latest statement is more than `years` times 365 days before `as_of`."""
    old = positions[~_is_newer(positions, as_of, years * YEAR)]
    return frozenset(zip(old["unit_id"], old["issue_id"], strict=True))


def _is_newer(positions: pd.DataFrame, as_of: date, age: timedelta) -> pd.Series[bool]:
    return positions["latest_said_on"].map(lambda day: is_recent(day, as_of, age)).astype(bool)
