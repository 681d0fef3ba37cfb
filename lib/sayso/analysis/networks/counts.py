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
    """`values` is units × issues × levels; `levels` are ascending (booleans are 0 and 1)."""

    values: Array
    units: tuple[str, ...]
    issues: tuple[str, ...]
    levels: tuple[float, ...]
    is_boolean: bool = False

    @property
    def per_unit(self) -> Array:
        """n_i = Σ_jk X[i, j, k]."""
        return np.asarray(self.values.sum(axis=(1, 2)))

    @property
    def spread(self) -> float:
        """R = max q − min q."""
        return self.levels[-1] - self.levels[0] if self.levels else 0.0


def count(
    statements: pd.DataFrame,
    *,
    levels: Sequence[float],
    units: Sequence[str] | None = None,
    issues: Sequence[str] | None = None,
) -> Counts:
    """Count `statements` (unit, issue, level). `levels` are all that can occur; {0, 1} counts as yes or no.

    `units` and `issues` name rows and columns that must be there though nobody spoke (isolates); otherwise those
    that occur are taken, in sorted order. Raises KeyError for a level that is not among `levels`.
    """
    rows = tuple(sorted(set(statements[UNIT]))) if units is None else tuple(units)
    columns = tuple(sorted(set(statements[ISSUE]))) if issues is None else tuple(issues)
    steps = tuple(float(level) for level in sorted(levels))
    values = np.zeros((len(rows), len(columns), len(steps)))
    place = []
    for column, names in ((UNIT, rows), (ISSUE, columns), (LEVEL, steps)):
        told = statements[column].to_numpy(float if column == LEVEL else object)
        found = pd.Index(names).get_indexer(pd.Index(told)) if len(told) else np.array([], dtype=int)
        if (found < 0).any():
            raise KeyError(told[int(found.argmin())])
        place.append(found)
    np.add.at(values, tuple(place), 1.0)
    return Counts(values, rows, columns, steps, steps == (0.0, 1.0))
