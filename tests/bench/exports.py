"""How long the wide statement table takes, and what it costs a reader who filters meanwhile.

    uv run python tests/bench/exports.py [STATEMENTS]
    uv run python tests/bench/exports.py briefing

Prints seconds and bytes for each format of 10,000 statements (or as many as are named), then how long a question
of another reader takes in the same process, alone and while a workbook is being made. `briefing`: seconds, peak memory
and size of each file of twelve views of the harbour debate, and of a matrix of 60 actors and 30 issues.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

from sayso.exports.briefings import FILES
from sayso.exports.wide_files import FORMATS
from sayso.model.scope import Scope
from sayso.queries import positions
from sayso.reports.brief_parts import Brief
from sayso.reports.choosing import scope_of
from sayso.reports.exhibit import exhibit
from sayso.reports.pages import report
from sayso.reports.statements import statements
from sayso.store.hub import Database, Hub

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.tiny import say, tables, write_package

FIRST = date(2014, 1, 1)


def main(how_many: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        hub = Hub()
        database = hub.load_into_memory(_package(Path(folder) / "large", how_many), "large", "")
        scope = Scope("large", date(9999, 12, 31))
        began = time.perf_counter()
        made = statements(database, scope)
        print(
            f"asked     {time.perf_counter() - began:6.2f} s   {len(made.frame):,} rows × {made.frame.shape[1]}"
        )
        for suffix, write in FORMATS.items():
            began = time.perf_counter()
            content = write(made)
            print(f"{suffix:9} {time.perf_counter() - began:6.2f} s   {len(content) / 1e6:.1f} MB")
        alone = [_question(database, scope) for _ in range(20)]
        print(
            f"another reader, alone           median {1e3 * sorted(alone)[10]:5.0f} ms, worst {1e3 * max(alone):5.0f} ms"
        )
        with ThreadPoolExecutor(1) as beside:
            job, meanwhile = beside.submit(FORMATS[".xlsx"], made), []
            while not job.done():
                meanwhile.append(_question(database, scope))
        middle = sorted(meanwhile)[len(meanwhile) // 2]
        print(
            f"… while a workbook is made      median {1e3 * middle:5.0f} ms, worst {1e3 * max(meanwhile):5.0f} ms"
        )
        hub.close()


def _question(database: Database, scope: Scope) -> float:
    began = time.perf_counter()
    positions.actor_positions(database, scope)
    return time.perf_counter() - began


def _package(folder: Path, how_many: int) -> Path:
    said = [
        say(f"actor{n * 7 % 60:02}", f"issue{n % 15:02}", (n * n + n // 60) % 5 - 2,
            (FIRST + timedelta(days=n // 3)).isoformat(), article=f"a{n // 20:03}", text=f"These were the words, number {n}.")
        for n in range(how_many)
    ]  # fmt: skip
    factions = {f"f{k}": [f"actor{n:02}" for n in range(k, 60, 6)] for k in range(6)}
    return write_package(folder, tables(said, factions=factions))


def briefings() -> None:
    """Print the table of briefings."""
    harbour = Path(__file__).resolve().parents[2] / "data" / "harbour-debate"
    with tempfile.TemporaryDirectory() as folder:
        hub = Hub()
        said = [
            say(f"actor{n:02}", f"issue{i:02}", (n * i + n) % 5 - 2, (FIRST + timedelta(days=n + i)).isoformat(), article=f"a{i}-{n // 4}")
            for n in range(60) for i in range(30)
        ]  # fmt: skip
        large = write_package(Path(folder) / "large", tables(said, factions={"f": ["actor00"]}))
        pages = ("matrix", "timeline", "changed", "comparison", "coalitions", "actor")
        for what, package, asked in (("12 views", harbour, pages), ("60 × 30", large, ("matrix",))):
            database = hub.load_into_memory(package, package.name, "")
            views = [
                exhibit(answer, part)
                for answer in (report(page, database, scope_of(database)) for page in asked)
                for part in answer.parts
            ][:12]
            brief = Brief("A briefing", date(2026, 1, 1), views)
            for suffix, write in FILES.items():
                began = time.perf_counter()
                content = write(brief)
                took = time.perf_counter() - began
                tracemalloc.start()
                write(brief)
                peak = tracemalloc.get_traced_memory()[1]
                tracemalloc.stop()
                print(
                    f"{what:9} {len(views):2} {suffix:5} {took:6.2f} s   peak {peak / 1e6:5.1f} MB   {len(content) / 1e3:7,.0f} kB"
                )
        hub.close()


if __name__ == "__main__":
    if sys.argv[1:] == ["briefing"]:
        briefings()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
