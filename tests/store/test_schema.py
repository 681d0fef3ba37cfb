"""The schema: comments on everything, constraints that hold, migrations, versions."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from sayso.errors import StoreError
from sayso.store import schema
from sayso.store.connection import STORAGE
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.resources import describe
from tests.conftest import DatasetMaker, PackageMaker
from tests.tiny import columns


@pytest.fixture
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection, connection.cursor() as own:
        schema.create(own)
        yield own


def test_every_table_and_column_has_a_comment(cursor: duckdb.DuckDBPyConnection) -> None:
    tables = cursor.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall()
    fields = cursor.execute(
        "SELECT table_name, column_name, comment FROM duckdb_columns()"
        " WHERE table_name IN (SELECT table_name FROM duckdb_tables())"
    ).fetchall()
    assert len(tables) == 29 and len(fields) > 100
    for *name, comment in [*tables, *fields]:
        assert comment and comment.endswith("."), ".".join(name)


def test_the_tables_of_the_design() -> None:
    assert set(columns()) == {
        "outlets", "articles", "actors", "aliases", "factions", "memberships", "issues",
        "quotes", "statements", "events", "event_actors", "reports", "revisions",
        "exhibits", "briefings", "briefing_items",
    }  # fmt: skip


def test_constraints_live_in_the_database(make_dataset: DatasetMaker) -> None:
    database = make_dataset([("ann", "tax", 1, "2024-01-03")])
    for change in (
        "UPDATE statements SET stance = 3",
        "UPDATE statements SET quote_id = NULL",
        "UPDATE statements SET actor_id = 'ghost'",
        "UPDATE quotes SET spans = [[5, 1]]",
        "UPDATE quotes SET credibility = 7",
        "UPDATE actors SET kind = 'wizard'",
        "INSERT INTO factions VALUES ('Rot', 'Rot', '#ff0000', NULL)",
        "INSERT INTO outlets SELECT * FROM outlets",
    ):
        with pytest.raises(duckdb.Error), database.transaction() as cursor:
            cursor.execute(change)
    assert database.rows("SELECT stance FROM statements") == [(1,)]


def test_every_version_has_a_migration() -> None:
    assert list(schema.MIGRATIONS) == list(range(2, schema.SCHEMA_VERSION + 1))


def test_a_newer_database_is_refused_and_left_alone(make_package: PackageMaker, tmp_path: Path) -> None:
    folder = make_package()
    path = load_package(folder, tmp_path / "x.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    before = path.read_bytes()
    hub = Hub()
    with pytest.raises(StoreError, match="newer Sayso"):
        hub.attach(path)
    hub.close()
    with pytest.raises(StoreError, match="newer Sayso"):
        load_package(folder, path)
    assert path.read_bytes() == before


def test_views_follow_the_app_without_a_rebuild(make_package: PackageMaker, tmp_path: Path) -> None:
    path = load_package(make_package([("ann", "tax", 1, "2024")]), tmp_path / "x.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'views'; DROP VIEW statements_read")
    hub = Hub()
    assert hub.attach(path).rows("SELECT stance FROM statements_read") == [(1,)]
    hub.close()


def test_an_up_to_date_file_is_not_written_to(make_package: PackageMaker, tmp_path: Path) -> None:
    path = load_package(make_package(), tmp_path / "x.duckdb")
    before = path.read_bytes()
    hub = Hub()
    hub.attach(path)
    hub.close()
    assert path.read_bytes() == before


def test_files_are_written_for_both_duckdb_versions(make_package: PackageMaker, tmp_path: Path) -> None:
    path = load_package(make_package(), tmp_path / "x.duckdb")
    assert "v1.2.0" in STORAGE
    with duckdb.connect(str(path), read_only=True) as connection:
        tags = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'x'").fetchall()[
            0
        ][0]
    assert tags["storage_version"].startswith("v1.2")


def test_field_types_of_the_package_follow_the_schema(make_dataset: DatasetMaker) -> None:
    from sayso.store.export import read_tables

    described = {table.name: describe(table) for table in read_tables(make_dataset())}
    fields = {field["name"]: field for field in described["statements"]["schema"]["fields"]}
    assert fields["stance"]["type"] == "integer"
    assert fields["basis"]["constraints"] == {"required": True, "enum": ["words", "act", "inferred"]}
    assert described["statements"]["schema"]["primaryKey"] == ["statement_id"]
