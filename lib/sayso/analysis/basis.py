"""What a finding rests on: words, acts or inference, how many, and how old (DESIGN §4.7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pandas as pd

from sayso.model.wording import counted, number_beside

YEAR = timedelta(days=365)
KINDS = {"n_words": "in words", "n_acts": "by acts", "n_inferred": "inferred"}
COLUMNS = (*KINDS, "first_said_on", "last_words_on")


def is_recent(day: Any, as_of: date, age: timedelta = YEAR) -> bool:
    """Whether `day`, None or NaT for never, is one of the 365 days (or another `age`) up to `as_of`."""
    return not pd.isna(day) and as_of - _day(day) < age


def in_words(n: int, n_all: int, whose: str = "them") -> str:
    """How many of `n_all` positions have words of the last 365 days: "two of them in words this year"."""
    if n_all == 1:
        return "in words this year" if n else "though not in words this year"
    if n == n_all:
        return "both in words this year" if n == 2 else f"all of {whose} in words this year"
    return f"{'none' if n == 0 else number_beside(n, n_all)} of {whose} in words this year"


def rests_on(positions: pd.DataFrame) -> str:
    """ "8 statements: 3 in words, 3 by acts, 2 inferred, from 2003 to 2021"; empty without positions.

    `positions` has n, COLUMNS and latest_said_on, as `analysis.positions` gives them.
    """
    if positions.empty:
        return ""
    counts = {words: int(positions[column].sum()) for column, words in KINDS.items()}
    kinds = ", ".join(
        f"{n:,} {'by an act' if n == 1 and words == 'by acts' else words}" for words, n in counts.items() if n
    )
    days = [*positions["first_said_on"].dropna(), *positions["latest_said_on"].dropna()]
    return f"{counted(sum(counts.values()), 'statement')}: {kinds}{_years(days)}"


def _years(days: Iterable[Any]) -> str:
    years = sorted({_day(day).year for day in days})
    if not years:
        return ""
    return f", of {years[0]}" if len(years) == 1 else f", from {years[0]} to {years[-1]}"


def _day(value: Any) -> date:
    day: date = value.date() if hasattr(value, "date") else value
    return day
