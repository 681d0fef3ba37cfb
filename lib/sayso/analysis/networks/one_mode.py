"""Units by units: how far two speak on the same issues, and on the same side (DESIGN §5)."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from sayso.analysis.networks.counts import Array, Counts

Tie = Literal["ignore", "congruence", "conflict", "subtract"]
Norm = Literal["none", "average", "cosine", "jaccard"]


def one_mode(counts: Counts, tie: Tie = "subtract", norm: Norm = "none") -> pd.DataFrame:
    """The network as a units × units frame with a zero diagonal.

    With X[i, j, k] and the levels' values q, R = max q − min q:

    - ignore Σ_j (Σ_k X[i,j,k]) (Σ_k X[i′,j,k])
    - congruence Σ_j Σ_k Σ_l X[i,j,k] X[i′,j,l] (1 − |q_k − q_l| / R)
    - conflict the same with |q_k − q_l| / R, so that congruence + conflict = ignore
    - subtract = congruence − conflict

    divided by D (0 where D = 0): average (n_i + n_i′) / 2; cosine n_i n_i′ (DNA's name for it; it is no cosine);
    jaccard m₁₀ + m₀₁ + m₁₁ with m₁₀ = Σ_jk X[i,j,k] [X[i′,j,k] = 0], m₀₁ mirrored, m₁₁ = Σ_jk X[i,j,k] X[i′,j,k].
    Source: Leifeld, Discourse Network Analyzer 3; equal to it cell by cell (tests/bench/dna.py).
    """
    same, apart = _shared(counts, 1 - _distance(counts)), _shared(counts, _distance(counts))
    ties: dict[Tie, Array] = {
        "ignore": same + apart, "congruence": same, "conflict": apart, "subtract": same - apart,
    }  # fmt: skip
    weights = np.array(ties[tie])
    if norm != "none":
        size = _size(counts, norm)
        weights = np.divide(weights, size, out=np.zeros_like(weights), where=size != 0)
    np.fill_diagonal(weights, 0.0)
    return pd.DataFrame(weights, index=list(counts.units), columns=list(counts.units))


def _distance(counts: Counts) -> Array:
    """|q_k − q_l| / R between levels; 0 where there is one level only."""
    q = np.array(counts.levels)
    return np.asarray(np.abs(q[:, None] - q[None, :]) / (counts.spread or 1.0))


def _shared(counts: Counts, weight: Array) -> Array:
    return np.asarray(np.einsum("ijk,kl,mjl->im", counts.values, weight, counts.values, optimize=True))


def _size(counts: Counts, norm: Norm) -> Array:
    n = counts.per_unit
    if norm == "average":
        return np.asarray((n[:, None] + n[None, :]) / 2)
    if norm == "cosine":
        return np.outer(n, n)
    flat = counts.values.reshape(len(counts.units), len(counts.issues) * len(counts.levels))
    alone = flat @ (flat == 0).T.astype(float)
    return np.asarray(alone + alone.T + flat @ flat.T)
