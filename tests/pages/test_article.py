"""An article's page says first whether what stands on it counts, and names the dataset."""

from __future__ import annotations

import pytest

from tests.conftest import REPOSITORY
from tests.pages.screen import Screen, open_screen


@pytest.fixture(autouse=True)
def _harbour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(REPOSITORY / "data" / "harbour-debate"))
    monkeypatch.setenv("SAYSO_READ_ONLY", "1")


def opened(part: str) -> Screen:
    """The page of the one article whose label begins with `part`."""
    choice = next(box for box in open_screen("article").app.selectbox if box.key == "article")
    return open_screen("article", article=next(label for label in choice.options if label.startswith(part)))


def test_a_withdrawn_article_says_that_nothing_of_it_counts() -> None:
    screen = opened("“I SOLD IT")
    assert not screen.app.exception and not screen.warnings
    assert "Withdrawn on 18 Sep 2024: nothing of it counts on any page." in screen.words


def test_a_copy_leads_to_its_original() -> None:
    screen = opened("Seaboard quits Velmara's government over naval annex (The Ostrel Courier")
    links = [str(link.proto.label).replace("\\", "") for link in screen.links]
    assert "A copy: what both say is counted once" in screen.words
    assert any(label.startswith("The original: ") and "Velmara Press Agency" in label for label in links)


def test_where_only_one_dataset_is_open_each_page_still_names_it() -> None:
    for page in ("coalitions", "matrix", "timeline"):
        assert "Karsuna harbour, 2024–2025 (invented) · " in open_screen(page).words
