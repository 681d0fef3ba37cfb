"""How far two networks of the same nodes are apart: by their spectra, or tie by tie."""

from __future__ import annotations

import numpy as np

from sayso.analysis.networks.counts import Array


def spectrum(ties: Array) -> Array:
    """Eigenvalues of the normalised Laplacian I − D^(−½) W D^(−½), ascending, 0 … 2; W symmetric, weights ≥ 0.

    D holds the row sums. A node without ties has a row of zeros, and so an eigenvalue 0 (Chung 1997, ch. 1). Raises
    ValueError for negative weights: the Laplacian's meaning rests on there being none.
    """
    if (ties < 0).any():
        raise ValueError("the normalised Laplacian takes weights of 0 and more")
    strength = ties.sum(axis=1)
    root = np.divide(1.0, np.sqrt(strength), out=np.zeros_like(strength), where=strength > 0)
    laplacian = np.diag((strength > 0).astype(float)) - root[:, None] * ties * root[None, :]
    return np.asarray(np.linalg.eigvalsh(laplacian))


def spectral_distance(one: Array, other: Array) -> float:
    """The mean of |λ_r − λ′_r| over the eigenvalues in order: 0 for networks of one shape, whoever stands where.

    DNA's "spectral" distance compares sorted shares of row sums; its Laplacian is computed and not used.
    """
    return float(np.abs(spectrum(one) - spectrum(other)).mean()) if len(one) else 0.0


def tie_distance(one: Array, other: Array) -> float:
    """Σ |w − w′| / Σ (|w| + |w′|): 0 the same ties, 1 none in common, or all turned round; ties may be negative.

    0 where neither network has a tie. Source: Bray and Curtis 1957, on signed weights.
    """
    size = float((np.abs(one) + np.abs(other)).sum())
    return float(np.abs(one - other).sum()) / size if size else 0.0


def signed_ties(values: Array, apart: Array) -> Array:
    """The one-mode network "subtract", average-normalised, of X (units × issues × levels), as `one_mode` gives it.

    `apart` is how far levels are from each other (`Counts.apart`). Without frames and ten times as fast, for what is repeated a thousand times.
    """
    same = 1 - 2 * apart
    flat = (len(values), values.shape[1] * values.shape[2])
    ties = (values @ same).reshape(flat) @ values.reshape(flat).T
    n = values.sum(axis=(1, 2))
    size = (n[:, None] + n[None, :]) / 2
    ties = np.divide(ties, size, out=np.zeros_like(ties), where=size > 0)
    np.fill_diagonal(ties, 0.0)
    return np.asarray(ties)
