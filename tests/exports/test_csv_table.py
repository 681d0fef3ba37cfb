"""A downloaded table never runs as a formula, and keeps everything else as it was."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from sayso.exports.csv_table import csv_bytes


def cells(values: list[object]) -> list[str]:
    """`values` as they come back from the CSV."""
    text = csv_bytes(pd.DataFrame({"a": pd.Series(values, dtype=object), "n": range(len(values))})).decode(
        "utf-8-sig"
    )
    return [row["a"] for row in csv.DictReader(io.StringIO(text, newline=""))]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_formula_is_neutralised(start: str) -> None:
    assert cells([f"{start}HYPERLINK(1)"]) == [f"'{start}HYPERLINK(1)"]


def test_headers_are_neutralised_too() -> None:
    assert csv_bytes(pd.DataFrame({"=1+1": [1]})).decode("utf-8-sig").startswith("'=1+1")


def test_numbers_stay_numbers() -> None:
    text = csv_bytes(pd.DataFrame({"value": [-1.5, 2.0], "n": [-3, 4]})).decode("utf-8-sig")
    assert text == "value,n\r\n-1.5,-3\r\n2.0,4\r\n"


def test_quotes_commas_lines_and_scripts_survive() -> None:
    said = ['“a, b”, he said: "c"', "one\ntwo", "one\rtwo", "عمار الحكيم", "a = b", ""]
    assert cells([*said]) == said


def test_excel_is_told_the_encoding() -> None:
    assert csv_bytes(pd.DataFrame({"a": ["é"]})).startswith(b"\xef\xbb\xbf")
