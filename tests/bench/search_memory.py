"""What one search of an article costs in a small and in a large dataset: processor seconds and peak memory.

    uv run python tests/bench/search_memory.py [STATEMENTS]

Makes a dataset of 100 accepted statements and one of 10,000 (or as many as are named), searches an article of the same
length in each with a process of its own, then adds an article to each, and prints both beside each other.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
SMALL, LARGE = 100, 10_000
STEPS = ("first search", "second search", "first article added", "second article added")


def main(large: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_measured(Path(folder) / f"of-{n}.duckdb", n) for n in (SMALL, large))
    print(f"{'':22}{SMALL:>11,} statements {large:>14,} statements      ratio")
    for step in STEPS:
        for what, unit in (("CPU", "s"), ("peak", "MB")):
            one, other = few[step][what], many[step][what]
            ratio = f"{other / one:9.1f}" if one else "        –"
            print(f"{step + ', ' + what:30}{one:12.3f} {unit:2} {other:20.3f} {unit:2} {ratio}")
    print(
        f"{'whole process, peak':30}{few['whole']:12.1f} MB {many['whole']:20.1f} MB {many['whole'] / few['whole']:9.1f}"
    )


def _measured(path: Path, n: int) -> dict[str, Any]:
    from tests.bench.generated import generated

    generated(path, n)
    command = [sys.executable, __file__, "--in", str(path)]
    costs: dict[str, Any] = json.loads(
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, timeout=3600).stdout
    )
    return costs


def measure(path: Path) -> dict[str, Any]:
    """CPU seconds and added memory of each step, in this process."""
    from sayso.coding.adding import Confirmed, add_article
    from sayso.coding.finding import find_in
    from sayso.store.hub import Hub

    hub = Hub()
    database = hub.attach(path)
    text = database.rows("SELECT text FROM articles WHERE article_id = 'gazette-1'")[0][0]

    def add(number: str) -> object:
        wanted = Confirmed(f"New {number}", f"{number} {text[:-200]} {number}", "Gazette")
        return add_article(database, "anna", wanted)

    search = partial(find_in, database, "gazette-1")
    work: list[Callable[[], object]] = [search, search, partial(add, "one"), partial(add, "two")]
    costs: dict[str, Any] = {step: _cost(each) for step, each in zip(STEPS, work, strict=True)}
    hub.close()
    return costs | {"whole": max(each["high"] for each in costs.values())}


def _cost(work: Callable[[], object]) -> dict[str, float]:
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    before, began = _memory("VmRSS"), time.process_time()
    work()
    high = _memory("VmHWM")
    return {"CPU": time.process_time() - began, "peak": max(0.0, high - before), "high": high}


def _memory(name: str) -> float:
    """Megabytes, as Linux has them of this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else LARGE)
