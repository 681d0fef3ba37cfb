"""A dataset's file to take along, and what is told of its backups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.reports.copies import whereabouts, whole
from sayso.store.hub import Database, Hub
from sayso.store.new import create_dataset
from tests.conftest import DatasetMaker


@pytest.fixture
def hub() -> Iterator[Hub]:
    opened = Hub()
    yield opened
    opened.close()


@pytest.fixture
def database(hub: Hub, tmp_path: Path) -> Database:
    return hub.attach(create_dataset(tmp_path / "mine.duckdb", "Mine"))


def test_a_copy_opens_as_the_same_dataset(hub: Hub, database: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(whole(database))
    assert hub.attach(copy).title == "Mine"


def test_where_the_file_is_and_when_a_backup_is_made(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_BACKUP_HOURS", "6")
    assert whereabouts(database).startswith(f"The file itself is {database.path}. There is no backup")
    assert "one every 6 hours" in whereabouts(database)
    monkeypatch.setenv("SAYSO_BACKUP_HOURS", "0")
    assert whereabouts(database).endswith(" yet.")


def test_a_dataset_in_memory_has_no_file(make_dataset: DatasetMaker) -> None:
    assert whereabouts(make_dataset()) == ""
