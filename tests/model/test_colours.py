from __future__ import annotations

import pytest

from sayso.model.colours import TOO_NEAR, difference, near_stance
from sayso.model.scales import BANDS


def test_a_difference_is_nought_for_the_same_and_a_hundred_from_black_to_white() -> None:
    assert difference("#336699", "#336699") == 0
    assert difference("#000000", "#ffffff") == pytest.approx(100, abs=0.01)
    assert difference("#000000", "#ff0000") == pytest.approx(difference("#ff0000", "#000000"))


def test_every_stance_is_told_from_every_other_and_knows_its_own_colour() -> None:
    for band in BANDS:
        assert near_stance(band.fill) == band.word
        assert all(difference(band.fill, other.fill) > TOO_NEAR for other in BANDS if other is not band)
    assert near_stance("#5b2a56") is None
