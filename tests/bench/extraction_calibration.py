"""Fits the points behind a quote's confidence on train: how often words and speaker were both right."""

from __future__ import annotations

import collections
from pathlib import Path

import numpy as np

from sayso.ingest.attribution.calibration import UNIT, features_of, verb_of
from tests.bench.extraction_gold import articles, right_speaker, scorer

FEWEST = 40  # quotes in which a thing is seen, for points of its own
MODEST = 10  # points taken off: better too modest than too sure
PENALTY = 6.0
ROUNDS = 25


def calibrate(data: Path, limit: int) -> None:
    """Print the tables of attribution/points.py."""
    if scorer(data) is None:
        print("missing: the scorer and its articles")
        return
    seen: list[list[str]] = []
    verbs: list[str] = []
    right: list[float] = []
    for scored in articles(data, "train", limit):
        for i, quote in enumerate(scored.quotes):
            j, jaccard = scored.matched.get(i, (-1, 0.0))
            right.append(float(jaccard >= 0.5 and right_speaker(scored, quote, scored.items[j])))
            seen.append(
                features_of(scored.text, quote.rule, quote.kind, quote.speaker, quote.cue, quote.spans)
            )
            verbs.append(verb_of(scored.text, quote.cue))
    often = {verb for verb, n in collections.Counter(verbs).items() if n >= FEWEST}
    rows = [
        [*features, f"verb {verb if verb in often else 'other'}"]
        for features, verb in zip(seen, verbs, strict=True)
    ]
    seen_often = collections.Counter(name for row in rows for name in row)
    _show(_fit([[name for name in row if seen_often[name] >= FEWEST] for row in rows], right))


def _fit(rows: list[list[str]], right: list[float]) -> dict[str, int]:
    """Points by feature, by penalised logistic regression (Newton's method); "" is the start."""
    place = {name: at for at, name in enumerate(sorted({name for row in rows for name in row}))}
    table = np.zeros((len(rows), len(place) + 1))
    table[:, -1] = 1
    for at, row in enumerate(rows):
        table[at, [place[name] for name in row]] = 1
    wanted, weights = np.array(right), np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (p - wanted) + PENALTY * weights
        bend = (table.T * (p * (1 - p))) @ table + PENALTY * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    points = np.rint(weights * UNIT).astype(int)
    return {name: int(points[at]) for name, at in place.items()} | {"": int(points[-1])}


def _show(points: dict[str, int]) -> None:
    other = points.get("verb other", 0)
    print(f"START = {points.pop('') + other - MODEST}")
    print("POINTS: dict[str, int] = {")
    for name, number in points.items():
        if number and not name.startswith("verb "):
            print(f'    "{name}": {number},')
    print("}")
    groups: dict[int, list[str]] = collections.defaultdict(list)
    for name, number in points.items():
        if name.startswith("verb ") and number != other:
            groups[number - other].append(name.removeprefix("verb "))
    print("VERB_POINTS: dict[int, str] = {")
    for number, names in sorted(groups.items(), reverse=True):
        print(f'    {number}: "{" ".join(names)}",')
    print("}")
