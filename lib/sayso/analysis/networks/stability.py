"""How well a grouping holds when other documents of the same kind are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from sayso.analysis.networks.counts import Array, Counts
from sayso.analysis.networks.grouping import Labels, adjusted_rand
from sayso.analysis.networks.selection import DOCUMENT, ISSUE, LEVEL, UNIT

FEWEST_DOCUMENTS = 3


def stability(
    statements: pd.DataFrame,
    counts: Counts,
    labels: Labels,
    regroup: Callable[[Counts], Labels],
    *,
    fewest: int,
    draws: int,
    seed: int,
) -> tuple[float, Array]:
    """`labels` of the units of `counts` against what `regroup` gives for documents drawn with replacement.

    The mean adjusted Rand index over the units of each draw (NaN if no draw holds `fewest` units, or under three
    documents: all draws would be alike), and per unit how
    often it stood with the other members of its group, over the draws that hold both, 0 … 1 (NaN if it is alone).
    """
    size = len(counts.units)
    found, held, both = [], np.zeros((size, size)), np.zeros((size, size))
    for values in _drawn(statements, counts, draws, seed):
        there = np.flatnonzero(values.sum(axis=(1, 2)))
        if len(there) < fewest:
            continue
        again = regroup(replace(counts, values=values[there], units=tuple(counts.units[at] for at in there)))
        found.append(adjusted_rand(labels[there], again))
        held[np.ix_(there, there)] += again[:, None] == again[None, :]
        both[np.ix_(there, there)] += 1
    fellow = (labels[:, None] == labels[None, :]) & ~np.eye(size, dtype=bool)
    share = np.divide(held, both, out=np.zeros_like(held), where=both > 0)
    met = (fellow & (both > 0)).sum(axis=1)
    together = np.divide((share * fellow).sum(axis=1), met, out=np.full(size, np.nan), where=met > 0)
    return (float(np.mean(found)) if found else float("nan")), together


def _drawn(statements: pd.DataFrame, counts: Counts, draws: int, seed: int) -> Iterator[Array]:
    """X of as many documents as there are, drawn with replacement, `draws` times."""
    random = np.random.default_rng(seed)
    documents, names = pd.factorize(statements[DOCUMENT])
    names_by_column = ((UNIT, counts.units), (ISSUE, counts.issues), (LEVEL, counts.levels))
    place = tuple(
        pd.Index(known).get_indexer(pd.Index(statements[column])) for column, known in names_by_column
    )
    for _ in range(draws if len(names) >= FEWEST_DOCUMENTS else 0):
        times = np.bincount(random.integers(0, len(names), len(names)), minlength=len(names))
        values = np.zeros(counts.values.shape)
        np.add.at(values, place, times[documents].astype(float))
        yield values
