"""A dataset as it stands now, in one reading: what a DNA database is written from."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.store.database import Database, in_transaction

_ARTICLES = """
SELECT article_id, title, outlets.name, outlet_basis::VARCHAR, published_on, coalesce(date_low, date_high), text,
    list_contains(rights, 'export'), articles.url, articles.language, duplicate_of, withdrawn_on
FROM articles JOIN outlets USING (outlet_id) LEFT JOIN dates ON edtf = published_on ORDER BY article_id"""
_ACTORS = """
SELECT actor_id, name, name_original, kind::VARCHAR, country, description, organisation_id, wikidata_id,
    (SELECT list(alias ORDER BY alias) FROM aliases WHERE aliases.actor_id = actors.actor_id),
    (SELECT list(DISTINCT factions.name ORDER BY factions.name)
     FROM memberships JOIN factions USING (faction_id) WHERE memberships.actor_id = actors.actor_id)
FROM actors ORDER BY actor_id"""
_ISSUES = "SELECT issue_id, proposition, short_name, supports_means, opposes_means FROM issues ORDER BY sort, issue_id"
# A quote says where it stands; for an act the report does that the act is credited to.
_STATEMENTS = """
SELECT s.statement_id, s.actor_id, coalesce(q.speaker_id, s.actor_id), s.issue_id, s.stance, s.condition, s.note,
    s.coder, s.stated_on, s.said_on, s.article_id, coalesce(q.spans, r.spans), coalesce(q.text, e.title), s.counts, s.status,
    s.event_id IS NOT NULL AND q.quote_id IS NULL
FROM statements_read AS s LEFT JOIN quotes AS q USING (quote_id) LEFT JOIN events AS e ON e.event_id = s.event_id
LEFT JOIN reports AS r ON r.event_id = s.event_id AND r.article_id = s.article_id ORDER BY s.statement_id"""
_UNSAID = """
SELECT count(*) FROM quotes WHERE status IN ('accepted', 'edited')
AND NOT EXISTS (SELECT 1 FROM statements WHERE statements.quote_id = quotes.quote_id)"""


@dataclass(frozen=True)
class Article:
    """One article; `day` is the first day it can have been published on."""

    article_id: str
    title: str
    outlet: str
    outlet_basis: str
    published_on: str | None
    day: date | None
    text: str | None
    may_leave: bool
    url: str | None
    language: str | None
    duplicate_of: str | None
    withdrawn_on: str | None


@dataclass(frozen=True)
class Actor:
    """One actor with its other names and the factions it was ever in."""

    actor_id: str
    name: str
    name_original: str | None
    kind: str
    country: str | None
    description: str | None
    organisation_id: str | None
    wikidata_id: str | None
    aliases: list[str] | None
    factions: list[str] | None


@dataclass(frozen=True)
class Issue:
    """One issue of the codebook."""

    issue_id: str
    proposition: str
    short_name: str
    supports_means: str
    opposes_means: str


@dataclass(frozen=True)
class Said:
    """One statement with the passage it rests on: `words`, at `spans` of the article; None if there is none."""

    statement_id: str
    actor_id: str
    speaker_id: str
    issue_id: str
    stance: int
    condition: str | None
    note: str | None
    coder: str
    stated_on: str | None
    said_on: date | None
    article_id: str | None
    spans: list[list[int]] | None
    words: str
    counts: bool
    status: str
    is_act: bool


@dataclass(frozen=True)
class Now:
    """The dataset's rows by id, its descriptor, and how many quotes have no statement."""

    descriptor: dict[str, Any]
    articles: dict[str, Article]
    actors: dict[str, Actor]
    issues: dict[str, Issue]
    statements: dict[str, Said]
    n_unsaid: int


def read_now(database: Database) -> Now:
    """All of it as of one moment."""
    with database.cursor() as cursor, in_transaction(cursor):

        def by_id(sql: str, make: Callable[..., Any]) -> dict[str, Any]:
            return {row[0]: make(*row) for row in cursor.execute(sql).fetchall()}

        described = cursor.execute("SELECT value FROM meta WHERE key = 'descriptor'").fetchone()
        unsaid = cursor.execute(_UNSAID).fetchone()
        return Now(
            _object(described[0] if described else None), by_id(_ARTICLES, Article), by_id(_ACTORS, Actor),
            by_id(_ISSUES, Issue), by_id(_STATEMENTS, Said), unsaid[0] if unsaid else 0,
        )  # fmt: skip


def _object(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
