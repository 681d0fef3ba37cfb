"""DNA's places are found again in the text as Sayso keeps it, whatever characters stand before them."""

from __future__ import annotations

import random

import pytest

from sayso.ingest.dna.kept import trimming, untrimmed
from sayso.ingest.dna.places import Places

SIGNS = ["a", "é", "ش", "🌊", "👩‍🚒", "\n", "\r\n", "\r", " ", "\u0301"]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_passage_after_emoji_and_windows_line_ends() -> None:
    raw = "\ufeff \r\n🌊🌊 The harbour.\r\nThe mayor 🚢 agreed.\r\n "
    place = Places(raw)
    at = units(raw[: raw.index("mayor")])
    start, stop = place.span(at, at + units("mayor 🚢 agreed"))
    assert place.text[start:stop] == "mayor 🚢 agreed"


def test_any_passage_of_any_text() -> None:
    draw = random.Random(3)
    for _ in range(400):
        raw = "".join(draw.choices(SIGNS, k=draw.randint(3, 30))) + "end"
        first = draw.randrange(len(raw) - 1)
        last = draw.randint(first + 1, len(raw))
        if raw[first - 1 : first + 1] == "\r\n" or raw[last - 1 : last + 1] == "\r\n":
            continue
        place = Places(raw)
        start, stop = place.span(units(raw[:first]), units(raw[:last]))
        wanted = raw[first:last].replace("\r\n", "\n").replace("\r", "\n")
        assert place.text[start:stop].strip() == wanted.strip()
        assert untrimmed(place.text, trimming(raw)) == raw


@pytest.mark.parametrize(
    ("start", "stop", "said"),
    [(0, 6, "outside"), (-1, 2, "forwards"), (3, 3, "forwards"), (0, 2, "middle of a character")],
)
def test_a_place_that_cannot_be(start: int, stop: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Places("a🌊bc").span(start, stop)


def test_white_space_alone_has_no_length() -> None:
    assert Places("  \n word").span(0, 3) == (0, 0)


def test_a_plain_text_loses_nothing() -> None:
    assert trimming("plain\ntext") == {} and untrimmed("plain\ntext", {}) == "plain\ntext"
