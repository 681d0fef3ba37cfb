"""What DNA itself does: its tables, its passwords, its places."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.exports.dna.passwords import hashed, is_password
from sayso.exports.dna.places import blank, strung, unit_places, units
from sayso.exports.dna.schema import tables
from sayso.ingest.dna.places import Places

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "dna" / "sample.dna"
needs_sample = pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample database of DNA is not here")
SIGNS = ["a", "é", "ش", "🌊", "👩‍🚒", "\n", "\r\n", "\r", " ", "\u0301"]


def sample(question: str) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(f"{SAMPLE.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        return db.execute(question).fetchall()


@needs_sample
def test_tables_are_created_with_the_words_that_dna_uses() -> None:
    theirs = dict(sample("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    assert {name: table.create for name, table in tables().items()} == theirs


@needs_sample
def test_a_password_that_dna_hashed_is_known_again() -> None:
    ((kept, name), *_) = sample("SELECT Password, Name FROM CODERS ORDER BY ID")
    assert name == "Admin" and is_password("sample", kept) and not is_password("Sample", kept)


def test_a_password_holds_however_its_letters_are_put_together() -> None:
    kept = hashed("Öykü")
    assert len(kept) == 64 and kept != hashed("Öykü")
    assert is_password("O\u0308yku\u0308", kept) and not is_password("Oyku", kept)


def test_a_place_goes_to_dna_and_back() -> None:
    draw = random.Random(5)
    for _ in range(300):
        raw = draw.choice(["", "\ufeff"]) + "".join(draw.choices(SIGNS, k=draw.randint(3, 30))) + "end"
        place, own = Places(raw), unit_places(raw)
        assert len(own) == len(place.text) + 1
        first = draw.randrange(len(place.text))
        last = draw.randint(first + 1, len(place.text))
        assert place.span(own[first], own[last]) == (first, last)


def test_quotes_stand_where_they_are_said_to() -> None:
    text, places = strung(["The harbour 🚢", "stays.", "The harbour 🚢"])
    wide = text.encode("utf-16-le")
    assert {words: wide[2 * start : 2 * stop].decode("utf-16-le") for words, (start, stop) in places.items()} == {
        "The harbour 🚢": "The harbour 🚢", "stays.": "stays.",
    }  # fmt: skip


def test_a_text_that_may_not_leave_is_blank_but_for_its_quotes() -> None:
    made = blank(24, [(2, 6, "🚢 x"), (10, 14, "long words"), (18, 99, "at the end")])
    assert made == "  🚢 x    long    at the" and units(made) == 24
    assert units(blank(4, [(0, 3, "🚢🚢")])) == 4  # half a character has no words, but keeps its place
