"""How much is said, against what was usual: actors and issues that emerge, a week beside its averages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd
from scipy.special import betainc

from sayso.analysis.many_tests import corrected
from sayso.analysis.recount import source_of

DAYS_OF_WEEK = 7
YEAR = timedelta(weeks=52)
SURE = 0.05
FEWEST = 3
TIMES = 2.0


def emerging(
    statements: pd.DataFrame,
    first: date,
    last: date,
    by: str = "actor_id",
    *,
    ever: Collection[str] = (),
    known: timedelta = YEAR,
) -> pd.DataFrame:
    """Who (or, with `by` "issue_id", what) came up between the days `first` and `last`, both inclusive.

    `statements` are counting statements with `by`, said_on, original_id and statement_id; `ever` names who was heard
    before `first` anywhere in the dataset, whatever is filtered. `kind` is "new" for a first statement ever within the
    period; "louder" where at least three articles come at twice the former rate or more, and so many would be chance
    for one name in twenty at most among all that are compared: the number of articles in the period is binomial among
    those in it and before it with p = period / (period + the time before), a test of two Poisson rates (Przyborowski
    and Wilenski 1940), corrected for the number of names (`many_tests.corrected`). Articles are counted, not
    statements: one article brings several. The time before is that since the first statement of all, `known` at most.
    Columns: `by`, kind, n (statements), n_articles, n_before (articles), per_week, per_week_before (articles), ratio
    (NaN for new ones), q, first_on (within the period). The new come first, then the highest rates.
    """
    days = statements["said_on"]
    begin, end = pd.Timestamp(first), pd.Timestamp(last) + pd.Timedelta(days=1)
    within = statements[(days >= begin) & (days < end)]
    columns = [
        by,
        "kind",
        "n",
        "n_articles",
        "n_before",
        "per_week",
        "per_week_before",
        "ratio",
        "q",
        "first_on",
    ]
    if within.empty:
        return pd.DataFrame(columns=columns)
    before = statements[days < begin]
    heard = {*ever, *before[by]}
    start = max(days.min(), begin - pd.Timedelta(known))
    recent = _articles(before[before["said_on"] >= start], by)
    now = _articles(within, by)
    weeks = (end - begin).days / DAYS_OF_WEEK
    weeks_before = max((begin - start).days, 0) / DAYS_OF_WEEK
    q = _louder_by_chance(now, recent, weeks, weeks_before)
    rows = []
    for key, own in within.groupby(by, sort=True):
        name = str(key)
        n, n_before = now[name], recent.get(name, 0)
        rate, rate_before = n / weeks, n_before / weeks_before if weeks_before else np.nan
        ratio = rate / rate_before if n_before else np.nan
        louder = n >= FEWEST and q[name] < SURE and (n_before == 0 or ratio >= TIMES)
        if name in heard and not louder:
            continue
        kind = "louder" if name in heard else "new"
        rows.append(
            (name, kind, len(own), n, n_before, rate, rate_before, ratio, q[name], own["said_on"].min())
        )
    order = ["kind", "per_week", by]
    names = pd.DataFrame(rows, columns=columns)
    return names.sort_values(order, ascending=[False, False, True]).reset_index(drop=True)


def _articles(statements: pd.DataFrame, by: str) -> dict[str, int]:
    """How many articles each name was heard in; an act that nobody reports counts as one."""
    return {str(name): int(n) for name, n in source_of(statements).groupby(statements[by]).nunique().items()}


def _louder_by_chance(
    now: Mapping[str, int], recent: Mapping[str, int], weeks: float, weeks_before: float
) -> dict[str, float]:
    """q of each name that was heard in the period or before it; NaN where there was no time before."""
    names = sorted({*now, *recent})
    if not weeks_before:
        return dict.fromkeys(names, np.nan)
    share = weeks / (weeks + weeks_before)
    # P(X ≥ n) of that binomial; all of scipy.stats would take half a second to import.
    p = [float(betainc(now[name], recent.get(name, 0) + 1, share)) if name in now else 1.0 for name in names]
    return dict(zip(names, corrected(np.array(p)).tolist(), strict=True))


def week_against_averages(statements: pd.DataFrame, last: date, by: str | None = None) -> pd.DataFrame:
    """The seven days to `last` (inclusive) beside the mean week of the 4 and of the 52 weeks before them.

    One row for all statements, or one per value of `by` that occurs in the 53 weeks. Columns: `by` (if given), week,
    average_4, average_52, ratio_4, ratio_52 (NaN where the average is 0), weeks_4, weeks_52: over how many whole
    weeks since the first statement of all an average could be taken (NaN averages where none). average_L = n in the L
    weeks before / weeks_L; ratio_L = week / average_L. A week that the first statement cut short is in no average.
    """
    begin = pd.Timestamp(last) - pd.Timedelta(days=DAYS_OF_WEEK - 1)
    days = statements["said_on"]
    history = 0 if statements.empty else max((begin - days.min().normalize()).days // DAYS_OF_WEEK, 0)
    # How many weeks ago: 0 is the week itself; what was said after it does not count.
    ago = -((days.dt.normalize() - begin).dt.days // DAYS_OF_WEEK)
    inside = statements.assign(ago=ago)[(ago >= 0) & (ago <= 52)]
    groups = [("", inside)] if by is None else list(inside.groupby(by, sort=True))
    rows = []
    for name, said in groups:
        row: dict[str, object] = {} if by is None else {by: name}
        row["week"] = week = int((said["ago"] == 0).sum())
        for length in (4, 52):
            weeks = min(length, history)
            n = int(said["ago"].between(1, weeks).sum()) if weeks else 0
            average = n / weeks if weeks else np.nan
            row |= {f"average_{length}": average, f"weeks_{length}": weeks}
            row[f"ratio_{length}"] = week / average if weeks and n else np.nan
        rows.append(row)
    ends = [f"{what}_{length}" for what in ("average", "ratio", "weeks") for length in (4, 52)]
    return pd.DataFrame(rows, columns=[*([by] if by else []), "week", *ends])


def weeks(statements: pd.DataFrame, last: date, many: int) -> pd.DataFrame:
    """The `many` weeks of seven days that end with `last`, the oldest first, none before that of the first statement.

    Columns: first, last (days, both inclusive), n, average_4, average_52: the mean week of the 4 and of the 52 weeks
    before it, or of as many as there were since the first statement of all (NaN where none).
    """
    columns = ["first", "last", "n", "average_4", "average_52"]
    begin = pd.Timestamp(last) - pd.Timedelta(days=DAYS_OF_WEEK - 1)
    ago = -((statements["said_on"].dt.normalize() - begin).dt.days // DAYS_OF_WEEK)
    ago = ago[ago >= 0]
    if ago.empty:
        return pd.DataFrame(columns=columns)
    heard = np.bincount(ago.to_numpy(int))
    # As above: a week in which the first statement was made is not whole, and counts in no average.
    whole = heard[: (begin - statements["said_on"].min().normalize()).days // DAYS_OF_WEEK + 1]
    rows = []
    for place in range(min(many, len(heard)) - 1, -1, -1):
        first = begin - pd.Timedelta(weeks=place)
        means = [
            before.mean() if len(before := whole[place + 1 : place + 1 + length]) else np.nan
            for length in (4, 52)
        ]
        rows.append(
            (
                max(first, pd.Timestamp(date.min)).date(),
                (first + pd.Timedelta(days=DAYS_OF_WEEK - 1)).date(),
                int(heard[place]),
                *means,
            )
        )
    return pd.DataFrame(rows, columns=columns)
