"""Three ways to group the nodes of a network, and the modularity of a grouping. Labels are 0 … k − 1."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import pdist

from sayso.analysis.networks.counts import Array

Labels = NDArray[np.int_]
STARTS = 10
MOST_STEPS = 100


def louvain(ties: Array, seed: int) -> Labels:
    """Groups of a symmetric nodes × nodes matrix of weights ≥ 0 (Blondel et al. 2008, as in networkx); k is found."""
    import networkx as nx  # a second to import, and few pages need it

    graph = nx.empty_graph(len(ties))
    one, other = np.nonzero(
        np.triu(ties, 1)
    )  # each tie once: half the time of nx.from_numpy_array, the same graph
    graph.add_weighted_edges_from(zip(one.tolist(), other.tolist(), ties[one, other].tolist(), strict=True))
    groups = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    labels = np.zeros(len(ties), dtype=int)
    for number, group in enumerate(sorted(groups, key=min)):
        labels[sorted(group)] = number
    return labels


def average_linkage(rows: Array, k: int) -> Labels:
    """Rows of 0 and 1 cut into k groups: average linkage on Jaccard distances, 1 − |both| / |either|."""
    tree = linkage(pdist(rows.astype(bool), "jaccard"), "average")
    return np.asarray(fcluster(tree, k, "maxclust") - 1, dtype=int)


def k_means(rows: Array, k: int, seed: int) -> Labels:
    """k groups of rows with the least squared distances to their means, the best of ten seeded starts.

    k-means++ starts (Arthur and Vassilvitskii 2007) and Lloyd's steps, all starts at once. One group where fewer
    than k rows differ; a group that runs empty takes the row that lies farthest from its mean.
    """
    if len(np.unique(rows, axis=0)) < k:
        return np.zeros(len(rows), dtype=int)
    random = np.random.default_rng(seed)
    means = np.stack([_spread_out(rows, k, random) for _ in range(STARTS)])
    labels = np.full((STARTS, len(rows)), -1)
    for _ in range(MOST_STEPS):
        far = _distances(rows, means)
        before, labels = labels, far.argmin(axis=2)
        for start, label in zip(*np.nonzero(_sizes(labels, k) == 0), strict=True):
            own = np.take_along_axis(far[start], labels[start][:, None], axis=1)[:, 0]
            own[_sizes(labels, k)[start][labels[start]] < 2] = -1  # taking it would empty another group
            labels[start, own.argmax()] = label
        if (labels == before).all():
            break
        members = (labels[:, :, None] == np.arange(k)).astype(float)
        means = members.transpose(0, 2, 1) @ rows / members.sum(axis=1)[:, :, None]
    spread = np.take_along_axis(_distances(rows, means), labels[:, :, None], axis=2).sum(axis=(1, 2))
    return np.asarray(labels[int(np.round(spread, 9).argmin())], dtype=int)


def _spread_out(rows: Array, k: int, random: np.random.Generator) -> Array:
    """k rows to begin with: each drawn with a chance that grows with the square of its distance to those drawn."""
    chosen = [rows[random.integers(len(rows))]]
    far = ((rows - chosen[0]) ** 2).sum(axis=1)
    while len(chosen) < k:
        reached = (far / far.sum()).cumsum()  # as random.choice(p=…) draws, without its checks
        reached /= reached[-1]
        chosen.append(rows[reached.searchsorted(random.random(), side="right")])
        far = np.minimum(far, ((rows - chosen[-1]) ** 2).sum(axis=1))
    return np.stack(chosen)


def _distances(rows: Array, means: Array) -> Array:
    """Squared distances, starts × rows × groups."""
    cross = rows @ means.transpose(0, 2, 1)
    return np.asarray((rows**2).sum(axis=1)[None, :, None] - 2 * cross + (means**2).sum(axis=2)[:, None, :])


def _sizes(labels: Labels, k: int) -> Labels:
    return np.asarray((labels[:, :, None] == np.arange(k)).sum(axis=1), dtype=int)


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
