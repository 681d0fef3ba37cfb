"""The timeline's title says what its table shows."""

from __future__ import annotations

import pytest

from tests.conftest import REPOSITORY
from tests.pages.screen import open_screen


def test_the_title_names_the_busiest_month_and_what_happened_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(REPOSITORY / "data" / "harbour-debate"))
    monkeypatch.setenv("SAYSO_READ_ONLY", "1")
    screen = open_screen("timeline")
    assert (
        "30 of 309 statements were made in Jan 2024, the month of “Government puts the port out to tender”"
        in screen.words
    )
    of_a_week = open_screen("timeline", **{"from": "2024-11-15", "to": "2024-11-22"}).words
    assert "statements fall between 15 Nov 2024 and 22 Nov 2024" in of_a_week


def test_a_late_as_of_day_does_not_stretch_the_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(REPOSITORY / "data" / "harbour-debate"))
    monkeypatch.setenv("SAYSO_READ_ONLY", "1")
    screen = open_screen("timeline", asof="9999-12-31").press("Everything")
    assert "as of 31 Dec 9999" in screen.words
    assert "9999-" not in "".join(screen.charts())
    assert "30 of 309 statements were made in Jan 2024" in screen.words
