"""EDTF dates: the days they can mean, and how they are worded."""

from datetime import date

import pytest

from sayso.model.dates import day_words, parse, words

DAY = date(2021, 7, 23)


@pytest.mark.parametrize(
    ("text", "low", "high", "precision", "worded"),
    [
        ("2021-07-23", DAY, DAY, "day", "23 Jul 2021"),
        ("2021-07-23T10:00:00Z", DAY, DAY, "day", "23 Jul 2021"),
        ("2003-03", date(2003, 3, 1), date(2003, 3, 31), "month", "Mar 2003"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month", "Feb 2020"),
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "year", "2014"),
        ("2021-07-19/2021-07-24", date(2021, 7, 19), date(2021, 7, 24), "interval", "19–24 Jul 2021"),
        ("2003-03/2003-04", date(2003, 3, 1), date(2003, 4, 30), "interval", "Mar 2003 – Apr 2003"),
        ("2020-01-03/..", date(2020, 1, 3), None, "after", "after 3 Jan 2020"),
        ("2003-03/..", date(2003, 3, 1), None, "after", "since Mar 2003"),
        ("../2021-12-31", None, date(2021, 12, 31), "before", "by 31 Dec 2021"),
        ("/2021", None, date(2021, 12, 31), "before", "by 2021"),
        ("1984?", date(1984, 1, 1), date(1984, 12, 31), "approximate", "about 1984"),
        ("2021-07~", date(2021, 7, 1), date(2021, 7, 31), "approximate", "about Jul 2021"),
        ("2021-07-XX", date(2021, 7, 1), date(2021, 7, 31), "approximate", "Jul 2021"),
        ("2021-21", date(2021, 3, 1), date(2021, 5, 31), "approximate", "spring 2021"),
    ],
)
def test_bounds_precision_and_words(
    text: str, low: date | None, high: date | None, precision: str, worded: str
) -> None:
    span = parse(text)
    assert (span.low, span.high, span.precision) == (low, high, precision)
    assert words(text) == worded


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "23.07.2021", "2021-02-30", "2021-13", "20210723", "0000", " 2021-07-23", "2021-07-23\n",
        "../..", "/", "2021/2022/2023", "2021-07-24/2021-07-19", "Y17000", "-0044", "٢٠٢١",
    ],
)  # fmt: skip
def test_what_is_not_a_date_is_refused_with_advice(text: str) -> None:
    with pytest.raises(ValueError, match="2020-01-03/"):
        parse(text)


def test_no_date_has_words_too() -> None:
    assert words(None) == words("") == "no date"
    assert day_words(DAY) == "23 Jul 2021"
