"""A dataset's texts indexed by their signatures, so that a copy of one is found without reading them all again."""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field
from threading import Lock

from sayso.ingest.reading.copies import Copies
from sayso.queries import article_rows
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
        return index.copies.find(text, lambda key: article_rows.text(made, key) or "")


def _index(database: Database) -> _Index:
    with _making:
        kept = _indexes.get(id(database))
        if kept is None or kept.database() is not database:
            kept = _indexes[id(database)] = _Index(weakref.ref(database), Copies(signatures_only=True))
        return kept


def _add_new(copies: Copies, reader: Reader) -> None:
    new = [key for key in article_rows.with_text(reader) if key not in copies]
    for start in range(0, len(new), AT_ONCE):
        for key, text in article_rows.texts(reader, new[start : start + AT_ONCE]):
            copies.add(key, text)
