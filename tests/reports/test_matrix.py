"""The matrix without a screen: what its title rests on, what there is to know of its cells, and which of them are old."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.reports.matrix import matrix
from sayso.store.hub import Database
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    *(say("ann", "tax", stance, f"2024-0{month}-10", article=f"a{month}") for month, stance in enumerate([2, 1, 2, 1, -1], 1)),
    say("bob", "tax", 2, "2020-05-05", article="old"),
    say("cid", "tax", 1, "2024-03-03", article="acted", basis="inferred"),
    say("dot", "tax", -2, "2024-04-04", article="against"),
]  # fmt: skip


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset(SAID, factions={"left": ["ann", "bob"]})


def test_the_title_and_the_subtitle_say_what_it_rests_on(database: Database, scope: ScopeMaker) -> None:
    report = matrix(database, scope("2024-06-30"))
    assert (
        report.title == "Three of four actors support “Tax”, one of them in words this year; Dot stands alone"
    )
    assert "all history, 2020 to 2024" in report.subtitle
    assert "the title rests on 8 statements: 7 in words, 1 inferred, from 2020 to 2024" in report.subtitle
    since = matrix(database, scope("2024-06-30", since=date(2024, 1, 1)))
    assert "since 1 Jan 2024" in since.subtitle and "all history" not in since.subtitle
    assert ("bob", "tax") not in since.cells and "Three" not in since.title
    coded = matrix(database, scope("2024-06-30", known_by="coded"))
    assert (
        "as coded here by 30 Jun 2024" in coded.subtitle
        and "8 statements without a logged day" in coded.subtitle
    )


def test_thin_old_and_turning_cells_are_told_once(database: Database, scope: ScopeMaker) -> None:
    (note,) = matrix(database, scope("2024-06-30")).notes
    assert note == (
        "Of 4 positions, 3 rest on one statement, 1 has nothing of the past year and 1 differs between mean and latest"
        " statement."
    )  # fmt: skip


def test_only_what_is_older_than_was_asked_is_faded(database: Database, scope: ScopeMaker) -> None:
    assert matrix(database, scope("2024-06-30")).faded == frozenset()
    report = matrix(database, scope("2024-06-30"), fade_years=2)
    assert report.faded == {("bob", "tax")}
    assert "framed: nothing of the last 2 years" in report.chart().provenance
    assert matrix(database, scope("2024-06-30"), fade_years=5).faded == frozenset()


def test_a_cell_says_its_counts_and_from_five_articles_on_its_interval(
    database: Database, scope: ScopeMaker
) -> None:
    report = matrix(database, scope())
    words = report.words_of(("ann", "tax"))
    assert words.startswith("Mean of 5 statements: +1.00 (4 +, 1 −); 90% interval ") and "5 articles" in words
    assert report.words_of(("bob", "tax")) == "One statement." and report.words_of(("ann", "war")) == ""
    by_faction = matrix(database, scope(), unit="factions")
    assert by_faction.words_of(("left", "tax")) == (
        "Mean of 2 members, one voice each, from 6 statements: +1.50 (2 +)."
    )
    assert dict(zip(report.table["Actor"], report.table["By sign"], strict=True))["Ann"] == "4 +, 1 −"
