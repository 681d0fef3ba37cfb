"""The whole dataset, as an import of a coded table compares itself with it."""

from __future__ import annotations

from typing import Any

from sayso.store.reader import Reader

Row = tuple[Any, ...]


def issue_names(reader: Reader) -> list[tuple[str | None, str]]:
    """Every short name, proposition and id of an issue, with its issue_id."""
    rows = reader.rows(
        "SELECT short_name, issue_id FROM issues UNION ALL SELECT proposition, issue_id FROM issues"
        " UNION ALL SELECT issue_id, issue_id FROM issues"
    )
    return [(name, key) for name, key in rows]


def outlet_names(reader: Reader) -> list[tuple[str | None, str]]:
    """Every name and id of an outlet, with its outlet_id."""
    rows = reader.rows(
        "SELECT name, outlet_id FROM outlets UNION ALL SELECT outlet_id, outlet_id FROM outlets"
    )
    return [(name, key) for name, key in rows]


def issues(reader: Reader) -> list[Row]:
    """Issues in reading order: issue_id, keywords, proposition, supports_means, opposes_means."""
    return reader.rows(
        "SELECT issue_id, coalesce(keywords, []), proposition, supports_means, opposes_means"
        " FROM issues ORDER BY sort, issue_id"
    )


def articles(reader: Reader) -> list[Row]:
    """Articles: article_id, outlet_id, title, url, published_on, language, whether the text is here."""
    return reader.rows(
        "SELECT article_id, outlet_id, title, url, published_on, language, text IS NOT NULL FROM articles"
        " ORDER BY article_id"
    )


def quotes(reader: Reader) -> list[Row]:
    """Quotes: quote_id, article_id, speaker_id, text."""
    return reader.rows("SELECT quote_id, article_id, speaker_id, text FROM quotes ORDER BY quote_id")


def statements(reader: Reader) -> list[Row]:
    """Statements on quotes: quote_id, actor_id, issue_id, coder, stance."""
    return reader.rows(
        "SELECT quote_id, actor_id, issue_id, coder, stance FROM statements WHERE quote_id IS NOT NULL"
    )
