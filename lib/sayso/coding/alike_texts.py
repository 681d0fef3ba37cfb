"""A dataset's texts indexed by their signatures, so that a copy of one is found without reading them all again."""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field
from threading import Lock

from sayso.ingest.reading.copies import Copies
from sayso.store.database import Database
from sayso.store.reader import Reader

AT_ONCE = 200  # texts in memory while the index is made
_indexes: dict[int, _Index] = {}
_making = Lock()


@dataclass
class _Index:
    database: weakref.ref[Database]
    copies: Copies
    lock: Lock = field(default_factory=Lock)


def prepare(database: Database) -> None:
    """Index what was not indexed yet, before a transaction for whose end others wait."""
    index = _index(database)
    with index.lock:
        _add_new(index.copies, database)


def near_in(database: Database, made: Reader, text: str) -> str | None:
    """The article_id of the stored text that `text` is an edited copy of, or None; asked through `made`."""
    index = _index(database)
    with index.lock:
        _add_new(index.copies, made)
        return index.copies.find(text, lambda key: _text(made, key))


def _index(database: Database) -> _Index:
    with _making:
        kept = _indexes.get(id(database))
        if kept is None or kept.database() is not database:
            kept = _indexes[id(database)] = _Index(weakref.ref(database), Copies(signatures_only=True))
        return kept


def _add_new(copies: Copies, reader: Reader) -> None:
    ids = [row[0] for row in reader.rows("SELECT article_id FROM articles WHERE text IS NOT NULL ORDER BY 1")]
    new = [key for key in ids if key not in copies]
    for start in range(0, len(new), AT_ONCE):
        for key, text in reader.rows(
            "SELECT article_id, text FROM articles WHERE article_id IN (SELECT unnest($1::VARCHAR[])) ORDER BY 1",
            [new[start : start + AT_ONCE]],
        ):
            copies.add(key, text)


def _text(reader: Reader, article_id: str) -> str:
    rows = reader.rows("SELECT text FROM articles WHERE article_id = ?", [article_id])
    return (rows[0][0] if rows else None) or ""
