"""Polarization knows which way a tie points: allies belong together."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.networks import count
from sayso.analysis.networks.bipolar import splits
from sayso.analysis.networks.polarization import best_camps, camps_between, polarization
from tests.bench.dna import made_up

ISSUES = ["p", "q", "r"]
SPLIT = pd.DataFrame(
    [(unit, issue, float(unit in "ABC")) for unit in "ABCDEF" for issue in ISSUES],
    columns=["unit", "issue", "level"],
)
TRUE = {unit: "left" if unit in "ABC" else "right" for unit in "ABCDEF"}


def test_the_true_camps_are_found_and_score_one() -> None:
    counts = count(SPLIT, levels=[0, 1])
    camps = best_camps(counts)
    assert {unit for unit, camp in camps.items() if camp == 0} == set("ABC")
    found = polarization(counts, TRUE)
    assert found and found.share == 1 and found.chance < 0.6


def test_the_index_of_dna_prefers_other_camps() -> None:
    found = splits()
    true = next(split for split in found if split.is_true)
    assert len(found) == 10 and true.camps == ("ABC", "DEF")
    assert not found[0].is_true and true.dna == min(split.dna for split in found) == pytest.approx(0.25)
    assert found[0].dna == pytest.approx(0.5167, abs=1e-4)  # as DNA 3.1 itself reported it
    assert true.share == 1 > max(split.share for split in found if not split.is_true)


def test_every_other_split_scores_lower_here() -> None:
    counts = count(SPLIT, levels=[0, 1])
    for camp in combinations("BCDEF", 2):
        camps = {unit: "one" if unit in ("A", *camp) else "two" for unit in "ABCDEF"}
        found = polarization(counts, camps, draws=10)
        assert found and (found.share == 1) == (set(camp) == set("BC"))


def test_camps_that_mean_nothing_lie_within_chance() -> None:
    counts = count(made_up(), levels=[-2, -1, 0, 1, 2])
    found = polarization(counts, {unit: str(number % 2) for number, unit in enumerate(counts.units)})
    assert found and found.chance_low <= found.share <= found.chance_high and not found.is_beyond_chance


def test_the_same_seed_gives_the_same_band() -> None:
    counts = count(made_up(), levels=[-2, -1, 0, 1, 2])
    camps = {unit: str(number % 3) for number, unit in enumerate(counts.units)}
    assert polarization(counts, camps, seed=5) == polarization(counts, camps, seed=5)
    assert best_camps(counts, seed=5) == best_camps(counts, seed=5)


def test_nothing_is_said_where_nothing_can_be() -> None:
    counts = count(SPLIT, levels=[0, 1])
    assert polarization(counts, dict.fromkeys("ABCDEF", "all")) is None
    assert polarization(counts, {}) is None
    assert polarization(count(SPLIT.head(3), levels=[0, 1]), TRUE) is None


def test_cohesion_and_distance() -> None:
    found = camps_between(count(SPLIT, levels=[0, 1]), TRUE).set_index(["first", "second"])
    assert found.loc[("left", "left"), "agreement"] == 1 and found.loc[("left", "right"), "agreement"] == 0
    assert found["n_pairs"].tolist() == [3, 9, 3]
    lonely = camps_between(count(SPLIT.head(3), levels=[0, 1]), {"A": "left"})
    assert np.isnan(lonely["agreement"][0])


def test_best_camps_of_few() -> None:
    assert best_camps(count(SPLIT.head(3), levels=[0, 1])) == {"A": 0}
    with pytest.raises(KeyError):
        count(SPLIT, levels=[0])
