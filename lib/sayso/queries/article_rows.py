"""Single articles as those who code need them: their texts, days and rights."""

from __future__ import annotations

from datetime import date
from typing import Any

from sayso.store.reader import Reader


def holding(reader: Reader, digest: str) -> tuple[str, str] | None:
    """The article that holds the text with this SHA-256: article_id and title."""
    return _first(
        reader,
        "SELECT article_id, title FROM articles WHERE text_sha256 = ? AND text IS NOT NULL ORDER BY article_id LIMIT 1",
        digest,
    )


def coded_from(reader: Reader, digest: str) -> tuple[str, str] | None:
    """An article that was coded from the text with this SHA-256, whether that is here or not."""
    return _first(
        reader,
        "SELECT article_id, title FROM articles WHERE text_sha256 = ? ORDER BY article_id LIMIT 1",
        digest,
    )


def with_text(reader: Reader) -> list[str]:
    """The articles whose text is here."""
    rows = reader.rows("SELECT article_id FROM articles WHERE text IS NOT NULL ORDER BY 1")
    return [str(key) for (key,) in rows]


def text(reader: Reader, article_id: str) -> str | None:
    """An article's text; None if it or the article is not here."""
    rows = reader.rows("SELECT text FROM articles WHERE article_id = ?", [article_id])
    return rows[0][0] if rows else None


def texts(reader: Reader, ids: list[str]) -> list[tuple[str, str]]:
    """The texts of these articles, with their ids."""
    rows = reader.rows(
        "SELECT article_id, text FROM articles WHERE article_id IN (SELECT unnest($1::VARCHAR[])) ORDER BY 1",
        [ids],
    )
    return [(key, words) for key, words in rows]


def to_search(reader: Reader, article_id: str) -> tuple[str | None, str | None, str] | None:
    """An article's text, day of publication (EDTF) and title; None if there is no such article."""
    rows = reader.rows("SELECT text, published_on, title FROM articles WHERE article_id = ?", [article_id])
    return (rows[0][0], rows[0][1], rows[0][2]) if rows else None


def rights(reader: Reader, article_id: str) -> list[str]:
    """What readers may get of an article."""
    rights_: list[str] = reader.rows(
        "SELECT rights::VARCHAR[] FROM articles WHERE article_id = ?", [article_id]
    )[0][0]
    return rights_


def language(reader: Reader, article_id: str) -> str | None:
    """The language of an article."""
    code: str | None = reader.rows("SELECT language FROM articles WHERE article_id = ?", [article_id])[0][0]
    return code


def last_day(reader: Reader, article_id: str) -> date:
    """The last day on which an article can have been published, else the day it was added, else today."""
    day: date = reader.rows(
        "SELECT coalesce(published.date_high, published.date_low, accessed.date_high, current_date)"
        " FROM articles LEFT JOIN dates AS published ON published.edtf = published_on"
        " LEFT JOIN dates AS accessed ON accessed.edtf = accessed_on WHERE article_id = ?",
        [article_id],
    )[0][0]
    return day


def as_original(reader: Reader, article_id: str) -> tuple[str, str | None, str | None, bool] | None:
    """What an article counts as (an article_id), its day and text, and whether others are copies of it."""
    rows = reader.rows(
        "SELECT coalesce(duplicate_of, article_id), published_on, text,"
        " EXISTS (SELECT 1 FROM articles AS copy WHERE copy.duplicate_of = near.article_id)"
        " FROM articles AS near WHERE article_id = ?",
        [article_id],
    )
    return (rows[0][0], rows[0][1], rows[0][2], rows[0][3]) if rows else None


def n_counting(reader: Reader, article_id: str) -> int:
    """How many counting statements an article has."""
    rows = reader.rows("SELECT count(*) FROM statements_read WHERE counts AND article_id = ?", [article_id])
    return int(rows[0][0])


def _first(reader: Reader, sql: str, *params: Any) -> tuple[str, str] | None:
    rows = reader.rows(sql, list(params))
    return (rows[0][0], rows[0][1]) if rows else None
