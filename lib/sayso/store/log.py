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


def write_log(cursor: DuckDBPyConnection, change: Change, note: str | None) -> None:
    """Log every operation of `change`, in order, after all that was logged before, whatever the clock says.

    A change that did nothing is not logged.
    """
    if not change.operations:
        return
    at = datetime.now(UTC).replace(tzinfo=None)
    sequence = cursor.execute("SELECT coalesce(max(sequence), 0) + 1 FROM revisions").fetchall()[0][0]
    digits = max(4, len(str(len(change.operations))))  # so that ids sort as numbers do
    for start in range(0, len(change.operations), AT_ONCE):
        part = change.operations[start : start + AT_ONCE]
        cursor.execute(
            "INSERT INTO revisions"
            " (revision_id, table_name, row_id, action, changed_by, changed_at, before, after, note, sequence, undoes)"
            " SELECT unnest($1::VARCHAR[]), unnest($2::VARCHAR[]), unnest($3::VARCHAR[]),"
            " unnest($4::VARCHAR[])::revision_action, $5, $6, unnest($7::VARCHAR[])::JSON, unnest($8::VARCHAR[])::JSON,"
            " $9, $10, $11",
            [
                [f"{change.id}.{start + place:0{digits}d}" for place in range(len(part))],
                [done.table for done in part], [done.row_id for done in part], [done.action for done in part],
                change.by, at, [_json(done.before) for done in part], [_json(done.after) for done in part], note,
                sequence, change.undoes,
            ],
        )  # fmt: skip


def number_changes(cursor: DuckDBPyConnection) -> None:
    """Give each change its place in the order, where a package or an older file does not say it.

    What a package's author wrote comes first, then what was done in Sayso, in the order of the clock.
    """
    cursor.execute(
        "UPDATE revisions SET sequence = numbered.place FROM ("
        " SELECT revision_id, (SELECT coalesce(max(sequence), 0) FROM revisions) + dense_rank() OVER ("
        "  ORDER BY change_id IS NOT NULL, coalesce(change_id, strftime(revisions.changed_at, '%Y%m%dT%H%M%S%f')),"
        "  CASE WHEN change_id IS NULL THEN revision_id END) AS place"
        " FROM revisions LEFT JOIN changes_made USING (revision_id) WHERE revisions.sequence IS NULL"
        ") AS numbered WHERE numbered.revision_id = revisions.revision_id"
    )


def _json(values: Mapping[str, Any] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, default=str)
