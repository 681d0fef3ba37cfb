"""Days before a day, and the period that is compared unless another is chosen."""

from __future__ import annotations

from datetime import date

import pandas as pd

USUAL = 91  # a quarter in whole weeks: time enough for a position to be stated twice


def back(day: date, days: int) -> date:
    """So many days earlier, the first of the calendar at the earliest."""
    return date.fromordinal(max(day.toordinal() - days, 1))


def within(statements: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """What was said from `first` to the end of `last`."""
    days = statements["said_on"]
    return statements[(days >= pd.Timestamp(first)) & (days < pd.Timestamp(last) + pd.Timedelta(days=1))]
