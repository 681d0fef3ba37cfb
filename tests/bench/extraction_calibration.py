"""Fits the confidence of each rule on train: how often words and speaker were both right."""

from __future__ import annotations

import collections
from pathlib import Path

from sayso.ingest.attribution.calibration import feature_of
from tests.bench.extraction_gold import articles, right_speaker, scorer

FEWEST = 25
PRIOR = 10
LEAST = 0.05
EDGE = 1.28  # the lower edge of the 80 % interval: better too modest than too sure
USUAL = 0.6  # where there is next to nothing to go by


def calibrate(data: Path, limit: int) -> None:
    """Print the table for attribution/calibration.py."""
    if scorer(data) is None:
        print("missing: the scorer and its articles")
        return
    n: collections.Counter[str] = collections.Counter()
    right: collections.Counter[str] = collections.Counter()
    for scored in articles(data, "train", limit):
        for i, quote in enumerate(scored.quotes):
            j, jaccard = scored.matched.get(i, (-1, 0.0))
            hit = jaccard >= 0.5 and right_speaker(scored, quote, scored.items[j])
            fine = feature_of(scored.text, quote.rule, quote.kind, quote.speaker, quote.spans)
            for feature in (quote.rule, fine):
                n[feature] += 1
                right[feature] += hit
    for feature in sorted(n):
        rule = feature.split("|")[0]
        base = (right[rule] + PRIOR * USUAL) / (n[rule] + PRIOR)
        if feature == rule or n[feature] >= FEWEST:
            precision = (right[feature] + PRIOR * base) / (n[feature] + PRIOR)
            precision -= EDGE * (precision * (1 - precision) / n[feature]) ** 0.5
            precision = max(LEAST, precision)
            print(f'    "{feature}": {precision:.2f},  # {n[feature]}')
