"""What readers may see of an article, by its rights (DESIGN §9): the one place where that is decided.

Whoever may change a dataset sees all of it: they need the text to code it. A copy that is open for reading only
shows a text where its rights say "show", and a quote where they say "quote" (or more).
"""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from sayso.store.hub import Database

NOT_SHOWN = "[not shown: the rights of its article do not allow quoting it]"
_WORDS = ("quote", "translation", "words", "label", "detail")
"""Columns in which queries return what somebody said; the row says by its quote or statement of whom."""


def text_for_reader(database: Database, article_id: str) -> str | None:
    """The article's text, if it is here and may be shown to who asks."""
    rows = database.rows(
        "SELECT text FROM articles WHERE article_id = $article"
        " AND ($everything OR list_contains(rights::VARCHAR[], 'show'))",
        {"article": article_id, "everything": database.is_writable},
    )
    return rows[0][0] if rows else None


def is_withheld(database: Database, quote_id: str) -> bool:
    """Whether the words of this quote are kept from who asks."""
    return not database.is_writable and quote_id in _withheld(database)["quote_id"].to_numpy()


def for_reader(database: Database, frame: pd.DataFrame) -> pd.DataFrame:
    """An answer's rows with the words that must not be shown taken out of them."""
    columns = [column for column in _WORDS if column in frame]
    key = next((key for key in ("quote_id", "statement_id") if key in frame), None)
    if database.is_writable or not columns or key is None:
        return frame
    hidden = frame[key].isin(_withheld(database)[key].dropna())
    if not hidden.any():
        return frame
    shown = frame.copy()
    for column in columns:
        shown.loc[hidden & shown[column].notna(), column] = NOT_SHOWN
    return shown


@lru_cache(maxsize=8)
def _withheld(database: Database) -> pd.DataFrame:
    """Quotes and their statements that readers may not see; of a dataset open for reading only, which does not change."""
    return database.frame(
        "SELECT quote_id, statement_id FROM quotes JOIN articles USING (article_id)"
        " LEFT JOIN statements USING (quote_id)"
        " WHERE NOT list_has_any(articles.rights::VARCHAR[], ['show', 'quote', 'export'])"
    )
