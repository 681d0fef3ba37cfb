"""How far the coding is, and how good the finds were."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.scope import Scope
from sayso.queries.answer import Answer, ask
from sayso.store.database import Database


def article_stages(database: Database) -> Answer:
    """One row per article: its stage (to review, not searched, no text, coded, withdrawn) and its counts."""
    return ask(database, "article_stages", {})


def rule_decisions(database: Database) -> Answer:
    """One row per extractor, kind and rule: how many finds wait, were accepted, edited, rejected."""
    return ask(database, "rule_decisions", {})


def waiting_statements(database: Database, scope: Scope) -> Answer:
    """One row per stance that was proposed, or coded and not verified, for actors that the dataset has."""
    return ask(database, "waiting_statements", scope.params)


def readings(database: Database, coders: Sequence[str] = ()) -> Answer:
    """One row per statement that was coded and not rejected, whether it counts or not; of these `coders` (all if none)."""
    return ask(database, "readings", {"coders": list(coders) or None})
