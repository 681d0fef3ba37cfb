"""Copies hold everything that was saved, are told apart by date, thinned out, checked and put back."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store import keeper
from sayso.store.backups import SUM, backup, backup_if_due, folder_of, restore, scheduled
from sayso.store.changes import change
from sayso.store.connection import log_of
from sayso.store.database import Database
from sayso.store.hub import Hub
from sayso.store.locking import FileLock, lock_file
from sayso.store.new import create_dataset
from sayso.store.old_file import opened
from tests.conftest import DatasetMaker


@pytest.fixture
def hub() -> Iterator[Hub]:
    own = Hub()
    yield own
    own.close()


@pytest.fixture
def database(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setattr(keeper, "IDLE", 3600.0)
    return hub.attach(create_dataset(tmp_path / "my.duckdb"))


def add(database: Database, name: str) -> None:
    with change(database, "kim") as made:
        made.insert("actors", {"actor_id": name, "name": name.title(), "kind": "person"})


def names(file: Path) -> list[str]:
    with opened(file, read_only=True) as copy:
        return [row[0] for row in copy.execute("SELECT name FROM actors ORDER BY 1").fetchall()]


def test_a_copy_made_during_work_holds_everything_and_has_its_sum(database: Database, tmp_path: Path) -> None:
    add(database, "ann")
    made = backup(database)
    assert made.parent == folder_of(tmp_path / "my.duckdb") and names(made) == ["Ann"]
    told = made.with_name(f"{made.name}{SUM}").read_text()
    assert told == f"{hashlib.sha256(made.read_bytes()).hexdigest()}  {made.name}\n"
    add(database, "bob")
    assert names(backup(database, tmp_path / "b.duckdb")) == ["Ann", "Bob"]
    with pytest.raises(StoreError, match="there already"):
        backup(database, tmp_path / "b.duckdb")
    with pytest.raises(StoreError, match="cannot be written"):
        backup(database, tmp_path / "b.duckdb" / "c.duckdb")
    held = subprocess.run(  # making a copy has not let go of the file
        [sys.executable, "-c", "import sys, duckdb; duckdb.connect(sys.argv[1])", str(database.path)],
        capture_output=True,
        text=True,
    )
    assert "lock" in held.stderr


def test_after_an_ordinary_stop_the_file_alone_holds_everything(
    hub: Hub, database: Database, tmp_path: Path
) -> None:
    add(database, "ann")
    assert database.path and log_of(database.path).exists()
    hub.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my.duckdb"]
    assert names(shutil.copyfile(database.path, tmp_path / "by-hand.duckdb")) == ["Ann"]
    with pytest.raises(StoreError, match="stopping"):
        add(database, "bob")


ENDS = """
import sys
from pathlib import Path
from sayso.store.changes import change
from sayso.store.hub import Hub
database = Hub().attach(Path(sys.argv[1]))
with change(database, "kim") as made:
    made.insert("actors", {"actor_id": "ann", "name": "Ann", "kind": "person"})
"""


def test_a_program_that_ends_without_a_word_leaves_nothing_behind(tmp_path: Path) -> None:
    path = create_dataset(tmp_path / "my.duckdb")
    subprocess.run([sys.executable, "-c", ENDS, str(path)], check=True)
    assert [each.name for each in tmp_path.iterdir()] == ["my.duckdb"] and names(path) == ["Ann"]


def test_when_nobody_writes_what_was_saved_goes_into_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = Hub()
    monkeypatch.setattr(keeper.Keeper.__init__, "__defaults__", (0.05,))
    database = hub.attach(create_dataset(tmp_path / "my.duckdb"))
    add(database, "ann")
    assert database.path
    until = time.monotonic() + 20
    while log_of(database.path).exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not log_of(database.path).exists()
    hub.close()


def test_copies_are_made_when_due_and_thinned_out(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert backup_if_due(database, 24) is None  # nothing was ever changed
    assert database.path
    day = datetime(2026, 1, 1, 9, tzinfo=UTC)
    for number in range(60):
        add(database, f"actor-{number}")
        made = backup(database)
        stamp = day + timedelta(days=number // 2, hours=number % 2)
        made.rename(made.with_name(f"my-{stamp:%Y%m%d-%H%M%S-%f}-change-{number + 1}.duckdb"))
    last = day + timedelta(days=29, hours=1)
    assert backup_if_due(database, 24, last + timedelta(hours=30)) is None  # unchanged since
    add(database, "one-more")
    assert backup_if_due(database, 24, last + timedelta(hours=1)) is None  # too early
    assert backup_if_due(database, 24, last + timedelta(hours=30))
    kept = [made_at.date().isoformat() for made_at, _, _ in scheduled(database.path)[:-1]]
    assert kept == [
        "2026-01-18", "2026-01-25", "2026-01-26", "2026-01-27", "2026-01-28", "2026-01-29", "2026-01-30",
    ]  # fmt: skip


def test_a_copy_is_restored_to_a_new_file_only_and_if_it_is_whole(
    hub: Hub, database: Database, tmp_path: Path
) -> None:
    add(database, "ann")
    made = backup(database)
    assert restore(made, tmp_path / "again.duckdb") == [] and names(tmp_path / "again.duckdb") == ["Ann"]
    with pytest.raises(StoreError, match="there already"):
        restore(made, tmp_path / "again.duckdb")
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    made.write_bytes(content)
    with pytest.raises(StoreError, match="checksum"):
        restore(made, tmp_path / "third.duckdb")
    letter = tmp_path / "letter.duckdb"
    letter.write_text("Dear diary")
    with pytest.raises(StoreError, match="cannot read it"):
        restore(letter, tmp_path / "third.duckdb")
    with database.transaction() as cursor:
        cursor.execute("UPDATE actors SET name = 'Anna'")
    assert len(restore(backup(database), tmp_path / "fourth.duckdb")) == 1
    assert not (tmp_path / "third.duckdb").exists()
    assert not [path.name for path in tmp_path.iterdir() if "building" in path.name]


def test_what_lives_in_memory_says_so(make_dataset: DatasetMaker) -> None:
    with pytest.raises(StoreError, match="in memory"):
        backup(make_dataset([("ann", "tax", 1, "2024")]))


def test_a_dataset_that_is_started_later_is_backed_up_and_announced_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper.Keeper.__init__, "__defaults__", (0.05,))
    path = create_dataset(tmp_path / "my.duckdb")
    hub = Hub()
    add(hub.attach(path), "ann")
    hub.close()
    hub = Hub()
    hub.announce("http://localhost:1", "secret")
    hub.schedule_backups()
    hub.attach(path)
    assert "secret" in lock_file(path).read_text()
    until = time.monotonic() + 20
    while not scheduled(path) and time.monotonic() < until:
        time.sleep(0.05)
    hub.close()
    assert len(scheduled(path)) == 1


def test_nothing_is_restored_over_a_file_that_comes_meanwhile(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, target = backup(database), tmp_path / "again.duckdb"

    class Late(FileLock):
        def __enter__(self) -> FileLock:
            target.write_text("mine")
            return super().__enter__()

    monkeypatch.setattr("sayso.store.backups.FileLock", Late)
    with pytest.raises(StoreError, match="there already"):
        restore(made, target)
    assert target.read_text() == "mine"
