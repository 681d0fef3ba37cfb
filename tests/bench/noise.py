"""How often does a sentence claim something where there is nothing? `uv run python tests/bench/noise.py --runs 60`.

Takes the harbour debate, shuffles what must not matter, and counts the runs in which a page would say more than chance:
stances shuffled over all statements (camps, wedges, polarization), articles' days shuffled (who is louder). A command,
not a test: it asserts nothing. The share of each should be 5 % or less.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sayso.analysis import pace, recount
from sayso.analysis.positions import actor_positions
from sayso.model.scope import Scope
from sayso.queries import positions
from sayso.reports.coalitions.grouping import Grouping, grouping_of
from sayso.reports.coalitions.words import HELD
from sayso.store.hub import Hub

ROOT = Path(__file__).resolve().parents[2]
LEVELS = [-2.0, -1.0, 0.0, 1.0, 2.0]
SURE = 0.05


def main() -> None:
    """Shuffle, count, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dataset", default="harbour-debate", help="a folder in data/ (harbour-debate)")
    chosen = parser.parse_args()
    hub = Hub()
    database = hub.load_into_memory(ROOT / "data" / chosen.dataset, chosen.dataset, "")
    statements = positions.evidence(database, Scope(chosen.dataset, date.max)).frame
    hub.close()
    claims: Counter[str] = Counter()
    n_windows = 0
    for run in range(chosen.runs):
        random = np.random.default_rng(chosen.seed + run)
        grouping = _with_shuffled_stances(statements, random)
        claims["a title says “held apart by”"] += _is_held_apart(grouping)
        claims["an issue is called a wedge beyond chance"] += _has_wedge(grouping)
        hold = grouping.partition.stability if grouping.partition else 0.0
        claims["a subtitle says “camps that hold well”"] += hold >= HELD[0][0]
        claims["a subtitle says “camps that hold in part”"] += HELD[1][0] <= hold < HELD[0][0]
        above, known = _windows_above(grouping)
        n_windows += known
        claims["windows above the band of polarization"] += above
        for by in ("actor_id", "issue_id"):
            claims[f"an {by[:-3]} is called louder"] += _is_louder(statements, by, random)
    print(f"{chosen.runs} runs, seed {chosen.seed}, {len(statements)} statements of {chosen.dataset}")
    for claim, n in claims.items():
        of = n_windows if claim.startswith("windows") else chosen.runs
        print(f"{claim:45} {n:4} of {of:5}  {n / of if of else 0:6.1%}")


def _with_shuffled_stances(statements: pd.DataFrame, random: np.random.Generator) -> Grouping:
    shuffled = statements.assign(stance=random.permutation(statements["stance"].to_numpy()))
    kept = recount.kept(shuffled)
    shuffled = shuffled.assign(is_kept=shuffled["statement_id"].isin(kept["statement_id"]))
    return grouping_of(shuffled, actor_positions(recount.counted(kept), "mean"), LEVELS, {})


def _is_held_apart(grouping: Grouping) -> bool:
    return bool(len(grouping.wedges)) and bool(grouping.by_certainty.iloc[0]["q"] <= SURE)


def _has_wedge(grouping: Grouping) -> bool:
    return bool(len(grouping.wedges)) and bool((grouping.wedges["q"] <= SURE).any())


def _windows_above(grouping: Grouping) -> tuple[int, int]:
    if grouping.course is None:
        return 0, 0
    known = grouping.course.frame.dropna(subset=["share", "chance_high"])
    return int((known["share"] > known["chance_high"]).sum()), len(known)


def _is_louder(statements: pd.DataFrame, by: str, random: np.random.Generator) -> bool:
    """Whether any name is called louder in the last quarter, with the days dealt out anew among the articles."""
    source = recount.source_of(statements)
    first = statements.groupby(source)["said_on"].min()
    dealt = dict(zip(first.index, random.permutation(first.to_numpy()), strict=True))
    moved = statements.assign(said_on=pd.to_datetime(source.map(dealt)))
    last = moved["said_on"].max().date()
    names = pace.emerging(moved, last - timedelta(days=90), last, by)
    return bool((names["kind"] == "louder").any())


if __name__ == "__main__":
    main()
