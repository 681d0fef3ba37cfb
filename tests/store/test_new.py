"""A dataset can start empty, and is then like any other."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from sayso.errors import StoreError
from sayso.store.changes import change
from sayso.store.check import inspect_package
from sayso.store.datasets import READ_ONLY, open_datasets, start_dataset
from sayso.store.export import export_package
from sayso.store.load import load_package
from sayso.store.new import create_dataset
from tests import tiny


def test_an_empty_dataset_opens_and_leaves_as_a_package(tmp_path: Path) -> None:
    file = create_dataset(tmp_path / "my debate.duckdb", "My debate")
    hub = open_datasets(file)
    (database,) = hub.databases.values()
    assert (database.title, database.is_writable) == ("My debate", True)
    folder = export_package(database, tmp_path / "tables")
    hub.close()
    assert inspect_package(folder, {}).problems == []
    load_package(folder, tmp_path / "again.duckdb")


def test_a_file_that_is_not_there_yet_is_made_when_it_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "new.duckdb"
    open_datasets(file).close()
    hub = open_datasets(file)
    assert [database.title for database in hub.databases.values()] == ["new"]
    hub.close()


def test_for_readers_only_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(READ_ONLY, "1")
    with pytest.raises(StoreError):
        open_datasets(tmp_path / "new.duckdb")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["taken.duckdb", "new.csv", "gone/new.duckdb"])
def test_nothing_is_overwritten_or_written_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken.duckdb").write_text("mine")
    with pytest.raises(StoreError):
        create_dataset(tmp_path / name)
    assert (tmp_path / "taken.duckdb").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")] == ["taken.duckdb"]


def test_a_dataset_started_beside_others_is_opened_at_once_and_after_a_restart(tmp_path: Path) -> None:
    tiny.write_package(tmp_path / "tiny", tiny.tables(), title="Tiny")
    hub = open_datasets(tmp_path)
    database = start_dataset(hub, " The harbour ", tmp_path)
    with change(database, "anna") as made:
        made.insert("actors", {"actor_id": "lena", "name": "Lena", "kind": "person"})
    assert database.path == tmp_path / "the-harbour.duckdb" and hub.databases["the-harbour"] is database
    with pytest.raises(StoreError, match="already"):
        start_dataset(hub, "the Harbour", tmp_path)
    with pytest.raises(duckdb.Error):  # locked down like the others
        database.rows("FROM read_text(?)", [str(tmp_path / "tiny" / "datapackage.json")])
    hub.close()
    again = open_datasets(tmp_path)
    assert sorted(each.title for each in again.databases.values()) == ["The harbour", "Tiny"]
    assert again.databases["the-harbour"].rows("SELECT name FROM actors") == [("Lena",)]
    again.close()


def test_beside_one_file_a_dataset_is_started_in_its_folder(tmp_path: Path) -> None:
    file = create_dataset(tmp_path / "one.duckdb")
    hub = open_datasets(file)
    start_dataset(hub, "الميناء", file)  # no letters for a file's name
    assert sorted(path.name for path in tmp_path.glob("*.duckdb")) == ["dataset-1.duckdb", "one.duckdb"]
    hub.close()


def test_a_reader_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = create_dataset(tmp_path / "one.duckdb")
    monkeypatch.setenv(READ_ONLY, "1")
    hub = open_datasets(file)
    with pytest.raises(StoreError, match="reading only"):
        start_dataset(hub, "Another", file)
    assert [path.name for path in tmp_path.glob("*.duckdb")] == ["one.duckdb"]
    hub.close()
