"""The seven states, each boundary computed by hand (DESIGN §4)."""

import pytest

from sayso.model.scales import (
    BANDS,
    CREDIBILITY,
    RELIABILITY,
    STEPS,
    band,
    is_conflicting,
    position_step,
    rating,
)


@pytest.mark.parametrize(
    ("mean", "state"),
    [
        (2.0, "strongly_supports"),
        (1.5, "strongly_supports"),
        (1.4999, "supports"),
        (1.0, "supports"),
        (0.5, "supports"),
        (0.4999, "neutral"),
        (0.0, "neutral"),
        (-0.4999, "neutral"),
        (-0.5, "opposes"),
        (-1.0, "opposes"),
        (-1.4999, "opposes"),
        (-1.5, "strongly_opposes"),
        (-2.0, "strongly_opposes"),
    ],
)
def test_each_band_and_boundary(mean: float, state: str) -> None:
    assert band(mean).state == state


@pytest.mark.parametrize(
    ("supporting", "opposing", "conflicting"),
    [
        (3, 1, True),  # exactly a quarter
        (1, 3, True),
        (4, 1, False),  # a fifth
        (1, 4, False),
        (301, 100, False),  # just under: 100 of 401
        (300, 100, True),
        (1, 1, True),
        (1, 0, False),
        (0, 0, False),
    ],
)
def test_conflict_begins_at_a_quarter(supporting: int, opposing: int, conflicting: bool) -> None:
    assert is_conflicting(supporting, opposing) is conflicting


def test_boundaries_hold_for_means_of_means() -> None:
    mean = (-7 / 6 + 4 / 3 + 4 / 3) / 3
    assert mean < 0.5  # in floating point
    assert band(mean).state == "supports" and band(-mean).state == "opposes"


def test_neutral_statements_do_not_dilute_a_conflict() -> None:
    assert position_step(3, 100, 1, 0.02).state == "conflicting"


def test_conflict_comes_before_the_band() -> None:
    assert position_step(3, 0, 1, 1.0).state == "conflicting"
    assert position_step(4, 0, 1, 1.0).state == "supports"


def test_nothing_said_is_not_found_and_never_neutral() -> None:
    assert position_step(0, 0, 0, 0.0).state == "not_found"
    assert position_step(0, 1, 0, 0.0).state == "neutral"


def test_seven_states_with_words_and_signs_of_their_own() -> None:
    assert len(STEPS) == len({step.state for step in STEPS}) == len({step.word for step in STEPS}) == 7
    assert [step.sign for step in STEPS] == ["−−", "−", "0", "+", "++", "±", "–"]
    assert [step.fill for step in BANDS] == ["#b35806", "#f1a340", "#d9d9d9", "#7fb3d9", "#1f5f99"]


def test_rating_is_text_and_never_a_number() -> None:
    assert rating("B", 2) == "B2"
    assert rating(None, 6) == "–6"
    assert rating("F", None) == "F–"
    assert set(RELIABILITY) == set("ABCDEF") and set(CREDIBILITY) == {1, 2, 3, 4, 5, 6}
