"""Small databases as DNA 3 writes them: `write(path, [said("EPA", "Tax", 1), …])`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

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
