from __future__ import annotations

import re

import pytest

from sayso.model.slugs import LONGEST, free_id, slug

ID = re.compile(r"[a-z0-9][a-z0-9_.-]*")  # what the schema allows


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Fuad Hussein", "fuad-hussein"),
        ("  All foreign troops out! ", "all-foreign-troops-out"),
        ("U.S. State Department", "us-state-department"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Łódź / Straße 9", "lodz-strasse-9"),
        ("al-Ka’bi", "al-kabi"),
        ("مقتدى الصدر", ""),
        ("مقتدى الصدر 2021", ""),
        ("Москва", ""),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("…", ""),
    ],
)
def test_a_name_becomes_words_that_can_be_typed(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_long_name_is_cut_between_words() -> None:
    cut = slug("The committee for the preparation of the conference on security in the wider region")
    assert len(cut) <= LONGEST and cut.endswith("-conference-on")
    assert len(slug("x" * 200)) == LONGEST


@pytest.mark.parametrize("name", ["Fuad Hussein", "مقتدى الصدر", "", "x" * 200, "２０２１", "../../etc", "²"])
def test_an_id_is_free_and_allowed_by_the_schema(name: str) -> None:
    taken: set[str] = set()
    for _ in range(3):
        found = free_id(name, taken, "actor")
        assert ID.fullmatch(found) and found not in taken
        taken.add(found)


def test_a_name_that_cannot_be_spelt_is_numbered() -> None:
    assert free_id("مقتدى الصدر", {"actor-1"}, "actor") == "actor-2"
    assert free_id("Fuad Hussein", {"fuad-hussein"}, "actor") == "fuad-hussein-2"
