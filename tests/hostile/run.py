"""Everything hostile at every door: `uv run python tests/hostile/run.py --seed 1 --all`.

Prints what was tried for each kind, and what got through; the exit code is 1 if anything did.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.hostile import addresses, databases, fetches, files, finder, texts
from tests.hostile.trial import Trial

KINDS: dict[str, Callable[[int], Iterator[Trial]]] = {
    "text": texts.trials, "file": files.trials, "address": addresses.trials, "fetch": fetches.trials,
    "finder": finder.trials, "database": databases.trials,
}  # fmt: skip
SHORT = {"text": 3, "file": 8, "address": 6, "fetch": 8, "finder": 0, "database": 4}


# What got through once is tried in every run.
ONCE = (
    "package: a table of NULs", "package: a table that is a link to passwords", "package: a table that waits", "package: stances that are lists",
    "package: a title that commands the terminal", "address: 'http://exam\\x00ple.com/'", "commands: tables called as commands",
    "commands: an enum of other words", "commands: licences that are numbers", "import: 2 million commas", "add: a table of 2 million commas",
    "host: [3fff::1]", "never public: 3fff::1", "answer: 101 headers", "answer: garbage",
)  # fmt: skip


def short(seed: int) -> list[Trial]:
    """What got through once, and a few more of each kind, other ones for another seed."""
    chance = random.Random(seed)
    wanted: list[Trial] = []
    for kind, n in SHORT.items():
        every = list(KINDS[kind](seed)) if n else []
        wanted += [trial for trial in every if trial.name in ONCE]
        wanted += chance.sample([trial for trial in every if trial.name not in ONCE], n)
    return wanted


def main(arguments: Sequence[str] | None = None) -> int:
    """Try, count, and tell what got through."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="all of them; without it a few of each kind")
    parser.add_argument("--kind", choices=list(KINDS), action="append", help="only this kind, repeatable")
    parser.add_argument("--slowest", type=int, default=0, metavar="N", help="print the N that took longest")
    asked = parser.parse_args(arguments)
    logging.disable(logging.CRITICAL)
    kinds = asked.kind or list(KINDS)
    wanted = [t for kind in kinds for t in KINDS[kind](asked.seed)] if asked.all else short(asked.seed)
    ends: dict[str, Counter[str]] = {}
    took: list[tuple[float, str]] = []
    for trial in wanted:
        if trial.kind not in kinds:
            continue
        began = time.process_time()
        try:
            with tempfile.TemporaryDirectory(prefix="hostile-") as place:
                end = trial.run(Path(place))
        except Exception as error:
            end = "through"
            print(
                f"GOT THROUGH {trial.kind}: {trial.name}\n  {type(error).__name__}: {str(error)[:1_500]}",
                flush=True,
            )
        print(f"{end:9} {trial.kind}: {trial.name}", file=sys.stderr, flush=True)
        ends.setdefault(trial.kind, Counter())[end] += 1
        took.append((time.process_time() - began, f"{trial.kind}: {trial.name}"))
    for kind, n in ends.items():
        print(
            f"{kind}: {n.total()} tried, {n['refused']} refused in words, {n['accepted']} accepted, {n['through']} got through"
        )
    every = sum(ends.values(), Counter())
    print(
        f"all (seed {asked.seed}): {every.total()} tried, {every['refused']} refused in words, {every['accepted']} accepted, {every['known']} told badly (known), {every['through']} got through"
    )
    for seconds, name in sorted(took, reverse=True)[: asked.slowest]:
        print(f"{seconds:6.1f} s  {name}")
    return 1 if every["through"] else 0


if __name__ == "__main__":
    sys.exit(main())
