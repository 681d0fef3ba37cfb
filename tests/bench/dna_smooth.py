"""Kernel-smoothed networks, other nodes and texts as qualifiers, beside plain loops over statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from math import exp, pi, sqrt
from typing import Any, get_args

import numpy as np
import pandas as pd

from sayso.analysis.networks import Selection, count, kept, one_mode, two_mode
from sayso.analysis.networks.kernels import Kernel, slices
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.two_mode import Cell, Share
from tests.bench import dna_by_hand as by_hand
from tests.bench.dna_cuts import Made, differing, levels_of, plain

KERNELS = get_args(Kernel)
CELLS: tuple[Cell, ...] = ("ignore", "subtract")  # combine knows no weights


def against_smooth(statements: pd.DataFrame, name: str) -> int:
    """Prints how many networks of each kernel, and of texts, equal the second implementation's; returns the others."""
    total = 0
    for kernel in KERNELS:
        total += _told(f"{name}, {kernel} kernel", _smooth(statements, kernel))
    return total + _told(f"{name}, texts as qualifiers", _nominal(statements))


def weight(kernel: str, u: float) -> float:
    """The kernels once more."""
    if kernel == "gaussian":
        return exp(-u * u / 2) / sqrt(2 * pi)
    if abs(u) > 1:
        return 0.0
    return {"uniform": 0.5, "epanechnikov": 3 / 4 - 3 / 4 * u * u, "triangular": 1 - abs(u)}[kernel]


def middles(rows: list[by_hand.Statement], bandwidth: int, step: int, edges: bool) -> Iterator[date]:
    """The days around which statements are weighed."""
    days = [said["said_on"] for said in rows]
    inset = timedelta(0 if edges else bandwidth)
    day = min(days) + inset
    while day <= max(days) - inset:
        yield day
        day += timedelta(step)


def weighed(
    rows: list[by_hand.Statement], kernel: str, bandwidth: int, middle: date
) -> list[by_hand.Statement]:
    """The statements that weigh something, with their `weight`."""
    every = [said | {"weight": weight(kernel, (said["said_on"] - middle).days / bandwidth)} for said in rows]
    return [said for said in every if said["weight"] > 0]


def one_mode_of(
    rows: list[by_hand.Statement], units: list[str], levels: list[float], tie: str, norm: str, *, is_text: bool = False
) -> by_hand.Matrix:  # fmt: skip
    """Every pair of statements of two units on one issue adds its share, times √(w w′)."""
    spread = levels[-1] - levels[0] or 1
    said: dict[str, list[by_hand.Statement]] = defaultdict(list)
    for each in rows:
        said[each["unit"]].append({"weight": 1.0, **each})
    found: by_hand.Matrix = {}
    for one, other in product(units, units):
        total = both = 0.0
        for a, b in product(said[one], said[other]):
            if a["issue"] != b["issue"]:
                continue
            gap = float(a["level"] != b["level"]) if is_text else abs(a["level"] - b["level"]) / spread
            share = {"ignore": 1.0, "congruence": 1 - gap, "conflict": gap, "subtract": 1 - 2 * gap}[tie]
            total += sqrt(a["weight"] * b["weight"]) * share
            both += sqrt(a["weight"] * b["weight"]) * (a["level"] == b["level"])
        size = _size(said[one], said[other], norm, both)
        found[one, other] = 0.0 if one == other or not size else total / size
    return found


def _size(one: list[by_hand.Statement], other: list[by_hand.Statement], norm: str, both: float) -> float:
    if norm == "none":
        return 1.0
    if norm == "average":
        return float(sum(said["weight"] for said in one + other)) / 2
    if norm == "cosine":
        return float(sum(sqrt(said["weight"]) for said in one) * sum(sqrt(said["weight"]) for said in other))
    has: list[set[Any]] = [{(said["issue"], said["level"]) for said in side} for side in (one, other)]
    alone = sum(said["weight"] for said in one if (said["issue"], said["level"]) not in has[1])
    alone += sum(said["weight"] for said in other if (said["issue"], said["level"]) not in has[0])
    return float(alone + both)


def two_mode_of(
    rows: list[by_hand.Statement], units: list[str], issues: list[str], levels: list[float], cell: str, share: str
) -> by_hand.Matrix:  # fmt: skip
    """Each statement adds its weight to its cell."""
    found: by_hand.Matrix = {(unit, issue): 0.0 for unit in units for issue in issues}
    held = dict(found)
    for said in rows:
        place = said["unit"], said["issue"]
        held[place] += said["weight"]
        signed = (1 if said["level"] else -1) if levels == [0.0, 1.0] else said["level"]
        found[place] += said["weight"] * (1 if cell == "ignore" else signed)
    if share == "none":
        return found
    shared = {}
    for unit, issue in found:
        line = [(unit, about) for about in issues] if share == "activity" else [(one, issue) for one in units]
        total = sum((found if cell == "ignore" else held)[place] for place in line)
        shared[unit, issue] = found[unit, issue] / total if total else 0.0
    return shared


def frame(matrix: by_hand.Matrix, rows: list[str], columns: list[str]) -> pd.DataFrame:
    """A matrix as a frame."""
    return pd.DataFrame([[matrix[row, at] for at in columns] for row in rows], index=rows, columns=columns)


def _smooth(statements: pd.DataFrame, kernel: Kernel) -> Iterator[Made]:
    levels = levels_of(statements)
    rows = by_hand.without_repeats(by_hand.spoken(plain(statements)), "document", True)
    said = kept(statements, Selection("document"))
    span = (said["said_on"].max() - said["said_on"].min()).days
    for bandwidth, step, edges in ((max(span // 5, 1), max(span // 6, 1), False), (max(span // 9, 1), max(span // 4, 1), True)):  # fmt: skip
        made = list(slices(said, kernel, bandwidth, step, edges=edges))
        days = list(middles(rows, bandwidth, step, edges))
        yield _days([one.middle for one in made]), _days(days)
        for one, day in zip(made, days, strict=False):
            inside = weighed(rows, kernel, bandwidth, day)
            units, issues = (sorted({each[key] for each in inside}) for key in ("unit", "issue"))
            counts = count(one.statements, levels=levels, weights=one.weights)
            for tie, norm in product(get_args(Tie), get_args(Norm)):
                expected = one_mode_of(inside, units, levels, tie, norm)
                yield one_mode(counts, tie, norm), frame(expected, units, units)
            for cell, share in product(CELLS, get_args(Share)):
                expected = two_mode_of(inside, units, issues, levels, cell, share)
                yield two_mode(counts, cell, share), frame(expected, units, issues)


def _nominal(statements: pd.DataFrame) -> Iterator[Made]:
    rows = by_hand.without_repeats(by_hand.spoken(plain(statements)), "document", True)
    words = sorted({f"level {said['level']:g}" for said in rows})
    said = kept(statements, Selection("document"))
    numbers = said["level"].map(lambda level: float(words.index(f"level {level:g}")))
    counts = count(
        said.assign(level=numbers), levels=[float(at) for at in range(len(words))], is_nominal=True
    )
    units = sorted({row["unit"] for row in rows})
    texts = [row | {"level": f"level {row['level']:g}"} for row in rows]
    for tie, norm in product(get_args(Tie), get_args(Norm)):
        expected = one_mode_of(texts, units, [0.0, 1.0], tie, norm, is_text=True)
        yield one_mode(counts, tie, norm), frame(expected, units, units)


def _days(days: list[date]) -> pd.DataFrame:
    return pd.DataFrame({"middle": np.array([day.toordinal() for day in days], dtype=float)})


def _told(name: str, pairs: Iterator[Made]) -> int:
    compared = [differing(made, expected) == 0 for made, expected in pairs]
    print(f"{name:<66}{sum(compared):>8} of {len(compared)} networks equal")
    return len(compared) - sum(compared)
