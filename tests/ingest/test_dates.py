"""Dates as EDTF."""

from __future__ import annotations

import itertools
import random
from datetime import date

import pytest

from sayso.ingest.dates.find import find_dates
from sayso.model.dates import parse

WEDNESDAY = date(2022, 5, 11)
CASES = [
    # said outright
    ("on 3 January 2020", "2020-01-03"), ("on January 3rd, 2020", "2020-01-03"), ("in March 2003", "2003-03"),
    ("in 2014", "2014"), ("in the 1990s", "199X"), ("in the 19th century", "18XX"), ("on 2020-01-03", "2020-01-03"),
    ("on 2020/01/03", "2020-01-03"), ("in the autumn of 2019", "2019-23"), ("on 03.04.2021", "2021-04-03"),
    ("in the second quarter of 2021", "2021-04-01/2021-06-30"), ("in the late 1990s", "1997/1999"),
    # parts
    ("in the first half of 2021", "2021-01-01/2021-06-30"), ("by the end of next year", "../2023-12-31"), ("on Sept. 11, 2001", "2001-09-11"),
    ("in early 2003", "2003-01/2003-04"), ("in late March 2003", "2003-03-21/2003-03-31"), ("mid-2003", "2003-05/2003-08"),
    ("at the end of 2021", "2021-12~"), ("at the beginning of 2021", "2021-01~"), ("early in 2003", "2003-01/2003-04"),
    # open ends
    ("since March 2003", "2003-03/.."), ("since 2014", "2014/.."), ("by the end of 2021", "../2021-12-31"),
    ("until 2011", "../2011-12-31"), ("before 2003", "../2002-12-31"), ("after 3 January 2020", "2020-01-03/.."),
    ("since last year", "2021/.."), ("by Friday", "../2022-05-13"), ("before the 2014 vote", "../2014-12-31"),
    # ranges
    ("between 3 and 5 May 2021", "2021-05-03/2021-05-05"), ("from 3 to 5 May", "2022-05-03/2022-05-05"),
    ("May 3-5, 2021", "2021-05-03/2021-05-05"), ("between 2014 and 2017", "2014/2017"), ("in 1991–1995", "1991/1995"),
    ("in 1991-95", "1991/1995"), ("from 3 March to 5 June 2014", "2014-03-03/2014-06-05"), ("the 2019/20 season", "2019/2020"),
    ("from 28 December to 3 January 2020", "2019-12-28/2020-01-03"), ("between March and June 2014", "2014-03/2014-06"),
    # reckoned from the publication date
    ("last Friday", "2022-05-06"), ("yesterday", "2022-05-10"), ("two weeks ago", "2022-04-25/2022-05-01"),
    ("last year", "2021"), ("last month", "2022-04"), ("this week", "2022-05-09/2022-05-15"), ("today", "2022-05-11"),
    ("earlier this week", "2022-05-09/2022-05-11"), ("later this year", "2022-05-11/2022-12-31"), ("in March", "2022-03"),
    ("earlier this month", "2022-05-01/2022-05-11"), ("late last year", "2021-09-01/2021-12-31"), ("in December", "2021-12"),
    ("about two years ago", "2020~"), ("a couple of days ago", "2022-05-09"), ("over the past three months", "2022-02-11/2022-05-11"),
    ("in the next two weeks", "2022-05-11/2022-05-25"), ("several days ago", "2022-05-04/2022-05-09"),
    ("in the immediate future", "2022-05-11/.."), ("on 3 June", "2022-06-03"), ("will open on 3 June", "2022-06-03"),
    # the tense of the verb beside it
    ("He said on Monday", "2022-05-09"), ("It will open on Monday", "2022-05-16"), ("On Monday the court will rule", "2022-05-16"),
    ("Talks are to be held on Friday", "2022-05-13"), ("The bridge was closed on Friday", "2022-05-06"),
    ("They agreed to meet on Friday", "2022-05-13"), ("On Friday, gunmen attacked a village", "2022-05-06"),
    ("ahead of Sunday’s election", "2022-05-15"), ("after Sunday’s election", "2022-05-08/.."),
    ("It is expected on Thursday", "2022-05-12"), ("She said on Wednesday that she would go", "2022-05-11"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), CASES, ids=[text for text, _ in CASES])
def test_a_date(text: str, edtf: str) -> None:
    (found,) = find_dates(text, WEDNESDAY)
    assert found.edtf == edtf
    assert found.precision == parse(edtf).precision


IN_ORDER = [
    ("She said on Monday that talks would resume on Friday.", ["2022-05-09", "2022-05-13"]),
    ("The court will rule on Friday, officials said Monday.", ["2022-05-13", "2022-05-09"]),
    ("On 3 January 2020 the bridge fell. Shortly later, the mayor resigned.", ["2020-01-03", "2020-01-03/.."]),
    ("On 3 January 2020 it fell. Two days later it was shut.", ["2020-01-03", "2020-01-05"]),
    ("On 3 January 2020 it fell. The next day it rained.", ["2020-01-03", "2020-01-04"]),
    ("They came in March 2003. Two months later they left.", ["2003-03", "2003-05"]),
    ("They came in March 2003. Two days later they left.", ["2003-03", None]),
    ("He was jailed in 2014. The following year he fled.", ["2014", "2015"]),
    ("It fell on 3 May 2020. Days later it was shut.", ["2020-05-03", "2020-05-03/.."]),
    ("Two days later it was shut.", [None]),
    ("On 3 May 2020 it fell. A week after the vote it was shut.", ["2020-05-03", None]),
    ("Two days after 3 May 2020 it was shut.", ["2020-05-05", "2020-05-03"]),
    ("As soon as they came he left. She will leave soon.", ["2022-05-11/.."]),
    ("The Ostrel Courier, 13/04/2021: the vote of 03/05/2021 is off.", ["2021-04-13", "2021-05-03"]),
    ("Filed 04/13/2021, heard 05/03/2021.", ["2021-04-13", "2021-05-03"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtfs"), IN_ORDER, ids=[text for text, _ in IN_ORDER])
def test_dates_beside_each_other(text: str, edtfs: list[str | None]) -> None:
    assert [day.edtf for day in find_dates(text, WEDNESDAY)] == edtfs


def test_relative_dates_stay_open_while_the_publication_date_is_unknown() -> None:
    found = find_dates("He left on Monday. In 2014 he came back. Last year he died.", None)
    assert [(day.edtf, day.basis) for day in found] == [
        (None, "unresolved"), ("2014", "stated"), (None, "unresolved"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), CASES, ids=[text for text, _ in CASES])
def test_without_a_publication_date_nothing_is_reckoned_from_today(text: str, edtf: str) -> None:
    for day in find_dates(text, None):
        assert day.edtf is None or (day.edtf == edtf and any(mark.isdigit() for mark in text))


def test_the_reading_of_03_04_2021_is_not_guessed() -> None:
    assert [day.edtf for day in find_dates("on 03/04/2021", WEDNESDAY)] == [None]
    assert [day.edtf for day in find_dates("on 03/04/2021", WEDNESDAY, day_first=True)] == ["2021-04-03"]
    assert [day.edtf for day in find_dates("on 03/04/2021", WEDNESDAY, day_first=False)] == ["2021-03-04"]
    assert [day.edtf for day in find_dates("on 04/04/2021", WEDNESDAY)] == ["2021-04-04"]


@pytest.mark.parametrize(
    "text", ["on 12 Rajab 1443", "in 1443 AH", "during Ramadan", "في ١٢ رمضان ١٤٤٢", "on 31 June 2020"]
)
def test_other_calendars_and_impossible_days_stay_open(text: str) -> None:
    assert [(day.edtf, day.basis) for day in find_dates(text, WEDNESDAY)] == [(None, "unresolved")]


def test_words_that_only_look_like_dates() -> None:
    text = (
        "She may go. They joined the March for peace. It cost $2014. Some 2000 troops left. He will fall. "
        "Mahmoud Rajab spoke. The shop opens every Friday. Resolution 1701 stands, said April."
    )
    assert [text[slice(*day.span)] for day in find_dates(text, WEDNESDAY)] == ["April"]


PIECES = (
    "on", "in", "since", "by", "before", "after", "between", "from", "to", "and", "until", "early", "late", "the end of", "mid-",
    "Monday", "Friday", "3", "31", "29 February", "February", "2003", "1900", "2099", "03/04/2021", "31.12.1999", "last", "next",
    "week", "month", "year", "decade", "century", "days later", "two", "the past", "ago", "the 1990s", "3-5 May", ",", ".", "–",
    "the next day", "that year", "summer", "the second quarter of", "about", "this", "earlier this", "yesterday", "will", "said",
    "9999-12-31", "0000-00-00", "20th century", "several months ago", "shortly later", "1999-00", "soon", "12 decades",
)  # fmt: skip


@pytest.mark.parametrize(
    "published", [None, date(1, 1, 1), date(2022, 5, 11), date(2024, 2, 29), date(9999, 12, 31)]
)
def test_every_date_is_one_that_the_store_accepts(published: date | None) -> None:
    chance = random.Random(7)
    texts = [" ".join(chance.choice(PIECES) for _ in range(12)) for _ in range(150)]
    texts += [" ".join(pair) for pair in itertools.product(PIECES, PIECES)]
    for text in texts:
        for day in find_dates(text, published):
            assert 0 <= day.span[0] < day.span[1] <= len(text)
            assert (day.edtf is None) == (day.basis == "unresolved") == (day.precision == "unknown")
            if day.edtf:
                assert parse(day.edtf).precision == day.precision, (text, day)
