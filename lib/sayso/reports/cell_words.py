"""What the word in a cell of the matrix rests on, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from sayso.analysis import intervals
from sayso.analysis.recount import source_of
from sayso.model.scope import Unit
from sayso.model.wording import by_sign, counted
from sayso.reports.view import View

FEWEST_ARTICLES = 5
"""Of fewer articles a bootstrap interval means little: the counts by sign say it all."""


def in_words(position: Mapping[str, Any], kept: pd.DataFrame, view: View, unit: Unit) -> str:
    """ "Mean of 4 statements, +0.75: 3 +, 1 −." and, from FEWEST_ARTICLES on, the interval.

    `position` is a row of `analysis.positions`, `kept` the statements that it was computed from.
    """
    if view.scope.measure == "latest":
        return f"The latest of {counted(len(kept), 'statement')}." if len(kept) > 1 else "One statement."
    if position["n"] == 1:
        return "One statement."
    signs = by_sign(position["n_supporting"], position["n_neutral"], position["n_opposing"])
    value = f"{position['value']:+.2f}".replace("-", "−")
    if unit == "factions":
        voices = counted(int(position["n_members"]), "member")
        head = f"Mean of {voices}, one voice each, from {counted(int(position['n']), 'statement')}: {value} ({signs})"
    else:
        head = f"Mean of {counted(int(position['n']), 'statement')}: {value} ({signs})"
    n_articles = source_of(kept).nunique()
    if unit == "factions" or n_articles < FEWEST_ARTICLES:
        return f"{head}."
    (row,) = intervals.actor_intervals(kept).to_dict("records")
    spread = intervals.worded(row["low"], row["high"], n_articles)
    return f"{head}; {intervals.LEVEL:.0%} interval {spread}, from {n_articles} articles drawn again {intervals.DRAWS:,} times, seed 1."
