"""Which statements a network is made of: filters first, then repeats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

import numpy as np
import pandas as pd

Duplicates = Literal["include", "document", "week", "month", "year", "range"]
UNIT, ISSUE, LEVEL, DAY, DOCUMENT = "unit", "issue", "level", "said_on", "document_id"


@dataclass(frozen=True)
class Selection:
    """Which statements count.

    `duplicates`: every statement, or one per document, week, month or year, or one in the whole range.
    `only` and `exclude` hold, by column, the values that are wanted and those that are not, as text (`as_text`):
    "2" is the level 2.0, "1" is yes, "" is no value, "2024-03-05" is a day. `first` and `last`
    are days, both inclusive. `year_of_week_counts` tells week 3 of one year from week 3 of the next; DNA does
    not (its "week" and "month" compare the number alone): switch it off to get DNA's numbers.
    """

    duplicates: Duplicates = "document"
    first: date | None = None
    last: date | None = None
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)
    exclude: Mapping[str, frozenset[str]] = field(default_factory=dict)
    year_of_week_counts: bool = True


def kept(
    statements: pd.DataFrame,
    selection: Selection,
    *,
    by_level: bool = True,
    by: Sequence[str] = (UNIT, ISSUE),
) -> pd.DataFrame:
    """The statements that count, in their order; of repeats the first.

    `statements` has the columns unit, issue, level, said_on (datetime64), document_id and any others that are
    filtered by, in the order in which they were made. A repeat has the same unit and issue (or what `by` names), and
    with `by_level` the same level, within the selection's stretch. Rows with an empty unit or issue never count.
    Source: the "duplicates" and "exclude" settings of Leifeld, Discourse Network Analyzer 3.
    """
    found = statements[(statements[UNIT].fillna("") != "") & (statements[ISSUE].fillna("") != "")]
    if selection.first is not None:
        found = found[found[DAY] >= pd.Timestamp(selection.first)]
    if selection.last is not None:
        found = found[found[DAY] < pd.Timestamp(selection.last) + pd.Timedelta(days=1)]
    for column, values in selection.only.items():
        found = found[as_text(found[column]).isin(values)]
    for column, values in selection.exclude.items():
        found = found[~as_text(found[column]).isin(values)]
    if selection.duplicates == "include":
        return found
    key = [
        *(found[column] for column in by),
        *([found[LEVEL]] if by_level else []),
        *_stretch(found, selection),
    ]
    repeats = pd.concat(key, axis=1, keys=range(len(key))).duplicated()
    return found[~repeats]


def as_text(column: pd.Series) -> pd.Series[str]:
    """The values of any variable as filters name them: numbers without needless zeros, booleans as 1 and 0."""
    return column.map(_text).astype(object)


def as_texts(values: Iterable[object]) -> frozenset[str]:
    """Values as filters name them."""
    return frozenset(map(_text, values))


def _text(value: object) -> str:
    if isinstance(value, np.ndarray | list):
        return str([part.tolist() if isinstance(part, np.ndarray) else part for part in value])
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return ""
    if isinstance(value, bool | np.bool_):
        return str(int(value))
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat().removesuffix("T00:00:00")
    return str(value)


def _stretch(found: pd.DataFrame, selection: Selection) -> list[pd.Series]:
    """What two statements must share, besides what they say, for the second to be a repeat."""
    days = found[DAY].dt
    week = days.isocalendar()
    match selection.duplicates:
        case "document":
            return [found[DOCUMENT]]
        case "week":
            return [week["week"], *([week["year"]] if selection.year_of_week_counts else [])]
        case "month":
            return [days.month, *([days.year] if selection.year_of_week_counts else [])]
        case "year":
            return [days.year]
        case _:
            return []
