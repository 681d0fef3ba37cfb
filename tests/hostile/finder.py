"""Texts made to make the finder slow: CPU time over n, 2n, 4n, 8n grows no faster than n to the 1.6."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from math import log
from pathlib import Path

from sayso.ingest import extract
from tests.hostile.trial import Trial

MOST, SMALLEST, STEPS, TRIES = 1.6, 4_000, 4, 3
ALL_FAST = 0.25  # seconds for the longest: then the figure is noise
PATTERNS: dict[str, str] = {
    "opening marks": "“", "closing marks": "”", "straight marks": '"', "apostrophes": "'", "opening and a word": "“word ", "pairs": "“a” ",
    "marks in marks": "“‘", "a quote and said": "“We go,” he said. ", "said": "said ", "said that": "said that ", "he said that he said": "he said that ",
    "according to": "according to ", "names": "Ann Bee ", "titles": "Mr. ", "names with commas": "Ann Bee, ", "names and": "Ann and ", "of the": "of the ",
    "capitals": "A", "capital words": "Abc", "initials": "J. K. ", "initials together": "U.S.", "hyphens": "a-", "dashes": "—", "full stops": ".",
    "full stops apart": ". ", "commas": ", ", "line ends": "\n", "empty lines": "\n\n", "spaces": " ", "digits": "9", "dates": "3 March 2024 ", "days": "on Friday ",
    "numbers and dots": "1.", "brackets": "(", "brackets around": "(a) ", "marks over letters": "e\u0301", "Arabic": "قال ", "asking whether": "asked whether ", "one word": "w",
}  # fmt: skip


def exponent(pattern: str) -> tuple[float, float]:
    """The slope of log time over log length, the least of some tries, and the seconds that the longest took."""
    found = []
    for _ in range(TRIES):
        times = []
        for step in range(STEPS):
            text = (pattern * (SMALLEST * 2**step))[: SMALLEST * 2**step]
            began = time.process_time()
            extract(text)
            times.append(max(time.process_time() - began, 1e-4))
        xs, ys = [log(2**step) for step in range(STEPS)], [log(each) for each in times]
        mean_x, mean_y = sum(xs) / STEPS, sum(ys) / STEPS
        slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)  # fmt: skip
        found.append((slope, times[-1]))
        if slope <= MOST or times[-1] < ALL_FAST:
            break
    return min(found)


def _grows(name: str, pattern: str) -> Callable[[Path], str]:
    def run(_: Path) -> str:
        slope, seconds = exponent(pattern)
        length = SMALLEST * 2 ** (STEPS - 1)
        print(f"  finder: {name:22} n^{slope:4.2f}, {seconds:5.2f} s for {length:,} characters", flush=True)
        assert slope <= MOST or seconds < ALL_FAST, f"n^{slope:.2f}"
        return "accepted"

    return run


def trials(seed: int) -> Iterator[Trial]:
    """The 39 patterns. They measure time, and so belong to the command, not to the suite."""
    for name, pattern in PATTERNS.items():
        yield Trial("finder", name, _grows(name, pattern))
