"""What withdrawing an article would do, in words: what leaves, what stays, which positions change."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.coding.withdrawing import withdraw
from sayso.coding.withdrawing_words import Articles, sentence, since
from sayso.reports.view import look
from sayso.store.hub import Database
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 2, "2024-01-03", article="a1"),
    say("ann", "tax", -1, "2024-01-04", article="a2"),
    say("bob", "tax", 1, "2024-01-03", article="a1"),
    say("ann", "tax", 2, "2024-01-03", article="copy"),
]


def debate(make_dataset: DatasetMaker) -> Database:
    return make_dataset(SAID, articles={"copy": {"duplicate_of": "a1"}}, factions={"f": ["bob"]})


def articles(database: Database, scope: ScopeMaker) -> Articles:
    return Articles(look(database, scope()))


def test_what_changes_and_what_a_copy_carries(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    alone = articles(debate(make_dataset), scope).without(("a1",))
    assert alone.sentence == "2 statements leave; 1 position of actors and 1 of factions change."
    assert alone.lines == [
        "Bob on “Tax”: supports (n=1) → not found",
        "F (faction) on “Tax”: supports (n=1) → not found",
    ]
    assert alone.consequences == [
        "1 copy of it stays (The Herald): what was coded from a copy goes on counting, once."
    ]
    assert set(alone.statements["statement_id"]) == {"s1", "s3"} and alone.extent == "What it says: 2 statements"  # fmt: skip
    table = alone.part.table()
    assert table[["Who", "Unit", "Without it"]].to_numpy().tolist() == [
        ["Bob", "actor", "not found"],
        ["F", "faction", "not found"],
    ]
    assert alone.part.title == alone.sentence and "whole dataset" in alone.part.provenance


def test_the_copy_as_well(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    of_all = articles(debate(make_dataset), scope)
    assert of_all.copies("a1") == ["copy"] and of_all.copies("a2") == []
    both = of_all.without(("a1", "copy"))
    assert both.consequences == [] and "3 statements leave; 2 positions of actors" in both.sentence
    copy = of_all.without(("copy",))
    assert copy.consequences[0].startswith("It is a copy of Article a1 (The Herald, 3 Jan 2024), and counts")


def test_what_is_withdrawn_is_listed_the_latest_first(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    database = debate(make_dataset)
    withdraw(database, "anna", {"a2": {}}, date(2026, 3, 1))
    withdraw(database, "bela", {"a1": {}}, date(2026, 3, 2))
    of_all = articles(database, scope)
    assert [row["article_id"] for row in of_all.withdrawn] == ["a1", "a2"]
    assert since(of_all.withdrawn[1]) == "since 1 Mar 2026 by anna · 1 statement coded from it"
    assert of_all.without(("copy",)).consequences[0].endswith("which is withdrawn already.")


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((0, 0, 0), "No statement leaves: no position rests on it."),
        ((1, 0, 0, 1), "1 statement leaves, and no position changes its band; one keeps its band with another mean. What others report carries them all: that is a finding."),
        ((3, 2, 1), "3 statements leave; 2 positions of actors and 1 of factions change."),
        ((3, 1, 0, 2), "3 statements leave; 1 position of actors and 0 of factions changes; two keep their band with another mean."),
    ],
)  # fmt: skip
def test_what_would_change_is_a_sentence(numbers: tuple[int, ...], expected: str) -> None:
    assert sentence(*numbers) == expected
