"""An empty dataset: all tables, no rows."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import duckdb

from sayso.errors import StoreError
from sayso.model.slugs import slug
from sayso.store import schema
from sayso.store.building import building
from sayso.store.connection import STORAGE, attach, connect
from sayso.store.database import in_transaction
from sayso.store.load import META_CHANGES, META_DESCRIPTOR, META_DIGEST, META_NAME
from sayso.store.locking import FileLock, NotWritableError

SUFFIX = ".duckdb"
TITLE = "Starting a dataset"


def create_dataset(target: Path, title: str = "") -> Path:
    """Write `target`, a dataset without rows, called `title` (default: as its file).

    Raises StoreError if the file is there already, is not called .duckdb, or cannot be written.
    """
    if target.suffix != SUFFIX:
        raise StoreError(
            TITLE,
            f"{target.name} does not end in {SUFFIX}. Nothing was written.",
            f"Name it {target.stem}{SUFFIX}.",
        )
    if not target.parent.is_dir():
        raise StoreError(TITLE, f"There is no folder {target.parent}.", "Name one that exists.")
    with FileLock(target):
        if target.exists():
            raise StoreError(
                TITLE, f"{target} is there already. Nothing was changed.", "Choose another name."
            )
        try:
            with building(target) as path:
                _build(path, title.strip() or target.stem, slug(target.stem) or "dataset")
        except (OSError, duckdb.Error) as error:
            raise NotWritableError(target, error) from error
    return target


def _build(path: Path, title: str, name: str) -> None:
    connection = connect(path)
    try:
        attach(connection, path, "built", STORAGE)
        cursor = connection.cursor()
        cursor.execute("USE built")
        with in_transaction(cursor):
            schema.create(cursor)
            for key, value in (
                (META_NAME, name),
                (META_DESCRIPTOR, json.dumps({"title": title}, ensure_ascii=False)),
                (META_DIGEST, uuid4().hex),  # no two datasets that start empty are the same
                (META_CHANGES, "0"),
            ):
                cursor.execute("INSERT INTO meta VALUES (?, ?)", [key, value])
        cursor.execute("USE memory")
        cursor.execute("DETACH built")  # writes everything into the one file
    finally:
        connection.close()
