"""Which issues carry the structure of a debate: take them away one by one, the least missed first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sayso.analysis.networks.counts import Array, Counts
from sayso.analysis.networks.distances import signed_ties, spectral_distance


def backbone(counts: Counts) -> pd.DataFrame:
    """The issues in the order in which they can be spared, those that carry the most at the end.

    Of the issues left, the one goes without which the network stays nearest to the full one: the spectral distance
    between both, on the one-mode network "subtract", average-normalised, negative ties set to 0. Of equals the one
    with the fewest statements goes, then by name. Columns: step (1 …), issue, loss (the distance once it is gone),
    redundant_loss (the distance of the network made of the removed issues alone), n (statements on it), n_left. The
    loss of the last issue is that of a network without ties: the share of units that had one. Units stay though they fall silent.
    Source: the nested backbone of Leifeld, Discourse Network Analyzer, with the Laplacian's true eigenvalues.
    """
    full = ties_on(counts, range(len(counts.issues)))
    said = counts.values.sum(axis=(0, 2))
    left, removed, rows = list(range(len(counts.issues))), [], []
    while left:
        losses = {
            issue: spectral_distance(full, ties_on(counts, [j for j in left if j != issue])) for issue in left
        }
        # Rounded, so that issues that are missed equally compare as equal.
        gone = min(left, key=lambda issue: (round(losses[issue], 12), said[issue], counts.issues[issue]))
        left.remove(gone)
        removed.append(gone)
        redundant = spectral_distance(full, ties_on(counts, removed))
        rows.append(
            (
                len(removed),
                counts.issues[gone],
                losses[gone],
                redundant,
                int(said[gone]),
                int(said[left].sum()),
            )
        )
    return pd.DataFrame(rows, columns=["step", "issue", "loss", "redundant_loss", "n", "n_left"])


def ties_on(counts: Counts, issues: Sequence[int]) -> Array:
    """The network of some issues alone: "subtract", average-normalised, negative ties set to 0."""
    return np.asarray(np.maximum(signed_ties(counts.values[:, list(issues), :], counts.apart), 0.0))
