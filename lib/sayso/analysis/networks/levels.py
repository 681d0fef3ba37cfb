"""How statements spread over the levels of a scale: counts, and how divided an issue is."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from sayso.analysis.networks.counts import Counts

Side = Literal["issue", "node"]
DISPERSION = ["issue", "n", "n_units", "mean", "variance", "entropy", "entropy_share"]


def per_level(counts: Counts, side: Side = "issue") -> pd.DataFrame:
    """One row per issue (or unit), one column per level: Σ_i X[i,j,k] (or Σ_j), in the order of `counts`.

    Source: the bar plot of Leifeld, rDNA, if repeats are told by that side and the level alone.
    """
    names = counts.issues if side == "issue" else counts.units
    values = counts.values.sum(axis=0 if side == "issue" else 1)
    return pd.DataFrame(values.astype(int), index=list(names), columns=list(counts.levels))


def dispersion(counts: Counts) -> pd.DataFrame:
    """One row per issue: n statements, of n_units units; their mean and variance; their entropy.

    With p_k the share at level k of K: mean Σ p_k q_k, variance Σ p_k (q_k − mean)² (yes is +1, no is −1; NaN for
    levels that are words), entropy −Σ p_k log₂ p_k in bits (Shannon 1948), and as a share of its most, log₂ K: 0 where
    all are at one level, 1 where all levels are as frequent. Variance knows that −2 and +2 are far apart, entropy does
    not: five levels alike have more of it than two camps. Issues without a statement have NaN.
    """
    n = counts.values.sum(axis=(0, 2))
    at = counts.values.sum(axis=0)
    p = np.divide(at, n[:, None], out=np.full_like(at, np.nan), where=n[:, None] > 0)
    q = np.full(len(counts.levels), np.nan) if counts.is_nominal else counts.signed
    mean = p @ q
    variance = (p * (q[None, :] - mean[:, None]) ** 2).sum(axis=1)
    bits = -(p * np.log2(np.where(p > 0, p, 1.0))).sum(axis=1) + 0.0
    most = np.log2(len(counts.levels)) if len(counts.levels) > 1 else 1.0
    n_units = (counts.values.sum(axis=2) > 0).sum(axis=0)
    rows = zip(counts.issues, n.astype(int), n_units, mean, variance, bits, bits / most, strict=True)
    return pd.DataFrame(rows, columns=DISPERSION)
