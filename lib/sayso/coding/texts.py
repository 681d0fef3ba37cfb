"""A user's own copy of an article's text."""

from sayso.store.database import Database
from sayso.store.texts import attach_text, decode


def attach(database: Database, article_id: str, content: bytes, by: str = "somebody") -> int:
    """Keep a file's bytes as the article's text; how many characters it has.

    Raises StoreError, with nothing changed, if it is not the text that was coded (`store.texts.attach_text`).
    """
    return attach_text(database, article_id, decode(content), by)
