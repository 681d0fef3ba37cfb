"""Databases are built from packages when they must be, and never lose what a user attached."""

import hashlib
import time
from pathlib import Path

import duckdb
import pytest
from sayso.errors import StoreError
from sayso.store import datasets, schema
from sayso.store.datasets import open_datasets
from sayso.store.hub import Database, Hub, LockedError
from sayso.store.load import load_package
from sayso.store.texts import attach_text

from tests.conftest import PackageMaker
from tests.tiny import say

TEXT = "Ann said: Words 1."
HASH = hashlib.sha256(TEXT.encode()).hexdigest()
SAID = [say("ann", "tax", 1, "2024-01-03", article="a1")]


@pytest.fixture
def folder(make_package: PackageMaker) -> Path:
    return make_package(SAID, articles={"a1": {"text_sha256": HASH}})


def opened(folder: Path) -> tuple[Hub, Database]:
    hub = open_datasets(folder)
    return hub, next(iter(hub.databases.values()))


def text_after(folder: Path) -> str | None:
    hub, database = opened(folder)
    text: str | None = database.rows("SELECT text FROM articles")[0][0]
    hub.close()
    return text


def attach(folder: Path) -> None:
    hub, database = opened(folder)
    attach_text(database, "a1", TEXT)
    hub.close()


def test_built_beside_the_package_once(folder: Path) -> None:
    hub, database = opened(folder)
    path = folder.parent / "tiny.duckdb"
    assert database.path == path and path.is_file() and database.is_writable and not database.notice
    hub.close()
    before = path.stat()
    opened(folder)[0].close()
    assert path.stat().st_ino == before.st_ino and path.stat().st_mtime_ns == before.st_mtime_ns


def test_rebuilt_when_the_content_changes_and_texts_are_kept(folder: Path) -> None:
    attach(folder)
    issues = folder / "issues.csv"
    issues.write_text(issues.read_text().replace("Tax,", "Levy,"))
    hub, database = opened(folder)
    assert database.rows("SELECT short_name FROM issues") == [("Levy",)]
    hub.close()
    assert text_after(folder) == TEXT


def test_rebuilt_when_the_schema_changes_and_texts_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attach(folder)
    inode = (folder.parent / "tiny.duckdb").stat().st_ino
    monkeypatch.setattr(schema, "digest", lambda names=(): "another")
    assert text_after(folder) == TEXT
    assert (folder.parent / "tiny.duckdb").stat().st_ino != inode


def test_a_text_goes_when_the_article_is_another_edition(folder: Path) -> None:
    attach(folder)
    articles = folder / "articles.csv"
    articles.write_text(articles.read_text().replace(HASH, "0" * 64))
    assert text_after(folder) is None


def test_load_keeps_texts_and_brings_revisions(folder: Path, tmp_path: Path) -> None:
    target = load_package(folder, tmp_path / "mine.duckdb")
    hub = Hub()
    attach_text(hub.attach(target), "a1", TEXT)
    hub.close()
    (folder / "revisions.csv").write_text(
        "revision_id,table_name,row_id,action,changed_by,changed_at,before,after,note\n"
        "r1,quotes,q1,edited,me,2024-01-03T10:00:00Z,,,typo\n"
    )
    load_package(folder, target)
    hub = Hub()
    database = hub.attach(target)
    assert database.rows("SELECT text FROM articles") == [(TEXT,)]
    assert database.rows("SELECT revision_id, note FROM revisions") == [("r1", "typo")]
    hub.close()


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


def test_a_rejected_package_leaves_the_old_database(folder: Path) -> None:
    attach(folder)
    statements = folder / "statements.csv"
    good = statements.read_text()
    statements.write_text(good.replace(",1,", ",9,"))
    with pytest.raises(StoreError, match=r"statements.csv, row 2, column stance"):
        opened(folder)
    statements.write_text(good)
    assert text_after(folder) == TEXT


def test_read_only_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """os.access is asked (root may write anywhere, so chmod would prove nothing here)."""
    monkeypatch.setattr(datasets.os, "access", lambda path, mode: False)
    hub, database = opened(folder)
    assert "cannot be written" in database.notice and database.path is None
    assert [path.name for path in folder.parent.iterdir()] == ["tiny"]
    hub.close()
    with pytest.raises(StoreError):
        open_datasets(folder, may_copy=False)
    monkeypatch.undo()
    attach(folder)
    monkeypatch.setattr(datasets.os, "access", lambda path, mode: False)
    hub, database = opened(folder)
    assert not database.is_writable and database.rows("SELECT text FROM articles") == [(TEXT,)]
    with pytest.raises(StoreError, match="reading only"):
        attach_text(database, "a1", TEXT)
    hub.close()


def test_read_only_file_of_an_older_app_is_updated_in_a_copy(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_several_packages_and_nothing_at_all(make_package: PackageMaker, tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_package(SAID, name=name, descriptor={"title": f"Dataset {name}"})
    hub = open_datasets(tmp_path)
    assert {name: database.title for name, database in hub.databases.items()} == {
        "one": "Dataset one",
        "two": "Dataset two",
    }
    hub.close()
    with pytest.raises(StoreError, match="neither a Sayso database nor a folder"):
        open_datasets(tmp_path / "nowhere")


def test_environment_chooses_the_data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(datasets.ENVIRONMENT, str(folder))
    hub = open_datasets()
    assert list(hub.databases) == ["tiny"]
    hub.close()


def test_the_shipped_dataset_is_built_in_under_two_seconds(shipped: Path, tmp_path: Path) -> None:
    began = time.perf_counter()
    load_package(shipped, tmp_path / "x.duckdb")
    assert time.perf_counter() - began < 2
    assert (tmp_path / "x.duckdb").stat().st_size < 3_000_000


def test_ten_thousand_rows_load_in_seconds(make_package: PackageMaker, tmp_path: Path) -> None:
    said = [
        say(f"actor-{n % 100}", f"issue-{n % 20}", n % 5 - 2, f"20{n % 25:02d}-{n % 12 + 1:02d}-{n % 28 + 1:02d}", article=f"a{n % 500}")
        for n in range(10_000)
    ]
    folder = make_package(said)
    began = time.perf_counter()
    load_package(folder, tmp_path / "x.duckdb")
    assert time.perf_counter() - began < 10
