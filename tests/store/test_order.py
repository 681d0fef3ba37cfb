"""Changes stand in the order in which they were made, whatever the clock says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sayso.store import changes, log
from sayso.store.changes import change
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.new import create_dataset
from sayso.store.undoing import history, last_undoable, last_undone, undo
from tests.conftest import DatasetMaker, PackageMaker
from tests.store.test_changes import SAID


def clock(monkeypatch: pytest.MonkeyPatch, behind: timedelta) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.now(UTC) - behind

    for module in (changes, log):
        monkeypatch.setattr(module, "datetime", Clock)


def test_with_the_clock_set_back_undo_takes_the_latest_change_and_ends(
    make_dataset: DatasetMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = make_dataset(SAID)
    for name, behind in (("Levy", 0), ("Duty", 2), ("Toll", 1)):
        clock(monkeypatch, timedelta(hours=behind))
        with change(database, "kim") as made:
            made.update("issues", {"issue_id": "tax"}, {"short_name": name})
    seen = []
    while done := last_undoable(database, "kim"):
        undo(database, "kim", done)
        seen.append(database.rows("SELECT short_name FROM issues")[0][0])
        assert len(seen) < 9
    assert seen == ["Duty", "Levy", "Tax"]
    while done := last_undone(database, "kim"):
        undo(database, "kim", done)
        seen.append(database.rows("SELECT short_name FROM issues")[0][0])
    assert seen[3:] == ["Levy", "Duty", "Toll"]
    places = [row[0] for row in database.rows("SELECT sequence FROM revisions ORDER BY sequence")]
    assert places == list(range(1, 10))


def test_a_note_that_speaks_of_an_undo_is_no_undo(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with change(database, "kim", note="undo of list.csv") as made:
        made.update("issues", {"issue_id": "tax"}, {"short_name": "Levy"})
    done = last_undoable(database, "kim")
    assert done and done.note == "undo of list.csv"
    undo(database, "kim", done)
    assert database.rows("SELECT short_name FROM issues") == [("Tax",)]


def test_a_change_that_changes_nothing_is_not_logged(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with change(database, "kim") as made:
        made.update("issues", {"issue_id": "tax"}, {"short_name": "Levy"})
    with change(database, "kim") as made:
        made.update("issues", {"issue_id": "tax"}, {"short_name": "Levy"}, action="withdrawn")
    assert len(history(database)) == 1
    done = last_undoable(database, "kim")
    assert done
    undo(database, "kim", done)
    assert last_undoable(database, "kim") is None


def test_an_older_log_gets_its_order_and_its_undos(tmp_path: Path) -> None:
    path = create_dataset(tmp_path / "x.duckdb")
    hub = Hub()
    database = hub.attach(path)
    ids = ["20260101T000000000000-aaaaaa", "20260102T000000000000-bbbbbb"]
    with database.transaction() as cursor:
        for name, note in zip(ids, (None, f"undo of {ids[0]}"), strict=True):
            cursor.execute(
                "INSERT INTO revisions (revision_id, table_name, row_id, action, changed_by, changed_at, note)"
                " VALUES (?, 'actors', 'a', 'edited', 'kim', '2026-01-01', ?)",
                [f"{name}.0000", note],
            )
        cursor.execute("UPDATE meta SET value = '3' WHERE key = 'schema_version'")
    hub.close()
    hub = Hub()
    assert hub.attach(path).rows("SELECT sequence, undoes FROM revisions ORDER BY 1") == [
        (1, None),
        (2, ids[0]),
    ]
    hub.close()


def test_a_package_without_the_order_gets_one(make_package: PackageMaker, tmp_path: Path) -> None:
    folder = make_package(SAID)
    (folder / "revisions.csv").write_text(
        "revision_id,table_name,row_id,action,changed_by,changed_at\n"
        "20260101T000000000000-aaaaaa.0000,actors,ann,edited,me,2026-01-01T10:00:00Z\n"
        "20260101T000000000000-aaaaaa.0001,actors,ann,edited,me,2026-01-01T10:00:00Z\n"
        "r-2,actors,ann,edited,me,2027-01-03T10:00:00Z\n"
        "r-1,actors,ann,edited,me,2026-01-02T10:00:00Z\n"
    )
    hub = Hub()
    database = hub.attach(load_package(folder, tmp_path / "x.duckdb"))
    rows = database.rows("SELECT revision_id[:3], sequence FROM revisions ORDER BY sequence, revision_id")
    assert rows == [("r-1", 1), ("r-2", 2), ("202", 3), ("202", 3)]
    hub.close()
