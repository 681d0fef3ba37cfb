"""The set of issues that keeps the structure of a debate best: of a fixed size, or of a size that costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb, exp

import numpy as np

from sayso.analysis.networks.backbone import backbone, ties_on
from sayso.analysis.networks.counts import Counts
from sayso.analysis.networks.distances import spectral_distance

PENALTY = 3.5
MOST_SETS = 2_000  # that are all tried; with more a search takes over
STARTS, STEPS, COOLEST = 4, 60, 1e-3
Issues = frozenset[int]
Value = Callable[[Issues], float]


@dataclass(frozen=True)
class BackboneSet:
    """`issues` in the order of the counts; `loss` is the spectral distance of their network from the full one,
    `redundant_loss` that of the network of all others; `value` is what was made small.

    `is_exact`: every set was tried. Otherwise the best of a seeded search.
    """

    issues: tuple[str, ...]
    loss: float
    redundant_loss: float
    value: float
    is_exact: bool
    seed: int


def losses(counts: Counts, issues: Iterable[str]) -> tuple[float, float]:
    """The loss of a backbone of `issues`, and that of all others: rDNA's dna_evaluateBackboneSolution.

    Spectral distances from the full network as in `backbone.backbone`. Raises KeyError for an issue that is not there.
    """
    place = {name: number for number, name in enumerate(counts.issues)}
    own = frozenset(place[issue] for issue in issues)
    loss = _Losses(counts)
    return loss(own), loss(frozenset(range(len(counts.issues))) - own)


def fixed_backbone(counts: Counts, size: int, *, seed: int = 1, most_sets: int = MOST_SETS) -> BackboneSet:
    """The `size` issues with the smallest loss; of equals those first in name.

    All sets are tried, or more than `most_sets` searched by simulated annealing (Kirkpatrick et al. 1983), from the
    nested backbone and random beginnings; the best set seen is kept. Raises ValueError unless 1 ≤ size ≤ issues.
    Source: the fixed backbone of Leifeld, Discourse Network Analyzer, with the Laplacian's true eigenvalues.
    """
    n = len(counts.issues)
    if not 1 <= size <= n:
        raise ValueError(f"a backbone has 1 to {n} issues")
    loss = _Losses(counts)
    is_exact = comb(n, size) <= most_sets
    sets = map(frozenset, combinations(range(n), size)) if is_exact else None
    return _best(counts, loss, loss, sets, {size}, seed)


def penalised_backbone(
    counts: Counts, penalty: float = PENALTY, *, seed: int = 1, most_sets: int = MOST_SETS
) -> BackboneSet:
    """The set B of issues, not all and not none, with the smallest loss(B) · exp(−`penalty` (|C| − |B|) / |C|).

    Of equals the one with fewest issues. The set of all issues C has no loss, and would win whatever the penalty: it is
    left out. Searched as `fixed_backbone`. Raises ValueError under two issues or for a penalty under 0.
    Source: the penalised backbone of Leifeld, Discourse Network Analyzer, with the Laplacian's true eigenvalues.
    """
    n = len(counts.issues)
    if n < 2 or penalty < 0:
        raise ValueError("a penalised backbone takes two issues and a penalty of 0 or more")
    loss = _Losses(counts)

    def value(issues: Issues) -> float:
        return loss(issues) * exp(-penalty * (n - len(issues)) / n)

    is_exact = 2**n - 2 <= most_sets
    every = (frozenset(own) for size in range(1, n) for own in combinations(range(n), size))
    return _best(counts, loss, value, every if is_exact else None, set(range(1, n)), seed)


class _Losses:
    """Losses by set, each computed once."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._full = ties_on(counts, range(len(counts.issues)))
        self._known: dict[Issues, float] = {}

    def __call__(self, issues: Issues) -> float:
        if issues not in self._known:
            self._known[issues] = spectral_distance(self._full, ties_on(self._counts, sorted(issues)))
        return self._known[issues]


def _best(
    counts: Counts, loss: _Losses, value: Value, sets: Iterable[Issues] | None, sizes: set[int], seed: int
) -> BackboneSet:
    names = counts.issues

    def rank(issues: Issues) -> tuple[float, int, list[str]]:
        # Rounded, so that sets that lose equally compare as equal.
        return round(value(issues), 12), len(issues), sorted(names[place] for place in issues)

    is_exact = sets is not None
    best = min(sets if sets is not None else _searched(counts, value, sizes, seed), key=rank)
    rest = frozenset(range(len(names))) - best
    return BackboneSet(
        tuple(names[place] for place in sorted(best)), loss(best), loss(rest), value(best), is_exact, seed
    )


def _searched(counts: Counts, value: Value, sizes: set[int], seed: int) -> Iterator[Issues]:
    """The best set seen from each beginning, moved on until no neighbour is better."""
    random = np.random.default_rng(seed)
    n = len(counts.issues)
    order = [counts.issues.index(name) for name in backbone(counts)["issue"]]
    nested = min((frozenset(order[n - size :]) for size in sorted(sizes)), key=value)
    chosen = sorted(sizes)
    for start in range(STARTS):
        size = chosen[random.integers(len(chosen))]
        beginning = nested if start == 0 else frozenset(random.choice(n, size, replace=False).tolist())
        best = _annealed(beginning, value, n, sizes, random)
        while (better := min(_neighbours(best, n, sizes), key=value, default=best)) != best:
            if value(better) >= value(best) - 1e-12:
                break
            best = better
        yield best


def _annealed(here: Issues, value: Value, n: int, sizes: set[int], random: np.random.Generator) -> Issues:
    """Moves to a neighbour that is better, or worse with a chance that falls as it cools; the best set seen."""
    best, steps = here, STEPS * n
    warm = max(value(here), COOLEST)
    for step in range(steps):
        heat = warm * (COOLEST / warm) ** (step / steps) if warm > COOLEST else COOLEST
        near = _moved(here, n, sizes, random)
        worse = value(near) - value(here)
        if worse <= 0 or random.random() < exp(-worse / heat):
            here = near
            best = min(best, here, key=value)
    return best


def _moved(here: Issues, n: int, sizes: set[int], random: np.random.Generator) -> Issues:
    """`here` with an issue more, one less, or one for another."""
    inside, outside = sorted(here), sorted(set(range(n)) - here)
    grow, shrink = len(here) + 1 in sizes, len(here) - 1 in sizes
    moves = [
        *(["add"] if grow else []),
        *(["drop"] if shrink else []),
        *(["swap"] if inside and outside else []),
    ]
    match moves[random.integers(len(moves))] if moves else "":
        case "add":
            return here | {outside[random.integers(len(outside))]}
        case "drop":
            return here - {inside[random.integers(len(inside))]}
        case "swap":
            gone, come = inside[random.integers(len(inside))], outside[random.integers(len(outside))]
            return here - {gone} | {come}
        case _:
            return here


def _neighbours(here: Issues, n: int, sizes: set[int]) -> Iterator[Issues]:
    outside = set(range(n)) - here
    yield from (here - {gone} | {come} for gone in sorted(here) for come in sorted(outside))
    if len(here) + 1 in sizes:
        yield from (here | {come} for come in sorted(outside))
    if len(here) - 1 in sizes:
        yield from (here - {gone} for gone in sorted(here))
