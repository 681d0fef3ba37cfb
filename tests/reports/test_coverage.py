"""Coverage: the finding, the articles by stage and the rules' precision, without a screen."""

from __future__ import annotations

import pytest

from sayso.coding.deciding import accept_quote, reject
from sayso.coding.finding import keep
from sayso.coding.proposals import of_article
from sayso.reports.citations import COLUMNS
from sayso.reports.coverage import HOW_ESTIMATED, coverage
from sayso.store.hub import Database
from tests.coding.conftest import ISSUE
from tests.coding.extraction import FOUND, TEXT
from tests.conftest import DatasetMaker, ScopeMaker


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    """One article that nobody has searched, and one without its text."""
    osei = {"actor_id": "lena-osei", "name": "Lena Osei", "kind": "person"}
    alwa = {
        "text": TEXT,
        "published_on": "2024-03-12",
        "published_on_basis": "stated",
        "title": "Harbour plan",
    }
    return make_dataset(articles={"alwa": alwa, "other": {}}, more={"actors": [osei], "issues": [ISSUE]})


def test_before_a_search_nothing_waits(database: Database, scope: ScopeMaker) -> None:
    report = coverage(database, scope())
    assert report.title == "1 of 2 articles is left, with 0 finds waiting"
    assert report.subtitle == "0 quotes · 0 statements · 0 events"
    assert report.n_by_stage == {"not searched": 1, "no text": 1}
    assert report.following is None
    assert report.notes == () and [part.name for part in report.parts] == ["coverage-articles"]


def test_what_was_found_waits_and_what_was_decided_rates_the_rules(
    database: Database, scope: ScopeMaker
) -> None:
    keep(database, "alwa", TEXT.strip(), FOUND)
    quotes = [each for each in of_article(database, "alwa") if each.kind == "quote"]
    assert coverage(database, scope()).title == "1 of 2 articles is left, with 6 finds waiting"
    accept_quote(database, "kim", quotes[0].proposal_id)
    reject(database, "kim", quotes[1].proposal_id)
    report = coverage(database, scope())
    assert report.title == "1 of 2 articles is left, with 4 finds waiting"
    assert report.subtitle == "1 quote · 1 statement · 0 events"
    assert report.n_by_stage == {"to review": 1, "no text": 1}
    articles, rules = report.parts
    assert report.following == 0 and articles.frame.iloc[0]["article_id"] == "alwa"
    assert articles.table().iloc[0].to_dict() == {
        "Stage": "to review", "Article": "Harbour plan", "Outlet": "The Herald", "Published": "2024-03-12", "Waiting": 4, "Quotes": 1,
        "Statements": 1, "Events": 0,
    }  # fmt: skip
    assert report.notes == (HOW_ESTIMATED,) and rules.method == HOW_ESTIMATED
    by_hand = rules.frame.query("kind == 'quote'").iloc[0]
    assert (by_hand["n_decided"], by_hand["n_accepted"], by_hand["n_rejected"], by_hand["n_waiting"]) == (
        2,
        1,
        1,
        2,
    )
    stated = sum((0.8, 0.95, 0.6, 0.86)) / 4
    assert by_hand["precision"] == pytest.approx((1 + 4 * stated) / (2 + 4))
    assert list(rules.table())[-3:] == ["Precision", "from", "to"]
    assert not articles.ids() and articles.figure is None


def test_it_tells_of_the_work_so_it_has_no_sources(database: Database, scope: ScopeMaker) -> None:
    assert list(coverage(database, scope()).sources) == COLUMNS and coverage(database, scope()).sources.empty


@pytest.mark.parametrize(("n", "title"), [(1, "The one article is done"), (3, "All 3 articles are done")])
def test_articles_without_text_are_not_left(
    n: int, title: str, make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    database = make_dataset(articles={f"a{number}": {} for number in range(n)})
    assert coverage(database, scope()).title == title


def test_an_empty_dataset_says_so(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = coverage(make_dataset(), scope())
    assert report.title == "There is no article yet"
    assert report.subtitle == "0 quotes · 0 statements · 0 events"
    assert report.n_by_stage == {} and report.following is None and report.table.empty
