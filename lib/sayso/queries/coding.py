"""How far the coding is, and how good the finds were."""

from __future__ import annotations

from sayso.queries.answer import Answer, ask
from sayso.store.database import Database


def article_stages(database: Database) -> Answer:
    """One row per article: its stage (to review, not searched, no text, coded, withdrawn) and its counts."""
    return ask(database, "article_stages", {})


def rule_decisions(database: Database) -> Answer:
    """One row per extractor, kind and rule: how many finds wait, were accepted, edited, rejected."""
    return ask(database, "rule_decisions", {})
