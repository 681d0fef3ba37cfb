"""Dates as EDTF."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ingest.dates.find import find_dates
from sayso.model.dates import parse

WEDNESDAY = date(2022, 5, 11)
CASES = [
    ("on 3 January 2020", "2020-01-03"), ("on January 3rd, 2020", "2020-01-03"), ("in March 2003", "2003-03"),
    ("since March 2003", "2003-03/.."), ("by the end of 2021", "../2021-12-31"), ("in 2014", "2014"),
    ("in the 1990s", "199X"), ("He said on Monday", "2022-05-09"), ("It will open on Monday", "2022-05-16"),
    ("last Friday", "2022-05-06"), ("yesterday", "2022-05-10"), ("two weeks ago", "2022-04-25/2022-05-01"),
    ("last year", "2021"), ("last month", "2022-04"), ("in the autumn of 2019", "2019-23"),
    ("in the second quarter of 2021", "2021-04-01/2021-06-30"), ("this week", "2022-05-09/2022-05-15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), CASES, ids=[text for text, _ in CASES])
def test_a_date(text: str, edtf: str) -> None:
    (found,) = find_dates(text, WEDNESDAY)
    assert found.edtf == edtf
    parse(edtf)


def test_relative_dates_stay_open_while_the_publication_date_is_unknown() -> None:
    found = find_dates("He left on Monday. In 2014 he came back. Last year he died.", None)
    assert [(day.edtf, day.basis) for day in found] == [
        (None, "unresolved"), ("2014", "stated"), (None, "unresolved"),
    ]  # fmt: skip


def test_shortly_later_follows_its_anchor() -> None:
    found = find_dates("On 3 January 2020 the bridge fell. Shortly later, the mayor resigned.", None)
    assert [day.edtf for day in found] == ["2020-01-03", "2020-01-03/.."]


def test_may_is_a_verb_and_march_a_walk() -> None:
    assert find_dates("She may go. They joined the March for peace. It cost $2014.", WEDNESDAY) == ()
