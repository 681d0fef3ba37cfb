"""A database of Discourse Network Analyzer becomes a dataset: all of it, or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.coding.packaging import check_target, write_whole
from sayso.ingest.dna.choices import Asked, Chosen, choose
from sayso.ingest.dna.kept import kept
from sayso.ingest.dna.records import BOOLEAN, Dna, read_dna
from sayso.ingest.dna.rows import Rows, to_rows
from sayso.model.slugs import slug
from sayso.store.scratch import scratch_file

TITLE = "Importing the DNA database"


@dataclass(frozen=True)
class Imported:
    """What became of it: rows by table, and how many of DNA's statements were left out of them, by reason."""

    target: Path
    rows: dict[str, int]
    left_out: Counter[str]


def import_dna(path: Path, target: Path, asked: Asked, title: str = "") -> Imported:
    """Write the new dataset `target` from the DNA 3 database `path`.

    Every rule of a data package is checked on the way. What has no column stands in the descriptor under `dna`.
    Raises IntakeError or StoreError, with nothing written, if the file cannot be trusted or read, a choice is open,
    or `target` is there already.
    """
    check_target(TITLE, target)
    dna = read_dna(path)
    chosen = choose(dna, asked)
    made = to_rows(dna, chosen)
    about = described(dna, chosen, made, path.name, target.stem, title)
    write_whole(TITLE, path.name, target, about, made.tables, "Correct it in DNA and try again.")
    return Imported(target, {name: len(rows) for name, rows in made.tables.items()}, made.left_out)


def read_upload(name: str, content: bytes) -> Dna:
    """The database in the bytes of a file called `name`. Raises IntakeError if it cannot be trusted or read."""
    with scratch_file(name, content) as path:
        return read_dna(path)


def described(
    dna: Dna, chosen: Chosen, made: Rows, source: str, name: str, title: str = ""
) -> dict[str, Any]:
    """What the new dataset's descriptor says of itself: `source` is the file's name, `name` the dataset's own."""
    return {
        "name": slug(name) or "dataset",
        "title": title.strip() or Path(source).stem,
        "description": f"Imported from {source}, a database of Discourse Network Analyzer.",
        "stances": sorted(set(chosen.stances.values())) if chosen.level.kind == BOOLEAN else made.stances,
        "dna": kept(dna, chosen),
    }
