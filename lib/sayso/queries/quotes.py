"""Which quotes hold these words, where do they stand, and what became of them?"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.model.scope import Scope
from sayso.queries import rights
from sayso.queries.answer import Answer, ask
from sayso.store.hub import Database

_COUNTING = ("accepted", "edited")
_TERM = re.compile(r'"([^"]+)"|“([^”]+)”|(\S+)')


def search_terms(text: str) -> list[str]:
    """The words of a search, phrases in quotation marks kept whole."""
    found = (next(group for group in match.groups() if group) for match in _TERM.finditer(text))
    return [term for term in (found_term.strip('"“” ') for found_term in found) if term]


def search(database: Database, scope: Scope, text: str = "") -> Answer:
    """Counting quotes in scope that hold every word of `text`, accents and case folded; newest first."""
    words = search_terms(text) or None
    found = ask(database, "quotes", {**scope.params, "words": words})
    if words is None:
        return found
    # Else a reader could guess at words that are kept from them.
    return replace(found, frame=found.frame[found.frame["quote"] != rights.NOT_SHOWN].reset_index(drop=True))


def codings(database: Database, quote_id: str | None = None, event_id: str | None = None) -> Answer:
    """The statements that rest on a quote or an event: for who may change them whatever their status, else those that count."""
    found = ask(database, "codings", {"quote_id": quote_id, "event_id": event_id})
    if database.is_writable:
        return found
    return replace(found, frame=found.frame[found.frame["status"].isin(_COUNTING)].reset_index(drop=True))


def history(database: Database, quote_id: str) -> Answer:
    """What was changed about a quote and its statements, oldest first; readers are told of what counts."""
    found = ask(database, "history", {"quote_id": quote_id})
    if database.is_writable:
        return found
    known = (
        []
        if rights.is_withheld(database, quote_id)
        else [quote_id, *codings(database, quote_id).frame["statement_id"]]
    )
    return replace(found, frame=found.frame[found.frame["row_id"].isin(known)].reset_index(drop=True))


def article_text(database: Database, article_id: str) -> str | None:
    """The article's text, if it is here and its rights allow who asks to see it."""
    return rights.text_for_reader(database, article_id)


def of_article(database: Database, article_id: str) -> Answer:
    """The quotes of one article, in the order of its text."""
    return ask(database, "article_quotes", {"article_id": article_id})
