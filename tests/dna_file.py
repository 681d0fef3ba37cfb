"""Small databases as DNA 3 writes them: `write(path, [said("EPA", "Tax", 1), …])`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sayso.exports.dna.schema import tables

# The columns and kinds of DNA 3.0's tables, without its checks: a test writes what a check would refuse.
SCHEMA = """
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT);
CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT, Red INTEGER, Password TEXT);
CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT,
    Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT, Red INTEGER);
CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
CREATE TABLE REGEXES(Label TEXT PRIMARY KEY, Red INTEGER);
CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER,
    Stop INTEGER, Coder INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, ChildOf INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT);
CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER, AttributeValue TEXT);
"""
TEXT = "\r\n 🌊 The harbour.\r\nThe mayor 🚢 agreed.\r\n"
PERSON, ORGANIZATION, CONCEPT, LEVEL, NOTE = 1, 2, 3, 4, 5
DAY = 86_400


def said(
    organization: str, concept: str, level: int | None, document: int = 1, **more: Any
) -> dict[str, Any]:
    """One statement; `person`, `place` (UTF-16 start and stop) and `type` as wanted."""
    return {"organization": organization, "concept": concept, "level": level, "document": document, **more}


def write(
    path: Path, statements: list[dict[str, Any]], *, kind: str = "boolean", people: bool = False
) -> Path:
    """A database of two documents, two coders and `statements`; `kind` is that of the variable “agreement”."""
    with closing(sqlite3.connect(path)) as db, db:
        db.executescript(SCHEMA)
        db.execute("INSERT INTO SETTINGS VALUES ('version', '3.0.11')")
        db.executemany("INSERT INTO CODERS VALUES (?, ?, 0, 'secret-hash')", [(1, "Admin"), (2, "Öykü")])
        db.executemany(
            "INSERT INTO DOCUMENTS VALUES (?, ?, ?, 1, 'A. Writer', ?, 'Opinion', 'a note', 'column', ?)",
            [(1, "First", TEXT, "Selm Post", 12_800 * DAY + DAY - 1), (2, "Second", TEXT, "", 12_900 * DAY)],
        )
        db.executemany(
            "INSERT INTO STATEMENTTYPES VALUES (?, ?, 0)", [(1, "DNA Statement"), (2, "Annotation")]
        )
        db.executemany(
            "INSERT INTO VARIABLES VALUES (?, ?, ?, ?)",
            [
                *([(PERSON, "person", "short text", 1)] if people else []),
                (ORGANIZATION, "organization", "short text", 1), (CONCEPT, "concept", "short text", 1),
                (LEVEL, "agreement", kind, 1), (NOTE, "note", "long text", 2),
            ],
        )  # fmt: skip
        db.execute("INSERT INTO REGEXES VALUES ('harbou?r', 9)")
        entities: dict[tuple[int, str], int] = {}
        for number, row in enumerate(statements, start=1):
            start, stop = row.get("place", (6, 17))
            db.execute(
                "INSERT INTO STATEMENTS VALUES (?, ?, ?, ?, ?, 2)",
                (number, row.get("type", 1), row["document"], start, stop),
            )
            values = [(ORGANIZATION, row["organization"]), (CONCEPT, row["concept"])]
            for variable, value in [*values, *([(PERSON, row.get("person", ""))] if people else [])]:
                if (variable, value) not in entities:
                    entities[variable, value] = len(entities) + 1
                    db.execute(
                        "INSERT INTO ENTITIES VALUES (?, ?, ?, NULL)", (len(entities), variable, value)
                    )
                db.execute(
                    "INSERT INTO DATASHORTTEXT VALUES (NULL, ?, ?, ?)",
                    (number, variable, entities[variable, value]),
                )
            if row["level"] is not None:
                table = "DATABOOLEAN" if kind == "boolean" else "DATAINTEGER"
                db.execute(f"INSERT INTO {table} VALUES (NULL, ?, ?, ?)", (number, LEVEL, row["level"]))
        db.executemany(
            "INSERT INTO ATTRIBUTEVARIABLES VALUES (?, ?, ?)",
            [(1, ORGANIZATION, "Type"), (2, ORGANIZATION, "Alias")],
        )
        db.executemany(
            "INSERT INTO ATTRIBUTEVALUES VALUES (?, ?, ?, ?)", [(1, 1, 1, "NGO"), (2, 1, 2, "The Agency")]
        )
    return path


def change(path: Path, *commands: str) -> Path:
    """`path` after SQL commands that DNA would never give."""
    with closing(sqlite3.connect(path)) as db, db:
        for command in commands:
            db.execute(command)
    return path


def write_whole(path: Path, version: str = "3.1.1") -> Path:
    """A database with every table and rule of DNA's own, as the program fills it: two types, links, rights, regexes."""
    rows: dict[str, list[tuple[Any, ...]]] = {
        "SETTINGS": [("version", version), ("date", "2026-06-27")],
        "CODERS": [
            (1, "Admin", 255, 255, 0, 0, 14, "hash-one", 400, 0, 0, 1, *[1] * 16),
            (4, "Öykü", 9, 8, 7, 5, 20, "hash-two", 300, 1, 1, 0, *[0, 1] * 8),
        ],
        "DOCUMENTS": [
            (3, "First", TEXT, 4, "A. Writer", "Selm Post", "Opinion", "a\nnote", "column", 12_800 * DAY + 61),
            (8, "Second ", "Plain words.", 1, "", "", "", "", "", 12_900 * DAY),
            (9, "Empty", " \r\n", 1, "", "", "", "", "", -5),
        ],
        "STATEMENTTYPES": [(1, "DNA Statement", 239, 208, 51), (3, "Annotation", 211, 211, 211)],
        "VARIABLES": [
            (1, "person", "short text", 1), (2, "organization", "short text", 1), (3, "concept", "short text", 1),
            (4, "agreement", "boolean", 1), (11, "note", "long text", 3),
        ],
        "VARIABLELINKS": [(1, 1, 2)],
        "REGEXES": [("harbou?r", 1, 2, 3), ("[a", 0, 0, 0)],
        "CODERRELATIONS": [(1, 1, 4, 1, 1, 1, 1), (2, 4, 1, 0, 1, 0, 1)],
        "STATEMENTS": [(5, 1, 3, 6, 17, 4), (6, 1, 3, 20, 39, 1), (7, 1, 8, 0, 5, 4), (9, 3, 8, 6, 12, 4), (12, 1, 8, 0, 5, 1)],
        "DATABOOLEAN": [(1, 5, 4, 1), (2, 6, 4, 0), (3, 7, 4, 1), (8, 12, 4, 0)],
        "ENTITIES": [
            (1, 1, "", 0, 0, 0, None), (2, 1, "Ann", 255, 0, 9, None), (3, 2, "EPA", 1, 1, 1, 4), (4, 2, "Club", None, None, None, None),
            (5, 3, "Tax", 0, 0, 0, None), (6, 3, "War", 0, 0, 0, None), (7, 3, "", 0, 0, 0, None),
        ],
        "DATASHORTTEXT": [
            (number, statement, variable, entity)
            for number, (statement, variable, entity) in enumerate(
                [(5, 1, 2), (5, 2, 3), (5, 3, 5), (6, 1, 1), (6, 2, 4), (6, 3, 5), (7, 1, 2), (7, 2, 3), (7, 3, 6),
                 (12, 1, 1), (12, 2, 3), (12, 3, 7)], start=1)
        ],
        "DATALONGTEXT": [(2, 9, 11, "Ask again.")],
        "ATTRIBUTEVARIABLES": [(1, 1, "Type"), (2, 2, "Type"), (5, 2, "Alias")],
        "ATTRIBUTEVALUES": [(1, 1, 1, ""), (2, 2, 1, "Lawyer"), (3, 3, 2, "NGO"), (4, 4, 2, ""), (5, 3, 5, "The Agency"), (6, 4, 5, "")],
    }  # fmt: skip
    return fill(path, rows)


def fill(path: Path, rows: dict[str, list[tuple[Any, ...]]]) -> Path:
    """A database with every table and rule of DNA's own, and these rows."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA foreign_keys = ON")
        for name, table in tables().items():
            db.execute(table.create)
            db.execute("PRAGMA defer_foreign_keys = ON")
            db.executemany(table.insert, rows.get(name, []))
    return path
