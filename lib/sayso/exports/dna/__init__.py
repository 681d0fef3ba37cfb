"""A dataset as a database of Discourse Network Analyzer (DNA 3): `write(database, target)` or `content(database)`."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from sayso.exports.dna.base import Base, from_kept
from sayso.exports.dna.blank import blank_book
from sayso.exports.dna.documents import Documents
from sayso.exports.dna.entities import Entities
from sayso.exports.dna.file import SUFFIX, write_file
from sayso.exports.dna.now import read_now
from sayso.exports.dna.passwords import hashed
from sayso.exports.dna.statements import Statements
from sayso.model.wording import counted
from sayso.store.database import Database
from sayso.store.scratch import scratch_folder

PLAIN = "abcdefghjkmnpqrstuvwxyz23456789"  # told apart on paper
__all__ = ["SUFFIX", "Written", "content", "write"]


@dataclass(frozen=True)
class Written:
    """What was written: rows by DNA's table, the password of every coder in it, and what DNA cannot hold, in sentences."""

    rows: dict[str, int]
    password: str
    told: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """Its size in words."""
        return ", ".join(
            counted(self.rows[table], noun, plural)
            for table, noun, plural in (
                ("DOCUMENTS", "document", ""), ("STATEMENTS", "statement", ""), ("ENTITIES", "entity", "entities"),
                ("CODERS", "coder", ""),
            )
        )  # fmt: skip


def write(database: Database, target: Path, password: str = "", *, own_texts: bool = False) -> Written:
    """Write `database` as the DNA 3 database `target`, an SQLite file that ends in .dna.

    A dataset that came from DNA gets its tables back with what was changed in Sayso; any other becomes a new
    database. Every coder's password is `password`, or a new one. Texts are written where an article's rights include
    "export", with `own_texts` also those that came from DNA. Raises ExportError, with nothing written, if `target` is
    anything but a DNA database, or what was kept of the old one cannot be used.
    """
    now = read_now(database)
    if "dna" in now.descriptor:
        book, shape, base = from_kept(now)
    else:
        (book, shape), base = blank_book(), Base()
    said = [one for one in now.statements.values() if one.counts]
    documents = Documents(book, base, now, said, own_texts=own_texts)
    entities = Entities(book, shape, base, now)
    statements = Statements(book, shape, base, now, entities, documents)
    statements.write()
    entities.finish()
    documents.finish(statements.words)
    book.tell("quote", "without a statement; DNA has no place for it beside the text", now.n_unsaid)
    chosen = password or "".join(secrets.choice(PLAIN) for _ in range(12))
    kept = hashed(chosen)
    for row in book.tables["CODERS"]:
        row["Password"] = kept
    write_file(book, target)
    told = tuple(f"{counted(n, noun)} {rest}" for (noun, rest), n in sorted(book.told.items()))
    return Written({name: len(rows) for name, rows in book.tables.items()}, chosen, told)


def content(database: Database, password: str = "", *, own_texts: bool = False) -> tuple[bytes, Written]:
    """The same as bytes, for a download. Raises as `write` does."""
    with scratch_folder() as folder:
        target = folder / f"dataset{SUFFIX}"
        written = write(database, target, password, own_texts=own_texts)
        return target.read_bytes(), written
