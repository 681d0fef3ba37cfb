"""The codebook's rows as they stand, whole: what a coder sees and what an edit is held against."""

from __future__ import annotations

from typing import Any

from sayso.model.frames import records
from sayso.store.database import Database

Row = dict[str, Any]


def issues(database: Database) -> list[Row]:
    """Issues in reading order; `n_statements` were coded on each, of any status."""
    return _rows(
        database,
        "SELECT issues.*, (SELECT count(*) FROM statements WHERE statements.issue_id = issues.issue_id)"
        " AS n_statements FROM issues ORDER BY sort, issue_id",
    )


def factions(database: Database) -> list[Row]:
    """Factions by name, with how many actors ever belonged."""
    return _rows(
        database,
        "SELECT factions.*, (SELECT count(DISTINCT actor_id) FROM memberships"
        " WHERE memberships.faction_id = factions.faction_id) AS n_members FROM factions ORDER BY name, faction_id",
    )


def memberships(database: Database) -> list[Row]:
    """Every membership, by faction and start."""
    return _rows(
        database,
        "SELECT memberships.* FROM memberships LEFT JOIN dates ON edtf = valid_from"
        " ORDER BY faction_id, date_low NULLS FIRST, actor_id, role",
    )


def actors(database: Database) -> list[Row]:
    """Actors by name, with how many quotes and statements each has, of any status."""
    return _rows(
        database,
        "SELECT actors.* REPLACE (kind::VARCHAR AS kind),"
        " (SELECT count(*) FROM quotes WHERE speaker_id = actors.actor_id) AS n_quotes,"
        " (SELECT count(*) FROM statements WHERE statements.actor_id = actors.actor_id) AS n_statements"
        " FROM actors ORDER BY lower(name), actor_id",
    )


def aliases(database: Database) -> list[Row]:
    """Every alias, by actor; `n_actors` have the same one."""
    return _rows(
        database,
        "SELECT *, count(*) OVER (PARTITION BY lower(alias)) AS n_actors FROM aliases"
        " ORDER BY actor_id, lower(alias), alias",
    )


def outlets(database: Database) -> list[Row]:
    """Outlets by name, with how many articles each has."""
    return _rows(
        database,
        "SELECT outlets.* REPLACE (reliability::VARCHAR AS reliability),"
        " (SELECT count(*) FROM articles WHERE articles.outlet_id = outlets.outlet_id) AS n_articles"
        " FROM outlets ORDER BY lower(name), outlet_id",
    )


def article(database: Database, article_id: str) -> Row:
    """What an article is, without its text: the columns that a coder may correct, and its id."""
    (row,) = _rows(
        database,
        "SELECT article_id, title, outlet_id, published_on, published_on_basis::VARCHAR AS published_on_basis,"
        " language, url, rights::VARCHAR[] AS rights FROM articles WHERE article_id = $article",
        article=article_id,
    )
    return row | {"rights": [str(right) for right in row["rights"]]}


def said_by(database: Database, actor_id: str) -> list[Row]:
    """An actor's quotes, oldest first: quote_id, stated_on, text, article."""
    return _rows(
        database,
        "SELECT quote_id, stated_on, quotes.text, articles.title AS article FROM quotes"
        " JOIN articles USING (article_id) JOIN dates ON edtf = stated_on"
        " WHERE speaker_id = $actor ORDER BY coalesce(date_low, date_high), quote_id",
        actor=actor_id,
    )


def done_by(database: Database, actor_id: str) -> list[Row]:
    """The events that an actor had a part in, oldest first: event_id, happened_on, title."""
    return _rows(
        database,
        "SELECT event_id, happened_on, title FROM events JOIN dates ON edtf = happened_on"
        " WHERE event_id IN (SELECT event_id FROM event_actors WHERE actor_id = $actor"
        " UNION SELECT event_id FROM statements WHERE quote_id IS NULL AND actor_id = $actor)"
        " ORDER BY coalesce(date_low, date_high), event_id",
        actor=actor_id,
    )


def _rows(database: Database, sql: str, **params: str) -> list[Row]:
    rows = records(database.frame(sql, params))
    for row in rows:
        if row.get("keywords") is not None:
            row["keywords"] = [str(word) for word in row["keywords"]]
    return rows
