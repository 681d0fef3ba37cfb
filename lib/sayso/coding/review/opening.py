"""Which articles there are to review, and whether one can be."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.queries.coding import article_stages
from sayso.queries.quotes import article_text, of_article
from sayso.reports.memo import ask
from sayso.store.hub import Database

Stage = dict[str, Any]


def stages(database: Database) -> list[Stage]:
    """Every article with its stage and how much waits in it, those with most left to do first."""
    return records(ask(article_stages, database).frame)


def has_text(database: Database, article_id: str) -> bool:
    """Whether the article's text is here to be read."""
    return ask(article_text, database, article_id) is not None


def coded_quotes(database: Database, article_id: str) -> pd.DataFrame:
    """What was coded from the article, in the order of its text (`queries.quotes.of_article`)."""
    return ask(of_article, database, article_id).frame
