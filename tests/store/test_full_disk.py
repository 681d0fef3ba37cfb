"""A full disk: what was saved is kept, what was not is told, and work goes on when there is room again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store.changes import change
from sayso.store.database import Database
from sayso.store.hub import Hub
from sayso.store.new import create_dataset


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def add(database: Database, number: int) -> None:
    row = {"actor_id": f"a{number}", "name": "A", "kind": "person", "description": os.urandom(60_000).hex()}
    with change(database, "kim") as made:
        made.insert("actors", row)


def n_actors(database: Database) -> int:
    return int(database.rows("SELECT count(*) FROM actors")[0][0])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a tmpfs")
def test_what_was_saved_is_kept_and_work_goes_on_when_there_is_room(disk: Path) -> None:
    path = create_dataset(disk / "x.duckdb")
    hub = Hub()
    database = hub.attach(path)
    saved = 0
    with pytest.raises(StoreError, match="No space left") as refusal:
        while saved < 60:
            add(database, saved)
            saved += 1
    assert "is kept" in refusal.value.message and n_actors(database) == saved > 3
    for _ in range(2):
        with pytest.raises(
            StoreError, match="No space left"
        ):  # a checkpoint that fails gives DuckDB's file up
            database.checkpoint()
        assert n_actors(database) == saved
    subprocess.run(["mount", "-o", "remount,size=30m", str(disk)], check=True)
    add(database, saved)
    hub.close()
    assert [each.name for each in disk.iterdir()] == ["x.duckdb"]
    hub = Hub()
    assert n_actors(hub.attach(path)) == saved + 1
    hub.close()
