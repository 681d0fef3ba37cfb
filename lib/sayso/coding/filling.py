"""Rows made from another program's file become those of an open dataset that holds none yet: one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.coding.packaging import Tables, write_whole
from sayso.errors import CodingError
from sayso.model.wording import counted
from sayso.store.changes import change, tables
from sayso.store.database import Database
from sayso.store.inventory import row_counts
from sayso.store.many import insert_many
from sayso.store.reader import Reader
from sayso.store.scratch import scratch_folder
from sayso.store.text_check import canonical, sha256

TITLE = "Importing into the open dataset"


def is_empty(reader: Reader) -> bool:
    """Whether the dataset holds nothing yet that a person made or read."""
    return not any(count for table, count in row_counts(reader).items() if table != "revisions")


def fill(database: Database, by: str, source: str, made: Tables, next_step: str) -> None:
    """Put the rows `made` of the file `source` into `database`, in one change that can be undone.

    Every rule of a data package is checked first. Raises IntakeError if the rows break one, CodingError if the
    dataset is not empty, StoreError if it is open for reading only; then nothing was changed.
    """
    with scratch_folder() as place:
        write_whole(TITLE, source, place / "checked.duckdb", {"title": source}, made, next_step)
    note = f"{source} imported: {counted(len(made.get('statements', ())), 'statement')}"
    with change(database, by, note=note) as changed:
        if not is_empty(changed):
            raise CodingError(
                TITLE,
                f"{database.title} holds something by now. Nothing was changed.",
                "Make a new dataset of it.",
            )
        for table in tables():
            if made.get(table):
                insert_many(changed, table, [_plain(table, row) for row in made[table]])


def _plain(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if value not in (None, "")}
    if kept.get("spans"):
        kept["spans"] = [list(span) for span in kept["spans"]]
    if table == "articles" and kept.get("text"):
        kept |= {"text": canonical(kept["text"]), "text_sha256": sha256(kept["text"])}
    return kept
