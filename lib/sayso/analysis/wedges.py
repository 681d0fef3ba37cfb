"""The issues that part groups, with a test of whether any grouping would part them as much."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sayso.analysis.many_tests import corrected

Array = NDArray[np.float64]


def wedges(voices: pd.DataFrame, *, draws: int = 999, seed: int = 1) -> pd.DataFrame:
    """The issues that part the groups, those that part them most first; voices as in `consensus`.

    between = Σ over groups of n_g (mean_g − mean)², what of the spread lies between groups; share = between / Σ (value
    − mean)² (η², 0 … 1); gap = the highest less the lowest group mean (0 … 4), with the two groups' names. p is the
    share of `draws` + 1 assignments of the same voices to groups of the same sizes that reach `between` (a
    permutation test; the one observed counts). q is p corrected for the number of issues tested (`many_tests.corrected`).
    Columns: issue_id, gap, highest, lowest, between, share, p, q, n, n_heard.
    Issues on which fewer than two groups were heard are left out. Without draws nothing is tested, and p is 1.
    """
    rows = []
    for issue, spoke in voices.sort_values(["issue_id", "group", "value"]).groupby("issue_id"):
        groups, names = pd.factorize(spoke["group"])
        if len(names) < 2:
            continue
        values = spoke["value"].to_numpy(float)
        observed, spread = _between(values, groups)[0], float(((values - values.mean()) ** 2).sum())
        reached = _times_reached(values, groups, observed, draws, seed) if draws else 0
        means = spoke.groupby("group")["value"].mean()
        gap = float(means.max() - means.min())
        share = observed / spread if spread else 0.0
        p = (1 + reached) / (1 + draws)
        rows.append((issue, gap, means.idxmax(), means.idxmin(), observed, share, p, len(values), len(names)))
    columns = ["issue_id", "gap", "highest", "lowest", "between", "share", "p", "n", "n_heard"]
    found = pd.DataFrame(rows, columns=columns)
    found.insert(columns.index("n"), "q", corrected(found["p"].to_numpy(float)))
    return found.sort_values(["between", "issue_id"], ascending=[False, True]).reset_index(drop=True)


def _times_reached(values: Array, groups: NDArray[np.int_], observed: float, draws: int, seed: int) -> int:
    drawn = np.random.default_rng(seed).permuted(np.tile(groups, (draws, 1)), axis=1)
    return int((_between(values, drawn) >= observed - 1e-9).sum())


def _between(values: Array, groups: NDArray[np.int_]) -> Array:
    """For each assignment (rows of `groups`, or the only one) what of the spread lies between groups."""
    member = np.atleast_2d(groups)[:, :, None] == np.arange(groups.max() + 1)
    sizes = member[0].sum(axis=0)
    means = np.einsum("dng,n->dg", member, values) / sizes
    return np.asarray((sizes * (means - values.mean()) ** 2).sum(axis=1))
