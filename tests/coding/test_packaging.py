"""A new dataset is swapped in under the one lock of its file."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event, Thread

import pytest

from sayso.coding.adding import Confirmed, add_article
from sayso.coding.filling import fill
from sayso.coding.packaging import write_whole
from sayso.errors import CodingError, IntakeError
from sayso.store import new
from sayso.store.hub import Hub
from sayso.store.new import create_dataset
from tests.coding.races import meanwhile
from tests.ingest.reading import made as texts

WIRE = Confirmed("Council wants quay sale put off", texts.LONG, "Varia Press", "2021-07-24", "stated", "en")


def test_a_file_that_came_there_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another is making the same file: it has the lock, and is waited for."""
    target = tmp_path / "new.duckdb"
    is_begun, refusals = Event(), []

    def slow(path: Path, title: str, name: str) -> None:
        is_begun.set()
        time.sleep(0.5)
        build(path, title, name)

    def write() -> None:
        is_begun.wait()
        try:
            write_whole("Importing", "file.dna", target, {"title": "Mine"}, {}, "Again.")
        except IntakeError as error:
            refusals.append(error.message)

    build = new._build
    second = Thread(target=write)
    second.start()
    with monkeypatch.context() as patch:
        patch.setattr(new, "_build", slow)
        create_dataset(target, "Somebody else's")
    second.join()
    assert len(refusals) == 1 and "is there already" in refusals[0]
    hub = Hub()
    assert hub.attach(target).title == "Somebody else's"
    hub.close()
    assert [path.name for path in tmp_path.iterdir()] == ["new.duckdb"]


def test_a_dataset_is_filled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = Hub()
    empty = hub.attach(create_dataset(tmp_path / "empty.duckdb"))
    rows = {"actors": [{"actor_id": "ann", "name": "Ann", "kind": "person"}]}
    meanwhile(monkeypatch, lambda: add_article(empty, "lee", WIRE))
    with pytest.raises(CodingError, match="holds something by now"):
        fill(empty, "kim", "file.dna", rows, "Again.")
    assert empty.rows("SELECT count(*) FROM actors") == [(0,)]
    hub.close()
