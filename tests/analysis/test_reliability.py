"""Reliability against the worked examples in print, and against what α must always do."""

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.reliability import Metric, alpha, by_group, confusion, percent_agreement

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": example C and its missing values.
N = np.nan
FOUR_OBSERVERS = pd.DataFrame(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
        [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
    ],
    index=["A", "B", "C", "D"],
)
# The same paper's example A: two observers, ten units, yes or no.
TWO_OBSERVERS = pd.DataFrame(
    [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]], index=["A", "B"]
)


@pytest.mark.parametrize(("metric", "printed"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_is_as_printed_with_missing_values(metric: Metric, printed: float) -> None:
    assert alpha(FOUR_OBSERVERS, metric) == pytest.approx(printed, abs=0.0006)


def test_alpha_is_as_printed_for_two_observers() -> None:
    assert alpha(TWO_OBSERVERS) == pytest.approx(0.095, abs=0.0006)
    assert percent_agreement(TWO_OBSERVERS) == pytest.approx(0.6)


def test_letters_are_as_good_as_numbers() -> None:
    letters = FOUR_OBSERVERS.map(lambda value: "abcde"[int(value) - 1], na_action="ignore")
    assert alpha(letters) == pytest.approx(alpha(FOUR_OBSERVERS))


def test_perfect_and_nothing() -> None:
    assert alpha(pd.DataFrame([[1, 2, 3], [1, 2, 3]]), "interval") == 1
    assert np.isnan(alpha(pd.DataFrame([[1, N], [N, 2]])))
    assert np.isnan(percent_agreement(pd.DataFrame([[1, N], [N, 2]])))


def test_coders_who_code_at_random_come_near_zero() -> None:
    codings = pd.DataFrame(np.random.default_rng(4).integers(-2, 3, (2, 4000)))
    for metric in ("nominal", "ordinal", "interval"):
        assert abs(alpha(codings, metric)) < 0.05


def test_the_order_of_coders_and_units_does_not_matter() -> None:
    turned = FOUR_OBSERVERS.iloc[::-1, ::-1]
    for metric in ("nominal", "ordinal", "interval"):
        assert alpha(turned, metric) == pytest.approx(alpha(FOUR_OBSERVERS, metric))


def test_who_confuses_what_with_what() -> None:
    table = confusion(TWO_OBSERVERS, "A", "B")
    assert table.to_numpy().tolist() == [[5, 3], [1, 1]]


def test_each_issue_has_its_own_figure() -> None:
    groups = pd.Series(["x"] * 6 + ["y"] * 6, index=FOUR_OBSERVERS.columns)
    found = by_group(FOUR_OBSERVERS, groups).set_index("group")
    assert found.loc["x", "alpha"] == pytest.approx(alpha(FOUR_OBSERVERS.iloc[:, :6]))
    assert found["n_units"].tolist() == [6, 5]
