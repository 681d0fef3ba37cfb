"""Three coders and ten readers at once: `python tests/faults/crowd.py --seconds 60`, each a session of one real server.

`--inside` has them as threads of one process, as one server has them, with more kinds of work and a closer look.
The exit code is 1 if anything was lost, done twice, or half of it seen.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

CODERS, READERS = ("kim", "lee", "ana"), 10


@dataclass
class Crowd:
    """What became of it."""

    done: int = 0
    """Operations or decisions that were acknowledged."""
    refused: int = 0
    """Those that were refused in words, as two coders on one row must be."""
    looks: int = 0
    """What readers looked at."""
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    @property
    def faults(self) -> dict[str, list[str]]:
        """What is wrong, by kind."""
        kinds = ("lost", "twice", "halves", "cells", "trouble")
        return {kind: getattr(self, kind) for kind in kinds if getattr(self, kind)}

    def __str__(self) -> str:
        counts = f"{self.done} acknowledged, {self.refused} refused, {self.looks} looks of readers"
        wrong = ", ".join(
            f"{name} {len(several)}"
            for name, several in (
                ("lost", self.lost), ("twice", self.twice), ("half seen", self.halves),
                ("cells differ", self.cells), ("errors", self.trouble),
            )
        )  # fmt: skip
        return f"{counts}: {wrong}"


def main() -> int:
    """The command."""
    from tests.faults import crowd_inside, crowd_served

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", default="1")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--inside", action="store_true")
    asked = parser.parse_args()
    meet = crowd_inside.meet if asked.inside else crowd_served.meet
    with tempfile.TemporaryDirectory(prefix="sayso-crowd-") as folder:
        crowd = meet(Path(folder), asked.seed, asked.seconds)
    for kind, several in crowd.faults.items():
        print(kind, *several[:10], sep="\n    ")
    print(f"{len(CODERS)} coders, {READERS} readers, {asked.seconds:g} s, seed {asked.seed}: {crowd}")
    return int(bool(crowd.faults))


if __name__ == "__main__":
    sys.exit(main())
