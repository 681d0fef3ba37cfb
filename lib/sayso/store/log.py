"""What a change did, written into `revisions`: undo and history come from there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from duckdb import DuckDBPyConnection

if TYPE_CHECKING:
    from sayso.store.changes import Change

AT_ONCE = 2_000  # rows bound to one command


def write_log(cursor: DuckDBPyConnection, made: Change, note: str | None) -> None:
    """Log every operation of `made`, in order."""
    at = datetime.now(UTC).replace(tzinfo=None)
    digits = max(4, len(str(len(made.operations))))  # so that ids sort as numbers do
    for start in range(0, len(made.operations), AT_ONCE):
        part = made.operations[start : start + AT_ONCE]
        cursor.execute(
            "INSERT INTO revisions SELECT unnest($1::VARCHAR[]), unnest($2::VARCHAR[]), unnest($3::VARCHAR[]),"
            " unnest($4::VARCHAR[])::revision_action, $5, $6, unnest($7::VARCHAR[])::JSON, unnest($8::VARCHAR[])::JSON, $9",
            [
                [f"{made.id}.{start + place:0{digits}d}" for place in range(len(part))],
                [done.table for done in part], [done.row_id for done in part], [done.action for done in part],
                made.by, at, [_json(done.before) for done in part], [_json(done.after) for done in part], note,
            ],
        )  # fmt: skip


def _json(values: Mapping[str, Any] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, default=str)
