"""The wide table as files: typed, and the same in CSV and Parquet."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pandas as pd
import pyarrow as pa
from pyarrow import parquet as reader

from sayso.exports import wide_csv, wide_files
from sayso.exports.parquet import parquet
from sayso.reports.statement_columns import COLUMNS
from sayso.reports.statements import Statements, statements
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", -2, "2024-01-03", text='=HYPERLINK("x")', article="a1", condition="if, “and” only"),
    say("bob", "tax", 1, "2024-02", text="نريد خروج\tالقوات", credibility=2),
    say("ann", "war", 1, "../2024-03-01", text="Words, and\nlines."),
]
NAMES = [column.name for column in COLUMNS]


def table(make_dataset: DatasetMaker, scope: ScopeMaker) -> Statements:
    database = make_dataset(SAID, factions={"f": ["ann"], "g": ["ann"]})
    return statements(database, scope())


def test_csv_is_flat_and_runs_nothing(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    text = wide_csv.csv(table(make_dataset, scope)).decode("utf-8-sig")
    first, bob, ann = csv.DictReader(io.StringIO(text, newline=""))
    assert (first["quote"], first["stated_low"], first["said_on"]) == ("Words, and\nlines.", "", "2024-03-01")
    assert (bob["stance"], bob["credibility"], bob["is_kept"]) == ("1", "2", "true")
    assert (bob["stated_on"], bob["stated_high"]) == ("2024-02", "2024-02-29")
    assert bob["quote"] == "نريد خروج\tالقوات"
    assert ann["quote"] == '\'=HYPERLINK("x")' and ann["stance"] == "-2" and ann["factions"] == "F; G"
    assert ann["stance_word"] == "strongly opposes" and ann["dataset"] == "Tiny" and ann["data_version"]


def test_parquet_has_days_lists_and_what_it_is(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    found = reader.read_table(io.BytesIO(parquet(table(make_dataset, scope))))
    types = {field.name: field.type for field in found.schema}
    assert types["said_on"] == pa.date32() and types["factions"] == pa.list_(pa.string())
    assert types["stance"] == pa.int16() and types["is_kept"] == pa.bool_()
    ann = next(row for row in found.to_pylist() if row["statement_id"] == "s1")
    assert ann["said_on"] == date(2024, 1, 3) and ann["factions"] == ["F", "G"] and ann["credibility"] is None
    assert ann["quote"] == '=HYPERLINK("x")'  # no formulas in Parquet, so nothing is disarmed
    told = {key.decode(): value.decode() for key, value in (found.schema.metadata or {}).items()}
    assert told["dataset"] == "Tiny" and told["licence"] == "none named" and told["data_version"]
    assert [source["source"] for source in json.loads(told["sources"])] == [1, 2, 3]
    assert b"strongly opposes" in found.schema.field("stance").metadata[b"description"]


def test_an_empty_dataset_gives_a_header(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    made = statements(make_dataset(), scope())
    assert wide_csv.csv(made).decode("utf-8-sig") == ",".join(NAMES) + "\r\n"
    assert reader.read_table(io.BytesIO(parquet(made))).num_rows == 0
    assert pd.read_excel(io.BytesIO(wide_files.FORMATS[".xlsx"](made))).columns.tolist() == NAMES
