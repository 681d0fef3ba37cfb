"""After lock-down no query reaches outside the datasets; threads do not disturb each other."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from sayso.store import connection as connection_module
from sayso.store.datasets import open_datasets
from sayso.store.hub import Hub
from tests.conftest import DatasetMaker, PackageMaker
from tests.tiny import say


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{folder}/actors.csv')",
        "SELECT * FROM '{folder}/actors.csv'",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM glob('/*')",
        "COPY actors TO '{folder}/stolen.csv'",
        "EXPORT DATABASE '{folder}/stolen'",
        "ATTACH '{folder}/other.duckdb' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '1MB'",
        "RESET lock_configuration",
        "SELECT * FROM frame_in_python",
    ],
)
def test_lock_down_refuses(sql: str, make_package: PackageMaker) -> None:
    folder = make_package([("ann", "tax", 1, "2024")])
    hub = open_datasets(folder)
    frame_in_python = pd.DataFrame({"secret": [1]})
    with pytest.raises(duckdb.Error):
        hub.databases["tiny"].rows(sql.format(folder=folder))
    assert len(frame_in_python) == 1
    assert not (folder / "stolen.csv").exists() and not (folder / "other.duckdb").exists()
    hub.close()


def test_a_locked_down_database_can_still_be_changed_and_is_kept(make_package: PackageMaker) -> None:
    folder = make_package([("ann", "tax", 1, "2024")])
    hub = open_datasets(folder)
    database = hub.databases["tiny"]
    before = database.state
    with database.transaction() as cursor:
        cursor.execute("UPDATE issues SET short_name = 'Levy'")
    assert database.state != before
    hub.close()
    again = open_datasets(folder)
    assert again.databases["tiny"].rows("SELECT short_name FROM issues") == [("Levy",)]
    again.close()


def test_a_failed_change_leaves_nothing_and_no_transaction_open(make_dataset: DatasetMaker) -> None:
    database = make_dataset([("ann", "tax", 1, "2024")])
    before = database.state
    with pytest.raises(ZeroDivisionError), database.transaction() as cursor:
        cursor.execute("UPDATE issues SET short_name = 'Levy'")
        raise ZeroDivisionError
    assert database.rows("SELECT short_name FROM issues") == [("Tax",)] and database.state == before
    with database.transaction() as cursor:
        cursor.execute("UPDATE issues SET short_name = 'Duty'")
    assert database.rows("SELECT short_name FROM issues") == [("Duty",)]


def test_eight_threads_get_their_own_answers(make_package: PackageMaker, tmp_path: Path) -> None:
    hub = Hub()
    for name in ("one", "two"):
        stance = 1 if name == "one" else -1
        said = [say(f"actor{n}", "tax", stance, "2024") for n in range(40)]
        hub.load_into_memory(make_package(said, name=name), name, "")

    def ask(number: int) -> bool:
        name, stance = ("one", 1) if number % 2 else ("two", -1)
        actor = f"actor{number % 40}"
        query = "SELECT actor_id, stance FROM statements WHERE actor_id = $actor"
        as_rows = hub.databases[name].rows(query, {"actor": actor})
        as_frame = hub.databases[name].frame(query, {"actor": actor})
        return as_rows == [(actor, stance)] and as_frame.to_numpy().tolist() == [[actor, stance]]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(480)))
    hub.close()


def test_eight_threads_change_one_dataset(make_dataset: DatasetMaker) -> None:
    database = make_dataset([("ann", "tax", 1, "2024")])

    def add(_: int) -> None:
        with database.transaction() as cursor:
            cursor.execute("UPDATE issues SET sort = sort + 1")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(80)))
    assert database.rows("SELECT sort FROM issues") == [(81,)] and database.state[1] == 80


def test_hostile_values_are_bound_and_never_run(make_dataset: DatasetMaker) -> None:
    database = make_dataset([("ann", "tax", 1, "2024")])
    for value in ("'; DROP TABLE quotes; --", '"', "\\", "%", "$actor", "\0", "\u202e"):
        assert database.rows("SELECT ? FROM quotes WHERE text <> ?", [value, value]) == [(value,)]


def test_small_data_take_one_thread_and_large_data_what_the_machine_has(
    make_package: PackageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def threads() -> int:
        with closing(open_datasets(folder)) as hub:
            return int(hub.databases["tiny"].rows("SELECT current_setting('threads')")[0][0])

    folder = make_package([("ann", "tax", 1, "2024")])
    with duckdb.connect() as connection:
        of_the_machine = connection.execute("SELECT current_setting('threads')").fetchall()[0][0]
    assert threads() == 1
    monkeypatch.setattr(connection_module, "SMALL", 10_000)
    assert threads() == of_the_machine
