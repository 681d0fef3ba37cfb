"""Stances and dates as tables write them; what has two readings is asked, what is wrong is told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from sayso.ingest.coded_table.columns import guess_columns
from sayso.ingest.coded_table.table import Cell, read_table
from sayso.ingest.coded_table.values import CellError, day_order, guess_stances, read_date, stance_key
from tests.table_file import ROWS, TITLES, lines


@pytest.mark.parametrize(
    ("values", "meant"),
    [
        (["Support", "OPPOSES", "strongly  agree", "--"], [1, -1, 2, -2]),
        (["yes", "no", True, False], [1, -1, 1, -1]),
        ([-2, "+1", 0.0, "−1"], [-2, 1, 0, -1]),
        (["1", "2", "3", "4", "5"], [-2, -1, 0, 1, 2]),
        (["0", "1"], [None, None]),
        (["1", "2"], [None, None]),
        (["7", "1"], [None, None]),
        (["perhaps", "pro"], [None, 1]),
    ],
)
def test_plain_stances_are_guessed_and_others_left_to_the_person(
    values: list[Cell], meant: list[object]
) -> None:
    keys = [stance_key(value) for value in values]
    guessed = guess_stances(keys)
    assert [guessed.get(key) for key in keys] == meant


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("2021-07-24", "", "2021-07-24"), ("2021-07", "", "2021-07"), ("2020-01-03/..", "", "2020-01-03/.."),
        ("24/07/2021", "", "2021-07-24"), ("07/24/2021", "", "2021-07-24"), ("03/04/2021", "dmy", "2021-04-03"),
        ("03/04/2021", "mdy", "2021-03-04"), ("03.04.2021", "mdy", "2021-04-03"), ("2021/7/4", "", "2021-07-04"),
        ("24 July 2021", "", "2021-07-24"), ("2021-07-24T10:00:00Z", "", "2021-07-24"), (2021, "", "2021"),
        (44401, "", "2021-07-24"), (datetime(2021, 7, 24, 10), "", "2021-07-24"), (date(2021, 7, 24), "", "2021-07-24"),
    ],
)  # fmt: skip
def test_dates_are_read_as_tables_write_them(cell: Cell, order: str, day: str) -> None:
    assert read_date(cell, order) == day


@pytest.mark.parametrize(
    ("cell", "order", "says"),
    [
        ("30/02/2021", "dmy", "does not exist"), ("2021-02-30", "", "does not exist"), ("03/04/2021", "", "two readings"),
        ("24/07/21", "dmy", "two figures"), ("44401", "", "Excel"), ("soon", "", "no date"), (True, "", "no date"),
        ("13/13/2021", "", "does not exist"),
    ],
)  # fmt: skip
def test_what_is_no_date_says_why(cell: Cell, order: str, says: str) -> None:
    with pytest.raises(CellError) as told:
        read_date(cell, order)
    assert says in told.value.wrong and told.value.right


def test_one_clear_day_settles_the_order_of_the_others() -> None:
    assert day_order(["03/04/2021", "24/07/2021", None]) == ("dmy", 1)
    assert day_order(["03/04/2021", "07/24/2021"]) == ("mdy", 1)
    assert day_order(["03/04/2021", "07/24/2021", "24/07/2021"]) == ("", 1)
    assert day_order(["03/04/2021", "03.04.2021", "05/05/2021"]) == ("", 1)


def test_columns_are_guessed_by_title_and_by_what_they_hold() -> None:
    table = read_table("coded.csv", lines([TITLES, *ROWS]))
    assert guess_columns(table) == {
        "speaker": "Speaker", "issue": "Issue", "stance": "Stance", "date": "Date", "title": "Headline",
        "outlet": "Newspaper", "quote": "Quote",
    }  # fmt: skip
    rows: list[list[Any]] = [["Wer", "Was", "Wie", "Wann", "Wo"], *[["Ann", "Steuer", s, f"2024-07-{n:02}", "https://x.example/1"] for n, s in enumerate((1, -1, 0), 1)]]  # fmt: skip
    guessed = guess_columns(read_table("coded.csv", lines(rows)))
    assert guessed == {"stance": "Wie", "date": "Wann", "url": "Wo"}
