"""Deeds that are whole or nothing: load, export, rebuild, migration, rewriting, import, a new dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import duckdb

from sayso.cli_import_table import import_coded_table
from sayso.coding.codebook.actors import edit_actor
from sayso.coding.editing import code, edit_quote
from sayso.coding.edits import Coding
from sayso.ingest.overlays import read as read_overlay
from sayso.store import backups, hub, load, new, renewal
from sayso.store.database import Database
from sayso.store.datasets import open_datasets
from sayso.store.export import export_package
from sayso.store.overlays import add_overlay
from sayso.store.texts import attach_text
from tests import tiny
from tests.faults import checks, replaying, starts
from tests.overlay_files import TODAY, acled
from tests.store import first_version
from tests.table_file import ROWS, TITLES, lines
from tests.tiny import say

FILE = "alwa.duckdb"
COPY = ("kept.duckdb", "kept.duckdb.sha256")
OLD_STORAGE = "STORAGE_VERSION 'v1.5.0', BLOCK_SIZE 16384"


@dataclass(frozen=True)
class Outcome:
    """How a deed begins, what it does, and how what it left is looked at."""

    prepare: Callable[[Path], object]
    do: Callable[[Path], object]
    look: Callable[[Path], dict[str, Any]]
    is_opening: bool = False


def prepare(name: str, folder: Path, seed: int) -> None:
    """Make what a deed, or a chain of work (`small`, `harbour`), begins with."""
    folder.mkdir(parents=True, exist_ok=True)
    if name in DEEDS:
        DEEDS[name].prepare(folder)
    else:
        getattr(starts, name)(folder)


def opened(place: Path, do: Callable[[Database], object]) -> None:
    """Do something with the one dataset at `place`."""
    datasets = open_datasets(place, may_copy=False)
    try:
        (database,) = datasets.databases.values()
        do(database)
    finally:
        datasets.close()


def _dataset(place: Path, *leave: str) -> dict[str, Any]:
    """What a dataset holds when it is next opened, and what lies about then, apart from `leave`."""
    said: dict[str, Any] = {}

    def look(database: Database) -> None:
        tables = checks.state(database)
        del tables["meta"]  # holds ids at random
        said.update(state=tables, cells=replaying.differing(database))

    opened(place, look)
    file = place if place.suffix == ".duckdb" else place.with_suffix(".duckdb")
    return said | {"left": checks.leftovers(file, place.name, *leave)}


def _keep_things(database: Database) -> None:
    """What users attach, which loading and rebuilding keep."""
    attach_text(database, "w0", starts.WITHOUT_TEXT["w0"])
    content = acled([{"notes": f"Note {number}"} for number in range(20)])
    found = read_overlay("acled.csv", content, TODAY)
    add_overlay(database, found, name="acled.csv", content=content, accessed_on=TODAY)


def _package(folder: Path, name: str, n_said: int) -> Path:
    said = [say("ann", "toll", 1, "2024-01-03", article="w0")]
    said += [say("bob", "quay", number % 5 - 2, "2024-02", article=f"a{number}") for number in range(n_said)]
    digest = hashlib.sha256(starts.WITHOUT_TEXT["w0"].encode()).hexdigest()
    articles = {"w0": {"text_sha256": digest, "published_on": "2024-01-03", "published_on_basis": "stated"}}
    return tiny.write_package(folder / name, tiny.tables(said, articles=articles))


def _prepare_load(folder: Path) -> None:
    load.load_package(_package(folder, "old", 5), folder / FILE)
    opened(folder / FILE, _keep_things)
    _package(folder, "new", 600)


def _prepare_rebuild(folder: Path) -> None:
    opened(_package(folder, "alwa", 5), _keep_things)
    _package(folder, "alwa", 600)


def _prepare_export(folder: Path) -> None:
    """An older package in `out`, and a dataset that was worked on since."""
    file = starts.small(folder)
    opened(file, lambda database: export_package(database, folder / "out"))

    def work(database: Database) -> None:
        """Change something in the first file of the package, in the last and between."""
        edit_actor(database, "kim", "ann", {"description": "Of the port."})
        edit_quote(database, "kim", "q1", {"translation": "As it would be said."})
        code(database, "test", "q1", Coding("toll", -1))

    opened(file, work)


def _exported(folder: Path) -> dict[str, Any]:
    """The package's files, and what lies about once it was exported again."""
    state = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "out").iterdir())
    }
    opened(folder / FILE, lambda database: export_package(database, folder / "out"))
    return {"state": state, "cells": [], "left": checks.leftovers(folder / FILE, "out", "package")}


def _prepare_rewrite(folder: Path) -> None:
    """A file as Sayso wrote it before, with work in it, of which a cell was lost at a restart."""

    def fill(database: Database) -> None:
        for quote in ("q1", "q2"):
            edit_quote(database, "kim", quote, {"venue": "Port Hall"})

    with (
        patch.object(load, "STORAGE", OLD_STORAGE),
        patch.object(hub, "condition", lambda path: renewal.Condition(False, True)),
    ):
        opened(starts.small(folder), fill)
    with duckdb.connect(str(folder / FILE)) as connection:
        connection.execute("UPDATE quotes SET venue = NULL WHERE quote_id = 'q1'")


def _prepare_migration(folder: Path) -> None:
    first_version.write(folder / FILE)


def _prepare_import(folder: Path) -> None:
    rows = [TITLES, *ROWS] + [
        [f"Ann {n}", "Sell the quay", "support", "2024-07-24", f"Sale {n}", "Post", f"Sold {n}."]
        for n in range(60)
    ]
    (folder / "coded.csv").write_bytes(lines(rows))


def _import(folder: Path) -> None:
    options = {
        "map_file": None,
        "columns": (),
        "sheet": "",
        "day_first": None,
        "leave_out": True,
        "dry_run": False,
        "coder": "kim",
    }
    import_coded_table(folder / "coded.csv", folder / FILE, "Alwa", (), options)


def _made(folder: Path, *leave: str) -> dict[str, Any]:
    """A new file: not there, or a whole dataset."""
    if not (folder / FILE).exists():
        return {"state": {}, "cells": [], "left": checks.leftovers(folder / FILE, *leave)}
    facts = _dataset(folder / FILE, *leave)
    return facts | {
        "state": {name: rows.split(".")[0] for name, rows in facts["state"].items()}
    }  # ids have the time


def _prepare_restore(folder: Path) -> None:
    opened(starts.small(folder), lambda database: backups.backup(database, folder / "kept.duckdb"))
    (folder / FILE).unlink()


def _backed_up(folder: Path) -> dict[str, Any]:
    """The copy: not there, or whole and the same as its checksum says; restored to look at it."""
    opened(folder / FILE, lambda database: None)
    left = checks.leftovers(folder / FILE, "package", *COPY)
    if not (folder / COPY[0]).exists():
        return {"state": {}, "cells": [], "left": left}
    with TemporaryDirectory() as place:
        backups.restore(folder / COPY[0], Path(place, FILE))
        return _dataset(Path(place, FILE)) | {"left": left}


DEEDS = {
    "load": Outcome(
        _prepare_load, lambda folder: load.load_package(folder / "new", folder / FILE),
        lambda folder: _dataset(folder / FILE, "old", "new"),
    ),
    "rebuild": Outcome(
        _prepare_rebuild, lambda folder: open_datasets(folder / "alwa", may_copy=False).close(),
        lambda folder: _dataset(folder / "alwa"), is_opening=True,
    ),
    "rewriting": Outcome(
        _prepare_rewrite, lambda folder: open_datasets(folder / FILE, may_copy=False).close(),
        lambda folder: _dataset(folder / FILE, "package"), is_opening=True,
    ),
    "migration": Outcome(
        _prepare_migration, lambda folder: open_datasets(folder / FILE, may_copy=False).close(),
        lambda folder: _dataset(folder / FILE), is_opening=True,
    ),
    "export": Outcome(
        _prepare_export, lambda folder: opened(folder / FILE, lambda database: export_package(database, folder / "out")),
        _exported,
    ),
    "import": Outcome(_prepare_import, _import, lambda folder: _made(folder, "coded.csv")),
    "backup": Outcome(
        starts.small, lambda folder: opened(folder / FILE, lambda database: backups.backup(database, folder / COPY[0])),
        _backed_up,
    ),
    "restore": Outcome(
        _prepare_restore, lambda folder: backups.restore(folder / COPY[0], folder / FILE),
        lambda folder: _made(folder, "package", *COPY),
    ),
    "new": Outcome(lambda folder: None, lambda folder: new.create_dataset(folder / FILE, "Alwa"), _made),
}  # fmt: skip
