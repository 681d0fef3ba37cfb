"""Comparison without a screen: factions or actors against each other, and what goes on within."""

from __future__ import annotations

import pytest

from sayso.errors import QueryError
from sayso.reports.comparison import Comparison, comparison
from sayso.store.hub import Database
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 2, "2024-01-03", article="x"),
    say("ann", "tax", 2, "2024-01-03", article="x"),  # a repeat
    say("ann", "war", 1, "2024-01-04", article="x"),
    say("bob", "tax", -2, "2024-02-01", article="y"),
    say("cy", "tax", 1, "2024-02-02", article="y"),
    say("dee", "tax", -2, "2024-03-01", article="z"),
    say("dee", "war", 1, "2024-03-02", article="z"),
]
FACTIONS = {"red": ["ann", "bob", "cy", "eve"], "blue": ["dee"]}


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset(SAID, factions=FACTIONS)


@pytest.fixture
def report(database: Database, scope: ScopeMaker) -> Comparison:
    """Red and blue, as nobody said otherwise."""
    return comparison(database, scope())


def test_the_most_opposed_factions_are_compared(report: Comparison) -> None:
    assert report.unit == "factions" and sorted(report.sides) == ["blue", "red"]
    assert report.title == "Red and Blue part most on “Tax”; closest on “War”"
    assert report.subtitle.endswith("sorted by gap") and "6 statements" in report.subtitle
    assert report.gaps.set_index("issue_id")["gap"].round(2).to_dict() == {"tax": 2.33, "war": 0.0}
    assert "Blue and Red: 71% agreement on 2 shared issues" in report.notes


def test_the_table_says_it_in_words(report: Comparison) -> None:
    rows = report.table.set_index("id")
    assert rows.loc["blue/tax", "Position"] == "strongly opposes"
    assert (rows["Position"]["red/tax"], rows["Members who spoke"]["red/tax"]) == ("conflicting", 3)
    assert report.title_of("blue", "tax") == "Blue: strongly opposes"


def test_members_dissent_and_are_spread(report: Comparison) -> None:
    assert report.notes[-1] == "Bob strongly opposes “Tax”; Red on the whole: neutral"
    words = {side.key: (side.letter, side.words) for side in report.legend}
    assert words["red"][1] == "Red (3 of 4 members spoke)" and {letter for letter, _ in words.values()} == {
        "A",
        "B",
    }
    spread = report.part("spread").table()
    silent = spread[(spread["id"] == "red/tax") & (spread["Position"] == "not found")]
    assert silent["Members"].tolist() == [1]
    assert [part.name for part in report.parts] == ["comparison", "spread"]
    assert all(part.figure is not None for part in report.parts)


def test_each_mark_has_its_statements_and_repeats_are_left_out(report: Comparison) -> None:
    ids = report.parts[0].ids()
    assert {mark: len(keys) for mark, keys in ids.items()} == {
        ("red", "tax"): 3, ("red", "war"): 1, ("blue", "tax"): 1, ("blue", "war"): 1,
    }  # fmt: skip
    assert ids["blue", "war"] == ("s7",) and report.part("spread").ids() == ids
    assert report.statements_of("blue", "war")["statement_id"].tolist() == ["s7"]
    assert report.sources["article_id"].tolist() == ["z", "y", "x"]


def test_actors_are_chosen_by_id_or_name(database: Database, scope: ScopeMaker) -> None:
    report = comparison(database, scope(), unit="actors", sides=["ann", "Cy", "cy"])
    assert report.sides == ["ann", "cy"] and report.within is None and len(report.parts) == 1
    assert report.title == "Ann and Cy part most on “Tax”"
    assert set(report.parts[0].ids()) == {("ann", "tax"), ("ann", "war"), ("cy", "tax")}
    assert report.agreements == [("Ann and Cy", "too few to compare", "1 shared issue")]
    with pytest.raises(QueryError, match="Zoe"):
        comparison(database, scope(), unit="actors", sides=["Zoe"])


def test_six_sides_at_most(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    names = [f"x{n}" for n in range(7)]
    report = comparison(
        make_dataset([(name, "tax", 1, "2024-01-03") for name in names]), scope(), sides=names
    )
    assert report.sides == names[:6] and report.notes[0] == "The first 6 sides are shown."
    assert len({side.colour for side in report.legend}) == 6


def test_an_empty_dataset_has_a_title(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = comparison(make_dataset(), scope())
    assert report.title == "No issue has positions from two of the chosen sides"
    assert report.sides == [] and report.table.empty and report.sources.empty and not report.parts[0].ids()


def test_a_date_before_everything_leaves_factions_without_a_voice(
    database: Database, scope: ScopeMaker
) -> None:
    report = comparison(database, scope("1900-01-01"))
    assert report.unit == "factions" and report.sides == [] and report.positions.empty
    assert all(part.figure is not None and part.table().empty for part in report.parts)
