"""Long articles in parts of whole paragraphs, each small enough for one request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.ingest.records import Sentence

BEFORE = 3  # sentences ahead of a part that are shown with it: who "he" is


@dataclass(frozen=True)
class Chunk:
    """Sentences first … last−1 of the article to be read, and from where on sentences are shown."""

    shown: int
    first: int
    last: int

    def halves(self) -> tuple[Chunk, Chunk] | None:
        """Two parts for a server that cannot take it whole; None of a single sentence."""
        if self.last - self.first < 2:
            return None
        middle = (self.first + self.last) // 2
        return Chunk(self.shown, self.first, middle), Chunk(max(0, middle - BEFORE), middle, self.last)


def chunks(sentences: Sequence[Sentence], budget: int) -> list[Chunk]:
    """Parts of at most `budget` characters, unless one sentence alone is longer; a long paragraph is cut."""
    found: list[Chunk] = []
    first = 0
    size = 0
    for start, end in _blocks(sentences, budget):
        length = sentences[end - 1].span[1] - sentences[start].span[0]
        if size and size + length > budget:
            found.append(Chunk(max(0, first - BEFORE), first, start))
            first, size = start, 0
        size += length
    if size:
        found.append(Chunk(max(0, first - BEFORE), first, len(sentences)))
    return found


def _blocks(sentences: Sequence[Sentence], budget: int) -> list[tuple[int, int]]:
    """Paragraphs as first and last sentence; of a paragraph beyond the budget each sentence alone."""
    blocks = []
    for _, group in groupby(range(len(sentences)), key=lambda number: sentences[number].paragraph):
        numbers = list(group)
        start, end = numbers[0], numbers[-1] + 1
        if sentences[end - 1].span[1] - sentences[start].span[0] > budget:
            blocks += [(number, number + 1) for number in numbers]
        else:
            blocks.append((start, end))
    return blocks
