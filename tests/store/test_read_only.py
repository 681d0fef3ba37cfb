"""A hosted copy, which visitors cannot change."""

from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store.datasets import READ_ONLY, open_datasets
from sayso.store.texts import attach_text
from tests.conftest import PackageMaker


def test_nothing_can_be_attached(make_package: PackageMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(READ_ONLY, "1")
    folder: Path = make_package([("ann", "tax", 1, "2024")])
    hub = open_datasets(folder)
    try:
        database = hub.databases[folder.name]
        with pytest.raises(StoreError, match="reading only"):
            attach_text(database, "a1", "Some text that is long enough to hold every offset." * 20)
        assert database.rows("SELECT text FROM articles") == [(None,)]
    finally:
        hub.close()
