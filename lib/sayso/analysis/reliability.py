"""How far coders agree: Krippendorff's alpha, percent agreement, who confuses what with what."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Metric = Literal["nominal", "ordinal", "interval"]
Array = NDArray[np.float64]


def alpha(codings: pd.DataFrame, metric: Metric = "nominal") -> float:
    """Krippendorff's α of `codings`, coders × units, NaN where a coder did not code a unit.

    α = 1 − D_o / D_e over the coincidence matrix o_ck, in which a unit with m values gives each ordered pair of its
    values 1 / (m − 1); D_o = Σ o_ck δ²_ck / n, D_e = Σ n_c n_k δ²_ck / (n (n − 1)). δ² is [c ≠ k] (nominal),
    (c − k)² (interval) or (Σ_{g=c..k} n_g − (n_c + n_k) / 2)² (ordinal). Units with one value do not count.
    1 is perfect, 0 is chance; NaN if nothing was coded twice or all values are the same.
    Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). Values may be text if nominal.
    """
    coincidence, values = coincidences(codings)
    totals = coincidence.sum(axis=1)
    n = totals.sum()
    if n == 0 or len(values) < 2:
        return float("nan")
    gaps = _gaps(metric, values, totals)
    observed = (coincidence * gaps).sum() / n
    expected = (np.outer(totals, totals) * gaps).sum() / (n * (n - 1))
    return float(1 - observed / expected)


def coincidences(codings: pd.DataFrame) -> tuple[Array, list[object]]:
    """The coincidence matrix of values that occur in pairs, and those values in ascending order."""
    counts, values = _counts(codings)
    size = counts.sum(axis=1)
    weighted = counts / (size - 1)[:, None]
    return np.asarray(weighted.T @ counts - np.diag(weighted.sum(axis=0))), values


def percent_agreement(codings: pd.DataFrame) -> float:
    """The share of pairs of codings of one unit that agree; NaN if nothing was coded twice."""
    counts, _ = _counts(codings)
    size = counts.sum(axis=1)
    pairs = float((size * (size - 1)).sum())
    return float((counts * (counts - 1)).sum()) / pairs if pairs else float("nan")


def confusion(codings: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """How often coder `one` (rows) said this and coder `other` (columns) that, over units both coded."""
    both = codings.loc[[one, other]].dropna(axis=1).T
    values = sorted(set(both.to_numpy().ravel()))
    table = pd.crosstab(both[one], both[other]).reindex(index=values, columns=values, fill_value=0)
    return table.rename_axis(index=one, columns=other)


def by_group(codings: pd.DataFrame, groups: pd.Series, metric: Metric = "nominal") -> pd.DataFrame:
    """α and percent agreement for each group of units (an issue, say): group, alpha, agreement, n_units.

    `groups` names the group of each column of `codings`. n_units counts those that were coded twice.
    """
    rows = []
    for group, columns in groups.groupby(groups).groups.items():
        own = codings[list(columns)]
        twice = int((own.notna().sum() > 1).sum())
        rows.append((group, alpha(own, metric), percent_agreement(own), twice))
    return pd.DataFrame(rows, columns=["group", "alpha", "agreement", "n_units"])


def _counts(codings: pd.DataFrame) -> tuple[Array, list[object]]:
    """How often each unit that was coded twice got each value, units × values; and the values that occur there."""
    twice = codings.loc[:, (codings.notna().sum() > 1).to_numpy(bool)]
    told = twice.to_numpy(dtype=object).ravel(order="F")
    unit = np.repeat(np.arange(twice.shape[1]), twice.shape[0])
    known = pd.notna(told)
    codes, values = pd.factorize(pd.Series(told[known].tolist()), sort=True)
    counts = np.zeros((twice.shape[1], len(values)))
    np.add.at(counts, (unit[known], codes), 1.0)
    return counts, values.tolist()


def _gaps(metric: Metric, values: list[object], totals: Array) -> Array:
    size = len(values)
    if metric == "nominal":
        return 1 - np.eye(size)
    if metric == "interval":
        numbers = np.array(values, dtype=float)
        return np.asarray((numbers[:, None] - numbers[None, :]) ** 2)
    gaps = np.zeros((size, size))
    for c in range(size):
        for k in range(c + 1, size):
            gaps[c, k] = gaps[k, c] = (totals[c : k + 1].sum() - (totals[c] + totals[k]) / 2) ** 2
    return gaps
