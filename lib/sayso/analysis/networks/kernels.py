"""A window without edges: statements weigh less the farther their day is from the window's middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
import pandas as pd

from sayso.analysis.networks.counts import Array
from sayso.analysis.networks.selection import DAY

Kernel = Literal["uniform", "epanechnikov", "triangular", "gaussian"]


@dataclass(frozen=True)
class Slice:
    """The statements that weigh something around one moment, and how much each does."""

    middle: date
    statements: pd.DataFrame
    weights: Array


def weight(kernel: Kernel, u: Array) -> Array:
    """K(u), u in bandwidths: uniform ½, Epanechnikov ¾ (1 − u²), triangular 1 − |u|, each 0 where |u| > 1; Gaussian
    exp(−u²/2) / √(2π) everywhere.

    Source: Silverman 1986, Density Estimation, table 3.1 and § 2.4. All are symmetric (DNA 3.1's triangular is |1 − u|).
    """
    u = np.asarray(u, dtype=float)
    inside = np.abs(u) <= 1
    match kernel:
        case "uniform":
            return np.where(inside, 0.5, 0.0)
        case "epanechnikov":
            return np.where(inside, 0.75 * (1 - u**2), 0.0)
        case "triangular":
            return np.where(inside, 1 - np.abs(u), 0.0)
        case _:
            return np.asarray(np.exp(-(u**2) / 2) / np.sqrt(2 * np.pi))


def slices(
    statements: pd.DataFrame, kernel: Kernel, bandwidth: int, step: int = 1, *, edges: bool = False
) -> Iterator[Slice]:
    """A slice every `step` days, in which a statement of day d weighs K((d − middle) / `bandwidth`), both in days.

    Middles run from the first statement's day plus a bandwidth to the last one's less a bandwidth, so that no slice
    reaches past them; with `edges` from the first day to the last. The Gaussian weighs all statements. Raises ValueError
    for a bandwidth or step under 1. Source: Leifeld, Discourse Network Analyzer 3, whose window size is two bandwidths.
    """
    if bandwidth < 1 or step < 1:
        raise ValueError("a bandwidth and a step are one day at least")
    if statements.empty:
        return
    days = statements[DAY].dt.normalize()
    reach = timedelta(days=0 if edges else bandwidth)
    middle, last = days.min() + reach, days.max() - reach
    while middle <= last:
        weights = weight(kernel, ((days - middle).dt.days / bandwidth).to_numpy(float))
        heavy = weights > 0
        yield Slice(middle.date(), statements[heavy], weights[heavy])
        middle += timedelta(days=step)
