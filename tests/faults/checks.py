"""Whether a file that a killed process left holds what was acknowledged: once, whole, and able to be undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.errors import SaysoError
from sayso.store.catalog import OVERLAY_TABLES
from sayso.store.changes import Operation
from sayso.store.database import Database
from sayso.store.datasets import open_datasets
from sayso.store.undoing import history, undo
from tests.faults.replaying import MARKS, differing

CHANGES = """
    SELECT change_id, count(*),
        sum(hash(table_name, row_id, action::VARCHAR, changed_by, before::VARCHAR, after::VARCHAR, note)::HUGEINT)::VARCHAR
    FROM changes_made GROUP BY change_id
"""
# What an undo leaves behind on purpose: the log, ids and dates that were used once, texts put aside.
KEPT_BY_UNDO = ("revisions", "dates", "meta")


def changes(database: Database) -> dict[str, list[Any]]:
    """Every change that was made here, by its id: how many rows the log has of it, and their content as a number."""
    return {change: [rows, content] for change, rows, content in database.rows(CHANGES)}


def state(database: Database) -> dict[str, str]:
    """Every table's content as a number."""
    names = [
        name
        for (name,) in database.rows(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary ORDER BY 1"
        )
    ]
    return {
        name: "{}.{}".format(
            *database.rows(f'SELECT count(*), sum(hash(t)::HUGEINT)::VARCHAR FROM "{name}" AS t')[0]
        )
        for name in names
    }


def look(file: Path, acknowledged: dict[str, list[Any]]) -> dict[str, Any]:
    """What a file holds, opened as Sayso opens it: see `Verdict` in `chains`."""
    try:
        hub = open_datasets(file, may_copy=False)
    except SaysoError as error:
        return {"at": "refused", "trouble": str(error)}
    try:
        (database,) = hub.databases.values()
        there = changes(database)
        said: dict[str, Any] = {
            "at": "open",
            "notice": database.notice,
            "state": state(database),
            "lost": [change for change in acknowledged if change not in there],
            "twice": [
                change for change, facts in acknowledged.items() if change in there and there[change] != facts
            ],
            "more": {change: facts for change, facts in there.items() if change not in acknowledged},
            "cells": differing(database),
            "undo": _undone(database),
        }
    finally:
        hub.close()
    said["left"] = leftovers(file)
    return said


def leftovers(file: Path, *known: str) -> list[str]:
    """What lies beside a closed dataset that nobody wants: all but its backups and what is `known`."""
    wanted = {file.name, f"{file.name}.backups", *known}
    beside = [path.name for path in file.parent.iterdir() if path.name not in wanted]
    backups = file.with_name(f"{file.name}.backups")
    named = [path for path in backups.iterdir() if path.name.startswith(".")] if backups.is_dir() else []
    return sorted([*beside, *(f"{backups.name}/{path.name}" for path in named)])


def _undone(database: Database) -> str:
    """ "done", if the latest change can be undone and done again to the same tables; else why not; "" if it is a mark."""
    latest = next(iter(history(database, limit=1)), None)
    if latest is None or not any(_is_undoable(each) for each in latest.operations):
        return ""
    before = _compared(state(database))
    try:
        undo(database, latest.by, latest)
        (undone,) = history(database, limit=1)
        undo(database, latest.by, undone)
    except SaysoError as error:
        return f"refused: {error.message}"
    after = _compared(state(database))
    differs = [name for name in before if before[name] != after[name]]
    return f"done, but {', '.join(differs)} came back different" if differs else "done"


def _is_undoable(operation: Operation) -> bool:
    return operation.action not in MARKS and operation.table not in OVERLAY_TABLES


def _compared(tables: dict[str, str]) -> dict[str, str]:
    return {
        name: content
        for name, content in tables.items()
        if name not in KEPT_BY_UNDO and not name.endswith("_ids")
    }
