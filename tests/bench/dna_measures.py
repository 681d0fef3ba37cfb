"""Levels, dispersion, backbones and the fit of a map, each a second time in plain Python or by another library."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from math import exp, isclose, isnan, log2, sqrt
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd

from sayso.analysis.networks import Counts, Selection, count, kept
from sayso.analysis.networks.backbone_set import (
    PENALTY,
    BackboneSet,
    fixed_backbone,
    losses,
    penalised_backbone,
)
from sayso.analysis.networks.levels import dispersion, per_level
from sayso.analysis.scaling import Method, comparable, distances, scaled
from sayso.model.frames import records
from tests.bench import dna_by_hand as by_hand
from tests.bench.dna_cuts import levels_of, plain

Pair = tuple[float, float]
FEWEST_UNITS = 5


def against_measures(statements: pd.DataFrame, name: str) -> int:
    """Prints how many values of each kind equal the second computation's; returns the number of others."""
    groups = {
        "statements per level": _levels(statements), "entropy and variance per issue": _dispersion(statements),
        "backbones, against every set": _backbones(statements), "fit per actor": _fits(statements),
    }  # fmt: skip
    wrong = 0
    for group, pairs in groups.items():
        compared = [isclose(a, b, abs_tol=1e-9) or (isnan(a) and isnan(b)) for a, b in pairs]
        told = (
            f"{sum(compared):>8} of {len(compared)} values equal"
            if compared
            else "  skipped: too few actors for a map"
        )
        print(f"{f'{name}, {group}':<66}{told}")
        wrong += len(compared) - sum(compared)
    return wrong


def level_counts(rows: list[by_hand.Statement], key: str) -> Counter[tuple[str, float]]:
    """How often a level was chosen on each issue (or by each unit), one an article."""
    once = {(said[key], said["level"], said["document_id"]) for said in rows}
    return Counter((name, level) for name, level, _ in once)


def spread(levels_said: list[float], n_levels: int, is_boolean: bool) -> dict[str, float]:
    """Mean, variance and entropy of what was said on an issue."""
    values = [2 * level - 1 if is_boolean else level for level in levels_said]
    mean = sum(values) / len(values)
    shares = [n / len(values) for n in Counter(values).values()]
    bits = sum(share * log2(1 / share) for share in shares)
    variance = sum(value**2 for value in values) / len(values) - mean**2
    return {"mean": mean, "variance": variance, "entropy": bits, "entropy_share": bits / log2(n_levels)}


def loss_of(rows: list[by_hand.Statement], units: list[str], levels: list[float], issues: set[str]) -> float:
    """The spectral distance of the network on `issues` from the full one, by networkx."""
    spectra = []
    for chosen in (rows, [said for said in rows if said["issue"] in issues]):
        ties = by_hand.one_mode(chosen, units, levels, "subtract", "average")
        graph = nx.Graph()
        graph.add_nodes_from(units)
        graph.add_weighted_edges_from((a, b, tie) for (a, b), tie in ties.items() if a < b and tie > 0)
        spectra.append(np.sort(nx.normalized_laplacian_spectrum(graph)))
    return float(np.abs(spectra[0] - spectra[1]).mean())


def best_sets(
    rows: list[by_hand.Statement], levels: list[float], penalty: float | None, size: int | None
) -> tuple[float, list[set[str]]]:
    """The smallest value of any set, and the sets that have it: of `size`, or with `penalty` of any but all."""
    units, issues = (sorted({said[key] for said in rows}) for key in ("unit", "issue"))
    sizes = [size] if size else range(1, len(issues))
    values = {}
    for chosen in (set(own) for many in sizes for own in combinations(issues, many)):
        loss = loss_of(rows, units, levels, chosen)
        price = exp(-penalty * (len(issues) - len(chosen)) / len(issues)) if penalty is not None else 1.0
        values[frozenset(chosen)] = loss * price
    best = min(values.values())
    return best, [set(own) for own, value in values.items() if isclose(value, best, abs_tol=1e-9)]


def stress_of(apart: np.ndarray[Any, Any], filled: Any, places: Any, unit: int) -> float:
    """Stress-1 over the pairs of one unit that could be compared."""
    missed = drawn = 0.0
    for other in range(len(places)):
        if other != unit and not isnan(apart[unit, other]):
            length = sqrt(
                sum((places[unit][axis] - places[other][axis]) ** 2 for axis in range(len(places[0])))
            )
            missed += (length - filled[unit, other]) ** 2
            drawn += length**2
    return sqrt(missed / drawn)


def _levels(statements: pd.DataFrame) -> Iterator[Pair]:
    rows = by_hand.spoken(plain(statements))
    for side, key in (("issue", "issue"), ("node", "unit")):
        said = kept(statements, Selection("document"), by=(key,))
        made = per_level(count(said, levels=levels_of(statements)), "issue" if side == "issue" else "node")
        expected = level_counts(rows, key)
        for name in made.index:
            for level in made.columns:
                yield float(made.loc[name, level]), float(expected[str(name), float(level)])


def _dispersion(statements: pd.DataFrame) -> Iterator[Pair]:
    levels = levels_of(statements)
    rows = by_hand.without_repeats(by_hand.spoken(plain(statements)), "document", True)
    by_issue: dict[str, list[float]] = defaultdict(list)
    for said in rows:
        by_issue[said["issue"]].append(said["level"])
    for row in records(dispersion(count(kept(statements, Selection("document")), levels=levels))):
        expected = spread(by_issue[row["issue"]], len(levels), levels == [0.0, 1.0])
        yield row["n"], float(len(by_issue[row["issue"]]))
        for name, value in expected.items():
            yield row[name], value


def _backbones(statements: pd.DataFrame) -> Iterator[Pair]:
    levels = levels_of(statements)
    rows = by_hand.without_repeats(by_hand.spoken(plain(statements)), "document", True)
    counts = count(kept(statements, Selection("document")), levels=levels)
    for size in (1, 2, 3):
        best, sets = best_sets(rows, levels, None, size)
        yield from _same(best, sets, fixed_backbone(counts, size))
        yield from _same(best, sets, fixed_backbone(counts, size, most_sets=0))
    for penalty in (0.5, PENALTY):
        best, sets = best_sets(rows, levels, penalty, None)
        yield from _same(best, sets, penalised_backbone(counts, penalty))
        yield from _same(best, sets, penalised_backbone(counts, penalty, most_sets=0))
    yield from zip(losses(counts, counts.issues[:2]), _both(rows, counts, levels), strict=True)


def _same(best: float, sets: list[set[str]], made: BackboneSet) -> Iterator[Pair]:
    yield made.value, best
    yield float(set(made.issues) in sets), 1.0


def _both(rows: list[by_hand.Statement], counts: Counts, levels: list[float]) -> Pair:
    own = set(counts.issues[:2])
    units = list(counts.units)
    return loss_of(rows, units, levels, own), loss_of(rows, units, levels, set(counts.issues) - own)


def _fits(statements: pd.DataFrame) -> Iterator[Pair]:
    levels = levels_of(statements)
    means = statements.assign(level=statements["level"].map(lambda q: 2 * q - 1) if levels == [0.0, 1.0] else statements["level"])  # fmt: skip
    grid = means.pivot_table(index="unit", columns="issue", values="level", aggfunc="mean").to_numpy(float)
    values, span = grid[comparable(grid)[0]], 2.0 if levels == [0.0, 1.0] else levels[-1] - levels[0]
    if len(values) < FEWEST_UNITS:
        return
    methods: tuple[Method, ...] = ("mds", "correspondence")
    for method in methods:
        whole, plane = scaled(values, method, len(values) - 1, span), scaled(values, method, 2, span)
        if isinstance(whole, str) or isinstance(plane, str):
            continue
        for unit in range(len(values)):
            # A map with every axis holds all of a unit; of its plane's share nothing is known but by squares.
            length = sum(place**2 for place in plane.places[unit])
            every = sum(place**2 for place in whole.places[unit])
            if method == "correspondence":
                yield plane.qualities[unit], length / every
                continue
            apart = distances(values, span)
            if not np.isnan(apart).any():
                yield plane.stresses[unit], stress_of(apart, apart, plane.places, unit)
                # Σ_d λ_d v² over all roots is the unit's place in the centred squares; what is negative counts as far.
                centred = (
                    apart**2 - (apart**2).mean(axis=0) - (apart**2).mean(axis=1)[:, None] + (apart**2).mean()
                )
                negative = every - float(-0.5 * centred[unit, unit])
                yield plane.qualities[unit], length / (every + negative)
