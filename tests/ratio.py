"""How much longer one thing takes than another, side by side: on a shared machine seconds mean little."""

from __future__ import annotations

import time
from collections.abc import Callable


def times_longer(longer: Callable[[], object], shorter: Callable[[], object], tries: int = 3) -> float:
    """The ratio of their best times in processor seconds, tried in turn."""
    took = [(_seconds(longer), _seconds(shorter)) for _ in range(tries)]
    return min(each for each, _ in took) / max(min(each for _, each in took), 1e-6)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
