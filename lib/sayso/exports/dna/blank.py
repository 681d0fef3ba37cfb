"""A new DNA database for a dataset that never was one: DNA's own statement type, with an actor, a scale and notes."""

from __future__ import annotations

from sayso.exports.dna.base import Shape
from sayso.exports.dna.book import Book
from sayso.ingest.dna.attributes import CONDITION, NOTE, SAID_ON
from sayso.ingest.dna.records import INTEGER, LONG, SHORT

# rDNA opens a file only if its version begins with 3.0 (seen in the source of 3.1); 3.0.7 made the tables that 3.1 makes too.
SETTINGS = {"version": "3.0.7", "date": "2022-06-10"}
TYPE, YELLOW = "DNA Statement", (239, 208, 51)
ADMIN = "Admin"  # DNA's first coder, whom it never deletes


def blank_book() -> tuple[Book, Shape]:
    """Settings, the coder Admin, one statement type with its variables, and nothing said yet."""
    book = Book({"SETTINGS": [{"Property": name, "Value": value} for name, value in SETTINGS.items()]})
    book.coder(ADMIN)
    red, green, blue = YELLOW
    own = book.add("STATEMENTTYPES", Label=TYPE, Red=red, Green=green, Blue=blue)

    def variable(name: str, kind: str) -> int:
        return book.add("VARIABLES", Variable=name, DataType=kind, StatementTypeId=own)

    actor, person, organisation, concept = (
        variable(name, SHORT) for name in ("actor", "person", "organization", "concept")
    )
    level = variable("stance", INTEGER)
    beside = {name: variable(name, LONG) for name in (CONDITION, NOTE, SAID_ON)}
    stances = {step: step for step in range(-2, 3)}
    return book, Shape(own, actor, concept, level, INTEGER, person, organisation, stances, beside)
