"""How a debate's polarization moved: the same camps, window by window; and who stands outside a faction's majority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sayso.analysis.networks.counts import count
from sayso.analysis.networks.polarization import shares_of
from sayso.analysis.networks.refitting import Search, chance
from sayso.analysis.networks.selection import DAY
from sayso.analysis.networks.windows import Unit, windows

FEWEST_STATEMENTS = 10
COLUMNS = ["middle", "first", "last", "n", "share", "chance", "chance_low", "chance_high"]


@dataclass(frozen=True)
class Course:
    """One row per window (middle, first, last, n, share, chance, chance_low, chance_high; NaN where too few spoke)."""

    unit: Unit
    size: int
    draws: int
    seed: int
    frame: pd.DataFrame

    @property
    def words(self) -> str:
        """The windows in words."""
        return f"windows of {self.size} {self.unit}"


def window_for(days: int) -> tuple[Unit, int]:
    """The unit and size of windows for a span of `days`: six days, four weeks, four months or two years."""
    return (
        ("days", 6)
        if days < 35
        else ("weeks", 4)
        if days <= 180
        else ("months", 4)
        if days <= 5 * 366
        else ("years", 2)
    )


def course(
    statements: pd.DataFrame,
    levels: Sequence[float],
    camps: Mapping[str, str],
    search: Search,
    *,
    draws: int = 99,
    seed: int = 1,
) -> Course:
    """Polarization of `statements` (unit, issue, level, said_on) between fixed `camps`, in windows that fit their span.

    The band is that of camps which `search` finds in debates that are dealt out anew (`refitting.chance`). A window
    under ten statements, or without a tie between two camps, is left open.
    """
    days = statements[DAY]
    unit, size = window_for((days.max() - days.min()).days if len(days) else 0)
    whole = count(statements, levels=levels)
    stretches = list(windows(statements, unit, size))
    values = [
        count(one.statements, levels=levels, units=whole.units, issues=whole.issues).values
        for one in stretches
    ]
    letters = sorted(set(camps.values()))
    labels = np.array([letters.index(camps[unit]) if unit in camps else -1 for unit in whole.units])
    expected = chance(whole, values, search, draws=draws, seed=seed)
    rows = []
    for place, (window, inside) in enumerate(zip(stretches, values, strict=True)):
        n = len(window.statements)
        share = shares_of(inside, levels, labels) if n >= FEWEST_STATEMENTS else float("nan")
        band = expected.band(place) if share == share else (float("nan"),) * 3
        rows.append((window.middle, window.first, window.last, n, share, *band))
    return Course(unit, size, draws, seed, pd.DataFrame(rows, columns=COLUMNS))


def standing(members: pd.DataFrame, factions: Mapping[str, str]) -> pd.DataFrame:
    """`members` (unit, coalition, …) with faction ("" for none), majority and is_outside.

    A faction's majority is the coalition that holds more than half of its units; without one it is 0 and nobody
    stands outside.
    """
    told = members.assign(faction=[factions.get(unit, "") for unit in members["unit"]])
    majority: dict[str, int] = {}
    for faction, own in told[told["faction"] != ""].groupby("faction"):
        counted = own["coalition"].value_counts()
        if 2 * int(counted.iloc[0]) > len(own):
            majority[str(faction)] = int(counted.index[0])
    found = told["faction"].map(majority).fillna(0).astype(int)
    return told.assign(majority=found, is_outside=(found > 0) & (found != told["coalition"]))
