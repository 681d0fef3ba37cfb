"""A database of Discourse Network Analyzer becomes a dataset: all of it, or nothing."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import IntakeError
from sayso.ingest.dna.choices import Asked, choose
from sayso.ingest.dna.kept import kept
from sayso.ingest.dna.records import BOOLEAN, read_dna
from sayso.ingest.dna.rows import to_rows
from sayso.model.slugs import slug
from sayso.store.export import export_package
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.new import SUFFIX, create_dataset
from sayso.store.package import DESCRIPTOR, table_csv
from sayso.store.problems import PackageRejected

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
    if target.suffix != SUFFIX:
        raise IntakeError(
            TITLE, f"{target.name} does not end in {SUFFIX}.", f"Name it {target.stem}{SUFFIX}."
        )
    if target.exists():
        raise IntakeError(TITLE, f"{target} is there already. Nothing was changed.", "Name a new file.")
    dna = read_dna(path)
    chosen = choose(dna, asked)
    made = to_rows(dna, chosen)
    about = {
        "name": slug(target.stem) or "dataset",
        "title": title.strip() or path.stem,
        "description": f"Imported from {path.name}, a database of Discourse Network Analyzer.",
        "stances": sorted(set(chosen.stances.values())) if chosen.level.kind == BOOLEAN else made.stances,
        "dna": kept(dna, chosen),
    }
    with tempfile.TemporaryDirectory(prefix="sayso-") as place:
        folder = _package(Path(place), about, made.tables)
        try:
            load_package(folder, target)
        except PackageRejected as error:
            listed = "\n".join(str(problem) for problem in error.problems[:10])
            raise IntakeError(
                TITLE, f"{path.name} breaks rules of Sayso's tables. Nothing was written.\n{listed}",
                "Correct it in DNA and try again.",
            ) from error  # fmt: skip
    return Imported(target, {name: len(rows) for name, rows in made.tables.items()}, made.left_out)


def _package(place: Path, about: dict[str, Any], tables: dict[str, list[dict[str, Any]]]) -> Path:
    """A data package of `tables` in `place`: that of an empty dataset with the rows written into it."""
    hub = Hub()
    try:
        folder = export_package(hub.attach(create_dataset(place / f"empty{SUFFIX}")), place / "package")
    finally:
        hub.close()
    descriptor = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
    (folder / DESCRIPTOR).write_text(json.dumps({**descriptor, **about}, ensure_ascii=False), "utf-8")
    for name, rows in tables.items():
        file = folder / f"{name}.csv"
        header = tuple(file.read_text("utf-8").strip().split(","))
        cells = [tuple(_cell(row.get(column)) for column in header) for row in rows]
        file.write_text(table_csv(header, cells), "utf-8", newline="")
    return folder


def _cell(value: Any) -> str | None:
    if isinstance(value, list):
        return ";".join(f"{part[0]}-{part[1]}" if isinstance(part, tuple) else str(part) for part in value)
    return None if value is None else str(value)
