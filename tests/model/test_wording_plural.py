"""Whether English says "is" or "are" of a name."""

import pytest

from sayso.model.wording import is_plural

MANY = [
    "Senior US officials", "Iraqi Shia militias", "Foreign forces in Iraq", "US forces in Iraq", "Unnamed media reports",
    "Iran-backed Shia factions", "The Greens", "Iraqi militia groups (unnamed)",
]  # fmt: skip
ONE = [
    "Fuad Hussein", "United States government", "Karsuna Dockers' Union", "Old Quay Fishers' Cooperative", "James",
    "Russia", "Government of Iraq", "Ministry of Foreign Affairs", "United States", "Congress", "Obama administration",
    "Daesh (Islamic State)", "موانئ", "", "The Wall Street Journal", "political crisis",
]  # fmt: skip


@pytest.mark.parametrize("name", MANY)
def test_these_are_many(name: str) -> None:
    assert is_plural(name)


@pytest.mark.parametrize("name", ONE)
def test_these_are_one(name: str) -> None:
    assert not is_plural(name)
