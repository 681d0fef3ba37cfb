"""Places in a text: DNA counts UTF-16 units as Java does, Sayso code points of the text as it keeps it."""

from __future__ import annotations

from bisect import bisect_left

from sayso.store.text_check import canonical

BEYOND = 0xFFFF  # a character above it takes two UTF-16 units


class Places:
    """One text: `text` as Sayso keeps it (line ends as \\n, outer white space gone), and its places."""

    def __init__(self, raw: str) -> None:
        self.text = canonical(raw)
        wide = [number for number, sign in enumerate(raw) if ord(sign) > BEYOND]
        self._wide = [number + before for before, number in enumerate(wide)]
        self._returns = [
            number for number, sign in enumerate(raw) if sign == "\r" and raw[number + 1 : number + 2] == "\n"
        ]
        self._length = len(raw) + len(wide)
        whole = raw.replace("\r\n", "\n").replace("\r", "\n")
        bare = whole.removeprefix("\ufeff")
        self._lead = len(whole) - len(bare.lstrip())

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """DNA's `start` and `stop` as code points of `text`; equal if only white space at an end was marked.

        Raises ValueError if they are not in order, not inside the text, or inside a character.
        """
        if not 0 <= start < stop:
            raise ValueError(f"its place {start:,}–{stop:,} does not run forwards")
        if stop > self._length:
            raise ValueError(
                f"its place {start:,}–{stop:,} lies outside the document's {self._length:,} characters"
            )
        return self._place(start), self._place(stop)

    def _place(self, unit: int) -> int:
        before = bisect_left(self._wide, unit)
        if before and self._wide[before - 1] == unit - 1:
            raise ValueError(f"its place {unit:,} is in the middle of a character")
        point = unit - before
        kept = point - bisect_left(self._returns, point) - self._lead
        return min(max(kept, 0), len(self.text))
