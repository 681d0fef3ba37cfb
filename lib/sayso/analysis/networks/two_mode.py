"""Units by issues: who spoke on what, and on which side (DESIGN §5)."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from sayso.analysis.networks.counts import Array, Counts

Cell = Literal["ignore", "subtract", "combine"]
Share = Literal["none", "activity", "prominence"]


def two_mode(counts: Counts, cell: Cell = "subtract", share: Share = "none") -> pd.DataFrame:
    """The network as a units × issues frame.

    ignore Σ_k X · subtract Σ_k q_k X (a boolean level counts as +1 or −1) · combine Σ_k [X > 0] 2^(K−1−k), which
    for booleans gives 1 for agreement alone, 2 for disagreement alone, 3 for both. `share` divides by what the
    row (activity) or column (prominence) holds: its cells for "ignore", else its statements; 0 where it holds none.
    Raises ValueError for "subtract" of nominal levels. Source: Leifeld, Discourse Network Analyzer 3.
    """
    spoken = counts.values.sum(axis=2)
    values = _cells(counts, cell)
    if share != "none":
        total = (values if cell == "ignore" else spoken).sum(axis=1 if share == "activity" else 0)
        total = total[:, None] if share == "activity" else total[None, :]
        size = np.broadcast_to(total, values.shape)
        values = np.divide(values, size, out=np.zeros_like(values), where=size != 0)
    return pd.DataFrame(values, index=list(counts.units), columns=list(counts.issues))


def _cells(counts: Counts, cell: Cell) -> Array:
    if cell == "ignore":
        return np.array(counts.values.sum(axis=2))
    if cell == "subtract":
        if counts.is_nominal:
            raise ValueError("words are not added up: subtract takes levels that are numbers")
        return np.asarray(counts.values @ counts.signed)
    powers = 2.0 ** np.arange(len(counts.levels) - 1, -1, -1)
    return np.asarray((counts.values > 0) @ powers)
