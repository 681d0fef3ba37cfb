"""Finds put in and taken out without a line in the log for each: the run that found them is what the log tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.store.changes import Change

_INSERT = """
    INSERT OR IGNORE INTO proposals
        (proposal_id, article_id, parent_id, kind, found, start, coder, rule, confidence, status, row_id)
    SELECT
        unnest($proposal_id::VARCHAR[]), unnest($article_id::VARCHAR[]), unnest($parent_id::VARCHAR[]),
        unnest($kind::proposal_kind[]), unnest($found::JSON[]), unnest($start::INTEGER[]), unnest($coder::VARCHAR[]),
        unnest($rule::VARCHAR[]), unnest($confidence::DOUBLE[]), unnest($status::row_status[]), unnest($row_id::VARCHAR[])
"""


def insert_proposals(change: Change, rows: Sequence[Mapping[str, Any]]) -> None:
    """Store proposals; one that is there already is left alone. One statement, as each costs more than its rows."""
    if rows:
        change.rows(_INSERT, {name: [row[name] for row in rows] for name in rows[0]})


def remove_proposals(change: Change, ids: Sequence[str]) -> None:
    """Take proposals out."""
    if ids:
        change.rows("DELETE FROM proposals WHERE proposal_id IN (SELECT unnest(?::VARCHAR[]))", [list(ids)])
