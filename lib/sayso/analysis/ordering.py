"""The orders that a matrix's rows can stand in; the one that was used is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args

import pandas as pd

from sayso.analysis.agreement import agreement_order

Order = Literal["agreement", "faction", "issue", "recency", "name", "hand"]
ORDERS: tuple[Order, ...] = get_args(Order)
ORDER_WORDS: dict[Order, str] = {
    "agreement": "by agreement",
    "faction": "by faction",
    "issue": "by stance on one issue",
    "recency": "by latest statement",
    "name": "by name",
    "hand": "in the order chosen",
}


def row_order(
    order: Order,
    values: pd.DataFrame,
    names: Mapping[str, str],
    groups: Mapping[str, str],
    latest: Mapping[str, object],
    issue: str | None = None,
    chosen: Sequence[str] = (),
) -> list[str]:
    """The rows of a units × issues grid in `order`.

    `names` and `groups` give each row's name and its faction's name; `latest` its latest day;
    `issue` is the column to sort by; `chosen` the order by hand (rows not in it follow, by name).
    """
    rows = list(values.index)
    by_name = sorted(rows, key=lambda row: (names.get(row, row).casefold(), row))
    if order == "agreement":
        return agreement_order(values)
    if order == "faction":
        ranked = {row: place for place, row in enumerate(agreement_order(values))}
        return sorted(
            rows, key=lambda row: (groups.get(row, "") == "", groups.get(row, "").casefold(), ranked[row])
        )
    if order == "issue" and issue in values.columns:
        stance = values[issue]
        return sorted(by_name, key=lambda row: (bool(pd.isna(stance[row])), -_number(stance[row])))
    if order == "recency":
        return sorted(by_name, key=lambda row: str(latest.get(row) or ""), reverse=True)
    if order == "hand":
        places = {row: place for place, row in enumerate(chosen)}
        return sorted(by_name, key=lambda row: places.get(row, len(places)))
    return by_name


def grouped(rows: Sequence[str], groups: Mapping[str, str]) -> list[str]:
    """Rows of one group side by side, groups in order of their first row; rows without a group last."""
    first: dict[str, int] = {}
    for place, row in enumerate(rows):
        first.setdefault(groups.get(row, ""), place)
    return sorted(rows, key=lambda row: (groups.get(row, "") == "", first[groups.get(row, "")]))


def _number(value: Any) -> float:
    return 0.0 if pd.isna(value) else float(value)
