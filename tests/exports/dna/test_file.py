"""A DNA file is written whole or not at all, over nothing but a DNA file, and from nothing that was tampered with."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.coding.import_dna import import_dna
from sayso.errors import ExportError
from sayso.exports import dna
from sayso.ingest.dna.choices import Asked
from sayso.store.export import export_package
from sayso.store.hub import Database, Hub
from tests.conftest import DatasetMaker
from tests.dna_file import write_whole


@pytest.fixture
def tiny(make_dataset: DatasetMaker) -> Database:
    """One statement."""
    return make_dataset([("ann", "tax", 1, "2024-01-03")])


def refused(database: Database, target: Path) -> str:
    with pytest.raises(ExportError) as caught:
        dna.write(database, target, "word")
    return str(caught.value)


def test_only_a_dna_file_is_replaced(tiny: Database, tmp_path: Path) -> None:
    mine, other, folder = tmp_path / "mine.dna", tmp_path / "other.dna", tmp_path / "folder.dna"
    mine.write_text("mine")
    sqlite3.connect(other).execute("CREATE TABLE t (x)").connection.close()
    folder.mkdir()
    before = other.read_bytes()
    for target in (mine, other, folder):
        assert "not a DNA database. Nothing was written." in refused(tiny, target)
    assert mine.read_text() == "mine" and other.read_bytes() == before
    assert "does not end in .dna" in refused(tiny, tmp_path / "x.txt")
    assert "no folder" in refused(tiny, tmp_path / "no" / "x.dna")
    dna.write(tiny, write_whole(tmp_path / "old.dna"), "word")
    assert sorted(path.name for path in tmp_path.glob("*.dna")) == [
        "folder.dna",
        "mine.dna",
        "old.dna",
        "other.dna",
    ]


def test_a_file_that_is_open_in_dna_is_left_alone(tiny: Database, tmp_path: Path) -> None:
    target = write_whole(tmp_path / "a.dna")
    (tmp_path / "a.dna-journal").write_bytes(b"half a change")
    assert "open in another program" in refused(tiny, target)


def test_a_failure_midway_leaves_the_old_file_and_nothing_else(
    tiny: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write_whole(tmp_path / "a.dna")
    before = target.read_bytes()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    told = refused(tiny, target)
    assert "there is no space left for it" in told and "Nothing was written." in told and "Free some" in told
    assert target.read_bytes() == before and [path.name for path in tmp_path.iterdir() if path.is_file()] == [
        "a.dna"
    ]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset that came from DNA, as a folder of tables."""
    folder = tmp_path_factory.mktemp("dna")
    import_dna(write_whole(folder / "a.dna"), folder / "a.duckdb", Asked(unit="organization"))
    hub = Hub()
    made = export_package(hub.attach(folder / "a.duckdb"), folder / "tables")
    hub.close()
    return made


def put(*path: Any, value: Any) -> Callable[[dict[str, Any]], None]:
    def apply(found: dict[str, Any]) -> None:
        for step in path[:-1]:
            found = found[step]
        found[path[-1]] = value

    return apply


ROWS = ("tables", "STATEMENTS", "rows")
TAMPERED = {
    "no object": lambda found: put("dna", value=[1])(found),
    "no tables": put("dna", "tables", value=None),
    "a table is text": put("dna", "tables", "ENTITIES", value="x"),
    "rows are text": put("dna", *ROWS, value="x"),
    "a row is short": put("dna", *ROWS, 0, value=[1]),
    "a cell is a list": put("dna", *ROWS, 0, 3, value=[1]),
    "a number is text": put("dna", *ROWS, 0, 3, value="0; DROP TABLE STATEMENTS"),
    "a place runs backwards": put("dna", *ROWS, 0, 3, value=99),
    "a number is huge": put("dna", *ROWS, 3, 4, value=10**30),
    "a place is beyond any text": put("dna", *ROWS, 3, 4, value=10**12),
    "two rows have one number": put("dna", *ROWS, 1, 0, value=5),
    "columns twice": put("dna", "tables", "REGEXES", "columns", value=["Label", "Label", "Green", "Blue"]),
    "a colour is none": put("dna", "tables", "REGEXES", "rows", 0, 1, value=999),
    "no number": put("dna", "tables", "CODERRELATIONS", "rows", 0, 0, value=None),
    "an unknown type": put("dna", "chosen", "type", value="Other"),
    "chosen is a list": put("dna", "chosen", value=[]),
    "stances are words": put("dna", "chosen", "stances", value={"0": "no"}),
    "texts are a list": put("dna", "texts", value=[]),
}


def test_what_was_tampered_with_is_refused_and_nothing_written(package: Path, tmp_path: Path) -> None:
    descriptor = (package / "datapackage.json").read_text("utf-8")
    hub = Hub()
    database = hub.load_into_memory(package, "tables", "")
    target = tmp_path / "a.dna"
    for name, tamper in TAMPERED.items():
        found = json.loads(descriptor)
        tamper(found)
        with database.transaction() as cursor:
            cursor.execute("UPDATE meta SET value = ? WHERE key = 'descriptor'", [json.dumps(found)])
        assert "Nothing was written" in refused(database, target), name
        assert list(tmp_path.iterdir()) == [], name
    hub.close()


def test_a_column_that_dna_does_not_know_is_told(package: Path, tmp_path: Path) -> None:
    found = json.loads((package / "datapackage.json").read_text("utf-8"))
    found["dna"]["tables"]["SETTINGS"]["columns"].append('x"); DROP TABLE STATEMENTS; --')
    for row in found["dna"]["tables"]["SETTINGS"]["rows"]:
        row.append("1")
    hub = Hub()
    database = hub.load_into_memory(package, "tables", "")
    with database.transaction() as cursor:
        cursor.execute("UPDATE meta SET value = ? WHERE key = 'descriptor'", [json.dumps(found)])
    written = dna.write(database, tmp_path / "a.dna", "word")
    hub.close()
    assert any(line.startswith("1 column of SETTINGS left out") for line in written.told)
