"""Whatever comes in: no exceptions, and spans that lie in the text."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import pytest

from sayso.ingest import extract
from sayso.ingest.chain import LONGEST
from sayso.ingest.records import DateFound, Extraction, Marked, Mention, Sentence

PIECES = (
    "“", "”", '"', "'", "‘", "’", "said", "Smith", "he", "according to", ",", ".", "?", "\n", "\n\n", " ", " ", " ", ":", "—",
    "that", "who", "Iraq", "Friday", "2014", "the committee", "killed", "(", ")", "*", "é", "عراق", "😀", "\x00", "\u2028",
    "told", "as saying", "quoted", "asked whether", "not", "-", "…", "Mr.", "U.S.", "İ", "ß", "the", "of",
)  # fmt: skip


def spans(found: Extraction) -> Iterator[tuple[int, int]]:
    for quote in found.quotes:
        yield from quote.spans
        yield from (span for span in (quote.speaker, quote.cue, quote.addressee, quote.antecedent) if span)
    rows: list[Sentence | Marked | Mention | DateFound] = [
        *found.sentences,
        *found.marked,
        *found.mentions,
        *found.dates,
    ]
    for row in rows:
        yield row.span
    for actor in found.actors:
        yield from actor.spans
    for event in found.events:
        yield from (span for span in (event.span, event.trigger, event.source, event.target) if span)


@pytest.mark.parametrize("seed", range(150))
def test_any_mixture_is_read(seed: int) -> None:
    chance = random.Random(seed)
    text = " ".join(chance.choice(PIECES) for _ in range(chance.randrange(120)))
    found = extract(text)
    assert all(0 <= start < end <= len(text) for start, end in spans(found))
    for quote in found.quotes:
        assert list(quote.spans) == sorted(quote.spans)
        assert all(a[1] <= b[0] for a, b in zip(quote.spans, quote.spans[1:], strict=False)), quote
        assert 0 < quote.confidence < 1
    ordered = [sentence.span for sentence in found.sentences]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ordered))


@pytest.mark.parametrize("seed", range(40))
def test_any_characters_are_read(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(
        chr(chance.choice((chance.randrange(32, 127), chance.randrange(1, 0xD800)))) for _ in range(400)
    )
    assert all(0 <= start < end <= len(text) for start, end in spans(extract(text)))


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "“", "”", "said", "\ufeff"])
def test_next_to_nothing_is_read(text: str) -> None:
    assert extract(text).events == ()


@pytest.mark.parametrize("piece", ["word ", '"', "a' ", "\n", "Ann Bee said that "])
def test_ten_megabytes_are_read_from_their_beginning(piece: str) -> None:
    found = extract(piece * (10_000_000 // len(piece)))
    assert found.read_to == LONGEST


def test_the_same_text_gives_the_same_rows() -> None:
    text = "“We stay,” Amara Diallo said on Friday in Dakar. The committee rejected it."
    assert extract(text) == extract(text)
