"""What is in the dataset: its issues, factions, outlets, articles and the dictionary of its tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from sayso.store.hub import Database
from sayso.store.package import read_about


@dataclass(frozen=True)
class Description:
    """A dataset's own words about itself."""

    title: str
    description: str
    licences: tuple[str, ...]
    facts: dict[str, Any]


def describe(database: Database) -> Description:
    """Title, description and licences from the package's descriptor."""
    rows = database.rows("SELECT value FROM meta WHERE key = 'descriptor'")
    facts = read_about(rows[0][0]) if rows else {}
    licences = tuple(
        str(licence.get("title") or licence.get("name") or licence.get("path") or "")
        for licence in facts.get("licenses", [])
    )
    return Description(facts.get("title") or database.title, facts.get("description", ""), licences, facts)


def issues(database: Database) -> pd.DataFrame:
    """The codebook, in reading order."""
    return database.frame(
        "SELECT issue_id, short_name, proposition, supports_means, opposes_means, parent_id,"
        " array_to_string(keywords, ', ') AS keywords, sort FROM issues ORDER BY sort, issue_id"
    )


def factions(database: Database) -> pd.DataFrame:
    """Factions by name, with how many actors ever belonged."""
    return database.frame(
        "SELECT faction_id, name, colour, description,"
        " (SELECT count(DISTINCT actor_id) FROM memberships WHERE memberships.faction_id = factions.faction_id) AS n_members"
        " FROM factions ORDER BY name"
    )


def outlets(database: Database) -> pd.DataFrame:
    """Outlets with their ratings and how many articles they have."""
    return database.frame(
        "SELECT outlet_id, name, country, language, reliability::VARCHAR AS reliability, url,"
        " (SELECT count(*) FROM articles WHERE articles.outlet_id = outlets.outlet_id) AS n_articles"
        " FROM outlets ORDER BY name"
    )


def articles(database: Database) -> pd.DataFrame:
    """Articles with outlet, dates, rights and whether their text is here."""
    return database.frame(
        "SELECT article_id, read.title, outlet, read.outlet_basis::VARCHAR AS outlet_basis,"
        " read.published_on, read.published_on_basis::VARCHAR AS published_on_basis, read.url, reliability, has_text, is_withdrawn,"
        " articles.withdrawn_on, articles.duplicate_of, read.language,"
        " array_to_string(articles.rights, ', ') AS rights"
        " FROM articles_read AS read JOIN articles USING (article_id)"
        " ORDER BY published_low DESC, article_id"
    )


def statements(database: Database) -> pd.DataFrame:
    """Every statement with its date, actor and issue, oldest first: enough to name it."""
    return database.frame(
        "SELECT statement_id, stated_on, actors.name AS actor, issues.short_name AS issue"
        " FROM statements_read JOIN actors USING (actor_id) JOIN issues USING (issue_id)"
        " ORDER BY said_on, statement_id"
    )


def events(database: Database) -> pd.DataFrame:
    """Every event with its date and title, oldest first: enough to name it."""
    return database.frame(
        "SELECT event_id, happened_on, title FROM events JOIN dates ON edtf = happened_on"
        " ORDER BY coalesce(date_low, date_high), event_id"
    )


def date_range(database: Database) -> tuple[date, date] | None:
    """First and last day on which something was said, done or published; None for an empty dataset."""
    rows = database.rows(
        "SELECT min(day), max(day) FROM (SELECT said_on AS day FROM statements_read WHERE counts"
        " UNION ALL SELECT published_by FROM articles_read WHERE NOT is_withdrawn)"
    )
    first, last = rows[0]
    return (first, last) if first and last else None


def what_counts(database: Database) -> tuple[bool, bool, bool]:
    """Whether there is any counting statement, any quote that counts, any event."""
    (found,) = database.rows(
        "SELECT EXISTS (FROM statements_read WHERE counts),"
        " EXISTS (FROM quotes WHERE status IN ('accepted', 'edited')), EXISTS (FROM events)"
    )
    return bool(found[0]), bool(found[1]), bool(found[2])


def dictionary(database: Database) -> pd.DataFrame:
    """The data dictionary, from the database's own comments."""
    return database.frame(
        'SELECT columns.table_name AS "table", columns.column_name AS "column", columns.data_type AS type,'
        " NOT columns.is_nullable AS required, columns.comment AS meaning"
        " FROM duckdb_columns() AS columns JOIN duckdb_tables() AS tables USING (database_name, schema_name, table_name)"
        " WHERE columns.database_name = current_database() ORDER BY tables.table_oid, columns.column_index"
    )


def table_comments(database: Database) -> dict[str, str]:
    """What each table holds, in the schema's order."""
    return dict(
        database.rows(
            "SELECT table_name, comment FROM duckdb_tables() WHERE database_name = current_database() ORDER BY table_oid"
        )
    )
