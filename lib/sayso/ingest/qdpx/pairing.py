"""Which speaker and which issue a coded stance belongs to: the rule, and nothing that needs a guess.

1. What one coder coded goes together first; only where that coder coded no speaker (issue) there, anybody's counts.
2. The same passage wins; else the shortest passage around it; else one inside it, if all inside it say the same.
3. Several stances beside several issues or speakers on one passage make no statement (`saying.py`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

Span = tuple[int, int]
BLOCK = 64  # passages whose furthest end is kept, so that a long text is not searched one by one


@dataclass(frozen=True)
class Coded:
    """A code on a passage of one text, its place in code points of the text as Sayso keeps it."""

    span: Span
    code: str
    coder: str
    coded_on: date | None = None


class SeveralError(ValueError):
    """Different codes lie inside a passage: which one is meant cannot be told."""


class Pool:
    """The passages of one text that are coded with one role, to be found by where they lie."""

    def __init__(self, coded: Iterable[Coded]) -> None:
        self.everyone = _Places(list(coded))
        coders = dict.fromkeys(each.coder for each in self.everyone.coded)
        self._by_coder = {
            coder: _Places([each for each in self.everyone.coded if each.coder == coder]) for coder in coders
        }

    def match(self, span: Span, coder: str) -> list[Coded]:
        """Those that belong to the passage `span` of `coder`, one a code; empty if none does.

        Raises SeveralError if the only ones lie inside it and have different codes.
        """
        for places in (self._by_coder.get(coder), self.everyone):
            if places and (found := places.match(span)):
                return list({each.code: each for each in reversed(found)}.values())[::-1]
        return []


class _Places:
    def __init__(self, coded: Sequence[Coded]) -> None:
        self.coded = sorted(coded, key=lambda each: (each.span[0], -each.span[1], each.code, each.coder))
        self._starts = [each.span[0] for each in self.coded]
        self._exact: dict[Span, list[Coded]] = {}
        for each in self.coded:
            self._exact.setdefault(each.span, []).append(each)
        stops = [each.span[1] for each in self.coded]
        self._reach = [max(stops[at : at + BLOCK]) for at in range(0, len(stops), BLOCK)]

    def match(self, span: Span) -> list[Coded]:
        if span in self._exact:
            return self._exact[span]
        if around := list(self._around(*span)):
            shortest = min(_length(each.span) for each in around)
            return [each for each in around if _length(each.span) == shortest]
        inside: list[Coded] = []
        for at in range(bisect_left(self._starts, span[0]), len(self.coded)):
            each = self.coded[at]
            if each.span[0] >= span[1]:
                break
            if each.span[1] <= span[1]:
                inside.append(each)
                if each.code != inside[0].code:
                    raise SeveralError
        return inside[:1]

    def _around(self, start: int, stop: int) -> Iterator[Coded]:
        last = bisect_right(self._starts, start)
        for block, reach in enumerate(self._reach[: last // BLOCK + 1]):
            if reach >= stop:
                for each in self.coded[block * BLOCK : min((block + 1) * BLOCK, last)]:
                    if each.span[1] >= stop:
                        yield each


def _length(span: Span) -> int:
    return span[1] - span[0]
