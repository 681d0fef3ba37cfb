"""On whose reporting does it rest? The articles as they stand, and the reports that acts can be credited to."""

from __future__ import annotations

from sayso.model.scope import Scope
from sayso.queries.answer import Answer, ask
from sayso.store.database import Database


def credits(database: Database, scope: Scope) -> Answer:
    """One row per report by an article that is not withdrawn: what `analysis.outlets.without_articles` needs."""
    return ask(database, "credits", scope.params)


def articles(database: Database) -> Answer:
    """One row per article: its outlet, language, what it copies, when and by whom it was withdrawn."""
    return ask(database, "article_standing", {})
