"""A DNA database imported, exported and imported again: what differs, row by row, in DNA's tables and in Sayso's."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Any, get_args

import sayso
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.selection import Duplicates
from sayso.coding.import_dna import import_dna
from sayso.exports import dna
from sayso.ingest.dna.choices import Asked
from sayso.store.datasets import open_datasets
from sayso.store.export import export_package

PASSWORD = "CODERS", "Password"  # not taken on import, on purpose


def there_and_back(path: Path, unit: str = "organization", *, networks: bool = True) -> tuple[int, int]:
    """How many tables were compared, DNA's and Sayso's, and how many rows, commands and networks differ."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        import_dna(path, folder / "one.duckdb", Asked(unit=unit))
        _export(folder / "one.duckdb", folder / "back.dna")
        import_dna(folder / "back.dna", folder / "two.duckdb", Asked(unit=unit))
        there, back = dna_tables(path), dna_tables(folder / "back.dna")
        one, two = (_sayso_tables(folder / f"{name}.duckdb", folder / name) for name in ("one", "two"))
        wrong = differing(there, back) + differing(one, two) + (_networks(folder) if networks else 0)
        return len(there) + len(one), wrong


def dna_tables(path: Path) -> dict[str, list[Any]]:
    """Every table of an SQLite file, without passwords: its CREATE command, then its rows in their order."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        found: dict[str, list[Any]] = {}
        commands = "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for name, command in connection.execute(commands).fetchall():
            cursor = connection.execute(f'SELECT * FROM "{name}"')
            columns = [column[0] for column in cursor.description]
            rows = [
                tuple(cell for column, cell in zip(columns, row, strict=True) if (name, column) != PASSWORD)
                for row in cursor
            ]
            found[name] = [command, *rows]
        return found


def differing(one: dict[str, list[Any]], other: dict[str, list[Any]]) -> int:
    """Rows that are not the same, in the same place, in both."""
    total = 0
    for name in one.keys() | other.keys():
        rows, others = one.get(name, []), other.get(name, [])
        total += abs(len(rows) - len(others)) + sum(a != b for a, b in zip(rows, others, strict=False))
    return total


def _export(dataset: Path, target: Path) -> None:
    hub = open_datasets(dataset, may_copy=False)
    try:
        (database,) = hub.databases.values()
        dna.write(database, target, own_texts=True)
    finally:
        hub.close()


def _sayso_tables(dataset: Path, folder: Path) -> dict[str, list[Any]]:
    """Every table of a dataset, and what its descriptor keeps of DNA; texts by themselves, as they do not leave."""
    hub = open_datasets(dataset, may_copy=False)
    try:
        (database,) = hub.databases.values()
        export_package(database, folder)
        texts = database.rows("SELECT article_id, text FROM articles ORDER BY 1")
    finally:
        hub.close()
    found: dict[str, list[Any]] = {
        file.stem: file.read_text("utf-8").splitlines() for file in sorted(folder.glob("*.csv"))
    }
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return found | {"kept of DNA": [descriptor["dna"], descriptor["stances"]], "texts": list(texts)}


REPEATS: tuple[Duplicates, ...] = ("include", "document")


def _networks(folder: Path) -> int:
    with sayso.open(folder / "one.duckdb") as one, sayso.open(folder / "two.duckdb") as two:
        return sum(
            not one.network(tie, norm, repeats).equals(two.network(tie, norm, repeats))
            for tie, norm, repeats in product(get_args(Tie), get_args(Norm), REPEATS)
        )
