"""How much room words take: what does not fit is split or cut, never shrunk below LEAST points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

LEAST = 10
"""Points: no type on a slide is smaller."""
LINE = 1.2  # of the type size
Item = TypeVar("Item")

# Advance widths of Arial in thousandths of the type size; what is not listed is as wide as most letters.
_WIDTHS = {
    **dict.fromkeys("il’‘'|j", 222), **dict.fromkeys(" .,:;/!ftI[]()-·", 290), **dict.fromkeys("r", 333),
    **dict.fromkeys("“”ckszvxyJ", 500), **dict.fromkeys("+−=<>±–", 584), **dict.fromkeys("ABEKPSVXYwZTFL", 667),
    **dict.fromkeys("CDHNRUG&", 722), **dict.fromkeys("OQ", 778), **dict.fromkeys("mM", 833), **dict.fromkeys("W%@—…", 944),
}  # fmt: skip
_OTHER, _WIDE = 556, 1000


@lru_cache(maxsize=20_000)
def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Points across, as Arial sets it and a little more."""
    units = sum(_WIDTHS.get(letter, _WIDE if ord(letter) > 0x2E80 else _OTHER) for letter in text)
    return units / 1000 * size * (1.08 if is_bold else 1.0)


def lines(text: str, size: float, room: float, *, is_bold: bool = False) -> int:
    """How many lines `text` takes within `room` points; words that are longer are broken."""
    count, room = 0, max(room, size)
    for paragraph in text.split("\n") or [""]:
        count += 1
        at = 0.0
        for word in paragraph.split(" "):
            wide = width(word, size, is_bold=is_bold)
            gap = width(" ", size) if at else 0.0
            if at and at + gap + wide > room:
                count, at, gap = count + 1, 0.0, 0.0
            while wide > room:
                count, wide = count + 1, wide - room
            at += gap + wide
    return count


def cut(text: str, size: float, room: float, most: int, *, is_bold: bool = False) -> str:
    """`text`, shortened to `most` lines with an ellipsis if it takes more."""
    if lines(text, size, room, is_bold=is_bold) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if lines(f"{text[:middle].rstrip()} …", size, room, is_bold=is_bold) <= most:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()} …"


def largest(text: str, sizes: Sequence[int], room: float, high: float, *, is_bold: bool = False) -> int:
    """The first of `sizes` at which `text` fits; the last if none does."""
    fitting = (s for s in sizes if lines(text, s, room, is_bold=is_bold) * s * LINE <= high)
    return next(fitting, sizes[-1])


def pages(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Runs (start, end) of rows that fit into `room`: as few as can be, about equally filled. A row that is too high has its own."""
    fewest = len(_filled(heights, room))
    low, high = 0.0, room
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if len(_filled(heights, middle)) > fewest else (low, middle)
    return _filled(heights, high)


def _filled(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    runs, start, used = [], 0, 0.0
    for place, high in enumerate(heights):
        if place > start and used + high > room:
            runs.append((start, place))
            start, used = place, 0.0
        used += high
    return [*runs, (start, len(heights))]


def evenly(items: Sequence[Item], most: int) -> list[Sequence[Item]]:
    """`items` in as few runs of at most `most` as can be, of about one length."""
    n = max(1, -(-len(items) // max(most, 1)))
    size = -(-len(items) // n)
    return [items[at : at + size] for at in range(0, len(items), size)] or [items]
