"""Three ways to group the nodes of a network, and the modularity of a grouping. Labels are 0 … k − 1."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import pdist

from sayso.analysis.networks.counts import Array

Labels = NDArray[np.int_]
STARTS = 10


def louvain(ties: Array, seed: int) -> Labels:
    """Groups of a symmetric nodes × nodes matrix of weights ≥ 0 (Blondel et al. 2008, as in networkx); k is found."""
    import networkx as nx  # a second to import, and few pages need it

    groups = nx.community.louvain_communities(nx.from_numpy_array(ties), weight="weight", seed=seed)
    labels = np.zeros(len(ties), dtype=int)
    for number, group in enumerate(sorted(groups, key=min)):
        labels[sorted(group)] = number
    return labels


def average_linkage(rows: Array, k: int) -> Labels:
    """Rows of 0 and 1 cut into k groups: average linkage on Jaccard distances, 1 − |both| / |either|."""
    tree = linkage(pdist(rows.astype(bool), "jaccard"), "average")
    return np.asarray(fcluster(tree, k, "maxclust") - 1, dtype=int)


def k_means(rows: Array, k: int, seed: int) -> Labels:
    """k groups of rows with the least squared distances to their means, the best of ten seeded starts."""
    from sklearn.cluster import KMeans  # a second to import, and few pages need it

    if len(np.unique(rows, axis=0)) < k:
        return np.zeros(len(rows), dtype=int)
    return np.asarray(KMeans(k, n_init=STARTS, random_state=seed).fit_predict(rows), dtype=int)


def modularity(ties: Array, labels: Labels) -> float:
    """Σ over pairs in one group of (w_ij − s_i s_j / 2m) / 2m, with s the row sums and 2m their sum (Newman 2004)."""
    strength = ties.sum(axis=1)
    total = strength.sum()
    inside = labels[:, None] == labels[None, :]
    return float(((ties - np.outer(strength, strength) / total) * inside).sum() / total) if total else 0.0


def adjusted_rand(one: Labels, other: Labels) -> float:
    """How far two groupings of the same nodes agree, 1 for the same and 0 for chance (Hubert and Arabie 1985)."""
    table = np.zeros((one.max(initial=0) + 1, other.max(initial=0) + 1))
    np.add.at(table, (one, other), 1.0)
    same, rows, columns = (
        float((n * (n - 1)).sum() / 2) for n in (table, table.sum(axis=1), table.sum(axis=0))
    )
    pairs = len(one) * (len(one) - 1) / 2
    expected = rows * columns / pairs if pairs else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == expected else (same - expected) / (most - expected)
