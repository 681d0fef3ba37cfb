"""Places in a text: how a project counts them, and where they are in the text as Sayso keeps it.

REFI-QDA 1.5 counts Unicode code points of the plain-text file. Writers differ: programs built on .NET or JavaScript
count UTF-16 units, ATLAS.ti counts a Windows line end as one, others count two where the file has one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

from sayso.store.text_check import canonical

FEWEST, LIKELY = 3, 0.9  # places, and their share, that another way of counting has to explain
BEYOND = 0xFFFF  # a character above it takes two UTF-16 units
Ends = Literal["as in the file", "one", "two"]
_MARK = re.compile(r"(?:…|\.\.\.)\s*$")
_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Counting:
    """How positions count: `units` is how many UTF-16 units (True) or code points; `ends`, how long a line end is."""

    units: bool = False
    ends: Ends = "as in the file"

    @property
    def words(self) -> str:
        """For a reader: "code points, line ends as in the file"."""
        ends = {"one": "line ends as one", "two": "line ends as two"}.get(
            self.ends, "line ends as in the file"
        )
        return f"{'UTF-16 units' if self.units else 'code points'}, {ends}"


STANDARD = Counting()


class Places:
    """One text: `text` as Sayso keeps it (line ends as \\n, outer white space gone), and its places."""

    def __init__(self, raw: str, counting: Counting = STANDARD) -> None:
        self.text = canonical(raw)
        self._base = base = _base(raw, counting.ends)
        wide = [n for n, sign in enumerate(base) if ord(sign) > BEYOND] if counting.units else []
        self._wide = [number + before for before, number in enumerate(wide)]
        self._returns = [found.start() for found in re.finditer(r"\r(?=\n)", base)]
        self.length = len(base) + len(wide)
        whole = base.replace("\r\n", "\n")
        self._lead = len(whole) - len(whole.removeprefix("\ufeff").lstrip())

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """A project's `start` and `stop` as code points of `text`; equal if nothing but white space at an end is marked.

        Raises ValueError if they are not in order, not inside the text, or inside a character.
        """
        if not 0 <= start <= stop:
            raise ValueError(f"its place {start:,}–{stop:,} does not run forwards")
        if stop > self.length:
            raise ValueError(
                f"its place {start:,}–{stop:,} lies outside the text's {self.length:,} characters"
            )
        return self._kept(self._point(start)), self._kept(self._point(stop))

    def words(self, start: int, stop: int) -> str:
        """What stands at a place, as in the file; raises ValueError as `span` does."""
        self.span(start, stop)
        return self._base[self._point(start) : self._point(stop)]

    def at_words(self, start: int, stop: int) -> bool:
        """Whether a place begins and ends where a word does, not inside one."""
        begin, end, base = self._point(start), self._point(stop), self._base
        cut = [base[max(place - 1, 0) : place + 1] for place in (begin, end)]
        return (
            not any(len(pair) == 2 and pair.isalnum() for pair in cut)
            and base[begin:end].strip() == base[begin:end]
        )

    def _point(self, unit: int) -> int:
        before = bisect_left(self._wide, unit)
        if before and self._wide[before - 1] == unit - 1:
            raise ValueError(f"its place {unit:,} is in the middle of a character")
        return unit - before

    def _kept(self, point: int) -> int:
        return min(max(point - bisect_left(self._returns, point) - self._lead, 0), len(self.text))


Label = tuple[int, int, str]  # start, stop, and the excerpt that the project shows for it (may be empty)


def counting_of(texts: Iterable[tuple[str, Sequence[Label]]], origin: str) -> Counting:
    """How a project's positions count, by the evidence of all its marked places.

    Usual is the standard's, for ATLAS.ti's files its own. Another one is believed if more of the excerpts are the words
    that stand there, or if under it alone (nearly) all places lie inside their texts and begin and end at words.
    """
    ends: tuple[Ends, ...] = ("as in the file", "one", "two")
    usual = Counting(ends="one") if "atlas" in origin.lower() else STANDARD
    choices = sorted(
        (Counting(units, end) for units, end in product((False, True), ends)),
        key=lambda c: (c != usual, c != STANDARD),
    )
    texts = [(raw, labels) for raw, labels in texts if labels and _matters(raw)]
    if not texts:
        return usual
    scores = {choice: _score(choice, texts) for choice in choices}
    total = sum(len(labels) for _, labels in texts)
    named, inside, at_words = scores[usual]
    best = max(choices, key=lambda choice: (scores[choice].named, -choices.index(choice)))
    if scores[best].named > named:
        return best
    best = max(choices, key=lambda choice: (*scores[choice][1:], -choices.index(choice)))
    likely = scores[best].inside == total >= FEWEST and scores[best].at_words >= LIKELY * total
    better = inside < total or scores[best].at_words >= at_words + FEWEST
    return best if likely and better else usual


def _base(raw: str, ends: Ends) -> str:
    if ends == "as in the file":
        return raw
    return _END.sub("\n" if ends == "one" else "\r\n", raw)


def _matters(raw: str) -> bool:
    return (not raw.isascii() and max(raw) > chr(BEYOND)) or "\n" in raw or "\r" in raw


class _Score(NamedTuple):
    named: int
    inside: int
    at_words: int


def _score(choice: Counting, texts: Sequence[tuple[str, Sequence[Label]]]) -> _Score:
    named = inside = at_words = 0
    for raw, labels in texts:
        places = Places(raw, choice)
        for start, stop, label in labels:
            try:
                words = places.words(start, stop)
            except ValueError:
                continue
            inside += 1
            shown = "".join(_MARK.sub("", label).split())
            found = "".join(words[: 2 * len(label)].split())
            named += len(shown) > 3 and words[:1] == shown[0] and found.startswith(shown)
            at_words += places.at_words(start, stop)
    return _Score(named, inside, at_words)
