"""Scaling a units × issues grid of positions (on a scale from −span/2 to +span/2, NaN where not found)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import shortest_path

Array = NDArray[np.float64]
Method = Literal["mds", "correspondence"]
FEWEST_SHARED = 3
_NONE = 1e-9


@dataclass(frozen=True)
class Scaled:
    """`places` is units × dimensions; `explained` 0 … 1; `stress` Kruskal's stress-1, NaN where it has no meaning.

    How well each unit is placed: `stresses`, stress-1 over its own pairs (0 is perfect; Borg and Groenen 2005, ch. 11),
    NaN where it has no meaning; `qualities`, the share of its own spread that the dimensions hold, Σ_d f² over all of
    them (0 … 1; Greenacre 2017, ch. 11; of "mds" with the size of each root), NaN for a unit without spread.
    """

    places: Array
    explained: float
    stress: float
    stresses: Array
    qualities: Array


def comparable(values: Array) -> tuple[NDArray[np.bool_], NDArray[np.int_]]:
    """Which units can be compared with half of the others or more, and with how many each is.

    Two can be compared if they share three issues. The unit with the fewest partners drops (of equals the one with
    the fewest issues, then all of them) until every one left has enough; partners are counted among those left.
    """
    spoke = ~np.isnan(values)
    meet = spoke.astype(int) @ spoke.astype(int).T >= FEWEST_SHARED
    np.fill_diagonal(meet, False)
    held = np.ones(len(values), dtype=bool)
    while held.any():
        partners = meet[:, held].sum(axis=1)
        if (2 * partners[held] >= held.sum() - 1).all() and partners[held].all():
            break
        weight = partners * (values.shape[1] + 1) + spoke.sum(axis=1)
        held &= weight > weight[held].min()
    return held, np.asarray(meet[:, held].sum(axis=1), dtype=int)


def distances(values: Array, span: float) -> Array:
    """Units × units: 1 − agreement = mean |m − m′| / `span` over shared issues (DESIGN §5); NaN under three of them."""
    gaps = np.abs(values[:, None, :] - values[None, :, :]) / span
    shared = (~np.isnan(gaps)).sum(axis=2)
    total = np.nansum(gaps, axis=2)
    apart = np.divide(total, shared, out=np.full_like(total, np.nan), where=shared >= FEWEST_SHARED)
    np.fill_diagonal(apart, 0.0)
    return np.asarray(apart)


def scaled(values: Array, method: Method, dimensions: int, span: float) -> Scaled | str:
    """Scale `values` by `method`; a sentence says why if that cannot be done."""
    return _mds(values, dimensions, span) if method == "mds" else _correspondence(values, dimensions, span)


def _mds(values: Array, dimensions: int, span: float) -> Scaled | str:
    """Classical scaling. A pair that cannot be compared is as far apart as the shortest way over others that can."""
    known = distances(values, span)
    # 0 would mean "no tie" to the search for ways; a step of next to nothing does not.
    steps = np.where(np.isnan(known), np.inf, np.maximum(known, _NONE))
    np.fill_diagonal(steps, 0.0)
    filled = np.where(np.isnan(known), shortest_path(steps, directed=False), known)
    if np.isinf(filled).any():
        return "The actors fall into groups that no actor links by three shared issues."
    size = len(filled)
    centre = np.eye(size) - 1 / size
    roots, vectors = np.linalg.eigh(-0.5 * centre @ filled**2 @ centre)
    roots, vectors = roots[::-1], vectors[:, ::-1]
    if roots[0] <= _NONE:
        return "All actors that can be compared take the same positions."
    # What is next to nothing beside the first axis is rounding, not a second one.
    top = np.where(roots[:dimensions] > _NONE * roots[0], roots[:dimensions], 0.0)
    places = vectors[:, :dimensions] * np.sqrt(top)
    drawn = np.sqrt(((places[:, None] - places[None]) ** 2).sum(axis=2))
    is_known = ~np.isnan(known)
    misses, sizes = (np.where(is_known, square, 0.0) for square in ((drawn - filled) ** 2, drawn**2))
    stress = float(np.sqrt(misses.sum() / sizes.sum()))
    stresses = np.sqrt(_shares(misses.sum(axis=1), sizes.sum(axis=1)))
    qualities = _shares((places**2).sum(axis=1), (vectors**2 * np.abs(roots)).sum(axis=1))
    return Scaled(places, float(top.sum() / np.abs(roots).sum()), stress, stresses, qualities)


def _correspondence(values: Array, dimensions: int, span: float) -> Scaled | str:
    """Correspondence analysis of the doubled table: each issue is a column for, m / `span` + ½, and one against.

    Where nothing was found the issue's mean stands: silence moves nobody to a side.
    """
    heard = (~np.isnan(values)).any(axis=0)
    known = values[:, heard]
    known = np.where(np.isnan(known), np.nanmean(known, axis=0), known)
    support = (known + span / 2) / span
    table = np.concatenate([support, 1 - support], axis=1)
    table = table[:, table.sum(axis=0) > 0]
    share = table / table.sum()
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    expected = np.outer(rows, columns)
    left, spread, _ = np.linalg.svd((share - expected) / np.sqrt(expected), full_matrices=False)
    if spread[0] <= _NONE:
        return "All actors that can be compared take the same positions."
    places = left[:, :dimensions] * spread[:dimensions] / np.sqrt(rows)[:, None]
    inertia = spread**2
    explained = float(inertia[:dimensions].sum() / inertia.sum())
    whole = ((left * spread / np.sqrt(rows)[:, None]) ** 2).sum(axis=1)
    qualities = _shares((places**2).sum(axis=1), whole)
    return Scaled(places, explained, float("nan"), np.full(len(places), np.nan), qualities)


def _shares(parts: Array, wholes: Array) -> Array:
    """Parts of wholes; NaN where there is nothing."""
    return np.divide(parts, wholes, out=np.full_like(parts, np.nan), where=wholes > _NONE**2)
