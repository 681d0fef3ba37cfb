"""Statements of a Discourse Network Analyzer database, read with the standard library alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pandas as pd

TABLES = {"boolean": "DATABOOLEAN", "integer": "DATAINTEGER", "long text": "DATALONGTEXT"}


def read_statements(path: Path, statement_type: int = 1) -> pd.DataFrame:
    """One row per statement of a type, in DNA's order: its variables by name, its document's facts, said_on."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        frame = pd.read_sql_query(
            "SELECT s.ID AS id, s.DocumentId AS document_id, s.Start AS start, s.Stop AS stop, d.Date AS seconds,"
            " d.Author AS author, d.Source AS source, d.Section AS section, d.Type AS type, d.Title AS title"
            " FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId WHERE s.StatementTypeId = ?",
            connection,
            params=(statement_type,),
        )
        variables = connection.execute(
            "SELECT ID, Variable, DataType FROM VARIABLES WHERE StatementTypeId = ?", (statement_type,)
        ).fetchall()
        for key, name, kind in variables:
            values = (
                "SELECT v.StatementId, e.Value FROM DATASHORTTEXT v JOIN ENTITIES e ON e.ID = v.Entity WHERE v.VariableId = ?"
                if kind == "short text"
                else f"SELECT StatementId, Value FROM {TABLES[kind]} WHERE VariableId = ?"
            )
            frame[name] = frame["id"].map(dict(connection.execute(values, (key,)).fetchall()))
    frame["said_on"] = pd.to_datetime(frame["seconds"], unit="s").dt.as_unit("us")
    return frame.sort_values(["seconds", "document_id", "start", "stop", "id"]).reset_index(drop=True)
