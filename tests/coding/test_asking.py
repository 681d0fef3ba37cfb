"""A model's finds wait beside those of the rules; what the article does not say never counts."""

import json

import pytest

from sayso.coding.asking import ask_model, what_is_sent
from sayso.coding.deciding import accept_quote
from sayso.coding.edits import NewActor, QuoteEdits
from sayso.coding.proposals import Proposal, of_article
from sayso.errors import SaysoError, StoreError
from sayso.ingest.model import Settings
from sayso.store.changes import change
from sayso.store.hub import Database
from tests.coding.conftest import quotes, with_words
from tests.coding.extraction import TEXT
from tests.ingest.model.server import Reply, quote, reports, serving

BACKS = {"issue": "toll", "stance": 2, "condition": None}
OSEI = quote(1, [2, 3], "she supports the new harbour toll", "Lena Osei", "lena-osei", stances=[BACKS])
INVENTED = quote(2, [3], "we shall burn the harbour down", "Tariq Benali", "Tariq Benali")


def by_model(database: Database) -> list[Proposal]:
    return [proposal for proposal in of_article(database, "alwa") if proposal.coder.startswith("model:")]


def test_what_both_found_is_not_asked_twice(database: Database, found: list[Proposal]) -> None:
    with serving(reports(OSEI)) as script:
        asked = ask_model(database, "alwa", script.settings())
    assert asked.unverified == 0 and [p for p in by_model(database) if p.kind == "quote"] == []
    assert of_article(database, "alwa") == found  # the rules had the quote and a stance on it


def test_a_models_find_waits_under_its_own_name(database: Database) -> None:
    with serving(reports(OSEI)) as script:
        ask_model(database, "alwa", script.settings())
    kinds = {p.kind: p for p in by_model(database)}
    assert kinds["quote"].is_waiting and kinds["quote"].coder == "model:small-1@1"
    assert (
        kinds["statement"].found["stance"] == 2 and kinds["statement"].parent_id == kinds["quote"].proposal_id
    )
    assert database.rows("SELECT count(*) FROM quotes") == [(0,)]


def test_invented_words_are_unverified_and_cannot_be_accepted_as_they_are(database: Database) -> None:
    with serving(reports(INVENTED)) as script:
        asked = ask_model(database, "alwa", script.settings())
        assert len(script.requests) == 2  # one more try
    assert asked.unverified == 1
    (doubtful,) = quotes(of_article(database, "alwa"))
    assert doubtful.status == "unverified"
    with pytest.raises(StoreError, match="does not have these words"):
        accept_quote(database, "kim", doubtful.proposal_id)
    start = TEXT.index("We will not accept")
    edits = QuoteEdits(spans=((start, start + 34),), speaker=NewActor("Tariq Benali", "person"))
    accept_quote(database, "kim", doubtful.proposal_id, edits)
    assert database.rows("SELECT text FROM quotes") == [(TEXT[start : start + 34],)]


def test_a_server_that_fails_changes_nothing(database: Database, found: list[Proposal]) -> None:
    with serving(Reply({"error": {"message": "no such model"}}, 404)) as script, pytest.raises(SaysoError):
        ask_model(database, "alwa", script.settings())
    assert of_article(database, "alwa") == found


def test_asking_again_replaces_what_nobody_decided(database: Database, found: list[Proposal]) -> None:
    with serving(reports(INVENTED)) as script:
        ask_model(database, "alwa", script.settings())
        ask_model(database, "alwa", script.settings())
    assert len(by_model(database)) == 1
    assert with_words(of_article(database, "alwa"), "We will").coder == found[0].coder


def test_what_is_sent_is_said_with_numbers_and_names(database: Database) -> None:
    with serving(reports()) as script:
        words = what_is_sent(database, "alwa", script.settings())
    assert f"{len(TEXT.strip()):,} characters" in words and "small-1" in words and "1 issue" in words


def test_a_text_leaves_the_machine_only_where_its_rights_say_so(database: Database) -> None:
    elsewhere = Settings("https://models.example.org/v1", "large-2")
    with change(database, "kim") as made:
        made.update("articles", {"article_id": "alwa"}, {"rights": ["show", "quote"]})
    with pytest.raises(StoreError, match="Nothing was sent"):
        ask_model(database, "alwa", elsewhere)


def test_the_log_says_what_was_asked_and_what_was_left_out(database: Database) -> None:
    with serving(reports(OSEI | {"stances": [BACKS | {"issue": "ghost"}]})) as script:
        ask_model(database, "alwa", script.settings(key="secret-key"))
    ((after,),) = database.rows("SELECT after::VARCHAR FROM revisions WHERE action = 'searched'")
    logged = json.loads(after)
    assert logged["usage"]["calls"] >= 1 and logged["left_out"] and "secret-key" not in after
