"""Every chart says how it was made: method, what was counted, the seed or that there is none, and the data version."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Glance

CHARTS = {
    "overview": 1,
    "matrix": 1,
    "timeline": 1,
    "comparison": 2,
    "changed": 1,
    "coalitions": 5,
    "sources": 3,
    "actor": 1,
}


@pytest.mark.parametrize("page", CHARTS)
def test_every_chart_says_how_it_was_made(page: str, glance: Glance) -> None:
    screen = glance(page, "harbour" if page == "coalitions" else "shipped")  # one article gives no camps
    made = [piece.split("</p>")[0] for piece in screen.markup.split('class="sy-fine sy-made">')[1:]]
    assert (
        len(made) == CHARTS[page] >= len(list(screen.charts())) - (page == "actor")
    )  # memberships are no measure
    for line in made:
        assert "one per article" in line and "data version " in line
        assert "seed 1" in line if page == "coalitions" else "nothing drawn at random" in line
