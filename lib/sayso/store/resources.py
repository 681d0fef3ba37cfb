"""A table as Frictionless describes it in `datapackage.json`: path, field types, keys."""

from __future__ import annotations

from typing import Any

from sayso.store.catalog import Column, Table
from sayso.store.package import SPANS_PATTERN


def describe(table: Table) -> dict[str, Any]:
    """The Frictionless resource of a table: path, field types, keys."""
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    foreign = [c for c in table.columns if c.references and not c.is_date]
    if foreign:
        schema["foreignKeys"] = [_foreign_key(column, table.name) for column in foreign]
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": table.comment,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _field_type(column), "description": column.comment}
    constraints: dict[str, Any] = {}
    if column.is_required and not column.is_list:
        constraints["required"] = True
    if column.labels and not column.is_list:
        constraints["enum"] = list(column.labels)
    if column.is_spans:
        constraints["pattern"] = SPANS_PATTERN
    if constraints:
        field["constraints"] = constraints
    return field


def _field_type(column: Column) -> str:
    numeric = {"INTEGER": "integer", "TINYINT": "integer", "DOUBLE": "number"}
    others = {"TIMESTAMP": "datetime", "JSON": "object", "BOOLEAN": "boolean"}
    return numeric.get(column.type) or others.get(column.type) or "string"


def _foreign_key(column: Column, table: str) -> dict[str, Any]:
    assert column.references is not None
    target, key = column.references
    return {
        "fields": [column.name],
        "reference": {"resource": "" if target == table else target, "fields": [key]},
    }
