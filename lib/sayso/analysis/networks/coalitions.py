"""Coalitions: groups computed from agreement, the best of several methods, and how well they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sayso.analysis.networks.counts import Array, Counts, count
from sayso.analysis.networks.grouping import (
    Labels,
    adjusted_rand,
    average_linkage,
    k_means,
    louvain,
    modularity,
)
from sayso.analysis.networks.one_mode import one_mode
from sayso.analysis.networks.selection import DOCUMENT, UNIT
from sayso.analysis.networks.stability import stability
from sayso.model.wording import number

Method = Literal["louvain", "hierarchical", "k-means"]
FEWEST_UNITS, FEWEST_SHARED, FEWEST_DOCUMENTS = 3, 2, 3
MOST = 6
LOUVAIN_SEEDS = 25


@dataclass(frozen=True)
class Coalitions:
    """The partition with the highest modularity, of those units that can be compared with somebody.

    `members` has unit, coalition (1 is the largest) and together: how often, over the resamples that hold the unit,
    it stood with the other members of its coalition, 0 … 1 (NaN if it is alone). `stability` is the mean adjusted
    Rand index between the partition and those of the resamples: 1 the same, 0 chance; NaN under three documents, when a resample tells nothing. `tried` has method, k,
    modularity and stability of every partition that was compared; stability NaN but for the best of each method.
    """

    method: Method
    k: int
    modularity: float
    stability: float
    n_documents: int
    seed: int
    draws: int
    members: pd.DataFrame
    tried: pd.DataFrame
    apart: tuple[str, ...]
    """Units that share two issues with nobody: they are in no coalition."""


@dataclass(frozen=True)
class NoCoalitions:
    """Why there are none."""

    reason: str


def coalitions(
    statements: pd.DataFrame,
    levels: Sequence[float],
    *,
    most: int = MOST,
    draws: int = 100,
    seed: int = 1,
) -> Coalitions | NoCoalitions:
    """Group the units of `statements` (unit, issue, level, document_id) into at most `most` coalitions.

    Louvain on the one-mode network "subtract", average-normalised, negative ties set to 0, the best of 25 seeds; average
    linkage on the Jaccard distance of what units said (issue and side); k-means on the same; k = 2 … `most`. The best by
    weighted modularity on that network wins, of equals the one with fewest groups. Stability: documents are drawn with
    replacement `draws` times and the winning method, at its k, is run again. There are none under three documents,
    where half of the units or more share two issues with nobody, with fewer than three that do, or without a positive
    tie. Sources: Blondel et al. 2008; Newman 2004; Leifeld, rDNA's multiclust; Hubert and Arabie 1985.
    """
    everyone = count(statements, levels=levels)
    there = comparable(everyone)
    lacking = _lacking(len(there), int(there.sum()), statements[DOCUMENT].nunique())
    if lacking:
        return NoCoalitions(lacking)
    apart = tuple(unit for unit, is_there in zip(everyone.units, there, strict=True) if not is_there)
    statements = statements[~statements[UNIT].isin(apart)]
    counts = count(statements, levels=levels)
    ties = positive_ties(counts)
    if not ties.any():
        return NoCoalitions("no two of those who can be compared agree on anything")
    tried = _tried(counts, ties, most, seed)
    scores = [modularity(ties, labels) for _, _, labels in tried]
    # Rounded, so that equal partitions found in two ways compare as equal.
    ranked = sorted(range(len(tried)), key=lambda place: (-round(scores[place], 9), tried[place][1], place))
    firsts = {method: next(place for place in ranked if tried[place][0] == method) for method, _, _ in tried}
    held = {
        place: stability(
            statements, counts, _by_size(tried[place][2]), partial(_regrouped, *tried[place][:2], seed),
            fewest=max(tried[place][1], 2) + 1, draws=draws, seed=seed,
        )
        for place in firsts.values()
    }  # fmt: skip
    best = ranked[0]
    (method, k, found), (holds, together) = tried[best], held[best]
    labels = _by_size(found)
    members = pd.DataFrame({"unit": list(counts.units), "coalition": labels + 1, "together": together})
    members = members.sort_values(["coalition", "unit"]).reset_index(drop=True)
    table = pd.DataFrame([(name, size) for name, size, _ in tried], columns=["method", "k"])
    return Coalitions(
        method,
        k,
        scores[best],
        holds,
        statements[DOCUMENT].nunique(),
        seed,
        draws,
        members,
        table.assign(
            modularity=scores,
            stability=[held[place][0] if place in held else np.nan for place in range(len(tried))],
        ),
        apart,
    )


def comparable(counts: Counts) -> NDArray[np.bool_]:
    """Which units share two issues or more with somebody."""
    spoke = (counts.values.sum(axis=2) > 0).astype(int)
    shared = spoke @ spoke.T
    np.fill_diagonal(shared, 0)
    return np.asarray((shared >= FEWEST_SHARED).any(axis=1) if len(shared) else np.zeros(0, bool))


def best_groups(counts: Counts, *, most: int = MOST, seed: int = 1, seeds: int = LOUVAIN_SEEDS) -> Labels:
    """The group of each unit in the partition with the highest modularity, of equals the one with fewest groups."""
    ties = positive_ties(counts)
    if not ties.any():
        return np.arange(len(counts.units))
    tried = _tried(counts, ties, most, seed, seeds)
    return min(tried, key=lambda one: (-round(modularity(ties, one[2]), 9), one[1]))[2]


def _lacking(n_units: int, n_comparable: int, n_documents: int) -> str:
    """What there is too little of for camps, in words; "" if there is enough."""
    spoke = f"{number(n_units)} actor{'' if n_units == 1 else 's'} spoke"
    if n_units < FEWEST_UNITS:
        return f"{spoke}, and camps take three"
    if not n_comparable:
        return f"{spoke}, and no two of them on two issues in common"
    if n_documents < FEWEST_DOCUMENTS:
        return f"camps take three articles, and there {'is' if n_documents == 1 else 'are'} {number(n_documents)}"
    if n_comparable < FEWEST_UNITS or 2 * n_comparable <= n_units:
        return f"{number(n_comparable)} of {number(n_units)} actors share two issues with another, and camps take most of them"
    return ""


def positive_ties(counts: Counts) -> Array:
    """Units × units: "subtract", average-normalised, without what divides."""
    return np.asarray(np.maximum(one_mode(counts, "subtract", "average").to_numpy(), 0.0))


def profiles(counts: Counts) -> Array:
    """Units × (issues for, issues neither, issues against), 1 where a unit was found so; booleans have no "neither"."""
    q = np.array([-1.0, 1.0]) if counts.is_boolean else np.array(counts.levels)
    sides = [counts.values[:, :, chosen].sum(axis=2) > 0 for chosen in (q > 0, q == 0, q < 0)]
    return np.concatenate(sides, axis=1).astype(float)


def compared(members: pd.DataFrame, factions: Mapping[str, str]) -> tuple[pd.DataFrame, float]:
    """Computed coalitions (rows) against declared factions (columns), units counted; and their adjusted Rand index.

    Units without a faction are left out; the index is NaN if none is left.
    """
    known = members[members["unit"].isin(set(factions))]
    declared = known["unit"].map(factions)
    if known.empty:
        return pd.DataFrame(), float("nan")
    index = adjusted_rand(known["coalition"].to_numpy(), pd.factorize(declared)[0])
    return pd.crosstab(known["coalition"], declared.rename("faction")), index


def _tried(
    counts: Counts, ties: Array, most: int, seed: int, seeds: int = LOUVAIN_SEEDS
) -> list[tuple[Method, int, Labels]]:
    found: list[tuple[Method, int, Labels]] = []
    groups = max((louvain(ties, seed + turn) for turn in range(seeds)), key=lambda one: modularity(ties, one))
    found.append(("louvain", len(set(groups)), groups))
    for k in range(2, min(most, len(counts.units) - 1) + 1):
        for method in ("hierarchical", "k-means"):
            labels = _grouped(method, counts, k, seed)
            if len(set(labels)) == k:
                found.append((method, k, labels))
    return found


def _grouped(method: Method, counts: Counts, k: int, seed: int) -> Labels:
    if method == "louvain":
        return louvain(positive_ties(counts), seed)
    rows = profiles(counts)
    return average_linkage(rows, k) if method == "hierarchical" else k_means(rows, k, seed)


def _regrouped(method: Method, k: int, seed: int, drawn: Counts) -> Labels:
    return _grouped(method, drawn, k, seed)


def _by_size(labels: Labels) -> Labels:
    """The same groups numbered from 0, the largest first, of equals the one whose unit comes first."""
    firsts = {label: int(np.flatnonzero(labels == label)[0]) for label in set(labels.tolist())}
    order = sorted(firsts, key=lambda label: (-int((labels == label).sum()), firsts[label]))
    return np.array([order.index(label) for label in labels.tolist()], dtype=int)
