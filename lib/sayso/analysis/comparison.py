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
        known = {
            str(camp): value
            for camp, value in zip(values.index, values[issue], strict=True)
            if value == value
        }
        lowest, highest = (
            (min(known, key=known.__getitem__), max(known, key=known.__getitem__)) if known else ("", "")
        )
        gap = float(known[highest] - known[lowest]) if len(known) > 1 else float("nan")
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
    spoke: dict[tuple[str, str, str], set[str]] = {}
    heard: dict[tuple[str, str], set[str]] = {}
    for faction, actor, issue, value in zip(
        *(members[name] for name in ("faction_id", "actor_id", "issue_id", "value")), strict=True
    ):
        spoke.setdefault((faction, issue, band(value).state), set()).add(actor)
        heard.setdefault((faction, issue), set()).add(actor)
    counted = [(*key, len(spoke[key])) for key in sorted(spoke)]
    silent = [
        (faction, issue, "not_found", size - len(heard.get((faction, issue), ())))
        for issue in dict.fromkeys(members["issue_id"])
        for faction, size in sizes.items()
        if size > len(heard.get((faction, issue), ()))
    ]
    return pd.DataFrame([*counted, *silent], columns=["faction_id", "issue_id", "state", "n"])
