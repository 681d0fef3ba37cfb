"""How good is the extraction? `uv run python tests/bench/extraction.py --help`.

Runs every evaluation that it finds data for beside the checkout (`../shared/eval`) and prints the figures beside
the targets; says what is missing. A command, not a test: it asserts nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.extraction_article import measure_article
from tests.bench.extraction_calibration import calibrate
from tests.bench.extraction_errors import explain
from tests.bench.extraction_events import measure_events
from tests.bench.extraction_own import show_own
from tests.bench.extraction_quotes import measure_quotes
from tests.bench.extraction_speakers import measure_speakers
from tests.bench.extraction_speed import measure_speed
from tests.bench.extraction_stances import explain_stances, measure_stances
from tests.bench.extraction_table import Row, show

DATA = Path(__file__).resolve().parents[3] / "shared"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    asked = _parser().parse_args(arguments)
    if asked.calibrate:
        calibrate(asked.data, asked.limit)
        return
    if asked.errors is not None:
        explain(asked.data, asked.split, asked.errors, asked.limit)
        return
    if asked.stances:
        explain_stances(asked.data)
        return
    rows: list[Row] = []
    missing: list[str] = []
    for measure in (
        measure_quotes,
        measure_speed,
        measure_speakers,
        measure_events,
        measure_article,
        measure_stances,
    ):
        found, gap = measure(asked.data, asked.split, asked.limit)
        rows += found
        missing += gap
    show(rows, missing, asked.split)
    show_own()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with eval/ and article.txt")
    parser.add_argument("--split", choices=("dev", "train"), default="dev", help="articles to measure on")
    parser.add_argument("--limit", type=int, default=10**9, help="at most so many articles")
    parser.add_argument("--errors", type=int, metavar="N", help="count the kinds of miss and print N of them")
    parser.add_argument(
        "--stances", action="store_true", help="only the stances, with every wrong and missed one"
    )
    parser.add_argument("--calibrate", action="store_true", help="fit the confidence table on train")
    return parser


if __name__ == "__main__":
    main()
