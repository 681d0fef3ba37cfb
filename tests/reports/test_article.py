"""An article's answer on a few invented rows: its quotes in order, where they stand, and whether it counts."""

from __future__ import annotations

import pytest

from sayso.coding.texts import attach
from sayso.errors import QueryError, StoreError
from sayso.reports.article import article, labels
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

TEXT = "Ann said: Up it goes. Bob said: Down it goes."
SAID = [
    say("bob", "tax", -1, "2024-01-03", article="a1", text="Down it goes."),
    say("ann", "tax", 2, "2024-01-03", article="a1", text="Up it goes."),
    say("ann", "tax", 1, "2024-02-01", article="a2"),
]
ARTICLES = {"a1": {"text": TEXT}, "a2": {"title": "Later", "outlet_basis": "inferred"}}


def test_quotes_stand_in_the_order_of_the_text(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = article(make_dataset(SAID, articles=ARTICLES), scope(), article_id="a1")
    assert report.title == "2 quotes coded from Article a1"
    assert report.subtitle == (
        "The Herald · reliability B · published 3 Jan 2024 · rights: show, quote, export"
    )
    assert [row["quote"] for row in report.quotes] == ["Up it goes.", "Down it goes."]
    assert [row["place"] for row in report.quotes] == ["characters 10–21", "characters 32–45"]
    assert report.spans == [(10, 21), (32, 45)]
    assert report.table["Speaker"].tolist() == ["Ann", "Bob"]
    assert report.table["Characters"].tolist() == ["10–21", "32–45"]
    assert report.part("article").ids() == {("q1",): ("s1",), ("q2",): ("s2",)}
    assert report.sources["article_id"].tolist() == ["a1"] and report.notes == ()


def test_its_quotes_do_not_keep_to_the_scope_and_its_statements_do(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    report = article(make_dataset(SAID), scope(actors=("ann",)), article_id="a1")
    assert len(report.frame) == 2 and report.statements["statement_id"].tolist() == ["s2"]


def test_without_a_choice_it_is_the_latest(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = article(make_dataset(SAID, articles=ARTICLES), scope())
    assert report.title == "1 quote coded from Later"
    assert report.subtitle.startswith("The Herald (inferred) · ")
    assert list(labels(report.view)) == ["a2", "a1"]
    with pytest.raises(QueryError, match="no article “a3”"):
        article(report.view.database, scope(), article_id="a3")


def test_whether_it_counts_is_told(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    articles = {"a1": {"withdrawn_on": "2024-03-01"}, "a2": {"duplicate_of": "a1"}}
    database = make_dataset(SAID, articles=articles)
    gone, copy = (article(database, scope(), article_id=key) for key in ("a1", "a2"))
    assert gone.notes == ("Withdrawn on 1 Mar 2024: nothing of it counts on any page.",)
    assert gone.original is None
    assert copy.notes == ("A copy: what both say is counted once, as of the original.",)
    assert copy.original == "Article a1 (The Herald, 3 Jan 2024)"


def test_a_text_is_there_once_it_is_attached(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    database = make_dataset(SAID)
    assert article(database, scope(), article_id="a2").text is None
    assert attach(database, "a2", b"\xef\xbb\xbfA long enough text.", "anna") == 19
    report = article(database, scope(), article_id="a2")
    assert report.text == "A long enough text." and not report.is_withheld
    with pytest.raises(StoreError, match="not UTF-8"):
        attach(database, "a1", b"\xff")


def test_an_empty_dataset_has_a_title(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = article(make_dataset(), scope())
    assert report.title == "No article"
    assert report.frame.empty and report.table.empty and report.sources.empty
    assert report.text is None and report.notes == () and report.part("article").ids() == {}
