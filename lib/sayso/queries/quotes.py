"""Which quotes hold these words, where do they stand, and what became of them?"""

from __future__ import annotations

import re

from sayso.model.scope import Scope
from sayso.queries.answer import Answer, ask
from sayso.store.hub import Database

_TERM = re.compile(r'"([^"]+)"|“([^”]+)”|(\S+)')


def search_terms(text: str) -> list[str]:
    """The words of a search, phrases in quotation marks kept whole."""
    found = (next(group for group in match.groups() if group) for match in _TERM.finditer(text))
    return [term for term in (found_term.strip('"“” ') for found_term in found) if term]


def search(database: Database, scope: Scope, text: str = "") -> Answer:
    """Counting quotes in scope that hold every word of `text`, accents and case folded; newest first."""
    return ask(database, "quotes", {**scope.params, "words": search_terms(text) or None})


def codings(database: Database, quote_id: str | None = None, event_id: str | None = None) -> Answer:
    """The statements that rest on a quote or an event, whatever their status."""
    return ask(database, "codings", {"quote_id": quote_id, "event_id": event_id})


def history(database: Database, quote_id: str) -> Answer:
    """What was changed about a quote and its statements, oldest first."""
    return ask(database, "history", {"quote_id": quote_id})


def article_text(database: Database, article_id: str) -> str | None:
    """The article's text, if its publisher allows it or a user attached a copy."""
    rows = database.rows("SELECT text FROM articles WHERE article_id = ?", [article_id])
    return rows[0][0] if rows else None


def of_article(database: Database, article_id: str) -> Answer:
    """The quotes of one article, in the order of its text."""
    return ask(database, "article_quotes", {"article_id": article_id})
