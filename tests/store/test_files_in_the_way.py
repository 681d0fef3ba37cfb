"""Files that are damaged, read-only, open elsewhere or somebody else's."""

import os
from pathlib import Path

import duckdb
import pytest

from sayso.errors import StoreError
from sayso.store.datasets import open_datasets
from sayso.store.hub import Hub, LockedError
from sayso.store.load import load_package
from sayso.store.texts import attach_text
from tests.store.conftest import TEXT, attach, opened


def test_load_refuses_what_is_not_sayso_s(folder: Path, tmp_path: Path) -> None:
    letter, foreign = tmp_path / "letter.duckdb", tmp_path / "foreign.duckdb"
    letter.write_text("Dear diary")
    with duckdb.connect(str(foreign)) as connection:
        connection.execute("CREATE TABLE meta (a INTEGER)")
    for target in (letter, foreign):
        before = target.read_bytes()
        with pytest.raises(StoreError, match="Nothing was changed"):
            load_package(folder, target)
        assert target.read_bytes() == before
    with pytest.raises(StoreError, match="cannot be written"):
        load_package(folder, tmp_path / "no" / "such" / "x.duckdb")
    with pytest.raises(StoreError):
        load_package(folder, tmp_path)


@pytest.mark.parametrize("damage", [b"", b"garbage" * 999, None])
def test_a_damaged_file_is_set_aside_and_built_anew(folder: Path, damage: bytes | None) -> None:
    opened(folder)[0].close()
    path = folder.parent / "tiny.duckdb"
    whole = path.read_bytes()
    path.write_bytes(whole[:9000] + b"\xff" * 30_000 if damage is None else damage)
    hub, database = opened(folder)
    assert database.rows("SELECT count(*) FROM statements") == [(1,)] and not database.notice
    hub.close()
    assert (folder.parent / "tiny.duckdb.damaged").is_file()


def test_somebody_else_s_database_beside_the_package_is_left_alone(folder: Path) -> None:
    path = folder.parent / "tiny.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE thesis AS SELECT 42 AS answer")
    with pytest.raises(StoreError, match="not one of Sayso's"):
        opened(folder)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("FROM thesis").fetchall() == [(42,)]


def test_read_only_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """os.access is asked (root may write anywhere, so chmod would prove nothing here)."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    hub, database = opened(folder)
    assert "cannot be written" in database.notice and database.path is None
    assert [path.name for path in folder.parent.iterdir()] == ["tiny"]
    hub.close()
    with pytest.raises(StoreError):
        open_datasets(folder, may_copy=False)
    monkeypatch.undo()
    attach(folder)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    hub, database = opened(folder)
    assert not database.is_writable and database.rows("SELECT text FROM articles") == [(TEXT,)]
    with pytest.raises(StoreError, match="reading only"):
        attach_text(database, "a1", TEXT)
    hub.close()


def test_read_only_file_of_an_older_app_is_updated_in_a_copy(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = load_package(folder, tmp_path / "x.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'views'; DROP VIEW statements_read")
    before = path.read_bytes()
    monkeypatch.setattr("sayso.store.hub.is_writable_file", lambda path: False)
    hub = Hub()
    database = hub.attach(path)
    assert not database.is_writable and database.path == path
    assert database.rows("SELECT stance FROM statements_read") == [(1,)]
    hub.close()
    assert path.read_bytes() == before


def test_the_second_to_open_gets_a_copy_with_a_notice(folder: Path) -> None:
    first, _ = opened(folder)
    second, database = opened(folder)
    assert "not kept" in database.notice and database.rows("SELECT count(*) FROM quotes") == [(1,)]
    second.close()
    with pytest.raises(LockedError):
        open_datasets(folder, may_copy=False)
    first.close()
