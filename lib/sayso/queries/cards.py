"""What is coded from one article, as the review's cards show it."""

from __future__ import annotations

from typing import Any

from sayso.store.reader import Reader

Row = tuple[Any, ...]


def quotes(reader: Reader, article_id: str) -> list[Row]:
    """Quotes in the order of reading: quote_id, speaker_id, kind, spans, cue, stated_on and its basis, credibility, status, coder."""
    return reader.rows(
        "SELECT quote_id, speaker_id, kind::VARCHAR, spans, cue, stated_on, stated_on_basis::VARCHAR, credibility,"
        " status::VARCHAR, coder FROM quotes WHERE article_id = ? ORDER BY spans[1][1], quote_id",
        [article_id],
    )


def statements(reader: Reader, article_id: str) -> list[Row]:
    """Where speakers stand, on their quotes: quote_id, statement_id, issue_id, stance, condition."""
    return reader.rows(
        "SELECT statements.quote_id, statement_id, issue_id, stance, condition FROM statements"
        " JOIN quotes USING (quote_id) WHERE article_id = ? AND statements.status IN ('accepted', 'edited')"
        " AND actor_id = speaker_id ORDER BY statement_id",
        [article_id],
    )


def acts(reader: Reader, article_id: str) -> list[Row]:
    """Stances that rest on events alone: event_id, statement_id, actor_id, issue_id, stance, condition."""
    return reader.rows(
        "SELECT event_id, statement_id, actor_id, issue_id, stance, condition FROM statements"
        " WHERE quote_id IS NULL AND status IN ('accepted', 'edited')"
        " AND event_id IN (SELECT event_id FROM reports WHERE article_id = ?) ORDER BY statement_id",
        [article_id],
    )


def events(reader: Reader, article_id: str) -> list[Row]:
    """Events that an article reports: event_id, title, kind, modality, day and its basis, place, spans, credibility."""
    return reader.rows(
        "SELECT event_id, title, kind::VARCHAR, modality::VARCHAR, happened_on, happened_on_basis::VARCHAR, place,"
        " spans, credibility FROM reports JOIN events USING (event_id) WHERE article_id = ? ORDER BY event_id",
        [article_id],
    )


def participants(reader: Reader, article_id: str) -> list[Row]:
    """Who took part in those events: event_id, actor_id, role; initiators first."""
    return reader.rows(
        "SELECT event_id, actor_id, role FROM event_actors JOIN reports USING (event_id) WHERE article_id = ?"
        " ORDER BY event_id, list_position(['initiator', 'target'], role) NULLS LAST, actor_id, role",
        [article_id],
    )
