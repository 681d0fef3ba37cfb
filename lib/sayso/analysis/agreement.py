"""Who agrees with whom, and the order that puts neighbours side by side."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.spatial.distance import squareform

FEWEST_SHARED = 2


def pairs(values: pd.DataFrame, span: float) -> pd.DataFrame:
    """Agreement of every two rows of a units × issues grid of values on a scale of length `span`.

    agreement = mean over shared issues of 1 − |m_i − m_i′| / `span`, in 0 … 1 (DESIGN §5), NaN under
    two shared issues ("too few to compare"). Columns: first, second, agreement, n_shared.
    """
    matrix = values.to_numpy(dtype=float)
    rows = []
    for one, other in combinations(range(len(values)), 2):
        gaps = np.abs(matrix[one] - matrix[other])
        shared = int(np.count_nonzero(~np.isnan(gaps)))
        agreement = float(1 - np.nanmean(gaps) / span) if shared >= FEWEST_SHARED else np.nan
        rows.append((values.index[one], values.index[other], agreement, shared))
    return pd.DataFrame(rows, columns=["first", "second", "agreement", "n_shared"])


def agreement_order(values: pd.DataFrame) -> list[str]:
    """Row labels so that rows which agree stand together; the more supportive end comes first.

    Optimal leaf order (Bar-Joseph et al. 2001) of average linkage on mean absolute differences over
    shared columns. Rows that share no column count as half of the largest difference apart; rows with no value come last.
    """
    spoken = values[values.notna().any(axis=1)]
    silent = [label for label in values.index if label not in set(spoken.index)]
    if len(spoken) < 3:
        return [*spoken.index, *silent]
    tree = linkage(squareform(_distances(spoken.to_numpy(dtype=float))), "average", optimal_ordering=True)
    ordered = [spoken.index[int(leaf)] for leaf in leaves_list(tree)]
    means = spoken.mean(axis=1).fillna(0)
    half = len(ordered) // 2
    if means[ordered[:half]].sum() < means[ordered[-half:]].sum():
        ordered.reverse()
    return [*ordered, *silent]


def _distances(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    size = len(matrix)
    spoken = matrix[~np.isnan(matrix)]
    unknown = (spoken.max() - spoken.min()) / 2 if spoken.size else 0.0
    apart = np.zeros((size, size))
    for one, other in combinations(range(size), 2):
        gaps = np.abs(matrix[one] - matrix[other])
        known = gaps[~np.isnan(gaps)]
        apart[one, other] = apart[other, one] = known.mean() if known.size else unknown
    return apart
