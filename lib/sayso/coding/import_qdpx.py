"""A REFI-QDA project (NVivo, ATLAS.ti, MAXQDA …) becomes a dataset: all of it, or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sayso.coding.packaging import check_target, write_whole
from sayso.ingest.qdpx.choices import Asked, Chosen, choose
from sayso.ingest.qdpx.kept import kept
from sayso.ingest.qdpx.places import STANDARD
from sayso.ingest.qdpx.reading import read_qdpx
from sayso.ingest.qdpx.records import Project
from sayso.ingest.qdpx.rows import Rows, to_rows
from sayso.model.slugs import slug
from sayso.model.wording import counted

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
    steps = sorted({*chosen.stances.values(), *made.stances})
    about = {
        "name": slug(target.stem) or "dataset",
        "title": title.strip() or project.name,
        "description": f"Imported from {path.name}, a REFI-QDA project"
        + (f" written by {project.origin}." if project.origin else "."),
        # One step is no scale: then all of Sayso's are.
        **({"stances": steps} if len(steps) > 1 else {}),
        "qdpx": kept(project, chosen, made),
    }
    write_whole(TITLE, path.name, target, about, made.tables, "Correct it in the program that made it.")
    rows = {name: len(rows) for name, rows in made.tables.items()}
    return Imported(target, rows, +made.left_out, told(project, chosen, made))


def told(project: Project, chosen: Chosen, made: Rows) -> tuple[str, ...]:
    """What a person should know of an import, a sentence each: what was guessed, what stayed beside the tables."""
    said = chosen.said
    lines = [f"speakers: {_names(said['speakers'])}", f"issues: {_names(said['issues'])}"]
    stances = ", ".join(f"{project.path(key)} = {stance:+d}" for key, stance in chosen.stances.items())
    lines.append(f"stances: {stances or 'no code says one'}")
    if made.quotes_only:
        lines.append(
            f"{counted(made.quotes_only, 'passage')} on an issue without a stance: kept as quotes, not as statements"
        )
    if made.undated:
        lines.append(
            f"{counted(made.undated, 'article')} without a date: what they say counts from the day it was coded"
        )
    if made.counting != STANDARD:
        lines.append(f"positions are counted in {made.counting.words}")
    if beside := +project.unheld:
        listed = ", ".join(f"{noun} ({number:,})" for noun, number in beside.items())
        lines.append(f"not in Sayso's tables: {listed}")
    return tuple(lines)


def _names(names: object) -> str:
    return ", ".join(f"“{name}”" for name in names) if isinstance(names, list) and names else "none"
