"""Whether words stand in a text, letter for letter, and where: the check behind every row that a model gives.

Quotation marks, dashes and white space are read alike on both sides; letters, figures and their case never are.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.ingest.records import Span

_MARKS = frozenset("'\"`´‘’‚‛“”„‟«»‹›′″＇＂")
_DASHES = frozenset("-‐‑‒–—―−﹘﹣－⁃")
_WRITTEN_OUT = {"…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_EDGES = " '.,;:-…"
_MOST_PLACES = 2_000  # of one phrase that are compared


class Searchable:
    """A text that can be asked where words stand. Reading it is linear; offsets are those of the text as given.

    Words that touch a `blocked` stretch stand nowhere.
    """

    def __init__(self, text: str, blocked: Sequence[Span] = ()) -> None:
        self.text = text
        self._blocked = tuple(blocked)
        self._plain, self._starts, self._ends = _plain(text)

    def places(self, words: str, within: Span | None = None) -> list[Span]:
        """Everywhere the words stand whole, in order; marks and stops that only lie around them don't count."""
        needle = _plain(words)[0].strip()
        found = self._all(needle, within)
        if not found:
            found = self._all(needle.strip(_EDGES), within)
        return found

    def nearest(self, words: str, near: Span) -> Span | None:
        """The place nearest to a stretch of text; within it, the first."""
        return min(self.places(words), key=lambda place: distance(place, near), default=None)

    def is_blocked(self, place: Span) -> bool:
        """Whether a place touches a blocked stretch."""
        return any(place[0] < end and start < place[1] for start, end in self._blocked)

    def _all(self, needle: str, within: Span | None) -> list[Span]:
        if not any(char.isalnum() for char in needle):
            return []
        first, last = 0, len(self._plain)
        if within is not None:
            first, last = bisect_left(self._starts, within[0]), bisect_right(self._ends, within[1])
        found: list[Span] = []
        at = self._plain.find(needle, first, last)
        while at >= 0 and len(found) < _MOST_PLACES:
            end = at + len(needle)
            if not (_cuts(self._plain, at) or _cuts(self._plain, end)):
                place = (self._starts[at], self._ends[end - 1])
                if not self.is_blocked(place):
                    found.append(place)
            at = self._plain.find(needle, at + 1, last)
        return found


def distance(place: Span, near: Span) -> int:
    """Characters between two stretches; 0 where they touch."""
    return max(0, near[0] - place[1], place[0] - near[1])


def _cuts(text: str, at: int) -> bool:
    """Whether a place lies within a word: "he" is not in "the", nor "can" in "can't".

    Scripts without capitals join words freely.
    """
    if not 0 < at < len(text):
        return False
    if text[at : at + 2].lower() == "'t" and not text[at + 2 : at + 3].isalpha():
        return text[at - 1].isalpha()
    return all(unicodedata.category(char) in ("Lu", "Ll", "Lt", "Nd") for char in text[at - 1 : at + 1])


def _plain(text: str) -> tuple[str, list[int], list[int]]:
    """The text with marks, dashes and space made alike; and for each of its characters, where it comes from."""
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        written = _read(text[start:end])
        last = plain[-1] if plain else " "
        if plain and written == last and written in (" ", "'", "-"):
            ends[-1] = end
            continue
        if written == " " and last == "-":
            continue
        if written == "-" and last == " " and plain:  # a dash swallows the space on either side
            plain[-1], starts[-1], ends[-1] = "-", start, end
            continue
        for char in written:
            plain.append(char)
            starts.append(start)
            ends.append(end)
    return "".join(plain), starts, ends


def _clusters(text: str) -> list[Span]:
    """A character with the marks that combine with it, so that é and e + ´ are one."""
    borders = [at for at, char in enumerate(text) if at == 0 or not unicodedata.combining(char)]
    return list(zip(borders, [*borders[1:], len(text)], strict=False))


def _read(cluster: str) -> str:
    if len(cluster) > 1:
        return unicodedata.normalize("NFC", cluster)
    if cluster in _MARKS:
        return "'"
    if cluster in _DASHES:
        return "-"
    if cluster.isspace():
        return " "
    if cluster in _WRITTEN_OUT:
        return _WRITTEN_OUT[cluster]
    if unicodedata.category(cluster) in ("Cf", "Cc", "Cs", "Co"):
        return ""  # soft hyphens, zero-width and direction marks
    return unicodedata.normalize("NFC", cluster)
