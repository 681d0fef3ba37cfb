"""What p is worth when many things are tested at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def corrected(p: Array) -> Array:
    """p of many tests, each raised so that of all issues with q ≤ 0.05 one in twenty is expected to be chance.

    With p in ascending order p_1 … p_m: q_i = min over j ≥ i of p_j m / j, at most 1. Source: Benjamini and Hochberg
    1995; it holds where tests lean the same way (Benjamini and Yekutieli 2001), as issues on which the same actors spoke do.
    """
    order = np.argsort(p, kind="stable")
    steps = p[order] * len(p) / np.arange(1, len(p) + 1)
    found = np.empty(len(p))
    found[order] = np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1.0)
    return found
