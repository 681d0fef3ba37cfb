"""What else statements can be told apart by: their article's outlet and language, and what DNA kept of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from sayso.model.slugs import own_id
from sayso.store.hub import Database
from sayso.store.package import read_about

# Of an article that came from DNA: the columns of its table DOCUMENTS that Sayso has none for.
OF_DOCUMENTS = {"Author": "author", "Section": "section", "Type": "type", "Notes": "notes"}
_OWN = ("unit", "issue", "level", "document_id", "place")  # what `queries.networks.units` calls its own
_VALUES = ("DATASHORTTEXT", "DATABOOLEAN", "DATAINTEGER")


def with_variables(database: Database, statements: pd.DataFrame) -> pd.DataFrame:
    """`statements` (statement_id, original_id, article_id) with outlet_id, original_outlet_id, article_language and, in a
    dataset that came from DNA, author, section, type and notes of its document and every short text, boolean or integer
    variable of its type, by the variable's name (with “ (DNA)” where a column is called so).

    Text where something was said, "" where not. A statement made in Sayso has no variables of DNA's.
    """
    articles = database.rows("SELECT article_id, outlet_id, language FROM articles")
    outlets = {key: outlet for key, outlet, _ in articles}
    languages = {key: language for key, _, language in articles}
    more: dict[str, pd.Series[Any]] = {
        "outlet_id": statements["article_id"].map(outlets),
        "original_outlet_id": statements["original_id"].map(outlets),
        "article_language": statements["article_id"].map(languages),
    }
    tables = _tables(database)
    for name, by_article in _documents(tables).items():
        more[name] = statements["article_id"].map(by_article).fillna("")
    for name, by_statement in _variables(tables).items():
        is_taken = name in statements.columns or name in more or name in _OWN
        column = f"{name} (DNA)" if is_taken else name
        more[column] = statements["statement_id"].map(by_statement)
    return pd.concat([statements, pd.DataFrame(more, index=statements.index)], axis=1)


def _documents(tables: Mapping[str, list[dict[str, Any]]]) -> dict[str, dict[str, str]]:
    rows = [row for row in tables.get("DOCUMENTS", []) if _number(row, "ID") is not None]
    return {
        name: {own_id("document", row["ID"]): str(row.get(column) or "") for row in rows}
        for column, name in OF_DOCUMENTS.items()
        if rows
    }


def _variables(tables: Mapping[str, list[dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    """Values by statement and variable; of variables of one name in two statement types, both."""
    names, words = (
        {
            key: str(row.get(column) or "")
            for row in tables.get(table, [])
            if (key := _number(row, "ID")) is not None
        }
        for table, column in (("VARIABLES", "Variable"), ("ENTITIES", "Value"))
    )
    values: dict[str, dict[str, Any]] = {}
    for table in _VALUES:
        for row in tables.get(table, []):
            name, statement = names.get(_number(row, "VariableId") or 0), _number(row, "StatementId")
            number = _number(row, "Entity" if table == _VALUES[0] else "Value")
            value = words.get(number, "") if number is not None and table == _VALUES[0] else number
            if name and statement is not None and value is not None:
                values.setdefault(name, {})[own_id("statement", statement)] = value
    return values


def _number(row: Mapping[str, Any], column: str) -> int | None:
    value = row.get(column)
    return value if isinstance(value, int) else None


def _tables(database: Database) -> dict[str, list[dict[str, Any]]]:
    """The tables that the descriptor keeps of DNA, row by row; a descriptor is a file that anyone may have edited."""
    rows = database.rows("SELECT value FROM meta WHERE key = 'descriptor'")
    about = read_about(rows[0][0]).get("dna") if rows else None
    tables = about.get("tables") if isinstance(about, dict) else None
    return {name: list(_rows(table)) for name, table in tables.items()} if isinstance(tables, dict) else {}


def _rows(table: Any) -> Iterator[dict[str, Any]]:
    columns: Any
    rows: Any
    columns, rows = (table.get("columns"), table.get("rows")) if isinstance(table, dict) else ([], [])
    for row in rows if isinstance(rows, list) and isinstance(columns, list) else []:
        if isinstance(row, list) and len(row) == len(columns):
            yield dict(zip(map(str, columns), row, strict=True))
