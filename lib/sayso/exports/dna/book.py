"""A DNA database being written: its tables as rows, with new numbers, entities, attributes and coders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sayso.exports.dna.schema import LONGEST, Cell, tables
from sayso.ingest.dna.records import SHORT, VALUES

Row = dict[str, Any]
COLOURS = ((51, 153, 255), (255, 102, 102), (102, 204, 0), (255, 153, 0), (153, 102, 204), (0, 153, 153))


class Book:
    """Tables by name, each a list of rows; `told` counts what DNA cannot hold as Sayso does."""

    def __init__(self, found: dict[str, list[Row]] | None = None) -> None:
        self.tables: dict[str, list[Row]] = {name: [] for name in tables()} | (found or {})
        self.told: Counter[tuple[str, str]] = Counter()
        self._last: dict[str, int] = {
            name: max((row["ID"] for row in rows if isinstance(row.get("ID"), int)), default=0)
            for name, rows in self.tables.items()
        }
        self._entities: dict[tuple[int, str], int] = {
            (row["VariableId"], row["Value"]): row["ID"] for row in self.tables["ENTITIES"]
        }
        self._coders: dict[str, int] = {
            row["Name"].strip(): row["ID"] for row in reversed(self.tables["CODERS"])
        }
        self._attributes = {
            (row["VariableId"], row["AttributeVariable"]): row["ID"]
            for row in self.tables["ATTRIBUTEVARIABLES"]
        }
        self._attributed = {
            (row["EntityId"], row["AttributeVariableId"]): row for row in self.tables["ATTRIBUTEVALUES"]
        }
        self._values = {
            (row["StatementId"], row["VariableId"]): row
            for name in VALUES.values()
            for row in self.tables[name]
        }
        self.by_id = {
            name: {row["ID"]: row for row in self.tables[name]}
            for name in ("DOCUMENTS", "STATEMENTS", "ENTITIES")
        }

    def add(self, table: str, **cells: Cell) -> int:
        """A new row; returns its number. Columns that are not named hold what DNA puts there by itself."""
        self._last[table] += 1
        row: Row = {"ID": self._last[table], **cells}
        self.tables[table].append(row)
        if table in self.by_id:
            self.by_id[table][row["ID"]] = row
        return self._last[table]

    def tell(self, noun: str, rest: str, n: int = 1) -> None:
        """Count `n` more things of which "3 `noun`s `rest`" is to be told."""
        if n:
            self.told[noun, rest] += n

    def short(self, text: str | None, what: str) -> str:
        """`text` within the length that DNA allows; what had to be cut is told."""
        plain = (text or "").strip()
        if len(plain) <= LONGEST:
            return plain
        self.tell(what, f"cut to {LONGEST} characters, the most that DNA holds")
        return f"{plain[: LONGEST - 1].rstrip()}…"

    def coder(self, name: str) -> int:
        """The coder of that name; a new one may do and see what DNA's coders may by default."""
        own = self.short(name, "coder’s name") or "unknown"
        if own not in self._coders:
            others = list(dict.fromkeys(self._coders.values()))
            red, green, blue = COLOURS[len(self._coders) % len(COLOURS)]
            self._coders[own] = made = self.add(
                "CODERS", Name=own, Red=red, Green=green, Blue=blue, Password=""
            )
            for other in others:
                self.add("CODERRELATIONS", Coder=made, OtherCoder=other)
                self.add("CODERRELATIONS", Coder=other, OtherCoder=made)
        return self._coders[own]

    def entity(self, variable: int, value: str) -> int:
        """The entity of a short-text variable with that value, which is short; made if there is none."""
        if (variable, value) not in self._entities:
            made = self.add(
                "ENTITIES", VariableId=variable, Value=value, Red=0, Green=0, Blue=0, ChildOf=None
            )
            self._entities[variable, value] = made
            for (owner, _), attribute in list(self._attributes.items()):
                if owner == variable:
                    self._attribute(made, attribute)
        return self._entities[variable, value]

    def free_value(self, variable: int, value: str) -> str:
        """`value`, or with a number behind it if the variable has an entity of that value."""
        number, found = 2, value
        while (variable, found) in self._entities:
            found = f"{value[: LONGEST - 8]} ({number})"
            number += 1
        return found

    def is_free(self, variable: int, value: str) -> bool:
        """Whether no entity of the variable has that value."""
        return (variable, value) not in self._entities

    def rename(self, entity: int, value: str) -> None:
        """Give an entity another value that is free."""
        row = self.by_id["ENTITIES"][entity]
        variable = row["VariableId"]
        del self._entities[variable, row["Value"]]
        row["Value"] = self.free_value(variable, value)
        self._entities[variable, row["Value"]] = entity

    def describe(self, entity: int, name: str, value: str) -> None:
        """Set an attribute of an entity; one that its variable does not have is made, empty for all others."""
        variable = self.by_id["ENTITIES"][entity]["VariableId"]
        if (variable, name) not in self._attributes:
            made = self.add("ATTRIBUTEVARIABLES", VariableId=variable, AttributeVariable=name)
            self._attributes[variable, name] = made
            for row in self.tables["ENTITIES"]:
                if row["VariableId"] == variable:
                    self._attribute(row["ID"], made)
        own = self._attribute(entity, self._attributes[variable, name])
        own["AttributeValue"] = self.short(value, f"value of “{name}”")

    def set_value(self, statement: int, variable: int, kind: str, value: Cell) -> None:
        """The value of a statement's variable: a number, a text, or an entity's number."""
        column = "Entity" if kind == SHORT else "Value"
        if (statement, variable) in self._values:
            self._values[statement, variable][column] = value
            return
        self.add(VALUES[kind], StatementId=statement, VariableId=variable, **{column: value})
        self._values[statement, variable] = self.tables[VALUES[kind]][-1]

    def value(self, statement: int, variable: int) -> Row | None:
        """The row that holds it."""
        return self._values.get((statement, variable))

    def drop(self, table: str, numbers: Iterable[int]) -> None:
        """Take rows out, with everything that refers to them, as DNA's own ON DELETE CASCADE does."""
        gone = set(numbers)
        if not gone:
            return
        self.tables[table] = [row for row in self.tables[table] if row["ID"] not in gone]
        if table == "ENTITIES":  # their values are free again
            self._entities = {key: number for key, number in self._entities.items() if number not in gone}
        for name, other in tables().items():
            for column in (column for column, target in other.refers.items() if target == table):
                hit = [row["ID"] for row in self.tables[name] if row.get(column) in gone]
                self.drop(name, hit)

    def _attribute(self, entity: int, attribute: int) -> Row:
        if (entity, attribute) not in self._attributed:
            self.add("ATTRIBUTEVALUES", EntityId=entity, AttributeVariableId=attribute, AttributeValue="")
            self._attributed[entity, attribute] = self.tables["ATTRIBUTEVALUES"][-1]
        return self._attributed[entity, attribute]
