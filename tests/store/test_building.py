"""Databases are built from packages when they must be, and never lose what a user attached."""

from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store import datasets, schema
from sayso.store.datasets import open_datasets
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.texts import attach_text
from tests.conftest import PackageMaker
from tests.ratio import times_longer
from tests.store.conftest import HASH, SAID, TEXT, attach, opened, text_after
from tests.tiny import say


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


def test_rebuilt_when_the_schema_changes_and_texts_are_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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


def test_a_rejected_package_leaves_the_old_database(folder: Path) -> None:
    attach(folder)
    statements = folder / "statements.csv"
    good = statements.read_text()
    statements.write_text(good.replace(",1,", ",9,"))
    with pytest.raises(StoreError, match=r"statements.csv, row 2, column stance"):
        opened(folder)
    statements.write_text(good)
    assert text_after(folder) == TEXT


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


def test_the_shipped_dataset_is_a_small_file(shipped: Path, tmp_path: Path) -> None:
    load_package(shipped, tmp_path / "0.duckdb")
    assert (tmp_path / "0.duckdb").stat().st_size < 3_000_000


def test_ten_times_the_rows_load_in_less_than_ten_times(make_package: PackageMaker, tmp_path: Path) -> None:
    said = [
        say(
            f"actor-{n % 100}",
            f"issue-{n % 20}",
            n % 5 - 2,
            f"20{n % 25:02d}-{n % 12 + 1:02d}-{n % 28 + 1:02d}",
            article=f"a{n % 500}",
        )
        for n in range(10_000)
    ]
    many, few = make_package(said), make_package(said[:1_000], name="few")
    assert (
        times_longer(
            lambda: load_package(many, tmp_path / "many.duckdb"),
            lambda: load_package(few, tmp_path / "few.duckdb"),
            tries=1,
        )
        < 10
    )
