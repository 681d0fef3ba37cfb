"""The log replayed against the tables, cell by cell, by nothing but what the log says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sayso.store.catalog import OVERLAY_TABLES
from sayso.store.changes import tables
from sayso.store.database import Database
from sayso.store.hub import Hub
from sayso.store.replay import differences

UNDECIDED = ("proposed", "unverified")
MARKS = ("searched", "reviewed", "attached")
Cells = dict[str, Any]


def log_matches_tables(file: Path) -> list[str]:
    """Every cell in which the file's tables differ from what its own log says, in words."""
    hub = Hub()
    try:
        return differing(hub.attach(file))
    finally:
        hub.close()


def differing(database: Database) -> list[str]:
    """`log_matches_tables` of a dataset that is open: what Sayso's own check finds, and what a replay of our own does."""
    with database.cursor() as cursor:
        told = [str(each) for each in differences(cursor)]
    return told or _differing(database)


def _differing(database: Database) -> list[str]:
    wrong = []
    for (table, key), cells in _replayed(database).items():
        now = _now(database, table, json.loads(key))
        if (now is None) != (cells is None):
            wrong.append(f"{table} {key}: {'gone' if now is None else 'there'}, by the log it is not")
            continue
        for name, value in (cells or {}).items():
            if now is not None and name in now and now[name] != value:
                wrong.append(f"{table} {key} {name}: {now[name]!r}, by the log {value!r}")
    return sorted(wrong)


def _replayed(database: Database) -> dict[tuple[str, str], Cells | None]:
    """The cells that the log speaks of as it leaves them; None for a row that is gone."""
    expected: dict[tuple[str, str], Cells | None] = {}
    rows = database.rows(
        "SELECT table_name, row_id, action::VARCHAR, before::VARCHAR, after::VARCHAR FROM changes_made"
        " WHERE sequence > coalesce((SELECT value::INTEGER FROM meta WHERE key = 'package_sequence'), 0)"
        " ORDER BY sequence, revision_id"
    )
    for table, row_id, action, before, after in rows:
        if action == "searched":  # what nobody had decided on was replaced, and the log does not say by what
            expected = {
                place: cells for place, cells in expected.items() if not _is_replaced(place, cells, row_id)
            }
        if action in MARKS or table in OVERLAY_TABLES:
            continue
        old, new = (json.loads(text) if text else None for text in (before, after))
        names = tables()[table].key
        cells: Cells = {}
        if old is not None:
            cells = expected.pop((table, _key(names, old)), None) or {}
            expected[table, _key(names, old)] = None
        if new is not None:
            expected[table, _key(names, new)] = cells | new
    return expected


def _is_replaced(place: tuple[str, str], cells: Cells | None, article_id: str) -> bool:
    table, key = place
    if table != "proposals" or not json.loads(key)["proposal_id"].startswith(f"{article_id}."):
        return False
    return cells is None or cells.get("status", "proposed") in UNDECIDED


def _key(names: tuple[str, ...], row: Cells) -> str:
    return json.dumps({name: row.get(name) for name in names}, ensure_ascii=False)


def _now(database: Database, table: str, key: Cells) -> Cells | None:
    where = " AND ".join(f'"{name}" IS NOT DISTINCT FROM ?' for name in key)
    with database.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE {where}", [*key.values()])
        names = [column[0] for column in cursor.description or ()]
        row = cursor.fetchone()
    if row is None:
        return None
    plain = json.loads(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str))
    return plain if isinstance(plain, dict) else None
