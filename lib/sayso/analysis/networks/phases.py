"""When the network changed: what was before a day beside what came after it, and windows beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sayso.analysis.networks.counts import Array, count
from sayso.analysis.networks.distances import signed_ties, spectral_distance, tie_distance
from sayso.analysis.networks.selection import DAY, DOCUMENT, ISSUE, LEVEL, UNIT
from sayso.analysis.networks.windows import Window

Distance = Literal["ties", "spectrum"]
BAND = 0.95
FEWEST_DOCUMENTS = 3


def window_distances(
    windows: Sequence[Window], levels: Sequence[float], distance: Distance = "ties"
) -> pd.DataFrame:
    """Windows × windows: how far their networks ("subtract", average-normalised) are apart, 0 on the diagonal.

    Rows and columns are the windows' middles. All networks have the units of all windows. "ties": see `tie_distance`;
    "spectrum": see `spectral_distance`, negative ties set to 0.
    """
    everything = [window.statements for window in windows]
    units, issues = (sorted({name for said in everything for name in said[key]}) for key in (UNIT, ISSUE))
    networks = [
        _network(
            count(said, levels=levels, units=units, issues=issues).values, tuple(sorted(levels)), distance
        )
        for said in everything
    ]
    middles = [window.middle for window in windows]
    apart = [[_apart(one, other, distance) for other in networks] for one in networks]
    return pd.DataFrame(apart, index=middles, columns=middles)


def changes(
    statements: pd.DataFrame,
    levels: Sequence[float],
    *,
    days: int = 120,
    step: int = 30,
    distance: Distance = "ties",
    draws: int = 199,
    seed: int = 1,
) -> pd.DataFrame:
    """How much the network changes at each moment, beside what it would if nothing changed there.

    `statements` has unit, issue, level, said_on, document_id. Every `step` days the network of the `days` before a day
    is compared with that of the `days` from it on, among the units that spoke in both. The null band comes from
    `draws` exchanges of the documents of both stretches (so many on either side as there were): p is the share of
    those, and of the real one, that are as far apart or farther. Columns: day, distance, chance (mean), chance_high
    (95 %), p, n_before, n_after (documents), n_units. Moments with under three documents or two units on both sides are
    left out. Neighbouring moments share documents: read a run of low p as one change (`moments`).
    """
    ordered = statements.sort_values([DAY, DOCUMENT], kind="stable")
    if ordered.empty:
        return _frame([])
    first, last = ordered[DAY].min().normalize(), ordered[DAY].max().normalize()
    stretch, rows = pd.Timedelta(days=days), []
    for day in pd.date_range(first + stretch, last - stretch + pd.Timedelta(days=1), freq=f"{step}D"):
        near = ordered[(ordered[DAY] >= day - stretch) & (ordered[DAY] < day + stretch)]
        row = _at(near, (near[DAY] >= day).to_numpy(), tuple(sorted(levels)), distance, draws, seed)
        rows += [(day.date(), *row)] if row else []
    return _frame(rows)


def moments(found: pd.DataFrame, days: int = 120, p: float = 0.05) -> pd.DataFrame:
    """The rows of `changes` that stand for a change: p at the most as given, the farthest beyond chance first taken.

    No two lie nearer than `days`. In order of time.
    """
    sure = found[found["p"] <= p]
    excess = sure["distance"] - sure["chance"]
    taken: list[int] = []
    for place in excess.sort_values(ascending=False, kind="stable").index:
        day = sure["day"][place]
        if all(abs(day - sure["day"][other]) >= timedelta(days=days) for other in taken):
            taken.append(place)
    return sure.loc[sorted(taken)].reset_index(drop=True)


def _at(
    near: pd.DataFrame,
    is_after: NDArray[np.bool_],
    levels: tuple[float, ...],
    distance: Distance,
    draws: int,
    seed: int,
) -> tuple[float, float, float, float, int, int, int] | None:
    """One row of `changes` without its day; None where there is too little to compare."""
    both = set(near.loc[is_after, UNIT]) & set(near.loc[~is_after, UNIT])
    chosen = near[UNIT].isin(both).to_numpy()
    near, is_after = near[chosen], is_after[chosen]
    document, _ = pd.factorize(near[DOCUMENT])
    later = np.zeros(document.max(initial=-1) + 1, dtype=bool)
    later[document[is_after]] = True  # a document with statements on both sides goes with the later one
    n_after, n_before = int(later.sum()), int((~later).sum())
    if min(n_after, n_before) < FEWEST_DOCUMENTS or len(both) < 2:
        return None
    codes = [pd.factorize(near[key], sort=True) for key in (UNIT, ISSUE)]
    place = (codes[0][0], codes[1][0], np.searchsorted(levels, near[LEVEL]))
    shape = (len(codes[0][1]), len(codes[1][1]), len(levels))

    def apart(side: NDArray[np.bool_]) -> float:
        networks = []
        for chosen in (side, ~side):
            values = np.zeros(shape)
            np.add.at(values, place, chosen[document].astype(float))
            networks.append(_network(values, levels, distance))
        return _apart(networks[0], networks[1], distance)

    random = np.random.default_rng(seed)
    observed = apart(later)
    chance = np.array([apart(random.permutation(later)) for _ in range(draws)])
    p = (1 + int((chance >= observed - 1e-12).sum())) / (1 + draws)
    return observed, float(chance.mean()), float(np.quantile(chance, BAND)), p, n_before, n_after, len(both)


def _network(values: Array, levels: tuple[float, ...], distance: Distance) -> Array:
    q = np.array(levels)
    ties = signed_ties(values, np.abs(q[:, None] - q[None, :]) / ((q[-1] - q[0]) or 1.0))
    return ties if distance == "ties" else np.maximum(ties, 0.0)


def _apart(one: Array, other: Array, distance: Distance) -> float:
    return tie_distance(one, other) if distance == "ties" else spectral_distance(one, other)


def _frame(rows: list[tuple[date, float, float, float, float, int, int, int]]) -> pd.DataFrame:
    columns = ["day", "distance", "chance", "chance_high", "p", "n_before", "n_after", "n_units"]
    return pd.DataFrame(rows, columns=columns)
