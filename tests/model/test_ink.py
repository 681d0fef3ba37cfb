"""Text on any colour that a dataset gives a faction can be read."""

from __future__ import annotations

import pytest

from sayso.model.scales import ink_on


def luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("step", range(0, 256, 15))
def test_every_hue_and_grey_has_an_ink(step: int) -> None:
    for fill in (
        f"#{step:02x}{step:02x}{step:02x}",
        f"#{step:02x}8a7e",
        f"#0f{step:02x}7e",
        f"#b832{step:02x}",
    ):
        assert contrast(fill, ink_on(fill)) >= 4.5
