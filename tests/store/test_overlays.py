"""Overlays are kept beside a dataset: added whole, never exported, never lost by a rebuild."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sayso.errors import StoreError
from sayso.ingest.overlays import read
from sayso.model.overlays import Overlay, Record, Unit
from sayso.queries import overlays as questions
from sayso.queries.overlays import Bar, Narrowed
from sayso.store.datasets import open_datasets
from sayso.store.export import export_package
from sayso.store.hub import Database
from sayso.store.overlays import add_overlay, delete_overlay, overlays, set_removed
from sayso.store.renewal import renew
from tests.conftest import DatasetMaker, PackageMaker
from tests.overlay_files import TODAY, acled, article, gdelt
from tests.tiny import say

SAID = [say("ann", "tax", 1, "2024-01-03")]
SECRET = "Dock workers gathered."


def add(database: Database, content: bytes, name: str = "valdria.csv") -> Overlay:
    return add_overlay(
        database, read(name, content, TODAY), name=name, content=content, accessed_on=TODAY, by="anna"
    )


def counted(
    database: Database, ids: tuple[str, ...], unit: Unit, **narrowed: Any
) -> list[tuple[object, ...]]:
    answer = questions.counts(database, ids, date(2024, 1, 1), date(2024, 3, 31), unit, Narrowed(**narrowed))
    return [
        tuple(row) for row in answer.frame.drop(columns=["overlay_id", "n_fatalities"]).astype(str).to_numpy()
    ]


def test_it_survives_a_restart_and_leaves_neither_in_a_package_nor_in_the_log(
    make_package: PackageMaker, tmp_path: Path
) -> None:
    folder = make_package(SAID)
    hub = open_datasets(folder)
    (database,) = hub.databases.values()
    before = database.version
    made = add(database, acled([{}, {"fatalities": 2}]))
    assert database.version == before  # no position changes
    exported = export_package(database, tmp_path / "out")
    assert not any(
        SECRET in path.read_text("utf-8") or "ACLED" in path.read_text("utf-8") for path in exported.iterdir()
    )
    hub.close()
    hub = open_datasets(folder)
    (database,) = hub.databases.values()
    assert overlays(database) == (made,) and made.label == "ACLED: valdria.csv"
    assert database.rows("SELECT count(*), sum(fatalities) FROM overlay_records") == [(2, 2)]
    hub.close()


def test_a_changed_package_is_built_anew_and_the_overlay_stays(make_package: PackageMaker) -> None:
    folder = make_package(SAID)
    hub = open_datasets(folder)
    add(next(iter(hub.databases.values())), acled([{}]))
    hub.close()
    issues = folder / "issues.csv"
    issues.write_text(issues.read_text().replace("Tax,", "Levy,"))
    hub = open_datasets(folder)
    (database,) = hub.databases.values()
    assert database.rows("SELECT short_name FROM issues") == [("Levy",)]
    assert database.rows('SELECT "text" FROM overlay_records') == [(SECRET,)] and len(overlays(database)) == 1
    hub.close()


def test_a_file_of_the_first_version_takes_overlays_and_a_later_rebuild_keeps_them(tmp_path: Path) -> None:
    from tests.store.first_version import write

    path = write(tmp_path / "old.duckdb")
    hub = open_datasets(path)
    (database,) = hub.databases.values()
    made = add(database, gdelt([article()]), "q.json")
    hub.close()
    renew(path)
    hub = open_datasets(path)
    (database,) = hub.databases.values()
    assert overlays(database) == (made,) and database.rows('SELECT "text" FROM overlay_records') == [
        ("we sign",)
    ]
    hub.close()


def test_a_file_of_the_second_version_gets_the_tables(make_package: PackageMaker) -> None:
    hub = open_datasets(make_package(SAID))
    (database,) = hub.databases.values()
    path = database.path
    hub.close()
    assert path
    with duckdb.connect(str(path)) as connection:  # as version 2 was: the same without these
        connection.execute(
            "DROP TABLE overlay_records; DROP TABLE overlays; DROP TYPE overlay_kind; DROP TYPE overlay_exactness"
        )
        connection.execute("UPDATE meta SET value = '2' WHERE key = 'schema_version'")
    hub = open_datasets(path)
    (database,) = hub.databases.values()
    assert add(database, acled([{}])).n_rows == 1 and database.rows("SELECT stance FROM statements") == [(1,)]
    hub.close()


def test_it_is_taken_off_put_back_and_deleted_for_good(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    content = acled([{}])
    made = add(database, content)
    with pytest.raises(StoreError, match="there already"):
        add(database, content, "again.csv")
    set_removed(database, made.overlay_id, True)
    assert overlays(database)[0].is_removed and counted(database, (made.overlay_id,), "day") == []
    with pytest.raises(StoreError, match="Put it back"):
        add(database, content)
    set_removed(database, made.overlay_id, False)
    assert len(counted(database, (made.overlay_id,), "day")) == 1
    delete_overlay(database, made.overlay_id)
    assert overlays(database) == () and database.rows("FROM overlay_records") == []


def test_a_failure_leaves_nothing_half_added(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    found = read("a.csv", acled([{}]), TODAY)
    wrong = Record(**{**vars(found.records[0]), "day_low": date(2025, 1, 1)})
    with pytest.raises(duckdb.ConstraintException):
        add_overlay(database, type(found)("ACLED", (wrong,)), name="a", content=b"x", accessed_on=TODAY)
    assert overlays(database) == ()


def test_two_files_of_one_name_get_two_names(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    names = [add(database, acled([{"notes": text}])).name for text in "ab"]
    assert names == ["valdria.csv", "valdria.csv (2)"]


def test_a_date_counts_only_where_it_is_known_well_enough(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    rows = [{"event_date": "15 January 2024", "time_precision": code} for code in (1, 1, 2, 3)]
    ids = (add(database, acled(rows)).overlay_id,)
    assert counted(database, ids, "day") == [
        ("False", "day", "2024-01-15", "2024-01-15", "2"),
        ("True", "month", "2024-01-01", "2024-01-31", "1"),
        ("True", "week", "2024-01-12", "2024-01-18", "1"),
    ]
    assert counted(database, ids, "week") == [
        ("False", "week", "2024-01-15", "2024-01-21", "3"),
        ("True", "month", "2024-01-01", "2024-01-31", "1"),
    ]
    assert counted(database, ids, "month") == [("False", "month", "2024-01-01", "2024-01-31", "4")]
    bars: tuple[tuple[Unit, bool, date, date, list[int]], ...] = (
        ("day", False, date(2024, 1, 15), date(2024, 1, 15), [2, 3]),
        ("day", True, date(2024, 1, 12), date(2024, 1, 18), [4]),
        ("week", False, date(2024, 1, 15), date(2024, 1, 21), [2, 3, 4]),
        ("month", False, date(2024, 1, 1), date(2024, 1, 31), [2, 3, 4, 5]),
    )
    for unit, spread, first, last, lines in bars:
        bar = Bar(ids[0], spread, first, last)
        assert list(questions.records(database, bar, unit, Narrowed()).frame["row"]) == lines


def test_each_filter_narrows_its_own_kind_and_words_narrow_both(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    events = add(
        database, acled([{"country": "Valdria"}, {"country": "Ostmark", "notes": "A WALL fell."}])
    ).overlay_id
    said = add(database, gdelt([article("2024-01-12", "build the wall", "100% _ sure")]), "q.json").overlay_id
    every = (events, said)

    def totals(**narrowed: object) -> list[int]:
        return [int(str(row[-1])) for row in counted(database, every, "year", **narrowed)]

    assert sorted(totals()) == [2, 2]
    assert sorted(totals(countries=("Valdria",))) == [1, 2]
    assert sorted(totals(types=("Riots",))) == [2]
    assert sorted(totals(languages=("ARABIC",))) == [2]
    assert sorted(totals(words="wall")) == [1, 1]
    assert sorted(totals(words="% _")) == [1]
