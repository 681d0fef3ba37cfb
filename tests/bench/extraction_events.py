"""PLOVER kind and quad class of sentences."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.ingest.events.classify import leading
from sayso.ingest.lexicon.plover import QUADS
from tests.bench.extraction_table import Row


def measure_events(data: Path, split: str, limit: int) -> tuple[list[Row], list[str]]:
    """Share of sentences with the right kind, and the right quad class."""
    path = data / "eval" / "events" / "plover_dev.jsonl"
    if not path.is_file():
        return [], [f"events: no {path}"]
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [trigger.kind if (trigger := leading(row["text"])) else "" for row in rows]
    kind = sum(k == row["event"] for k, row in zip(found, rows, strict=True))
    quad = sum(QUADS.get(k) == QUADS[row["event"]] for k, row in zip(found, rows, strict=True))
    value = f"{100 * kind / len(rows):.0f} / {100 * quad / len(rows):.0f}"
    return [
        Row(f"PLOVER kind (18) / quad class (n = {len(rows)}, always dev)", value, "59 / 72", "—", "72 / 85")
    ], []
