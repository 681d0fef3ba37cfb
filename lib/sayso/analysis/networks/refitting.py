"""Camps are never tested on the stances that made them: they are searched again, without those or with others.

An issue parts camps if it parts those that are found from all other issues. Polarization is beyond chance if it is more
than that of camps found where the stands on every issue were dealt out anew among those who spoke on it: how much is
said, by how many, and how each issue divides stay as they are; that the same actors stand together on several issues goes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import comb

import numpy as np
import pandas as pd

from sayso.analysis.consensus import voices_of
from sayso.analysis.many_tests import corrected
from sayso.analysis.networks.counts import Array, Counts, count
from sayso.analysis.networks.grouping import Labels
from sayso.analysis.networks.polarization import shares_of
from sayso.analysis.networks.selection import ISSUE
from sayso.analysis.wedges import wedges

BAND = 0.9
FEWEST_WAYS = 20  # of dividing the voices: with fewer, p could not be 0.05
Search = Callable[[Counts], Labels]


@dataclass(frozen=True)
class Chance:
    """What camps reached that were searched again in `draws` dealt-out debates.

    `shares` is draws × windows: the share of ties that fit (NaN where a window has no ties, or a draw no two camps).
    """

    shares: Array
    seed: int

    @property
    def draws(self) -> int:
        """How many times the camps were searched again."""
        return len(self.shares)

    def band(self, window: int) -> tuple[float, float, float]:
        """Mean, low and high of the central 90 % of a window's shares; NaN where no draw gave one."""
        shares = self.shares[:, window]
        known = shares[~np.isnan(shares)]
        if not len(known):
            return (float("nan"),) * 3
        # Of n draws and what was observed each rank is as likely: so the p-th quantile stands at rank (n + 1) p.
        low, high = np.quantile(known, [(1 - BAND) / 2, (1 + BAND) / 2], method="weibull")
        return float(known.mean()), float(low), float(high)


def chance(
    counts: Counts, windows: Sequence[Array], search: Search, *, draws: int = 99, seed: int = 1
) -> Chance:
    """Deal out stands and search again, `draws` times.

    Camps are found in `counts` (units × issues × levels); `windows` are the same counts of each stretch of time, dealt
    out alike. `search` gives the group of each unit; a group of one is no camp.
    """
    random = np.random.default_rng(seed)
    spoke = [np.flatnonzero(counts.values[:, issue].sum(axis=1)) for issue in range(len(counts.issues))]
    stacked = np.stack(list(windows)) if windows else np.zeros((0, *counts.values.shape))
    shares = np.full((draws, len(stacked)), np.nan)
    for draw in range(draws if len(stacked) else 0):
        values, inside = counts.values.copy(), stacked.copy()
        for issue, units in enumerate(spoke):
            dealt = random.permutation(units)
            values[units, issue] = counts.values[dealt, issue]
            inside[:, units, issue] = stacked[:, dealt, issue]
        camps = in_camps(search(replace(counts, values=values)))
        shares[draw] = [shares_of(window, counts.levels, camps) for window in inside]
    return Chance(shares, seed)


def in_camps(labels: Labels) -> Labels:
    """`labels` with −1 for whoever is alone in a group."""
    sizes = np.bincount(labels)
    return np.where(sizes[labels] > 1, labels, -1)


def tested_wedges(
    parted: pd.DataFrame,
    statements: pd.DataFrame,
    levels: Sequence[float],
    positions: pd.DataFrame,
    search: Search,
) -> pd.DataFrame:
    """`wedges.wedges` of the camps as shown, with p and q of camps that were found without the issue.

    `statements` (unit, issue, level) are what camps are found in, `positions` (unit_id, issue_id, value) what stands on
    each issue. `is_testable` is false where under 20 ways lead from the voices to camps of such sizes, or fewer than
    two of those camps were heard: p and q are NaN there. q is corrected for the issues tested (`many_tests`).
    """
    units = sorted(set(statements["unit"]))
    p = []
    for issue in parted["issue_id"]:
        rest = count(statements[statements[ISSUE] != issue], levels=levels, units=units)
        camps = dict(zip(units, in_camps(search(rest)).tolist(), strict=True))
        voices = voices_of(
            positions[positions["issue_id"] == issue],
            {unit: str(camp) for unit, camp in camps.items() if camp >= 0},
        )
        own = wedges(voices)
        is_testable = len(own) and _ways(voices.groupby("group").size()) >= FEWEST_WAYS
        p.append(float(own["p"].iloc[0]) if is_testable else float("nan"))
    values = np.array(p, dtype=float)
    known = ~np.isnan(values)
    q = np.full(len(values), np.nan)
    q[known] = corrected(values[known])
    return parted.assign(p=values, q=q, is_testable=known)


def _ways(sizes: pd.Series[int]) -> float:
    """In how many ways voices can be divided into groups of such sizes; groups of one size may change names."""
    left, ways = int(sizes.sum()), 1
    for size in sizes:
        ways *= comb(left, int(size))
        left -= int(size)
    for same in sizes.value_counts():
        for number in range(2, int(same) + 1):
            ways //= number
    return float(min(ways, 10**9))
