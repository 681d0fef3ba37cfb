"""The issues that part groups, with a test of whether any grouping would part them as much."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.float64]


def wedges(voices: pd.DataFrame, *, draws: int = 999, seed: int = 1) -> pd.DataFrame:
    """The issues that part the groups, those that part them most first; voices as in `consensus`.

    between = Σ over groups of n_g (mean_g − mean)², what of the spread lies between groups; share = between / Σ (value
    − mean)² (η², 0 … 1); gap = the highest less the lowest group mean (0 … 4), with the two groups' names. p is the
    share of `draws` + 1 assignments of the same voices to groups of the same sizes that reach `between` (a
    permutation test; the one observed counts). Columns: issue_id, gap, highest, lowest, between, share, p, n, n_heard.
    Issues on which fewer than two groups were heard are left out.
    """
    rows = []
    for issue, spoke in voices.sort_values(["issue_id", "group", "value"]).groupby("issue_id"):
        groups, names = pd.factorize(spoke["group"])
        if len(names) < 2:
            continue
        values = spoke["value"].to_numpy(float)
        observed, spread = _between(values, groups), float(((values - values.mean()) ** 2).sum())
        random = np.random.default_rng(seed)
        reached = sum(_between(values, random.permutation(groups)) >= observed - 1e-9 for _ in range(draws))
        means = spoke.groupby("group")["value"].mean()
        gap = float(means.max() - means.min())
        share = observed / spread if spread else 0.0
        p = (1 + reached) / (1 + draws)
        rows.append((issue, gap, means.idxmax(), means.idxmin(), observed, share, p, len(values), len(names)))
    columns = ["issue_id", "gap", "highest", "lowest", "between", "share", "p", "n", "n_heard"]
    found = pd.DataFrame(rows, columns=columns)
    return found.sort_values(["between", "issue_id"], ascending=[False, True]).reset_index(drop=True)


def _between(values: Array, groups: NDArray[np.int_]) -> float:
    sizes = np.bincount(groups)
    means = np.bincount(groups, weights=values) / sizes
    return float((sizes * (means - values.mean()) ** 2).sum())
