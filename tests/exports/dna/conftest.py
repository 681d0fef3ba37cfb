"""A whole database of DNA that became a dataset, and what is written of it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sayso.coding.import_dna import import_dna
from sayso.exports import dna
from sayso.ingest.dna.choices import Asked
from sayso.store.hub import Database, Hub
from tests.bench.dna_there_and_back import dna_tables
from tests.dna_file import write_whole

QUOTE = {
    "quote_id": "q-new", "article_id": "document-00003", "speaker_id": "ann", "kind": "direct", "text": "🚢 agreed",
    "spans": [[25, 33]], "stated_on": "2005-01-17", "stated_on_basis": "inferred", "status": "accepted", "coder": "Zoë",
}  # fmt: skip
STATEMENT = {
    "statement_id": "s-new", "quote_id": "q-new", "actor_id": "epa", "issue_id": "war", "stance": -1, "basis": "words",
    "status": "accepted", "coder": "Zoë",
}  # fmt: skip


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole database of DNA, and beside it the dataset that came of it."""
    path = write_whole(tmp_path_factory.mktemp("dna") / "a.dna")
    import_dna(path, path.with_suffix(".duckdb"), Asked(unit="organization"))
    return path


@pytest.fixture
def whole(imported: Path, tmp_path: Path) -> Iterator[tuple[Path, Database]]:
    """A copy of both, open."""
    path = Path(shutil.copy(imported, tmp_path))
    hub = Hub()
    yield path, hub.attach(Path(shutil.copy(imported.with_suffix(".duckdb"), tmp_path)))
    hub.close()


def exported(database: Database, path: Path, **how: Any) -> tuple[dict[str, list[Any]], tuple[str, ...]]:
    """What stands in the file that is written, by table and without the CREATE commands; and what is told."""
    target = path.with_name("back.dna")
    done = dna.write(database, target, "word", **{"own_texts": True, **how})
    with closing(sqlite3.connect(target)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    return {name: rows[1:] for name, rows in dna_tables(target).items()}, done.told
