"""The tables that DNA 3 creates in an SQLite file, column by column; 3.0 and 3.1 create the same ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

LONGEST = 190  # characters, in every column that DNA calls short
Cell = int | float | str | None


@dataclass(frozen=True)
class Column:
    """One column: what stands behind its name in CREATE TABLE, and what it holds where nothing is said."""

    name: str
    rule: str
    default: Cell = None
    is_needed: bool = False
    is_short: bool = False


@dataclass(frozen=True)
class Table:
    """One table; `rules` stand behind its columns. `refers` says which table each referring column points into."""

    name: str
    columns: tuple[Column, ...]
    rules: tuple[str, ...]
    refers: dict[str, str]

    @property
    def create(self) -> str:
        """The CREATE TABLE that DNA would send."""
        parts = [*(f"{column.name} {column.rule}" for column in self.columns), *self.rules]
        return f"CREATE TABLE {self.name}({', '.join(parts)})"

    @property
    def insert(self) -> str:
        """An INSERT of a whole row."""
        names, marks = ", ".join(column.name for column in self.columns), ", ".join("?" for _ in self.columns)
        return f"INSERT INTO {self.name} ({names}) VALUES ({marks})"  # noqa: S608  (names of ours, no values)


def _key(rule: str = "INTEGER NOT NULL PRIMARY KEY") -> Column:
    return Column("ID", rule, is_needed=True)


def _short(name: str, default: str | None = None) -> Column:
    said = "" if default is None else f" DEFAULT '{default}'"
    rule = f"TEXT NOT NULL{said} CHECK (LENGTH({name}) < {LONGEST + 1})"
    return Column(name, rule, default, is_needed=True, is_short=True)


def _colour(is_needed: bool = True) -> tuple[Column, ...]:
    rule = "INTEGER NOT NULL DEFAULT 0" if is_needed else "INTEGER"
    return tuple(
        Column(name, f"{rule} CHECK ({name} BETWEEN 0 AND 255)", 0 if is_needed else None, is_needed)
        for name in ("Red", "Green", "Blue")
    )


def _ranged(name: str, low: int, high: int, default: int, null: str = " NOT NULL") -> Column:
    rule = f"INTEGER{null} CHECK ({name} BETWEEN {low} AND {high}) DEFAULT {default}"
    return Column(name, rule, default, is_needed=bool(null))


def _may(name: str) -> Column:
    return Column(name, f"INTEGER NOT NULL DEFAULT 1 CHECK({name} BETWEEN 0 AND 1)", 1, is_needed=True)


def _number(name: str, rule: str = " NOT NULL") -> Column:
    return Column(name, f"INTEGER{rule}", is_needed=rule.startswith(" NOT NULL"))


def _foreign(**refers: str) -> tuple[str, ...]:
    return tuple(
        f"FOREIGN KEY({own}) REFERENCES {other}(ID) ON DELETE CASCADE" for own, other in refers.items()
    )


PERMISSIONS = (
    "AddDocuments EditDocuments DeleteDocuments ImportDocuments AddStatements EditStatements DeleteStatements"
    " EditAttributes EditRegex EditStatementTypes EditCoders EditCoderRelations ViewOthersDocuments"
    " EditOthersDocuments ViewOthersStatements EditOthersStatements"
).split()
_OF_STATEMENT = {"StatementId": "STATEMENTS", "VariableId": "VARIABLES"}


def _values(name: str, value: Column, **more: str) -> Table:
    refers = _OF_STATEMENT | more
    columns = (_key("INTEGER PRIMARY KEY NOT NULL"), _number("StatementId"), _number("VariableId"), value)
    return Table(name, columns, (*_foreign(**refers), "UNIQUE (StatementId, VariableId)"), refers)


@cache
def tables() -> dict[str, Table]:
    """Every table by name, those that others refer to first."""
    of_coder, of_type = {"Coder": "CODERS"}, {"StatementTypeId": "STATEMENTTYPES"}
    linked = {"SourceVariableId": "VARIABLES", "TargetVariableId": "VARIABLES"}
    between = {"Coder": "CODERS", "OtherCoder": "CODERS"}
    stated = of_type | of_coder | {"DocumentId": "DOCUMENTS"}
    described = {"EntityId": "ENTITIES", "AttributeVariableId": "ATTRIBUTEVARIABLES"}
    of_entity = {"ChildOf": "ENTITIES", "VariableId": "VARIABLES"}
    own_key = _key("INTEGER PRIMARY KEY NOT NULL")
    kinds = " OR ".join(f"DataType = '{kind}'" for kind in ("boolean", "integer", "long text", "short text"))
    label = Column("Label", f"TEXT PRIMARY KEY CHECK (LENGTH(Label) < {LONGEST + 1})", is_short=True)
    found = (
        Table("SETTINGS", (Column("Property", "TEXT PRIMARY KEY"), Column("Value", "TEXT NOT NULL", is_needed=True)), (), {}),
        Table("CODERS", (
            _key(), _short("Name"), *_colour(), _ranged("Refresh", 0, 9999, 0), _ranged("FontSize", 1, 99, 14),
            _short("Password"), _ranged("PopupWidth", 100, 9999, 300, null=""), _ranged("ColorByCoder", 0, 1, 0),
            _ranged("PopupDecoration", 0, 1, 0), _ranged("PopupAutoComplete", 0, 1, 1),
            *(_ranged(f"Permission{name}", 0, 1, 1) for name in PERMISSIONS),
        ), (), {}),
        Table("DOCUMENTS", (
            _key(), _short("Title"), Column("Text", "TEXT NOT NULL", is_needed=True), _number("Coder", ""),
            _short("Author", ""), _short("Source", ""), _short("Section", ""),
            Column("Notes", "TEXT NOT NULL DEFAULT ''", "", is_needed=True), _short("Type", ""), _number("Date"),
        ), _foreign(**of_coder), of_coder),
        Table("STATEMENTTYPES", (_key(), _short("Label"), *_colour()), (), {}),
        Table("VARIABLES", (
            _key(), _short("Variable"),
            Column("DataType", f"TEXT NOT NULL CHECK ({kinds}) DEFAULT 'short text'", "short text", is_needed=True),
            _number("StatementTypeId", ""),
        ), (*_foreign(**of_type), "UNIQUE (Variable, StatementTypeId)"), of_type),
        Table("VARIABLELINKS", (_key(), *(_number(name, "") for name in linked)),
              ("CHECK (TargetVariableId != SourceVariableId)", *_foreign(**linked)), linked),
        Table("REGEXES", (label, *_colour()), (), {}),
        Table("CODERRELATIONS", (
            _key(), _number("Coder", " CHECK(Coder > 0)"), _number("OtherCoder", " CHECK(OtherCoder > 0)"),
            *(_may(name) for name in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")),
        ), ("CHECK (Coder != OtherCoder)", *_foreign(**between)), between),
        Table("STATEMENTS", (
            _key(), _number("StatementTypeId", ""), _number("DocumentId", ""),
            _number("Start", " NOT NULL CHECK(Start >= 0)"), _number("Stop", " NOT NULL CHECK(Stop >= 0)"),
            _number("Coder", ""),
        ), ("CHECK (Start < Stop)", *_foreign(**stated)), stated),
        _values("DATABOOLEAN", Column("Value", "INTEGER NOT NULL DEFAULT 1", 1, is_needed=True)),
        _values("DATAINTEGER", Column("Value", "INTEGER NOT NULL DEFAULT 0", 0, is_needed=True)),
        Table("ENTITIES", (
            own_key, _number("VariableId"), _short("Value", ""), *_colour(is_needed=False),
            _number("ChildOf", " CHECK(ChildOf > 0)"),
        ), ("UNIQUE (VariableId, Value)", *_foreign(**of_entity)), of_entity),
        _values("DATASHORTTEXT", _number("Entity"), Entity="ENTITIES"),
        _values("DATALONGTEXT", Column("Value", "TEXT DEFAULT ''")),
        Table("ATTRIBUTEVARIABLES", (own_key, _number("VariableId"), _short("AttributeVariable")),
              ("UNIQUE(VariableId, AttributeVariable)", *_foreign(VariableId="VARIABLES")), {"VariableId": "VARIABLES"}),
        Table("ATTRIBUTEVALUES", (
            own_key, _number("EntityId"), _number("AttributeVariableId"), _short("AttributeValue", ""),
        ), ("UNIQUE (EntityId, AttributeVariableId)", *_foreign(**described)), described),
    )  # fmt: skip
    return {table.name: table for table in found}
