"""X[i, j, k]: how often unit i spoke on issue j at level k."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sayso.analysis.networks.selection import ISSUE, LEVEL, UNIT

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Counts:
    """`values` is units × issues × levels; `levels` are ascending (booleans are 0 and 1).

    Where statements weigh less than one (`kernels`), `values` holds sums of weights and `roots` sums of their square
    roots: a pair of statements weighs √(w w′). With `is_nominal` levels are numbers of words: equal or not, no more.
    """

    values: Array
    units: tuple[str, ...]
    issues: tuple[str, ...]
    levels: tuple[float, ...]
    is_boolean: bool = False
    roots: Array | None = None
    is_nominal: bool = False

    @property
    def paired(self) -> Array:
        """What pairs of statements are counted by."""
        return self.values if self.roots is None else self.roots

    @property
    def per_unit(self) -> Array:
        """n_i = Σ_jk X[i, j, k]."""
        return np.asarray(self.values.sum(axis=(1, 2)))

    @property
    def spread(self) -> float:
        """R = max q − min q."""
        return self.levels[-1] - self.levels[0] if self.levels else 0.0

    @property
    def signed(self) -> Array:
        """The value of each level on a scale with a middle: yes is +1, no is −1."""
        return np.array([-1.0, 1.0]) if self.is_boolean else np.array(self.levels)

    @property
    def apart(self) -> Array:
        """Levels × levels, 0 … 1: |q_k − q_l| / R; of nominal levels 1 for any two that are not the same."""
        if self.is_nominal:
            return 1.0 - np.eye(len(self.levels))
        q = np.array(self.levels)
        return np.asarray(np.abs(q[:, None] - q[None, :]) / (self.spread or 1.0))


def count(
    statements: pd.DataFrame,
    *,
    levels: Sequence[float],
    units: Sequence[str] | None = None,
    issues: Sequence[str] | None = None,
    weights: Array | None = None,
    is_nominal: bool = False,
) -> Counts:
    """Count `statements` (unit, issue, level). `levels` are all that can occur; {0, 1} counts as yes or no.

    `units` and `issues` name rows and columns that must be there though nobody spoke (isolates); otherwise those
    that occur are taken, in sorted order. `weights`, one a statement, default to 1. Raises KeyError for a level that
    is not among `levels`.
    """
    rows = tuple(sorted(set(statements[UNIT]))) if units is None else tuple(units)
    columns = tuple(sorted(set(statements[ISSUE]))) if issues is None else tuple(issues)
    steps = tuple(float(level) for level in sorted(levels))
    place = []
    for column, names in ((UNIT, rows), (ISSUE, columns), (LEVEL, steps)):
        told = statements[column].to_numpy(float if column == LEVEL else object)
        found = pd.Index(names).get_indexer(pd.Index(told)) if len(told) else np.array([], dtype=int)
        if (found < 0).any():
            raise KeyError(told[int(found.argmin())])
        place.append(found)
    values = np.zeros((len(rows), len(columns), len(steps)))
    np.add.at(values, tuple(place), 1.0 if weights is None else weights)
    roots = None
    if weights is not None:
        roots = np.zeros(values.shape)
        np.add.at(roots, tuple(place), np.sqrt(weights))
    is_boolean = steps == (0.0, 1.0) and not is_nominal
    return Counts(values, rows, columns, steps, is_boolean, roots, is_nominal)
