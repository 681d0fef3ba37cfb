"""Two or more camps, issue by issue: gaps, and how members of each are spread over the scale."""

from __future__ import annotations

import pandas as pd

from sayso.model.scales import band


def gaps(values: pd.DataFrame) -> pd.DataFrame:
    """Per issue the widest gap between the rows of a camps × issues grid, widest first.

    Columns: issue_id, gap (0 … 4, NaN under two camps with a position), n_camps, lowest, highest.
    Issues without a gap come last.
    """
    rows = []
    for issue in values.columns:
        known = values[issue].dropna()
        gap = float(known.max() - known.min()) if len(known) > 1 else float("nan")
        lowest = str(known.idxmin()) if len(known) else ""
        highest = str(known.idxmax()) if len(known) else ""
        rows.append((issue, gap, len(known), lowest, highest))
    frame = pd.DataFrame(rows, columns=["issue_id", "gap", "n_camps", "lowest", "highest"])
    return frame.sort_values(
        ["gap", "n_camps"], ascending=[False, False], na_position="last", kind="stable"
    ).reset_index(drop=True)


def distribution(members: pd.DataFrame, sizes: dict[str, int]) -> pd.DataFrame:
    """How many members of each camp stand in each band, per issue.

    `members` has faction_id, actor_id, issue_id and value; `sizes` how many members each camp has.
    Columns: faction_id, issue_id, state, n. Members who said nothing count as `not_found`, on every
    issue on which a member of any camp spoke.
    """
    if members.empty:
        return pd.DataFrame(columns=["faction_id", "issue_id", "state", "n"])
    counted = (
        members.assign(state=[band(value).state for value in members["value"]])
        .groupby(["faction_id", "issue_id", "state"], as_index=False)
        .agg(n=("actor_id", "nunique"))
    )
    spoke = members.groupby(["faction_id", "issue_id"])["actor_id"].nunique().to_dict()
    silent = [
        (faction, issue, "not_found", size - spoke.get((faction, issue), 0))
        for issue in members["issue_id"].unique()
        for faction, size in sizes.items()
        if size > spoke.get((faction, issue), 0)
    ]
    return pd.concat([counted, pd.DataFrame(silent, columns=list(counted.columns))], ignore_index=True)
