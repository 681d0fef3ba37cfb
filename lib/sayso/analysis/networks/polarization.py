"""How far a debate has split into camps: agreement inside, conflict across, beside what chance would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sayso.analysis.networks.counts import Array, Counts
from sayso.analysis.networks.one_mode import one_mode

BAND = 0.9


@dataclass(frozen=True)
class Polarization:
    """`share` of all ties that fit the camps, 0 … 1, beside the mean and the central 90 % of random camps."""

    share: float
    chance: float
    chance_low: float
    chance_high: float
    ties: float
    seed: int

    @property
    def is_beyond_chance(self) -> bool:
        """Whether random camps of the same sizes reach so much in fewer than one of twenty cases."""
        return self.share > self.chance_high


def polarization(
    counts: Counts, camps: Mapping[str, str], *, draws: int = 500, seed: int = 1
) -> Polarization | None:
    """The share of ties that fit `camps` (camp by unit): (congruence inside + conflict across) / (congruence + conflict).

    In symbols, over pairs i < i′ of units in camps c: Σ (c_i = c_i′ ? congruence : conflict) / Σ (congruence + conflict).
    Units without a camp are left out. The null band comes from `draws` random assignments that keep the camps' sizes.
    None where there are no ties or fewer than two camps: nothing can be said. (DESIGN §5: unlike DNA's index, which
    measures the distance from an ideal pattern and so rewards putting allies apart, this one knows which way a tie points.)
    """
    names = [unit for unit in counts.units if unit in camps]
    labels = pd.factorize(np.array([camps[unit] for unit in names]))[0] if names else np.array([], dtype=int)
    same = one_mode(counts, "congruence").loc[names, names].to_numpy()
    apart = one_mode(counts, "conflict").loc[names, names].to_numpy()
    ties = float((same + apart).sum() / 2)
    if ties == 0 or len(set(labels)) < 2:
        return None
    random = np.random.default_rng(seed)
    chance = _shares(same, apart, random.permuted(np.tile(labels, (draws, 1)), axis=1))
    tail = (1 - BAND) / 2
    low, high = np.quantile(chance, [tail, 1 - tail])
    return Polarization(
        float(_shares(same, apart, labels[None, :])[0]),
        float(chance.mean()),
        float(low),
        float(high),
        ties,
        seed,
    )


def shares_of(values: Array, levels: Sequence[float], camps: NDArray[np.int_]) -> float:
    """The share of ties of `values` (units × issues × levels) that fit `camps` (−1 in none); NaN without ties or camps.

    Congruence Σ_jkl X[i,j,k] X[i′,j,l] (1 − |q_k − q_l| / R) and conflict with |q_k − q_l| / R, as in `one_mode`.
    """
    inside = camps >= 0
    labels = camps[inside]
    if len(set(labels.tolist())) < 2:
        return float("nan")
    steps = np.asarray(levels, dtype=float)
    far = np.abs(steps[:, None] - steps[None, :]) / (steps.max() - steps.min())
    spoken = values[inside]
    flat = spoken.reshape(len(spoken), -1)
    apart = flat @ (spoken @ far).reshape(len(spoken), -1).T
    met = spoken.sum(axis=2)
    ties = met @ met.T
    np.fill_diagonal(apart, 0.0)
    np.fill_diagonal(ties, 0.0)
    total = ties.sum()
    same = labels[:, None] == labels[None, :]
    return float(np.where(same, ties - apart, apart).sum() / total) if total else float("nan")


def camps_between(counts: Counts, camps: Mapping[str, str]) -> pd.DataFrame:
    """Mean congruence and conflict per pair of units, inside each camp and between each two.

    Columns: first, second, agreement (congruence / (congruence + conflict), NaN where no two units met), ties, n_pairs.
    Rows with first = second are a camp's cohesion, the others the distance between two (1 − agreement is how far). Source:
    DESIGN §5's congruence and conflict, summed over the pairs of units.
    """
    same, apart = one_mode(counts, "congruence"), one_mode(counts, "conflict")
    names = sorted({camps[unit] for unit in counts.units if unit in camps})
    members = {name: [unit for unit in counts.units if camps.get(unit) == name] for name in names}
    rows = []
    for place, one in enumerate(names):
        for other in names[place:]:
            inside = one == other
            half = 2 if inside else 1
            together = float(same.loc[members[one], members[other]].to_numpy().sum()) / half
            against = float(apart.loc[members[one], members[other]].to_numpy().sum()) / half
            ties = together + against
            pairs = len(members[one]) * (len(members[other]) - inside) // half
            rows.append((one, other, together / ties if ties else np.nan, ties, pairs))
    return pd.DataFrame(rows, columns=["first", "second", "agreement", "ties", "n_pairs"])


def best_camps(counts: Counts, *, seed: int = 1, starts: int = 20) -> dict[str, int]:
    """Two camps, 0 and 1, with the largest share of ties that fit them; the camp of the first unit is 0.

    With s_i = ±1 the camp of unit i, the largest Σ s_i s_i′ (congruence − conflict): the share rises and falls with it.
    Single units change sides as long as that helps, from `starts` random beginnings; the best end is kept.
    Camps may differ in size. Units without ties go with camp 0. Source: single moves as in Kernighan and Lin 1970.
    """
    same, apart = one_mode(counts, "congruence").to_numpy(), one_mode(counts, "conflict").to_numpy()
    pull = same - apart
    random = np.random.default_rng(seed)
    best, best_value = np.ones(len(counts.units)), -np.inf
    for _ in range(starts):
        side = random.choice([-1.0, 1.0], len(counts.units))
        while (gain := -2 * side * (pull @ side)).size and gain.max() > 1e-12:
            side[int(gain.argmax())] *= -1
        value = float(side @ pull @ side)
        if value > best_value + 1e-12:
            best, best_value = side, value
    if best.size and best[0] < 0:
        best = -best
    tied = np.abs(pull).sum(axis=1) > 0
    return {
        unit: int(side < 0 and is_tied) for unit, side, is_tied in zip(counts.units, best, tied, strict=True)
    }


def _shares(same: Array, apart: Array, labels: NDArray[np.int_]) -> Array:
    """For each assignment of camps, a row of `labels`, the share of ties that fit it."""
    member = (labels[:, :, None] == np.arange(labels.max() + 1)).astype(float)
    gain = np.einsum("dnk,dnk->d", (same - apart) @ member, member)  # over all pairs in one camp
    return np.asarray((apart.sum() + gain) / (same + apart).sum())
