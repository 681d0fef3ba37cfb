"""A debate with two camps that nobody can mistake, and what two measures of polarization make of each split of it.

A, B and C agree with three issues, D, E and F with none of them. The true camps are {A, B, C} and {D, E, F}.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from sayso.analysis.networks.counts import Counts, count
from sayso.analysis.networks.one_mode import one_mode
from sayso.analysis.networks.polarization import polarization

UNITS, FIRST = "ABCDEF", "ABC"


@dataclass(frozen=True)
class Split:
    """One way to part the six into two camps of three: both measures, 0 … 1."""

    camps: tuple[str, str]
    share: float
    dna: float

    @property
    def is_true(self) -> bool:
        """Whether allies are together."""
        return self.camps[0] == FIRST


def debate() -> Counts:
    """The six and their three issues."""
    rows = [(unit, issue, float(unit in FIRST)) for unit in UNITS for issue in "123"]
    return count(pd.DataFrame(rows, columns=["unit", "issue", "level"]), levels=[0, 1])


def splits() -> list[Split]:
    """All ten splits, those that DNA's index prefers first."""
    counts = debate()
    found = []
    for others in combinations(UNITS[1:], 2):
        one = UNITS[0] + "".join(others)
        other = "".join(unit for unit in UNITS if unit not in one)
        camps = {unit: one if unit in one else other for unit in UNITS}
        fits = polarization(counts, camps, draws=1)
        assert fits is not None  # there are ties and two camps
        found.append(Split((one, other), fits.share, dna_index(counts, camps)))
    return sorted(found, key=lambda split: (-split.dna, split.camps))


def dna_index(counts: Counts, camps: Mapping[str, str]) -> float:
    """The index of DNA 3.1's `dna_polarization`, normalised; only to be shown beside ours.

    With congruence and conflict average-normalised, sums p and c over ordered pairs, camps of sizes s, W = Σ s (s − 1)
    and B = n (n − 1) − W: half the sum of |congruence − (s (s − 1) / W) (p / W)| + |conflict| inside a camp and of
    |congruence| + |conflict − (s s′ / B) (c / B)| across, over p + c. A distance from an ideal pattern: it grows
    with every tie that is not there to fit, and so prefers camps that part allies.
    """
    same, apart = (one_mode(counts, tie, "average").to_numpy() for tie in ("congruence", "conflict"))
    names = list(counts.units)
    sizes = pd.Series([camps[name] for name in names]).value_counts()
    within = float((sizes * (sizes - 1)).sum())
    between = len(names) * (len(names) - 1) - within
    p, c = float(same.sum()), float(apart.sum())
    total = 0.0
    for i, one in enumerate(names):
        for j, other in enumerate(names):
            if i == j:
                continue
            a, b = float(sizes[camps[one]]), float(sizes[camps[other]])
            if camps[one] == camps[other]:
                total += abs(same[i, j] - a * (a - 1) / within * p / within) + abs(apart[i, j])
            else:
                total += abs(same[i, j]) + abs(apart[i, j] - a * b / between * c / between)
    return float(total / (2 * (p + c)))
