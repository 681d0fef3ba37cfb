"""Sayso's networks beside Discourse Network Analyzer's: `uv run python tests/bench/dna.py ../shared/dna/sample.dna`.

Compares, cell by cell: every reference file beside the database (named mode_unit[_issue]_tie[_norm]_duplicates.csv,
as DNA printed it), the figures of its manual and tests, and every combination of options with a second implementation:
on that database, with organizations, persons, authors and sources as actors, and on 180 statements of two years with
levels −2 … +2, once as a frame and once as a .dna file that is imported. So are include and exclude lists on every
variable, stretches of time, isolates, windows of days to years, and weeks and months as DNA counts them (it forgets the
year; Sayso does only here). Kernel-smoothed networks, texts as qualifiers, levels, entropy and variance, backbones and the
fit of a map are compared with plain Python written for it (DNA's own results are not at hand). Both databases are also imported, exported and imported again, and compared table by table.
Prints each group of comparisons and the number of differing cells.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pandas as pd

from sayso.analysis.networks import Selection, count, kept, one_mode, two_mode
from sayso.analysis.networks.backbone import backbone
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.selection import Duplicates
from sayso.analysis.networks.two_mode import Cell, Share

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.bench import dna_by_hand as by_hand
from tests.bench.dna_cuts import against_cuts, differing, levels_of, plain
from tests.bench.dna_database import read_statements
from tests.bench.dna_imported import against_imported, integers
from tests.bench.dna_measures import against_measures
from tests.bench.dna_smooth import against_smooth
from tests.bench.dna_there_and_back import there_and_back

NAMES = {"org": "organization", "person": "person", "concept": "concept"}
DUPLICATES: dict[str, Any] = {"acrossrange": "range"} | {name: name for name in get_args(Duplicates)}


def as_statements(frame: pd.DataFrame, unit: str, issue: str, level: str) -> pd.DataFrame:
    """The columns that networks are made of, the rest beside them."""
    return frame.assign(unit=frame[unit], issue=frame[issue], level=frame[level].astype(float))


def network(statements: pd.DataFrame, mode: str, how: Any, norm: Any, duplicates: str) -> pd.DataFrame:
    """A network by Sayso's functions."""
    levels = levels_of(statements)
    selection = Selection(DUPLICATES[duplicates])
    counts = count(kept(statements, selection, by_level=how != "ignore"), levels=levels)
    return one_mode(counts, how, norm) if mode == "onemode" else two_mode(counts, how, norm)


def against_files(statements: pd.DataFrame, folder: Path) -> int:
    """Every network that DNA printed beside the database."""
    total = 0
    for path in sorted(folder.glob("*mode_*.csv")):
        mode, unit, *rest = path.stem.split("_")
        issue = rest.pop(0) if mode == "twomode" else "concept"
        how, *norm, duplicates = rest
        expected = pd.read_csv(path, index_col=0)
        made = network(
            as_statements(statements, NAMES.get(unit, unit), NAMES.get(issue, issue), "agreement"), mode, how,
            {"no": "none"}.get(norm[0], norm[0]) if norm else "none", duplicates,
        )  # fmt: skip
        n = differing(made, expected)
        print(f"{path.stem:<66}{expected.size:>8} cells   {n} differ")
        total += n
    return total


def against_print(statements: pd.DataFrame) -> int:
    """Figures that DNA's manual and rDNA's own tests print of this database."""
    said = as_statements(statements, "organization", "concept", "agreement")
    ties = {how: network(said, "onemode", how, "none", "include") for how in get_args(Tie)}
    spoken = network(said, "twomode", "ignore", "none", "include")
    pair = ("Senate", "Sierra Club")
    printed = {
        "two-mode ignore: cells": (spoken.size, 42),
        "two-mode ignore: sum": (spoken.to_numpy().sum(), 40),
        "two-mode: ties": ((spoken != 0).to_numpy().sum(), 22),
        "one-mode ignore: sum": (ties["ignore"].to_numpy().sum(), 276),
        "one-mode ignore: ties": ((ties["ignore"] != 0).to_numpy().sum() / 2, 21),
        "congruence, average: rounded sum": (
            round(network(said, "onemode", "congruence", "average", "include").to_numpy().sum()), 26,
        ),
        "only section 1: actors": (len(_of_section(said, "1")), 4),
        "across the range, level ignored: one": (
            network(said, "twomode", "ignore", "none", "acrossrange").at[
                "Energy and Environmental Analysis, Inc.", "Emissions legislation should regulate CO2."
            ], 1,
        ),
        "two-mode subtract, twice": (
            [
                network(said, "twomode", "subtract", "none", "include").at[
                    "National Petrochemical & Refiners Association", about
                ]
                for about in (
                    "CO2 legislation will not hurt the economy.", "There should be legislation to regulate emissions.",
                )
            ], [-2, -2],
        ),
        "nested backbone, one per document: issues, statements": (
            [len(carried := _backbone(said)), int(carried["n"].sum())], [6, 23],
        ),
        "Senate and Sierra Club": ([ties[how].at[pair] for how in get_args(Tie)], [7, 2, 5, -3]),
    }  # fmt: skip
    wrong = sum(bool(found != expected) for found, expected in printed.values())
    print(f"{'figures in print':<66}{len(printed):>8} figures {wrong} differ")
    for name, (found, expected) in printed.items():
        if found != expected:
            print(f"  {name}: {found}, in print {expected}")
    return wrong


def _of_section(said: pd.DataFrame, section: str) -> pd.DataFrame:
    selection = Selection("include", only={"section": frozenset([section])})
    return one_mode(count(kept(said, selection), levels=[0, 1]), "congruence", "average")


def _backbone(said: pd.DataFrame) -> pd.DataFrame:
    return backbone(count(kept(said, Selection("document")), levels=[0, 1]))


def against_loops(statements: pd.DataFrame, name: str) -> int:
    """Every combination of options, by a second implementation."""
    rows, levels = by_hand.spoken(plain(statements)), levels_of(statements)
    total = 0
    for mode, hows, norms in (
        ("onemode", get_args(Tie), get_args(Norm)), ("twomode", get_args(Cell), get_args(Share)),
    ):  # fmt: skip
        cells = networks = wrong = 0
        for how, norm, duplicates in product(hows, norms, get_args(Duplicates)):
            made = network(statements, mode, how, norm, duplicates)
            said = by_hand.without_repeats(rows, duplicates, how != "ignore")
            units, issues = list(made.index), list(made.columns)
            expected = (
                by_hand.one_mode(said, units, levels, how, norm)
                if mode == "onemode"
                else by_hand.two_mode(said, units, issues, levels, how, norm)
            )
            wrong += differing(made, pd.Series(expected).unstack())
            networks, cells = networks + 1, cells + made.size
        print(f"{f'{name}, {mode}, {networks} combinations':<66}{cells:>8} cells   {wrong} differ")
        total += wrong
    return total


def made_up(n: int = 180, seed: int = 7) -> pd.DataFrame:
    """Statements of two years with levels −2 … +2, in 40 documents."""
    draw = random.Random(seed)
    days = sorted(draw.randrange(730) for _ in range(40))
    rows = []
    for number in range(n):
        document = draw.randrange(40)
        rows.append(
            {
                "unit": f"actor {draw.randrange(12)}", "issue": f"issue {draw.randrange(7)}",
                "level": float(draw.randint(-2, 2)), "document_id": document, "start": number,
                "said_on": pd.Timestamp(date(2023, 1, 1) + timedelta(days=days[document])),
            }
        )  # fmt: skip
    return pd.DataFrame(rows).sort_values(["said_on", "document_id", "start"]).reset_index(drop=True)


def yes_or_no() -> pd.DataFrame:
    """Statements of two years that agree or disagree."""
    said = made_up(120, 3)
    return said.assign(level=(said["level"] > 0).astype(float))


def _there_and_back(path: Path) -> int:
    n_tables, n_differing = there_and_back(path)
    print(f"{path.stem}: import → export → import: {n_tables} tables, {n_differing} differences")
    return n_differing


def main() -> None:
    """Compare and print; exits with 1 if any cell differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("database", nargs="?", type=Path, default=Path("../shared/dna/sample.dna"))
    path: Path = parser.parse_args().database
    name = "180 made-up statements, −2 … +2"
    total = against_loops(made_up(), name) + against_cuts(made_up(), name)
    for said, kind in ((made_up(), name), (yes_or_no(), "120 made-up statements, yes or no")):
        total += against_smooth(said, kind) + against_measures(said, kind)
    with tempfile.TemporaryDirectory() as place:
        made = integers(Path(place, "integers.dna"))
        for unit in ("organization", "person"):
            total += against_imported(made, unit, f"180 statements, −2 … +2, in a .dna file, {unit}")
        total += _there_and_back(made)
    if path.is_file():
        statements = read_statements(path)
        total += against_files(statements, path.parent) + against_print(statements)
        for unit in ("organization", "person", "author", "source"):
            said = as_statements(statements, unit, "concept", "agreement")
            total += against_loops(said, f"{path.stem}, {unit}") + against_cuts(said, f"{path.stem}, {unit}")
            total += against_smooth(said, f"{path.stem}, {unit}") + against_measures(
                said, f"{path.stem}, {unit}"
            )
        for unit in ("organization", "person"):
            total += against_imported(path, unit, f"{path.stem}, {unit}")
        total += _there_and_back(path)
    else:
        print(f"skipped: there is no {path}; only made-up statements were compared")
    print(f"{total} differences")
    sys.exit(bool(total))


if __name__ == "__main__":
    main()
