"""A REFI-QDA project (NVivo, ATLAS.ti, MAXQDA …) becomes a dataset: all of it, or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sayso.coding.packaging import check_target, write_whole
from sayso.ingest.qdpx.choices import Asked, Chosen, choose
from sayso.ingest.qdpx.kept import kept
from sayso.ingest.qdpx.places import STANDARD
from sayso.ingest.qdpx.reading import read_qdpx
from sayso.ingest.qdpx.records import Project
from sayso.ingest.qdpx.rows import Rows, to_rows
from sayso.model.slugs import slug
from sayso.model.wording import counted
from sayso.store.scratch import scratch_file

TITLE = "Importing the REFI-QDA project"


@dataclass(frozen=True)
class Imported:
    """What became of it: rows by table, passages left out of them by reason, and what else a person should know."""

    target: Path
    rows: dict[str, int]
    left_out: Counter[str]
    told: tuple[str, ...]


def import_qdpx(path: Path, target: Path, asked: Asked, title: str = "") -> Imported:
    """Write the new dataset `target` from the project `path`.

    Every rule of a data package is checked on the way. What has no column stands in the descriptor under `qdpx`.
    Raises IntakeError or StoreError, with nothing written, if the file cannot be trusted or read, a choice is open,
    or `target` is there already.
    """
    check_target(TITLE, target)
    project = read_qdpx(path)
    chosen = choose(project, asked)
    made = to_rows(project, chosen, datetime.now(UTC).date())
    about = described(project, chosen, made, path.name, target.stem, title)
    write_whole(TITLE, path.name, target, about, made.tables, "Correct it in the program that made it.")
    rows = {name: len(rows) for name, rows in made.tables.items()}
    return Imported(target, rows, +made.left_out, (*roles(project, chosen), *notes(project, made)))


def read_upload(name: str, content: bytes) -> Project:
    """The project in the bytes of a file called `name`. Raises IntakeError if it cannot be trusted or read."""
    with scratch_file(name, content) as path:
        return read_qdpx(path)


def described(
    project: Project, chosen: Chosen, made: Rows, source: str, name: str, title: str = ""
) -> dict[str, Any]:
    """What the new dataset's descriptor says of itself: `source` is the file's name, `name` the dataset's own."""
    steps = sorted({*chosen.stances.values(), *made.stances})
    writer = f" written by {project.origin}." if project.origin else "."
    return {
        "name": slug(name) or "dataset",
        "title": title.strip() or project.name,
        "description": f"Imported from {source}, a REFI-QDA project{writer}",
        # One step is no scale: then all of Sayso's are.
        **({"stances": steps} if len(steps) > 1 else {}),
        "qdpx": kept(project, chosen, made),
    }


def roles(project: Project, chosen: Chosen) -> tuple[str, ...]:
    """Which codes were taken for what, a line each."""
    stances = ", ".join(f"{project.path(key)} = {_signed(stance)}" for key, stance in chosen.stances.items())
    return (
        f"speakers: {_names(chosen.said['speakers'])}",
        f"issues: {_names(chosen.said['issues'])}",
        f"stances: {stances or 'no code says one'}",
    )


def notes(project: Project, made: Rows) -> tuple[str, ...]:
    """What else a person should know of an import, a line each: what no table holds, what was found out."""
    lines = []
    if made.quotes_only:
        passages = counted(made.quotes_only, "passage")
        lines.append(f"{passages} on an issue without a stance: kept as quotes, not as statements")
    if made.undated:
        undated = counted(made.undated, "article")
        lines.append(f"{undated} without a date: what they say counts from the day it was coded")
    if made.counting != STANDARD:
        lines.append(f"positions are counted in {made.counting.words}")
    if beside := +project.unheld:
        listed = ", ".join(f"{noun} ({number:,})" for noun, number in beside.items())
        lines.append(f"not in Sayso's tables: {listed}")
    return tuple(lines)


def _names(names: object) -> str:
    return ", ".join(f"“{name}”" for name in names) if isinstance(names, list) and names else "none"


def _signed(stance: int) -> str:
    return f"{stance:+d}".replace("-", "−") if stance else "0"
