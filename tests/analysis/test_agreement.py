"""Agreement of two rows, orders of a matrix, gaps between camps: small grids, computed by hand."""

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.agreement import agreement_order, pairs
from sayso.analysis.comparison import distribution, gaps
from sayso.analysis.ordering import grouped, row_order

NAN = float("nan")
GRID = pd.DataFrame(
    {"tax": [2.0, 1.0, -2.0, NAN], "war": [1.0, 1.0, -2.0, 0.0], "oil": [0.0, NAN, NAN, NAN]},
    index=["ann", "bob", "eve", "joe"],
)
NAMES = {"ann": "Ann", "bob": "bob", "eve": "Eve", "joe": "Joe"}


def test_agreement_is_the_mean_over_shared_issues() -> None:
    found = pairs(GRID, 4.0).set_index(["first", "second"])
    assert found.loc[("ann", "bob"), "agreement"] == pytest.approx(((1 - 1 / 4) + 1) / 2)
    assert found.loc[("ann", "eve"), "agreement"] == pytest.approx((0 + (1 - 3 / 4)) / 2)
    assert found.loc[("ann", "bob"), "n_shared"] == 2


def test_under_two_shared_issues_is_too_few_to_compare() -> None:
    found = pairs(GRID, 4.0).set_index(["first", "second"])
    assert found.loc[("ann", "joe"), "n_shared"] == 1
    assert found["agreement"].isna().tolist() == [False, False, True, False, True, True]


def test_agreement_order_puts_neighbours_together_and_the_silent_last() -> None:
    silent = pd.DataFrame({"tax": [NAN], "war": [NAN], "oil": [NAN]}, index=["zoe"])
    order = agreement_order(pd.concat([GRID.loc[["eve", "ann", "joe", "bob"]], silent]))
    assert order[-1] == "zoe" and order.index("eve") == 3 and {order[0], order[1]} == {"ann", "bob"}


@pytest.mark.parametrize("rows", [[], ["ann"], ["ann", "eve"]])
def test_agreement_order_of_few_rows(rows: list[str]) -> None:
    assert sorted(agreement_order(GRID.loc[rows])) == rows


def test_the_other_orders() -> None:
    groups = {"ann": "Left", "eve": "Left", "bob": "Centre"}
    latest = {"ann": "2021-01-01", "bob": "2023-01-01", "eve": "2022-01-01"}
    assert row_order("name", GRID, NAMES, groups, latest) == ["ann", "bob", "eve", "joe"]
    assert row_order("recency", GRID, NAMES, groups, latest) == ["bob", "eve", "ann", "joe"]
    assert row_order("issue", GRID, NAMES, groups, latest, issue="tax") == ["ann", "bob", "eve", "joe"]
    assert row_order("hand", GRID, NAMES, groups, latest, chosen=["joe", "eve"]) == [
        "joe",
        "eve",
        "ann",
        "bob",
    ]
    by_faction = row_order("faction", GRID, NAMES, groups, latest)
    assert by_faction[0] == "bob" and by_faction[-1] == "joe"
    assert grouped(["ann", "bob", "joe", "eve"], groups) == ["ann", "eve", "bob", "joe"]


def test_gaps_between_camps_the_widest_first() -> None:
    found = gaps(GRID.rename_axis("camp").loc[["ann", "eve"]])
    assert found["issue_id"].tolist() == ["tax", "war", "oil"]
    assert found["gap"].tolist()[:2] == [4.0, 3.0] and np.isnan(found["gap"].iloc[2])
    assert (found.loc[0, "lowest"], found.loc[0, "highest"]) == ("eve", "ann")


def test_distribution_counts_members_by_band_and_the_silent_apart() -> None:
    members = pd.DataFrame(
        {
            "faction_id": ["left"] * 3,
            "actor_id": ["a", "b", "c"],
            "issue_id": ["tax"] * 3,
            "value": [2.0, 0.0, -1.0],
        }
    )
    found = distribution(members, {"left": 5}).set_index("state")["n"].to_dict()
    assert found == {"strongly_supports": 1, "neutral": 1, "opposes": 1, "not_found": 2}
    assert distribution(members.iloc[:0], {}).empty
