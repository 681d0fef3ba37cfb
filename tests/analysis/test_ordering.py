"""The orders of a matrix's rows."""

from typing import Any

import numpy as np
import pandas as pd

from sayso.analysis.ordering import Order, grouped, row_order

NAMES = {"a": "Zed", "b": "Ann", "c": "Meg"}
GROUPS = {"a": "North", "b": "South", "c": "North"}
VALUES = pd.DataFrame({"tax": [2.0, -2.0, np.nan], "war": [1.0, -1.0, 1.0]}, index=["a", "b", "c"])
LATEST = {"a": pd.Timestamp("2024-01-01"), "b": pd.Timestamp("2024-03-01")}


def order(kind: Order, **options: Any) -> list[str]:
    return row_order(kind, VALUES, NAMES, GROUPS, LATEST, **options)


def test_by_name_recency_issue_and_hand() -> None:
    assert order("name") == ["b", "c", "a"]
    assert order("recency") == ["b", "a", "c"]
    assert order("issue", issue="tax") == ["a", "b", "c"]  # not found comes last
    assert order("hand", chosen=["c", "a"]) == ["c", "a", "b"]


def test_agreement_puts_allies_side_by_side_the_supportive_end_first() -> None:
    found = order("agreement")
    assert abs(found.index("a") - found.index("c")) == 1 and found[-1] == "b"


def test_factions_stay_together_in_the_order_of_their_first_row() -> None:
    assert order("faction")[:2] in (["a", "c"], ["c", "a"])
    assert grouped(["b", "a", "c"], GROUPS) == ["b", "a", "c"]
    assert grouped(["a", "b", "c"], GROUPS) == ["a", "c", "b"]
    assert grouped(["x", "a"], GROUPS) == ["a", "x"]  # without a group: last
