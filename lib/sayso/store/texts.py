"""A user's own copy of an article's text, taken in only if it is the text that was coded."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.errors import StoreError
from sayso.store.changes import Change, change
from sayso.store.database import Database
from sayso.store.reader import Reader
from sayso.store.staging import TEXT
from sayso.store.text_check import canonical, sha256

LARGEST_TEXT = 5_000_000
TITLE = "Attaching a text"


def decode(content: bytes) -> str:
    """The text of an uploaded or read file.

    Raises StoreError if it is too large or not UTF-8.
    """
    if len(content) > LARGEST_TEXT:
        raise StoreError(
            TITLE,
            f"The file has {len(content):,} bytes; an article has at most {LARGEST_TEXT:,}.",
            "Choose the article's text file.",
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StoreError(
            TITLE,
            f"The file is not UTF-8 text (byte {error.start:,} cannot be read). Nothing was changed.",
            "Save it as plain text in UTF-8 and try again.",
        ) from error


def attach_text(database: Database, article_id: str, text: str, by: str = "somebody") -> int:
    """Keep `text` as the article's text, log who brought it, and return its length in characters.

    Raises StoreError, with nothing changed, if the article is unknown, its hash differs, or, for an
    article without a hash, the text is too short for the places that quotes point to.
    """
    with change(database, by) as made:
        return keep_text(made, article_id, text)


def keep_text(made: Change, article_id: str, text: str) -> int:
    """`attach_text` inside a transaction that is open already."""
    rows = made.rows("SELECT text_sha256, title FROM articles WHERE article_id = ?", [article_id])
    if not rows:
        known = ", ".join(row[0] for row in made.rows("SELECT article_id FROM articles ORDER BY 1"))
        raise StoreError(TITLE, f"There is no article “{article_id}”.", f"Articles here: {known or 'none'}.")
    expected, title = rows[0]
    own, found = canonical(text), sha256(text)
    if not own:
        raise StoreError(TITLE, "The file is empty. Nothing was changed.", "Choose the article's text file.")
    if expected is not None and found != expected:
        raise StoreError(
            TITLE,
            f"This is not the text that “{title}” was coded from: its SHA-256 is {found[:12]}…,"
            f" the coded text's is {expected[:12]}…. Nothing was changed; quotes keep their offsets.",
            "Attach the same edition of the article, as plain text, without added headlines or captions.",
        )
    if expected is None and (needed := _last_offset(made, article_id)) > len(own):
        raise StoreError(
            TITLE,
            f"“{title}” was coded from a longer text: quotes point as far as character {needed:,},"
            f" this one has {len(own):,}. Nothing was changed.",
            "Attach the same edition of the article, as plain text.",
        )
    made.rows("UPDATE articles SET text = ? WHERE article_id = ?", [own, article_id])
    made.mark(TEXT.table, article_id, "attached", {"text_sha256": found, "characters": len(own)})
    return len(own)


def _last_offset(made: Reader, article_id: str) -> int:
    rows = made.rows(
        "SELECT coalesce(max(list_max(flatten(spans))), 0) FROM ("
        " SELECT article_id, spans FROM quotes UNION ALL SELECT article_id, spans FROM reports"
        ") WHERE article_id = ?",
        [article_id],
    )
    return int(rows[0][0])


def with_article(databases: Iterable[Database], article_id: str) -> Database:
    """The one of `databases` that has the article. Raises StoreError if none has it, or several do."""
    articles = [
        (database, [row[0] for row in database.rows("SELECT article_id FROM articles ORDER BY 1")])
        for database in databases
    ]
    found = [database for database, own in articles if article_id in own]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(database.name for database in found)
        raise StoreError(TITLE, f"Several datasets have an article “{article_id}”: {names}.", "Name one.")
    known = ", ".join(article for _, own in articles for article in own)
    raise StoreError(TITLE, f"There is no article “{article_id}”.", f"Articles here: {known or 'none'}.")
