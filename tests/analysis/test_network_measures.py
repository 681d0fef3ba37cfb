"""Levels, dispersion, best backbones and a map's fit, against plain Python and every set; and what they must be."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.networks import Counts, count
from sayso.analysis.networks.backbone import backbone
from sayso.analysis.networks.backbone_set import fixed_backbone, losses, penalised_backbone
from sayso.analysis.networks.levels import dispersion, per_level
from tests.analysis.conftest import by
from tests.bench.dna import made_up, yes_or_no
from tests.bench.dna_measures import against_measures

LEVELS = [-2.0, -1.0, 0.0, 1.0, 2.0]


def counts_of(*rows: tuple[str, str, float], levels: list[float] = LEVELS) -> Counts:
    return count(pd.DataFrame(rows, columns=["unit", "issue", "level"]), levels=levels)


@pytest.mark.parametrize("statements", [made_up(90), yes_or_no().iloc[:90]])
def test_every_measure_is_what_plain_python_gives(statements: pd.DataFrame) -> None:
    assert against_measures(statements.reset_index(drop=True), "quick") == 0


def test_how_divided_an_issue_is() -> None:
    rows = [("a", "one side", 2.0), ("b", "one side", 2.0), ("a", "camps", 2.0), ("b", "camps", -2.0)]
    rows += [(unit, "spread", level) for unit, level in zip("abcde", LEVELS, strict=True)]
    found = by(dispersion(counts_of(*rows)), "issue")
    assert (found["one side"]["variance"], found["one side"]["entropy"]) == (0, 0)
    assert (found["camps"]["variance"], found["camps"]["entropy"]) == (4, 1)
    assert found["spread"]["variance"] == 2 and found["spread"]["entropy_share"] == pytest.approx(1)
    assert found["camps"]["n_units"] == 2 and found["spread"]["n"] == 5


def test_yes_and_no_are_two_apart_and_words_have_no_variance() -> None:
    rows = [("a", "x", 0.0), ("b", "x", 1.0)]
    assert dispersion(counts_of(*rows, levels=[0, 1]))["variance"].tolist() == [1]
    frame = pd.DataFrame(rows, columns=["unit", "issue", "level"])
    words = dispersion(count(frame, levels=[0, 1, 2], is_nominal=True))
    assert words["variance"].isna().all() and words["entropy"].tolist() == [1]


def test_an_issue_of_which_nothing_is_left_has_no_mean() -> None:
    frame = pd.DataFrame([("a", "x", 1.0)], columns=["unit", "issue", "level"])
    found = dispersion(count(frame, levels=LEVELS, units=["a"], issues=["x", "y"]))
    assert found["n"].tolist() == [1, 0] and np.isnan(found["entropy"][1]) and np.isnan(found["mean"][1])


def test_levels_add_up_to_all_statements() -> None:
    counts = count(made_up(), levels=LEVELS)
    for side in ("issue", "node"):
        table = per_level(counts, "issue" if side == "issue" else "node")
        assert table.to_numpy().sum() == 180 and [float(level) for level in table.columns] == LEVELS


def test_the_full_set_loses_nothing_and_a_good_set_is_no_worse_than_the_nested_one() -> None:
    counts = count(made_up(), levels=LEVELS)
    assert losses(counts, counts.issues) == pytest.approx((0, losses(counts, [])[0]))
    nested = backbone(counts)
    for size in range(1, 7):
        best = fixed_backbone(counts, size)
        assert best.is_exact and len(best.issues) == size
        assert best.loss <= nested["loss"].iloc[6 - size] + 1e-12
    assert fixed_backbone(counts, 7).loss == 0
    with pytest.raises(KeyError):
        losses(counts, ["nothing"])


def test_a_price_for_issues_makes_backbones_smaller() -> None:
    counts = count(made_up(), levels=LEVELS)
    sizes = [len(penalised_backbone(counts, penalty).issues) for penalty in (0, 1, 3, 7.5, 50)]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] == 6 and sizes[-1] == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_search_finds_what_every_set_gives(seed: int) -> None:
    counts = count(made_up(120, seed), levels=LEVELS)
    for size in (2, 4):
        assert fixed_backbone(counts, size, seed=seed, most_sets=0).value == pytest.approx(fixed_backbone(counts, size).value)  # fmt: skip
    found = penalised_backbone(counts, 2.0, seed=seed, most_sets=0)
    assert found.value == pytest.approx(penalised_backbone(counts, 2.0).value) and not found.is_exact
    assert found == penalised_backbone(counts, 2.0, seed=seed, most_sets=0)


def test_what_cannot_be_a_backbone_is_refused() -> None:
    counts = counts_of(("a", "x", 1.0), ("b", "x", 1.0))
    for size in (0, 2):
        with pytest.raises(ValueError, match="1 to 1 issues"):
            fixed_backbone(counts, size)
    with pytest.raises(ValueError, match="two issues"):
        penalised_backbone(counts)
