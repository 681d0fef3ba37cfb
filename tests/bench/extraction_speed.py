"""How many articles a second the whole chain reads on one core, beside another extractor in the same run."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sayso.ingest import extract
from tests.bench.extraction_table import Row

ARTICLES, TRIES = 60, 3


def measure_speed(data: Path, split: str, limit: int) -> tuple[list[Row], list[str]]:
    """The chain's row; with `prototypes/quotes.py` beside the articles also how its quotes alone compare."""
    folder = data / "eval" / "polnear" / split / "text"
    files = sorted(folder.glob("*.txt"))[: min(limit, ARTICLES)]
    if not files:
        return [], [f"speed: no {folder}"]
    texts = [file.read_text(encoding="utf-8") for file in files]
    other = _other(data / "prototypes" / "quotes.py")
    readers = [extract, other] if other else [extract]
    seconds = [min(times) for times in zip(*(_in_turn(readers, texts) for _ in range(TRIES)), strict=True)]
    chain, *rest = (len(texts) / each for each in seconds)
    beside = f"; {rest[0]:.0f} its quotes alone in the same run, {rest[0] / chain:.1f} ×" if rest else ""
    row = Row(
        "whole chain, articles a second on one core", f"{chain:.0f}", f"94–239 (quotes){beside}", "—", "30"
    )
    return [row], [] if other else [f"speed beside the prototype: no {data}/prototypes/quotes.py"]


def _in_turn(readers: Sequence[Callable[[str], object]], texts: Sequence[str]) -> list[float]:
    """Processor seconds that each takes for all texts, after a first one that loads its word lists."""
    taken = []
    for read in readers:
        read(texts[0])
        began = time.process_time()
        for text in texts:
            read(text)
        taken.append(time.process_time() - began)
    return taken


def _other(path: Path) -> Callable[[str], object] | None:
    spec = importlib.util.spec_from_file_location("prototype_quotes", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[[str], object] = module.extract
    return found
