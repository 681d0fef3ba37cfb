"""The codebook's rows as they stand, whole: what a coder sees and what an edit is held against."""

from __future__ import annotations

import pandas as pd

from sayso.store.database import Database
from sayso.store.reader import Reader


def issues(database: Database) -> pd.DataFrame:
    """Issues in reading order; `n_statements` were coded on each, of any status."""
    return database.frame(
        "SELECT issues.*, (SELECT count(*) FROM statements WHERE statements.issue_id = issues.issue_id)"
        " AS n_statements FROM issues ORDER BY sort, issue_id"
    )


def factions(database: Database) -> pd.DataFrame:
    """Factions by name, with how many actors ever belonged."""
    return database.frame(
        "SELECT factions.*, (SELECT count(DISTINCT actor_id) FROM memberships"
        " WHERE memberships.faction_id = factions.faction_id) AS n_members FROM factions ORDER BY name, faction_id"
    )


def memberships(database: Database) -> pd.DataFrame:
    """Every membership, by faction and start."""
    return database.frame(
        "SELECT memberships.* FROM memberships LEFT JOIN dates ON edtf = valid_from"
        " ORDER BY faction_id, date_low NULLS FIRST, actor_id, role"
    )


def actors(database: Database) -> pd.DataFrame:
    """Actors by name, with how many quotes and statements each has, of any status."""
    return database.frame(
        "SELECT actors.* REPLACE (kind::VARCHAR AS kind),"
        " (SELECT count(*) FROM quotes WHERE speaker_id = actors.actor_id) AS n_quotes,"
        " (SELECT count(*) FROM statements WHERE statements.actor_id = actors.actor_id) AS n_statements"
        " FROM actors ORDER BY lower(name), actor_id"
    )


def aliases(database: Database) -> pd.DataFrame:
    """Every alias, by actor; `n_actors` have the same one."""
    return database.frame(
        "SELECT *, count(*) OVER (PARTITION BY lower(alias)) AS n_actors FROM aliases"
        " ORDER BY actor_id, lower(alias), alias"
    )


def outlets(database: Database) -> pd.DataFrame:
    """Outlets by name, with how many articles each has."""
    return database.frame(
        "SELECT outlets.* REPLACE (reliability::VARCHAR AS reliability),"
        " (SELECT count(*) FROM articles WHERE articles.outlet_id = outlets.outlet_id) AS n_articles"
        " FROM outlets ORDER BY lower(name), outlet_id"
    )


def article(database: Database, article_id: str) -> pd.DataFrame:
    """What an article is, without its text: one row of the columns that a coder may correct, and its id."""
    return database.frame(
        "SELECT article_id, title, outlet_id, published_on, published_on_basis::VARCHAR AS published_on_basis,"
        " language, url, rights::VARCHAR[] AS rights FROM articles WHERE article_id = $article",
        {"article": article_id},
    )


def said_by(database: Database, actor_id: str) -> pd.DataFrame:
    """An actor's quotes, oldest first: quote_id, stated_on, text, article."""
    return database.frame(
        "SELECT quote_id, stated_on, quotes.text, articles.title AS article FROM quotes"
        " JOIN articles USING (article_id) JOIN dates ON edtf = stated_on"
        " WHERE speaker_id = $actor ORDER BY coalesce(date_low, date_high), quote_id",
        {"actor": actor_id},
    )


def done_by(database: Database, actor_id: str) -> pd.DataFrame:
    """The events that an actor had a part in, oldest first: event_id, happened_on, title."""
    return database.frame(
        "SELECT event_id, happened_on, title FROM events JOIN dates ON edtf = happened_on"
        " WHERE event_id IN (SELECT event_id FROM event_actors WHERE actor_id = $actor"
        " UNION SELECT event_id FROM statements WHERE quote_id IS NULL AND actor_id = $actor)"
        " ORDER BY coalesce(date_low, date_high), event_id",
        {"actor": actor_id},
    )


def issue_called(reader: Reader, short_name: str) -> str | None:
    """The issue_id of the issue with this short name, whatever its case."""
    rows = reader.rows(
        "SELECT issue_id FROM issues WHERE lower(short_name) = lower(?) ORDER BY 1", [short_name]
    )
    return str(rows[0][0]) if rows else None


def issue_order(reader: Reader) -> list[str]:
    """The issues in reading order."""
    return [str(key) for (key,) in reader.rows("SELECT issue_id FROM issues ORDER BY sort, issue_id")]


def last_sort(reader: Reader) -> int:
    """The place of the last issue; 0 if there is none."""
    return int(reader.rows("SELECT coalesce(max(sort), 0) FROM issues")[0][0])


def colours(reader: Reader) -> list[tuple[str, str, str]]:
    """Every faction: faction_id, name, colour."""
    return [
        (key, name, colour)
        for key, name, colour in reader.rows("SELECT faction_id, name, colour FROM factions")
    ]


def outlet_called(reader: Reader, name: str) -> str | None:
    """The outlet_id of the outlet with this name or id, whatever its case; a name goes before an id."""
    rows = reader.rows(
        "SELECT outlet_id FROM outlets WHERE lower(name) = lower($1) OR outlet_id = lower($1)"
        " ORDER BY lower(name) = lower($1) DESC, outlet_id LIMIT 1",
        [name],
    )
    return str(rows[0][0]) if rows else None
