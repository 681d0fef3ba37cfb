"""Datasets closed for good are not opened again by a late visitor."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.reports import datasets
from sayso.store.new import create_dataset


def test_after_closing_nothing_is_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closing.duckdb"
    create_dataset(path, "Closing")
    monkeypatch.setenv("SAYSO_DATA", str(path))
    monkeypatch.setattr(datasets, "_is_closed", False)
    monkeypatch.setattr(datasets, "_hubs", {})  # other tests' datasets stay open
    hub = datasets.hub()
    assert [database.title for database in hub.databases.values()] == ["Closing"]
    datasets.close()
    assert not hub.databases
    datasets.close()  # once more at exit
    with pytest.raises(StoreError, match="Sayso is stopping"):
        datasets.hub()
    assert not path.with_name("closing.duckdb.wal").exists()
