"""A map of who stands near whom, in one or two dimensions, with how sure each place is. Axes have no names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.linalg import orthogonal_procrustes

from sayso.analysis.resampling import Cells, article_weights
from sayso.analysis.scaling import FEWEST_SHARED, Array, Method, comparable, scaled
from sayso.model.wording import counted

__all__ = ["Method", "NoMap", "PositionMap", "oriented", "position_map"]

AXES = ("x", "y")
LEVEL = 0.9


@dataclass(frozen=True)
class PositionMap:
    """`points` has unit_id, x (and y), for each axis low and high (bootstrap), n_issues, n_partners, and how well each
    unit is placed: stress and quality (`scaling.Scaled`).

    `explained` is the share of the spread that the dimensions hold; `stress` Kruskal's stress-1 over the pairs that
    could be compared (0 is perfect, over 0.2 poor; NaN for correspondence analysis). `left_out` names the units that
    are not on it, with n_partners. Near is alike; no axis means anything of itself.
    """

    points: pd.DataFrame
    method: Method
    dimensions: int
    stress: float
    explained: float
    left_out: pd.DataFrame
    seed: int
    draws: int


@dataclass(frozen=True)
class NoMap:
    """Why there is no map."""

    reason: str


def position_map(
    kept: pd.DataFrame,
    *,
    method: Method = "mds",
    dimensions: int = 2,
    reference: pd.DataFrame | None = None,
    draws: int = 200,
    seed: int = 1,
    span: float = 4.0,
) -> PositionMap | NoMap:
    """Place the actors of `kept` (statements of `recount.kept`) by their positions on a scale of length `span`.

    "mds": classical scaling (Torgerson 1952) of 1 − agreement (DESIGN §5); "correspondence": correspondence analysis
    of the doubled table of positions (Greenacre 2017, ch. 23). Only actors with at least three shared issues with
    half of the others are placed. The map is turned onto `reference` (points of another date) by the units on both
    (orthogonal Procrustes, Schönemann 1966); without one, the farthest unit on each axis stands on its positive side.
    Intervals: articles are drawn with replacement `draws` times, each map turned onto this one. A `NoMap` says what
    was missing: under three units more than there are dimensions, say.
    """
    cells = Cells.of(kept)
    everything = cells.grid(np.ones(cells.n_articles))
    held, partners = comparable(everything)
    left_out = pd.DataFrame({"unit_id": cells.units, "n_partners": partners})[~held].reset_index(drop=True)
    if int(held.sum()) < dimensions + 3:
        enough = counted(int(held.sum()), "actor") + (" shares" if held.sum() == 1 else " share")
        return NoMap(
            f"{enough} {FEWEST_SHARED} or more issues with half of the others; "
            f"a map in {counted(dimensions, 'dimension')} takes {dimensions + 3} actors."
        )
    values = everything[held]
    found = scaled(values, method, dimensions, span)
    if isinstance(found, str):
        return NoMap(found)
    names = [unit for unit, is_held in zip(cells.units, held, strict=True) if is_held]
    places = oriented(pd.DataFrame(found.places, index=names), reference)
    low, high = _bounds(cells, held, places, method, dimensions, draws, seed, span)
    points = pd.DataFrame({"unit_id": names})
    for number, axis in enumerate(AXES[:dimensions]):
        points[axis], points[f"{axis}_low"], points[f"{axis}_high"] = (
            places[:, number], low[:, number], high[:, number],
        )  # fmt: skip
    points = points.assign(
        n_issues=(~np.isnan(values)).sum(axis=1), n_partners=partners[held], stress=found.stresses,
        quality=found.qualities,
    )  # fmt: skip
    return PositionMap(points, method, dimensions, found.stress, found.explained, left_out, seed, draws)


def oriented(places: pd.DataFrame, reference: pd.DataFrame | None) -> Array:
    """`places` (units × dimensions) turned, mirrored and moved, never stretched, onto `reference` (unit_id, x, y).

    Without units in common (fewer than two), each axis is turned so that its farthest unit is on the positive side.
    """
    here = places.to_numpy(float)
    if reference is not None:
        known = reference.set_index("unit_id")[list(AXES[: here.shape[1]])]
        common = [unit for unit in places.index if unit in known.index]
        if len(common) > 1:
            mine, theirs = places.loc[common].to_numpy(float), known.loc[common].to_numpy(float)
            turn, _ = orthogonal_procrustes(mine - mine.mean(axis=0), theirs - theirs.mean(axis=0))
            return np.asarray((here - mine.mean(axis=0)) @ turn + theirs.mean(axis=0))
    far = np.abs(np.round(here, 9)).argmax(axis=0)
    signs = np.where(here[far, range(here.shape[1])] < 0, -1.0, 1.0)
    return np.asarray(here * signs)


def _bounds(
    cells: Cells,
    held: NDArray[np.bool_],
    places: Array,
    method: Method,
    dimensions: int,
    draws: int,
    seed: int,
    span: float,
) -> tuple[Array, Array]:
    """The central 90 % of each unit's place over the draws in which it could be placed; NaN where in under half.

    Under three articles a draw tells nothing: all are NaN.
    """
    seen = np.full((draws, *places.shape), np.nan)
    target = pd.DataFrame(places, columns=list(AXES[:dimensions])).assign(unit_id=range(len(places)))
    for number, weights in enumerate(
        article_weights(cells.n_articles, draws, seed) if cells.n_articles > 2 else ()
    ):
        values = cells.grid(weights)[held]
        there, _ = comparable(values)
        if int(there.sum()) < dimensions + 3:
            continue
        again = scaled(values[there], method, dimensions, span)
        if isinstance(again, str):
            continue
        ids = np.flatnonzero(there)
        seen[number, ids] = oriented(pd.DataFrame(again.places, index=ids), target)
    often = (~np.isnan(seen[:, :, 0])).sum(axis=0) * 2 >= max(draws, 1)
    low, high = np.full_like(places, np.nan), np.full_like(places, np.nan)
    if often.any():
        tails = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
        low[often], high[often] = np.nanquantile(seen[:, often], tails, axis=0)
    return low, high
