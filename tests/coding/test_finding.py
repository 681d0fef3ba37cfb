"""Searching an article: what is proposed, and what a second search leaves alone."""

from dataclasses import replace

import pytest

from sayso.coding.deciding import accept_quote, reject
from sayso.coding.editing import add_quote, edit_quote
from sayso.coding.edits import QuoteEdits
from sayso.coding.finding import find_in
from sayso.coding.proposals import Proposal, actor_ref, of_article
from sayso.errors import StoreError
from sayso.store.changes import change
from sayso.store.hub import Database
from sayso.store.proposals import insert_proposals
from tests.coding.conftest import quotes, search, with_words
from tests.coding.extraction import TEXT


def test_nothing_that_was_found_counts(database: Database, found: list[Proposal]) -> None:
    assert len(quotes(found)) == 4 and all(proposal.is_waiting for proposal in found)
    for table in ("quotes", "statements", "events", "aliases"):
        assert database.rows(f"SELECT count(*) FROM {table}") == [(0,)]
    assert database.rows("SELECT actor_id FROM actors") == [("lena-osei",)]


def test_words_and_places_agree_and_marks_are_left_out(found: list[Proposal]) -> None:
    for quote in quotes(found):
        assert quote.found["text"] == " … ".join(TEXT[start:end] for start, end in quote.found["spans"])
    assert with_words(found, "We will").found["text"].startswith("We will not accept a harbour toll …")


def test_known_actors_are_named_and_new_ones_only_proposed(found: list[Proposal]) -> None:
    assert with_words(found, "supports").found["speaker"]["actor"] == actor_ref("lena-osei")
    benali = with_words(found, "We will").found["speaker"]["actor"]
    named = {proposal.proposal_id: proposal for proposal in found if proposal.kind == "actor"}
    assert named[benali.removeprefix("new:")].found["name"] == "Tariq Benali"


def test_a_second_search_changes_nothing(database: Database, found: list[Proposal]) -> None:
    search(database)
    assert of_article(database, "alwa") == found


def test_what_a_person_decided_stays_decided(database: Database, found: list[Proposal]) -> None:
    accepted = accept_quote(database, "kim", with_words(found, "supports").proposal_id)
    edit_quote(database, "kim", accepted, {"speaker": actor_ref("lena-osei"), "spans": [[96, 129]]})
    reject(database, "kim", with_words(found, "April").proposal_id)
    before = of_article(database, "alwa")
    again = search(database)
    after = {proposal.proposal_id: proposal for proposal in of_article(database, "alwa")}
    assert again.decided == 3 and again.quotes == 2
    for proposal in before:
        assert after[proposal.proposal_id] == proposal
    assert database.rows("SELECT spans FROM quotes") == [([[96, 129]],)]


def test_words_coded_by_hand_are_not_proposed_again(database: Database) -> None:
    start = TEXT.index("that she supports")
    add_quote(database, "kim", "alwa", [(start, start + 38)], QuoteEdits(speaker=actor_ref("lena-osei")))
    search(database)
    assert not [q for q in quotes(of_article(database, "alwa")) if "supports" in q.found["text"]]


def test_a_new_issue_brings_statements_on_accepted_quotes(database: Database, found: list[Proposal]) -> None:
    quote_id = accept_quote(database, "kim", with_words(found, "April").proposal_id)
    issue = {
        "issue_id": "talks", "proposition": "The talks go on.", "short_name": "Talks", "supports_means": "Yes.",
        "opposes_means": "No.", "keywords": ["talks"], "sort": 2,
    }  # fmt: skip
    with change(database, "kim") as made:
        made.insert("issues", issue)
    find_in(database, "alwa")
    proposed = [p for p in of_article(database, "alwa") if p.kind == "statement" and p.is_waiting]
    parents = {p.parent_id for p in proposed}
    assert all(parent in {q.proposal_id for q in quotes(found)} for parent in parents)
    assert database.rows("SELECT count(*) FROM statements WHERE quote_id = ?", [quote_id]) == [(0,)]


def test_an_article_without_text_says_what_to_do(database: Database) -> None:
    with change(database, "kim") as made:
        made.rows("UPDATE articles SET text = NULL")
    with pytest.raises(StoreError, match="Attach your own copy"):
        find_in(database, "alwa")
    with pytest.raises(StoreError, match="There is no article"):
        find_in(database, "nowhere")


def test_the_rules_find_quotes_in_the_stored_text(database: Database) -> None:
    told = find_in(database, "alwa")
    proposed = quotes(of_article(database, "alwa"))
    assert told.quotes == len(proposed) >= 3
    for quote in proposed:
        assert quote.found["text"] == " … ".join(TEXT[start:end] for start, end in quote.found["spans"])
    assert find_in(database, "alwa").quotes == told.quotes
    assert quotes(of_article(database, "alwa")) == proposed


def test_the_search_is_in_the_log(database: Database, found: list[Proposal]) -> None:
    rows = database.rows("SELECT row_id, action::VARCHAR, changed_by FROM revisions")
    assert rows == [("alwa", "searched", found[0].coder)]


def test_many_finds_are_stored_and_one_name_only_once(database: Database, found: list[Proposal]) -> None:
    (first, *_) = found
    drafts = [replace(first, proposal_id=f"find-{number % 250}") for number in range(260)]
    with change(database, "rules@9") as made:
        insert_proposals(made, [each.row() for each in (first, *drafts)])
    rows = database.rows("SELECT count(*), count(DISTINCT proposal_id) FROM proposals")
    assert rows == [(len(found) + 250, len(found) + 250)]


def test_finds_of_the_classifier_that_is_gone_are_still_decided_on(
    database: Database, found: list[Proposal]
) -> None:
    quote = with_words(found, "April")
    old = Proposal(
        f"{quote.proposal_id}.old", "alwa", quote.proposal_id, "statement",
        {"actor": None, "issue_id": "toll", "stance": -1, "condition": None, "evidence": quote.found["spans"][0]},
        quote.start, "rules@2", "learned@2", 0.6, "proposed", None,
    )  # fmt: skip
    with change(database, "rules@2") as made:
        insert_proposals(made, [old.row()])
    assert old in of_article(database, "alwa")
    accept_quote(database, "kim", quote.proposal_id)
    assert database.rows("SELECT issue_id, stance, status::VARCHAR FROM statements") == [
        ("toll", -1, "accepted")
    ]
