"""A package with one article whose text a user may attach."""

import hashlib
from pathlib import Path

import pytest

from sayso.store.datasets import open_datasets
from sayso.store.hub import Database, Hub
from sayso.store.texts import attach_text
from tests.conftest import PackageMaker
from tests.tiny import say

TEXT = "Ann said: Words 1."
HASH = hashlib.sha256(TEXT.encode()).hexdigest()
SAID = [say("ann", "tax", 1, "2024-01-03", article="a1")]


@pytest.fixture
def folder(make_package: PackageMaker) -> Path:
    return make_package(SAID, articles={"a1": {"text_sha256": HASH}})


def opened(folder: Path) -> tuple[Hub, Database]:
    hub = open_datasets(folder)
    return hub, next(iter(hub.databases.values()))


def text_after(folder: Path) -> str | None:
    hub, database = opened(folder)
    text: str | None = database.rows("SELECT text FROM articles")[0][0]
    hub.close()
    return text


def attach(folder: Path) -> None:
    hub, database = opened(folder)
    attach_text(database, "a1", TEXT)
    hub.close()
