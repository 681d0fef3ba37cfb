"""Fixtures for every room: tiny datasets in real DuckDB.

    make_dataset([("ann", "tax", +2, "2024-01-03"), say("bob", "tax", -1, "2024-02", status="proposed")])

See `tiny.tables` for articles, factions and further rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import bytecode  # noqa: F401 (before what it makes cheap)

# isort: split
from sayso.model.scope import Scope
from sayso.store.hub import Database
from tests import quick, tiny

REPOSITORY = Path(__file__).resolve().parents[1]
PackageMaker = Callable[..., Path]
DatasetMaker = Callable[..., Database]
ScopeMaker = Callable[..., Scope]


@pytest.fixture
def make_package(tmp_path: Path) -> PackageMaker:
    """`make_package(statements, …, name="tiny")` writes a data package and returns its folder."""

    def make(statements: Any = (), *, name: str = "tiny", descriptor: Any = None, **tables: Any) -> Path:
        return tiny.write_package(tmp_path / name, tiny.tables(statements, **tables), **(descriptor or {}))

    return make


@pytest.fixture
def make_dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DatasetMaker]:
    """`make_dataset(statements, …)` opens a dataset of such rows; arguments as for `tiny.tables`."""
    made: list[Database] = []

    def make(statements: Any = (), *, name: str = "tiny", **tables: Any) -> Database:
        folder = tmp_path_factory.mktemp("quick")
        made.append(quick.dataset(folder / f"{name}.duckdb", name, tiny.tables(statements, **tables)))
        return made[-1]

    yield make
    for database in made:
        database.close()


@pytest.fixture
def scope() -> ScopeMaker:
    """`scope(as_of="2024-06-30", actors=("ann",))`: everything up to the last day unless told otherwise."""

    def make(as_of: str = "9999-12-31", **filters: Any) -> Scope:
        return Scope("tiny", date.fromisoformat(as_of), **filters)

    return make


@pytest.fixture
def shipped() -> Path:
    """The folder of the dataset that ships."""
    return REPOSITORY / "data" / "iraq-us-troops-2021"


@pytest.fixture
def article_text() -> str:
    """The text that the shipped dataset was coded from; it is not in the repository (DESIGN §9)."""
    path = REPOSITORY.parent / "shared" / "article.txt"
    if not path.is_file():
        pytest.skip(f"the article's text is its publisher's and not shipped: no {path}")
    return path.read_text(encoding="utf-8")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes are named by their kind: those of a workbook hold the time, so two workers would name a test differently."""
    return "bytes" if isinstance(val, bytes) else None
