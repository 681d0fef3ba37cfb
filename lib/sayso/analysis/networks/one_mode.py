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
    Weighted statements: a pair weighs √(w w′) in ties, in "cosine" and in m₁₁; a statement w in n_i of "average", m₁₀, m₀₁.
    Source: Leifeld, Discourse Network Analyzer 3; equal to it cell by cell (tests/bench/dna.py).
    """
    same, apart = _shared(counts, 1 - counts.apart), _shared(counts, counts.apart)
    ties: dict[Tie, Array] = {
        "ignore": same + apart, "congruence": same, "conflict": apart, "subtract": same - apart,
    }  # fmt: skip
    weights = np.array(ties[tie])
    if norm != "none":
        size = _size(counts, norm)
        weights = np.divide(weights, size, out=np.zeros_like(weights), where=size != 0)
    np.fill_diagonal(weights, 0.0)
    return pd.DataFrame(weights, index=list(counts.units), columns=list(counts.units))


def _shared(counts: Counts, weight: Array) -> Array:
    return np.asarray(np.einsum("ijk,kl,mjl->im", counts.paired, weight, counts.paired, optimize=True))


def _size(counts: Counts, norm: Norm) -> Array:
    if norm == "average":
        n = counts.per_unit
        return np.asarray((n[:, None] + n[None, :]) / 2)
    size = (len(counts.units), len(counts.issues) * len(counts.levels))
    flat, paired = counts.values.reshape(size), counts.paired.reshape(size)
    if norm == "cosine":
        return np.outer(paired.sum(axis=1), paired.sum(axis=1))
    alone = flat @ (flat == 0).T.astype(float)
    return np.asarray(alone + alone.T + paired @ paired.T)
