"""The codebook's rows as they stand, whole: what a coder sees and what an edit is held against."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.queries import codebook_rows
from sayso.store.database import Database

Row = dict[str, Any]


def issues(database: Database) -> list[Row]:
    """Issues in reading order; `n_statements` were coded on each, of any status."""
    return _rows(codebook_rows.issues(database))


def factions(database: Database) -> list[Row]:
    """Factions by name, with how many actors ever belonged."""
    return _rows(codebook_rows.factions(database))


def memberships(database: Database) -> list[Row]:
    """Every membership, by faction and start."""
    return _rows(codebook_rows.memberships(database))


def actors(database: Database) -> list[Row]:
    """Actors by name, with how many quotes and statements each has, of any status."""
    return _rows(codebook_rows.actors(database))


def aliases(database: Database) -> list[Row]:
    """Every alias, by actor; `n_actors` have the same one."""
    return _rows(codebook_rows.aliases(database))


def outlets(database: Database) -> list[Row]:
    """Outlets by name, with how many articles each has."""
    return _rows(codebook_rows.outlets(database))


def article(database: Database, article_id: str) -> Row:
    """What an article is, without its text: the columns that a coder may correct, and its id."""
    (row,) = _rows(codebook_rows.article(database, article_id))
    return row | {"rights": [str(right) for right in row["rights"]]}


def said_by(database: Database, actor_id: str) -> list[Row]:
    """An actor's quotes, oldest first: quote_id, stated_on, text, article."""
    return _rows(codebook_rows.said_by(database, actor_id))


def done_by(database: Database, actor_id: str) -> list[Row]:
    """The events that an actor had a part in, oldest first: event_id, happened_on, title."""
    return _rows(codebook_rows.done_by(database, actor_id))


def _rows(frame: pd.DataFrame) -> list[Row]:
    rows = records(frame)
    for row in rows:
        if row.get("keywords") is not None:
            row["keywords"] = [str(word) for word in row["keywords"]]
    return rows
