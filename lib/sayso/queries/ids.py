"""Which ids are there, which were ever given, and what is the thing with this id called?"""

from __future__ import annotations

from typing import Any, Literal

from sayso.store.reader import Reader

Noun = Literal["actors", "articles", "factions", "issues", "outlets", "quotes", "statements"]
_GIVEN: dict[Noun, str] = {
    "actors": "SELECT actor_id FROM actor_ids",
    "articles": "SELECT article_id FROM article_ids",
    "factions": "SELECT faction_id FROM faction_ids",
    "issues": "SELECT issue_id FROM issue_ids",
    "outlets": "SELECT outlet_id FROM outlet_ids",
    "quotes": "SELECT quote_id FROM quote_ids",
    "statements": "SELECT statement_id FROM statements",
}
_NAMES: dict[Noun, str] = {
    "actors": "SELECT actor_id, name FROM actors",
    "factions": "SELECT faction_id, name FROM factions",
    "issues": "SELECT issue_id, short_name FROM issues",
    "outlets": "SELECT outlet_id, name FROM outlets",
}
_NAME: dict[Noun, str] = {
    "actors": "SELECT name FROM actors WHERE actor_id = ?",
    "articles": "SELECT title FROM articles WHERE article_id = ?",
    "factions": "SELECT name FROM factions WHERE faction_id = ?",
    "issues": "SELECT short_name FROM issues WHERE issue_id = ?",
    "outlets": "SELECT name FROM outlets WHERE outlet_id = ?",
}
_PARENTS: dict[Noun, str] = {
    "actors": "SELECT actor_id, organisation_id FROM actors",
    "issues": "SELECT issue_id, parent_id FROM issues",
}


def given(reader: Reader, noun: Noun) -> set[str]:
    """Every id that actors, issues … ever had; of statements, those that there are."""
    return {str(key) for (key,) in reader.rows(_GIVEN[noun])}


def names(reader: Reader, noun: Noun) -> dict[str, str]:
    """The names of actors, factions, issues or outlets, by id."""
    return dict(reader.rows(_NAMES[noun]))


def name(reader: Reader, noun: Noun, key: object) -> str | None:
    """What one is called; an article by its title. None if it is gone."""
    rows = reader.rows(_NAME[noun], [key])
    return str(rows[0][0]) if rows else None


def parents(reader: Reader, noun: Noun) -> dict[str, str | None]:
    """The organisation of each actor, or the issue that each issue is a part of."""
    return dict(reader.rows(_PARENTS[noun]))


def keys(reader: Reader, sql: str, params: list[Any] | dict[str, Any]) -> list[str]:
    """The ids that `sql` gives in its only column."""
    return [str(key) for (key,) in reader.rows(sql, params)]
