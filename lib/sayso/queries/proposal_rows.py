"""What extractors found, as rows of the table `proposals`, and what became of it."""

from __future__ import annotations

from typing import Any

from sayso.queries.ids import keys
from sayso.store.reader import Reader

Row = dict[str, Any]
COLUMNS = (
    "proposal_id", "article_id", "parent_id", "kind", "found", "start", "coder", "rule", "confidence", "status", "row_id",
)  # fmt: skip
_ALL = (
    "SELECT proposal_id, article_id, parent_id, kind::VARCHAR, found::VARCHAR, start, coder, rule, confidence,"
    " status::VARCHAR, row_id FROM proposals "
)
_IN_ORDER = " ORDER BY article_id, start, proposal_id"


def of_article(reader: Reader, article_id: str) -> list[Row]:
    """All proposals of an article, in the order of reading; `found` is JSON."""
    return _rows(reader, _ALL + "WHERE article_id = ?" + _IN_ORDER, [article_id])


def of_status(reader: Reader, status: str) -> list[Row]:
    """All proposals of a status, article by article in the order of reading, but for articles that are gone."""
    where = "WHERE status = ? AND article_id IN (SELECT article_id FROM articles)"
    return _rows(reader, _ALL + where + _IN_ORDER, [status])


def one(reader: Reader, proposal_id: str) -> Row | None:
    """One proposal."""
    return next(iter(_rows(reader, _ALL + "WHERE proposal_id = ?", [proposal_id])), None)


def children(reader: Reader, proposal_id: str) -> list[str]:
    """The proposals that go with one: the statements of a quote."""
    return keys(reader, "SELECT proposal_id FROM proposals WHERE parent_id = ? ORDER BY 1", [proposal_id])


def stances_waiting(reader: Reader, proposal_id: str) -> set[tuple[str, int, str | None]]:
    """The stances that are proposed on a proposed quote: issue_id, stance, condition."""
    rows = reader.rows(
        "SELECT found->>'issue_id', (found->>'stance')::INTEGER, found->>'condition' FROM proposals"
        " WHERE parent_id = ? AND kind = 'statement' AND status = 'proposed'",
        [proposal_id],
    )
    return {(issue, stance, condition) for issue, stance, condition in rows}


def naming(reader: Reader, words: str) -> list[tuple[str, str]]:
    """The proposals whose JSON holds `words`: proposal_id and the JSON."""
    rows = reader.rows(
        "SELECT proposal_id, found::VARCHAR FROM proposals WHERE contains(found::VARCHAR, ?) ORDER BY proposal_id",
        [words],
    )
    return [(key, found) for key, found in rows]


def of_actor(reader: Reader, actor_id: str) -> list[str]:
    """The proposals from which an actor was made."""
    return keys(
        reader,
        "SELECT proposal_id FROM proposals WHERE kind = 'actor' AND row_id = ? ORDER BY proposal_id",
        [actor_id],
    )


def of_event(reader: Reader, event_id: str, article_id: str) -> list[str]:
    """An article's proposals that were accepted as an event."""
    return keys(
        reader,
        "SELECT proposal_id FROM proposals WHERE kind = 'event' AND row_id = ? AND article_id = ?",
        [event_id, article_id],
    )


def row_id(reader: Reader, proposal_id: str) -> str | None:
    """The row that a proposal became; None while it is none."""
    rows = reader.rows("SELECT row_id FROM proposals WHERE proposal_id = ?", [proposal_id])
    return rows[0][0] if rows else None


def last_changed_by(reader: Reader, table: str, key: str) -> str | None:
    """Who changed a row of any table last; None where the log does not say."""
    rows = reader.rows(
        "SELECT changed_by FROM revisions WHERE table_name = ? AND row_id = ?"
        " ORDER BY sequence DESC, revision_id DESC LIMIT 1",
        [table, key],
    )
    return str(rows[0][0]) if rows else None


def decisions(reader: Reader, proposal_id: str) -> list[tuple[str, str]]:
    """Who decided on a proposal and how, the latest first."""
    rows = reader.rows(
        "SELECT changed_by, action::VARCHAR FROM revisions WHERE table_name = 'proposals' AND row_id = ?"
        " ORDER BY sequence DESC, revision_id DESC",
        [proposal_id],
    )
    return [(str(by), str(action)) for by, action in rows]


def _rows(reader: Reader, sql: str, params: list[Any]) -> list[Row]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in reader.rows(sql, params)]
