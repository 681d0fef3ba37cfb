"""Kills Sayso at moments that a seed draws, and says what was lost: `python tests/faults/run.py --seed 1 --kills 200`.

`--duckdb 2` runs it all on the newest DuckDB 2. `--repeat "chain 3"` (or "load 2") does one part of a seed's run again.
The exit code is 1 if anything was lost.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import duckdb

from tests.faults.chains import Verdict, chain
from tests.faults.children import ROOT, Children
from tests.faults.outcomes import DEEDS
from tests.faults.stops import interrupted, stops
from tests.faults.table import printed
from tests.faults.wholes import Reference, killed, reference

ROUNDS = 5  # kills of a chain
SHARE = 0.3  # of the kills on what is whole or nothing
STARTS = ("small", "harbour")


def kills(children: Children, seed: str, n: int, folder: Path, repeat: str = "") -> Iterator[Verdict]:
    """`n` kills, each with what it left behind; `repeat` names the one part to do."""
    n_deeds = round(n * SHARE)
    yield from _chains(children, seed, n - n_deeds, folder, repeat)
    yield from _deeds(children, seed, n_deeds, folder, repeat)


def _chains(children: Children, seed: str, n: int, folder: Path, repeat: str) -> Iterator[Verdict]:
    for name in STARTS:
        if not (folder / name).exists():
            children.ask("prepare", name=name, folder=str(folder / name))
    done = 0
    for number in range(n):  # as many as it takes: a file that cannot be opened ends its chain
        if done >= n:
            return
        start = folder / STARTS[number % 2] / "alwa.duckdb"
        rounds = min(ROUNDS, n - done)
        part = f"chain {number}"
        if repeat in ("", part):
            verdicts = chain(children, start, folder / part, f"{seed}/{part}", rounds)
            done += len(verdicts)
            yield from verdicts
        else:
            done += rounds


def _deeds(children: Children, seed: str, n: int, folder: Path, repeat: str) -> Iterator[Verdict]:
    known: dict[str, Reference] = {}
    for number in range(n):
        name = list(DEEDS)[number % len(DEEDS)]
        part = f"{name} {number}"
        if repeat in ("", part):
            if name not in known:
                known[name] = reference(children, name, folder / "known")
                if known[name].alone.faults:
                    yield known[name].alone
            yield killed(children, known[name], folder / part, f"{seed}/{part}")


def _all(seed: str, n_kills: int, n_stops: int, folder: Path, repeat: str) -> Iterator[Verdict]:
    with Children() as children:
        if n_kills:
            yield from kills(children, seed, n_kills, folder, repeat)
        if n_stops:
            yield from stops(children, seed, n_stops, folder)
            yield from interrupted(children, seed, n_stops // 4, folder)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", default="1")
    parser.add_argument("--kills", type=int, default=None, help="[default: 200, or none with --stops]")
    parser.add_argument(
        "--stops",
        type=int,
        default=0,
        help="ordinary stops of a real server, and a quarter as many of commands",
    )
    parser.add_argument(
        "--duckdb", choices=("2",), help="the newest of this version, in an environment of its own"
    )
    parser.add_argument("--repeat", default="", metavar="PART")
    asked = parser.parse_args()
    n_kills = asked.kills if asked.kills is not None else 0 if asked.stops else 200
    if asked.duckdb and not duckdb.__version__.startswith(f"{asked.duckdb}."):
        again = [
            sys.argv[0],
            f"--seed={asked.seed}",
            f"--kills={n_kills}",
            f"--stops={asked.stops}",
            f"--repeat={asked.repeat}",
        ]
        own = ["uv", "run", "--frozen", "--isolated", "--with", f"duckdb>={asked.duckdb}", "python", *again]
        return subprocess.run(own, cwd=ROOT).returncode
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sayso-faults-") as folder:
        verdicts = []
        for verdict in _all(asked.seed, n_kills, asked.stops, Path(folder), asked.repeat):
            verdicts.append(verdict)
            if not verdict.faults:
                print(f"ok: seed {verdict.seed}, {verdict.operation}, {verdict.moment}", flush=True)
            for kind, several in verdict.faults.items():
                print(
                    f"{kind}: seed {verdict.seed}, {verdict.operation}, {verdict.moment}",
                    *several[:5],
                    sep="\n    ",
                    flush=True,
                )
    print(
        f"\nseed {asked.seed}, DuckDB {duckdb.__version__}, {time.monotonic() - began:.0f} s\n{printed(verdicts)}"
    )
    return int(any(verdict.faults for verdict in verdicts))


if __name__ == "__main__":
    sys.exit(main())
