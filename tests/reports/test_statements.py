"""The wide table: every column explained and typed, and what must be said beside it."""

from __future__ import annotations

from sayso.queries.answer import question
from sayso.reports.statement_columns import COLUMNS
from sayso.reports.statements import Statements, statements
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", -2, "2024-01-03", article="a1"),
    say("bob", "tax", 1, "2024-02"),
    say("ann", "war", 1, "../2024-03-01"),
]
NAMES = [column.name for column in COLUMNS]


def table(make_dataset: DatasetMaker, scope: ScopeMaker) -> Statements:
    database = make_dataset(SAID, factions={"f": ["ann"], "g": ["ann"]})
    return statements(database, scope())


def test_every_column_of_the_question_is_there_and_has_a_meaning(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    made = table(make_dataset, scope)
    assert set(NAMES) >= set(question("statements_wide").columns) and len(set(NAMES)) == len(NAMES)
    assert list(made.frame.columns) == NAMES
    assert [name for name in NAMES if len(made.meanings[name]) < 8] == []


def test_statements_name_their_number_in_the_list_of_sources(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    made = table(make_dataset, scope)
    numbers = dict(zip(made.sources["source"], made.sources["article_id"], strict=True))
    assert [numbers[number] for number in made.frame["source"]] == made.frame["article_id"].tolist()


def test_an_empty_dataset_gives_a_header_and_a_word(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    made = statements(make_dataset(), scope())
    assert list(made.frame.columns) == NAMES and made.frame.empty and made.sources.empty
    assert "only the header" in dict(made.facts)["Rows"]


def test_what_is_left_out_is_said(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    database = make_dataset(SAID, articles={"a1": {"rights": "show"}})
    facts = dict(statements(database, scope(actors=("ann",))).facts)
    assert facts["Rights"].startswith("1 of 2 quotes left out") and facts["Filters"] == "actors: ann"
    assert facts["Date range"] == "2024-01-03 to 2024-03-01"


def test_only_the_statements_of_some_quotes_and_the_filters_in_words(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    made = statements(make_dataset(SAID), scope(), quotes=["q2"], filters=["quotes with “tax”"])
    assert made.frame["statement_id"].tolist() == ["s2"] and made.sources["source"].tolist() == [1]
    assert dict(made.facts)["Filters"] == "quotes with “tax”"
