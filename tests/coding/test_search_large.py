"""A search reads what it needs of a dataset, however much was accepted in it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.coding.finding import find_in
from sayso.store.changes import Change
from sayso.store.database import Database, Params
from sayso.store.hub import Hub
from tests.bench.generated import generated

MANY, FEW = 10_000, 100


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Database]]:
    folder, hub = tmp_path_factory.mktemp("sizes"), Hub()
    databases = {n: hub.attach(generated(folder / f"of-{n}.duckdb", n)) for n in (FEW, MANY)}
    for database in databases.values():
        find_in(database, "gazette-1")  # word lists are read once
    yield databases
    hub.close()


def test_no_question_of_a_search_returns_rows_in_proportion_to_the_statements(
    sizes: dict[int, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    returned: list[tuple[int, str]] = []
    ask = Database.rows, Change.rows

    def counted(which: int) -> Any:
        def rows(self: Any, sql: str, params: Params | None = None) -> list[tuple[Any, ...]]:
            found = ask[which](self, sql, params)
            returned.append((len(found), sql))
            return found

        return rows

    monkeypatch.setattr(Database, "rows", counted(0))
    monkeypatch.setattr(Change, "rows", counted(1))
    find_in(sizes[MANY], "gazette-1")
    assert returned and max(returned)[0] <= MANY // 50, max(returned)  # its actors, of whom there are so many


def test_memory_of_a_search_does_not_grow_with_the_statements(sizes: dict[int, Database]) -> None:
    peaks = {}
    for n, database in sizes.items():
        tracemalloc.start()
        find_in(database, "gazette-1")
        peaks[n] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peaks[MANY] < 3 * peaks[FEW], peaks


def test_the_large_dataset_is_what_it_says(sizes: dict[int, Database]) -> None:
    assert sizes[MANY].rows("SELECT count(*) FROM statements_read WHERE counts") == [(MANY,)]
    assert Path(str(sizes[MANY].path)).is_file()
