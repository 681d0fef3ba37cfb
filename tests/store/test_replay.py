"""The log played again beside the tables finds what is not as it was left, and puts lost text back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.store import renewal
from sayso.store.backups import folder_of
from sayso.store.changes import change
from sayso.store.connection import storage_version
from sayso.store.database import Database
from sayso.store.hub import Hub
from sayso.store.new import create_dataset
from sayso.store.old_file import opened
from sayso.store.overlays import add_overlay, set_removed
from sayso.store.replay import differences
from sayso.store.undoing import last_undoable, undo
from tests.conftest import REPOSITORY
from tests.overlay_files import TODAY, acled

ANN = {"actor_id": "ann", "name": "Ann", "kind": "person"}
# What happens in the log of a file of storage v1.5.0 and newer: a row, then text into an empty cell.
SAVED_AND_KILLED = """
import os, sys
from pathlib import Path
from sayso.store.changes import change
from sayso.store.hub import Hub
(database,) = [Hub().attach(Path(sys.argv[1]))]
with change(database, "kim") as made:
    made.insert("actors", {"actor_id": "dan", "name": "Dan", "kind": "person"})
with change(database, "kim") as made:
    made.update("actors", {"actor_id": "bob"}, {"name_original": "Боб"})
    made.update("actors", {"actor_id": "bob"}, {"country": "VE"})
os._exit(0)
"""


def wrong(database: Database) -> list[str]:
    with database.cursor() as cursor:
        return [str(each) for each in differences(cursor)]


def people(database: Database) -> None:
    with change(database, "kim") as made:
        made.insert("actors", ANN | {"name_original": "آن", "country": "CO"})
        for name in ("bob", "cem"):
            made.insert("actors", {"actor_id": name, "name": name, "kind": "person"})


def test_text_put_into_an_empty_cell_survives_a_kill(tmp_path: Path) -> None:
    path = create_dataset(tmp_path / "x.duckdb")
    hub = Hub()
    people(hub.attach(path))
    hub.close()
    subprocess.run([sys.executable, "-c", SAVED_AND_KILLED, str(path)], check=True)
    hub = Hub()
    database = hub.attach(path)
    assert database.rows("SELECT country, name_original FROM actors WHERE actor_id = 'bob'") == [
        ("VE", "Боб")
    ]
    assert wrong(database) == [] and not database.notice
    done = last_undoable(database, "kim")
    assert done
    undo(database, "kim", done)
    assert database.rows("SELECT country FROM actors WHERE actor_id = 'bob'") == [(None,)]
    hub.close()


def older(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put `path` into a storage version in which text is lost, as earlier versions of Sayso wrote it."""
    with monkeypatch.context() as patch:
        patch.setattr(renewal, "STORAGE", "STORAGE_VERSION 'v1.5.0', BLOCK_SIZE 16384")
        renewal.renew(path, backup=False)


def test_a_file_that_lost_text_is_written_anew_and_restored_from_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = create_dataset(tmp_path / "x.duckdb")
    hub = Hub()
    people(hub.attach(path))
    hub.close()
    older(path, monkeypatch)
    with_product = SAVED_AND_KILLED.replace(
        "from sayso.store.hub import Hub",
        "from sayso.store import hub, renewal; hub.condition = lambda path: renewal.Condition(False, True); Hub = hub.Hub",
    )
    subprocess.run([sys.executable, "-c", with_product, str(path)], check=True)
    with opened(path, read_only=True) as lost:
        assert lost.execute("SELECT country FROM actors WHERE actor_id = 'bob'").fetchall() == [(None,)]
        assert [each.column for each in differences(lost)] == ["name_original", "country"]
    hub = Hub()
    database = hub.attach(path)
    assert database.rows("SELECT country, name_original FROM actors WHERE actor_id = 'bob'") == [
        ("VE", "Боб")
    ]
    assert "2 cells" in database.notice and wrong(database) == []
    assert storage_version(database.connection) == (1, 2, 0)
    done = last_undoable(database, "kim")
    assert done
    undo(database, "kim", done)
    hub.close()
    assert [*folder_of(path).glob("*-before-renewal.duckdb")]
    hub = Hub()
    assert not hub.attach(path).notice
    hub.close()


def test_the_harbour_debate_of_an_earlier_version_keeps_every_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.store.export import export_package
    from sayso.store.load import load_package

    source = REPOSITORY / "data" / "harbour-debate"
    path = load_package(source, tmp_path / "harbour-debate.duckdb")
    older(path, monkeypatch)
    hub = Hub()
    database = hub.attach(path)
    assert storage_version(database.connection) == (1, 2, 0)
    exported = export_package(database, tmp_path / "out")
    hub.close()
    for file in source.glob("*.csv"):
        if file.name != "articles.csv":  # texts leave by rights
            assert (exported / file.name).read_bytes() == file.read_bytes(), file.name


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("UPDATE actors SET name_original = NULL WHERE actor_id = 'ann'", "name_original: the log says"),
        ("UPDATE actors SET name = 'Anna' WHERE actor_id = 'ann'", 'the table holds "Anna"'),
        ("DELETE FROM actors WHERE actor_id = 'cem'", "it is gone"),
        ("INSERT INTO actors (actor_id, name, kind) VALUES ('eve', 'Eve', 'person')", "it is there"),
    ],
)
def test_whatever_is_not_as_the_log_says_is_told(tmp_path: Path, fault: str, told: str) -> None:
    path = create_dataset(tmp_path / "x.duckdb")
    hub = Hub()
    database = hub.attach(path)
    people(database)
    with change(database, "kim") as made:
        made.insert("actors", {"actor_id": "eve", "name": "Eve", "kind": "person"})
        made.delete("actors", {"actor_id": "eve"})
        made.update("actors", {"actor_id": "ann"}, {"country": "IQ"})
    assert wrong(database) == []
    with database.transaction() as cursor:
        cursor.execute(fault)
    (line,) = wrong(database)
    assert told in line
    hub.close()


def test_keys_that_change_are_followed(tmp_path: Path) -> None:
    path = create_dataset(tmp_path / "x.duckdb")
    hub = Hub()
    database = hub.attach(path)
    people(database)
    with change(database, "kim") as made:
        made.insert("factions", {"faction_id": "f", "name": "F", "colour": "#000000"})
        made.insert("memberships", {"actor_id": "ann", "faction_id": "f", "role": "head"})
    with change(database, "kim") as made:
        key = {"actor_id": "ann", "faction_id": "f", "role": "head", "valid_from": None}
        made.update("memberships", key, {"valid_from": "2024", "valid_to": "2025"})
    assert wrong(database) == []
    done = last_undoable(database, "kim")
    assert done
    undo(database, "kim", done)
    assert wrong(database) == []
    hub.close()


def test_an_overlay_is_logged_without_its_rows(tmp_path: Path) -> None:
    path = create_dataset(tmp_path / "x.duckdb")
    hub = Hub()
    database = hub.attach(path)
    from sayso.ingest.overlays import read

    content = acled([{}, {}])
    made = add_overlay(
        database, read("a.csv", content, TODAY), name="a.csv", content=content, accessed_on=TODAY, by="kim"
    )
    set_removed(database, made.overlay_id, True, "kim")
    assert database.rows("SELECT action::VARCHAR, changed_by FROM revisions ORDER BY sequence") == [
        ("created", "kim"), ("edited", "kim"),
    ]  # fmt: skip
    assert wrong(database) == [] and last_undoable(database, "kim") is None
    with database.transaction() as cursor:
        cursor.execute("DELETE FROM overlay_records WHERE row = 2")
    assert len(wrong(database)) == 1
    hub.close()


def test_what_a_package_brought_is_not_replayed(tmp_path: Path) -> None:
    from sayso.store.load import load_package

    path = load_package(REPOSITORY / "data" / "iraq-us-troops-2021", tmp_path / "x.duckdb")
    hub = Hub()
    database = hub.attach(path)
    assert wrong(database) == [] and database.own_changes() == 0
    hub.close()
