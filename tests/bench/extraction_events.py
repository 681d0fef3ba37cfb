"""PLOVER kind and quad class of sentences."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.ingest import extract
from sayso.ingest.events.classify import leading
from sayso.ingest.lexicon.plover import QUADS
from tests.bench.extraction_table import Row


def measure_events(data: Path, split: str, limit: int) -> tuple[list[Row], list[str]]:
    """Share of sentences with the right kind, and the right quad class; how many events the chain proposes for them.

    A future act is AGREE or THREATEN by PLOVER, but keeps its kind as a proposal ("expected"), so the quad class of
    proposals is held against PLOVER's more loosely than that of the sentence.
    """
    path = data / "eval" / "events" / "plover_dev.jsonl"
    if not path.is_file():
        return [], [f"events: no {path}"]
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [trigger.kind if (trigger := leading(row["text"])) else "" for row in rows]
    kind = sum(k == row["event"] for k, row in zip(found, rows, strict=True))
    quad = sum(QUADS.get(k) == QUADS[row["event"]] for k, row in zip(found, rows, strict=True))
    value = f"{100 * kind / len(rows):.0f} / {100 * quad / len(rows):.0f}"
    proposed = [[event.kind for event in extract(row["text"]).events] for row in rows]
    reached = sum(row["event"] in kinds for kinds, row in zip(proposed, rows, strict=True))
    shown = f"{100 * reached / len(rows):.0f} / {sum(map(len, proposed)) / len(rows):.2f}"
    return [
        Row(f"PLOVER kind (18) / quad class (n = {len(rows)}, always dev)", value, "59 / 72", "—", "72 / 85"),
        Row("PLOVER sentences whose kind is proposed / proposals a sentence", shown),
    ], []
