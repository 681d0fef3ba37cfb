"""The wide statement table as Parquet: real days, lists and whole numbers, with what it is in its metadata."""

from __future__ import annotations

import io
import json
from typing import Any

from sayso.model.frames import records
from sayso.reports.statement_columns import COLUMNS
from sayso.reports.statements import Statements


def parquet(statements: Statements) -> bytes:
    """One row a statement. Nothing is disarmed or cut: Parquet has no formulas.

    The schema's metadata holds what the workbook's second sheet says (keys as there, in small letters with
    underscores) and the sources as JSON; each field's metadata holds its meaning.
    """
    import pyarrow as pa
    from pyarrow import parquet as writer

    types: dict[str, Any] = {
        "text": pa.string(), "edtf": pa.string(), "whole": pa.int16(), "number": pa.float64(), "yes": pa.bool_(),
        "day": pa.date32(), "list": pa.list_(pa.string()),
    }  # fmt: skip
    fields, arrays = [], []
    for column in COLUMNS:
        kind = pa.int32() if column.name == "source" else types[column.kind]
        values = statements.frame[column.name]
        plain = values.tolist() if column.kind == "list" else values
        if column.kind == "day":
            made = pa.array(values, type=pa.timestamp("s"), from_pandas=True).cast(pa.date32())
        else:
            made = pa.array(plain, type=kind, from_pandas=column.kind != "list")
        arrays.append(made)
        fields.append(pa.field(column.name, kind, metadata={"description": statements.meanings[column.name]}))
    told = {label.lower().replace(" ", "_"): words for label, words in statements.facts}
    told["sources"] = json.dumps(records(statements.sources), ensure_ascii=False)
    table = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=told))
    file = io.BytesIO()
    writer.write_table(table, file, compression="zstd")
    return file.getvalue()
