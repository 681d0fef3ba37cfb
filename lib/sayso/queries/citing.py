"""What a citation adds to a statement: where the article is archived, when it was read, whether it may be quoted."""

from __future__ import annotations

import pandas as pd

from sayso.store.hub import Database


def articles(database: Database) -> pd.DataFrame:
    """One row an article: article_id, archive_url, accessed_on, may_be_quoted."""
    return database.frame(
        "SELECT article_id, archive_url, accessed_on,"
        " coalesce(list_has_any(rights::VARCHAR[], ['quote', 'export']), false) AS may_be_quoted FROM articles"
    )


def withheld(database: Database) -> pd.DataFrame:
    """The quotes whose words must not leave, and their statements: quote_id, statement_id, text, translation."""
    return database.frame(
        "SELECT quote_id, statement_id, quotes.text, quotes.translation FROM quotes JOIN articles USING (article_id)"
        " LEFT JOIN statements USING (quote_id)"
        " WHERE NOT coalesce(list_has_any(articles.rights::VARCHAR[], ['quote', 'export']), false)"
    )
