"""What a group stands for, and where the groups meet; what parts them is in `wedges`.

Everything here reads voices: one row per group, actor and issue, with the actor's position (group, actor_id, issue_id,
value in −2 … +2). A group is a faction, a coalition or any other label. A voice above 0 supports, one below opposes.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from sayso.model.frames import records
from sayso.model.scales import position_step

SIGNIFICANT = 1.2816  # one-sided, 90 %
MOST_PER_GROUP = 5
SIDES = ("supports", "opposes")


def voices_of(positions: pd.DataFrame, groups: Mapping[str, str]) -> pd.DataFrame:
    """Voices from `positions.actor_positions` (unit_id, issue_id, value) and the group of each actor; others drop."""
    known = positions[positions["unit_id"].isin(set(groups))].rename(columns={"unit_id": "actor_id"})
    return known.assign(group=known["actor_id"].map(groups))[["group", "actor_id", "issue_id", "value"]]


def means(voices: pd.DataFrame) -> pd.DataFrame:
    """Per group and issue on which it was heard: value (the mean of its voices, one each), n of them, and the state."""
    told = voices.assign(n=1, plus=voices["value"] > 0, minus=voices["value"] < 0)
    found = (
        told.groupby(["group", "issue_id"])
        .agg(value=("value", "mean"), n=("n", "sum"), plus=("plus", "sum"), minus=("minus", "sum"))
        .reset_index()
    )
    states = [
        position_step(row["plus"], row["n"] - row["plus"] - row["minus"], row["minus"], row["value"]).state
        for row in records(found)
    ]
    return found.assign(state=states).drop(columns=["plus", "minus"])


def votes(voices: pd.DataFrame) -> pd.DataFrame:
    """Per group and issue: n (who spoke), supports, opposes (how many of them); every pair, with 0 where silent."""
    groups, issues = (sorted(set(voices[column])) for column in ("group", "issue_id"))
    pairs = pd.MultiIndex.from_product([groups, issues], names=["group", "issue_id"])
    told = voices.assign(n=1, supports=voices["value"] > 0, opposes=voices["value"] < 0)
    sums = told.groupby(["group", "issue_id"])[["n", *SIDES]].sum().astype(int)
    return sums.reindex(pairs, fill_value=0).reset_index()


def representative(voices: pd.DataFrame, most: int = MOST_PER_GROUP) -> pd.DataFrame:
    """Per group the issues and sides that set it apart from all others, the most telling first, `most` at most.

    Of s voices of the group on the issue a are on the side: share p = (a + 1) / (s + 2), z = 2 √(s + 1)
    ((a + 1) / (s + 1) − ½); against the other groups the ratio r of such shares and z_others, a test of two
    proportions with 1 added to each count; score = r · z_others · p · z. `holds` where both z exceed 1.2816.
    Columns: group, issue_id, side, n_side, n, share, z, ratio, z_others, score, holds. Rows with a score ≤ 0 or more
    against than for are left out. Source: Polis (Small et al. 2021, "Polis: Scaling deliberation").
    """
    counted = votes(voices)
    totals = counted.groupby("issue_id")[["n", *SIDES]].sum().to_dict()
    rows = []
    for group, issue, n, *sides in counted[["group", "issue_id", "n", *SIDES]].itertuples(index=False):
        for side, a in zip(SIDES, sides, strict=True):
            if 2 * a <= n:
                continue
            rest, rest_n = totals[side][issue] - a, totals["n"][issue] - n
            share, z = (a + 1) / (n + 2), one_proportion(a, n)
            ratio, z_others = share / ((rest + 1) / (rest_n + 2)), two_proportions(a, rest, n, rest_n)
            score = ratio * z_others * share * z
            holds = min(z, z_others) > SIGNIFICANT
            rows.append((group, issue, side, a, n, share, z, ratio, z_others, score, holds))
    columns = [
        "group",
        "issue_id",
        "side",
        "n_side",
        "n",
        "share",
        "z",
        "ratio",
        "z_others",
        "score",
        "holds",
    ]
    found = pd.DataFrame(rows, columns=columns)
    found = found[found["score"] > 0].sort_values(
        ["group", "holds", "score", "issue_id"], ascending=[True, False, False, True]
    )
    return found.groupby("group").head(most).reset_index(drop=True)


def common_ground(voices: pd.DataFrame) -> pd.DataFrame:
    """Per issue how far all groups are on one side, whatever their sizes; the most shared first.

    support = Π over groups of (n₊ + 1) / (n + 2), opposition the same with n₋ (DESIGN §5; Small et al. 2021); a silent
    group gives ½. `side` is the one that every group heard takes by its state, so a conflicting one takes none ("" if
    they differ or one takes none); `weakest` the mean nearest to 0 of those groups. Columns: issue_id, support, opposition, side,
    weakest, n, n_heard, n_groups. An issue unites if it has a side and `n_heard` > 1 (see `uniting`).
    """
    where = means(voices)
    rows = []
    for issue, counted in votes(voices).groupby("issue_id"):
        support, opposition = (float(np.prod((counted[side] + 1) / (counted["n"] + 2))) for side in SIDES)
        own = where[where["issue_id"] == issue]
        heard = own["value"].to_numpy(float)
        side = next((side for side in SIDES if own["state"].isin([side, f"strongly_{side}"]).all()), "")
        weakest = float(heard[np.abs(heard).argmin()])
        sizes = int(counted["n"].sum()), len(heard), len(counted)
        rows.append((issue, support, opposition, side, weakest, *sizes))
    columns = ["issue_id", "support", "opposition", "side", "weakest", "n", "n_heard", "n_groups"]
    found = pd.DataFrame(rows, columns=columns)
    best = found[["support", "opposition"]].max(axis=1)
    return (
        found.assign(best=best)
        .sort_values("best", ascending=False, kind="stable")
        .drop(columns="best")
        .reset_index(drop=True)
    )


def uniting(voices: pd.DataFrame) -> pd.DataFrame:
    """The rows of `common_ground` on which at least two groups were heard and all of them lean to one side.

    Those on which most groups were heard come first, of them those whose least convinced group is the firmest.
    """
    found = common_ground(voices)
    found = found[(found["side"] != "") & (found["n_heard"] > 1)]
    order = found.assign(firm=found["weakest"].abs())
    order = order.sort_values(["n_heard", "firm", "issue_id"], ascending=[False, False, True])
    return order.drop(columns="firm").reset_index(drop=True)


def one_proportion(a: int, n: int) -> float:
    """z of a of n against one half, with 1 added to both (Polis)."""
    return float(2 * np.sqrt(n + 1) * ((a + 1) / (n + 1) - 0.5))


def two_proportions(a: int, b: int, n: int, m: int) -> float:
    """z of a of n against b of m, with 1 added to each (Polis); 0 where all are on the side."""
    a, b, n, m = a + 1, b + 1, n + 1, m + 1
    both = (a + b) / (n + m)
    if both >= 1:
        return 0.0
    return float((a / n - b / m) / np.sqrt(both * (1 - both) * (1 / n + 1 / m)))
