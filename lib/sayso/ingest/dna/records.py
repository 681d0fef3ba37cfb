"""A DNA database as records: documents, statements with their values, entities with their attributes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from sayso.ingest.dna.tables import Read, read_tables, refuse

SHORT, LONG, BOOLEAN, INTEGER = "short text", "long text", "boolean", "integer"
VALUES = {BOOLEAN: "DATABOOLEAN", INTEGER: "DATAINTEGER", LONG: "DATALONGTEXT", SHORT: "DATASHORTTEXT"}


@dataclass(frozen=True)
class Document:
    """One text; `dated` is its day in UTC, as DNA keeps it."""

    id: int
    title: str
    text: str
    source: str
    dated: date


@dataclass(frozen=True)
class Variable:
    """One variable of a statement type; `kind` is short text, long text, boolean or integer."""

    id: int
    name: str
    kind: str
    type_id: int | None


@dataclass(frozen=True)
class Entity:
    """A value of a short-text variable, with its attributes by name."""

    id: int
    variable_id: int
    value: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Statement:
    """A coded passage: `values` by variable id, entities for short text."""

    id: int
    type_id: int | None
    document_id: int | None
    start: int
    stop: int
    coder: str
    values: dict[int, int | str | Entity | None]

    def entity(self, variable: Variable | None) -> Entity | None:
        """The entity of a short-text variable, unless it is empty."""
        found = self.values.get(variable.id) if variable else None
        return found if isinstance(found, Entity) and found.value.strip() else None


@dataclass(frozen=True)
class Dna:
    """A whole database; `tables` is everything as it was read."""

    documents: dict[int, Document]
    types: dict[int, str]
    variables: dict[int, Variable]
    entities: dict[int, Entity]
    statements: tuple[Statement, ...]
    tables: dict[str, Read]


def read_dna(path: Path) -> Dna:
    """Read the DNA 3 database at `path`. Raises IntakeError as `read_tables` does, or for an impossible date."""
    return records(read_tables(path))


def records(tables: dict[str, Read]) -> Dna:
    """The records that checked `tables` hold. Raises IntakeError for an impossible date, variable or value."""
    entities = _entities(tables)
    variables = {
        row["ID"]: Variable(row["ID"], row["Variable"], row["DataType"], row["StatementTypeId"])
        for row in tables["VARIABLES"].records()
    }
    for variable in variables.values():
        if variable.kind not in VALUES:
            refuse(f"The variable “{variable.name}” is of the unknown kind “{variable.kind[:40]}”.")
    return Dna(
        {document.id: document for document in _documents(tables)},
        {row["ID"]: row["Label"] for row in tables["STATEMENTTYPES"].records()},
        variables,
        entities,
        tuple(sorted(_statements(tables, variables, entities), key=lambda statement: statement.id)),
        tables,
    )


def _documents(tables: dict[str, Read]) -> Iterator[Document]:
    for row in tables["DOCUMENTS"].records():
        try:
            dated = datetime.fromtimestamp(row["Date"], UTC).date()
        except (ValueError, OverflowError, OSError):
            refuse(f"Document {row['ID']} has an impossible date ({row['Date']} seconds since 1970).")
        yield Document(row["ID"], row["Title"].strip(), row["Text"], (row["Source"] or "").strip(), dated)


def _entities(tables: dict[str, Read]) -> dict[int, Entity]:
    names = {row["ID"]: row["AttributeVariable"] for row in tables["ATTRIBUTEVARIABLES"].records()}
    found = {
        row["ID"]: Entity(row["ID"], row["VariableId"], row["Value"]) for row in tables["ENTITIES"].records()
    }
    for row in tables["ATTRIBUTEVALUES"].records():
        if row["EntityId"] in found and row["AttributeVariableId"] in names and row["AttributeValue"].strip():
            found[row["EntityId"]].attributes[names[row["AttributeVariableId"]]] = row[
                "AttributeValue"
            ].strip()
    return found


def _statements(
    tables: dict[str, Read], variables: dict[int, Variable], entities: dict[int, Entity]
) -> Iterator[Statement]:
    coders = {row["ID"]: row["Name"].strip() for row in tables["CODERS"].records()}
    values: dict[int, dict[int, int | str | Entity | None]] = {}
    for kind, table in VALUES.items():
        for row in tables[table].records():
            variable, own = row["VariableId"], values.setdefault(row["StatementId"], {})
            if variable not in variables or variables[variable].kind != kind:
                refuse(f"{table} holds a value of variable {variable}, which is no {kind} variable.")
            if variable in own:
                refuse(f"Statement {row['StatementId']} has two values of “{variables[variable].name}”.")
            own[variable] = entities.get(row["Entity"]) if kind == SHORT else row["Value"]
    for row in tables["STATEMENTS"].records():
        coder = coders.get(row["Coder"]) or f"coder {row['Coder'] if row['Coder'] is not None else 'unknown'}"
        yield Statement(
            row["ID"], row["StatementTypeId"], row["DocumentId"], row["Start"], row["Stop"], coder,
            values.get(row["ID"], {}),
        )  # fmt: skip
