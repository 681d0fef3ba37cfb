"""What is checked is checked in the transaction that does it: somebody else may save just before it begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from sayso.coding.adding import Confirmed, add_article
from sayso.coding.bulk import accept_all, sure_quotes
from sayso.coding.codebook.issues import issue_called
from sayso.coding.codebook.merging import merge
from sayso.coding.deciding import accept_quote, accept_statement, reject
from sayso.coding.editing import add_event, add_quote, code, split_quote, uncode, uncode_quote, withdraw_quote
from sayso.coding.edits import Act, Coding, EventEdits, QuoteEdits
from sayso.coding.event_rows import code_act, uncode_act, withdraw_event
from sayso.coding.finding import keep
from sayso.coding.proposals import Proposal, actor_ref, get, of_article
from sayso.coding.undo import take_back
from sayso.errors import StoreError
from sayso.store.changes import ConflictError, change
from sayso.store.database import Database
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.proposals import insert_proposals
from sayso.store.texts import attach_text
from sayso.store.undoing import last_undoable
from tests.coding.conftest import ISSUE, search, with_words
from tests.coding.extraction import FOUND, TEXT
from tests.coding.races import at_once, meanwhile
from tests.conftest import PackageMaker
from tests.ingest.reading import made as texts

OSEI = actor_ref("lena-osei")
WIRE = Confirmed("Council wants quay sale put off", texts.LONG, "Varia Press", "2021-07-24", "stated", "en")
SUPPORTS = [(TEXT.index("that she supports"), TEXT.index("that she supports") + 38)]


@pytest.fixture
def database(make_package: PackageMaker, tmp_path: Path) -> Iterator[Database]:
    """The dataset of the other tests, in a file."""
    article = {"text": TEXT, "published_on": "2024-03-12", "published_on_basis": "stated", "language": "en"}
    osei = {"actor_id": "lena-osei", "name": "Lena Osei", "kind": "person"}
    package = make_package(articles={"alwa": article}, more={"actors": [osei], "issues": [ISSUE]})
    hub = Hub()
    yield hub.attach(load_package(package, tmp_path / "alwa.duckdb"))
    hub.close()


def counting(database: Database) -> int:
    return int(database.rows("SELECT count(*) FROM statements_read WHERE counts")[0][0])


def coded_by_lee(database: Database, quote_id: str, stance: int = -2) -> None:
    seen = database.rows("SELECT stance FROM statements WHERE quote_id = ?", [quote_id])
    code(database, "lee", quote_id, Coding("toll", stance), seen={"stance": seen[0][0]} if seen else None)


def test_six_threads_that_add_one_text_make_one_article(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = at_once(monkeypatch, [partial(add_article, database, f"coder {n}", WIRE) for n in range(6)])
    assert Counter(each.what for each in added) == {"added": 1, "duplicate": 5}
    assert len({each.article_id for each in added}) == 1
    assert database.rows("SELECT count(*) FROM articles WHERE title = ?", [WIRE.title]) == [(1,)]


def test_two_near_copies_that_are_added_at_once_are_told_of_each_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = replace(WIRE, text=f"{texts.LONG} More to follow.", title="A copy")
    added = at_once(monkeypatch, [partial(add_article, database, "kim", w) for w in (WIRE, copy)])
    assert sum(each.copy_of is not None for each in added) == 1
    assert database.rows("SELECT count(*) FROM proposals WHERE kind = 'copy'") == [(1,)]


def test_what_is_accepted_while_an_article_is_searched_again_does_not_come_back(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    quote = with_words(found, "supports").proposal_id
    meanwhile(monkeypatch, lambda: accept_quote(database, "kim", quote))
    search(database)
    assert get(database, quote).status == "accepted" and counting(database) == 1
    again = [p for p in of_article(database, "alwa") if p.kind == "quote" and p.is_waiting]
    assert not [p for p in again if "supports" in p.found["text"]]


def test_what_is_rejected_or_coded_by_hand_meanwhile_is_not_found_again(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    april = with_words(found, "April").proposal_id

    def deed() -> None:
        reject(database, "kim", april)

    meanwhile(monkeypatch, deed)
    search(database)
    assert get(database, april).status == "rejected"


def test_an_actor_merged_away_during_a_search_is_not_proposed(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    with change(database, "kim") as made:
        made.insert("actors", {"actor_id": "mayor", "name": "The mayor", "kind": "person"})
    meanwhile(monkeypatch, lambda: merge(database, "kim", "mayor", "lena-osei"))
    search(database)
    named = {p.found["speaker"]["actor"] for p in of_article(database, "alwa") if p.kind == "quote"}
    assert str(OSEI) not in named and named


def test_finds_in_a_text_that_was_replaced_meanwhile_are_not_kept(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deed() -> None:
        with database.transaction() as cursor:
            cursor.execute("UPDATE articles SET text = 'Another text.'")

    meanwhile(monkeypatch, deed)
    with pytest.raises(ConflictError, match="another text while it was searched"):
        search(database)
    assert of_article(database, "alwa") == []


def test_a_text_is_attached_only_if_it_still_is_the_one_that_was_coded(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deed() -> None:
        with change(database, "kim") as made:
            made.update("articles", {"article_id": "alwa"}, {"text_sha256": "0" * 64})
            made.rows("UPDATE articles SET text = NULL")

    meanwhile(monkeypatch, deed)
    with pytest.raises(StoreError, match="not the text that"):
        attach_text(database, "alwa", TEXT)
    assert database.rows("SELECT text FROM articles") == [(None,)]


def test_another_coders_stance_is_not_removed_unseen(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    quote = accept_quote(database, "kim", with_words(found, "supports").proposal_id)
    ((statement, stance),) = database.rows("SELECT statement_id, stance FROM statements")
    seen = {statement: {"stance": stance, "condition": None}}
    with monkeypatch.context() as patch:
        meanwhile(patch, lambda: coded_by_lee(database, quote))
        with pytest.raises(ConflictError, match="lee has changed stance"):
            uncode_quote(database, "kim", quote, "toll", seen)
    assert database.rows("SELECT stance, coder FROM statements") == [(-2, "lee")]
    with pytest.raises(
        ConflictError, match=r"lee has coded this meanwhile\. Nothing was removed, theirs stands"
    ):
        uncode_quote(database, "kim", quote, "toll", {})
    with pytest.raises(ConflictError, match="lee has coded this"):
        uncode(database, "kim", statement)
    uncode_quote(database, "kim", quote, "toll", {statement: {"stance": -2}})
    uncode_quote(
        database, "kim", quote, "toll", {statement: {"stance": -2}}
    )  # sent again: nothing is left to remove
    assert counting(database) == 0


def test_a_quote_is_not_withdrawn_with_stances_that_were_not_seen(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    quote = accept_quote(database, "kim", with_words(found, "April").proposal_id)
    meanwhile(monkeypatch, lambda: coded_by_lee(database, quote))
    with pytest.raises(ConflictError, match="lee has coded this meanwhile"):
        withdraw_quote(database, "kim", quote, seen={})
    assert counting(database) == 1


def test_an_events_stance_of_another_coder_is_not_removed_unseen(database: Database) -> None:
    edits = EventEdits(title="She signs", kind="SUPPORT", modality="happened")
    event = add_event(database, "kim", "alwa", [(0, 12)], edits)
    code_act(database, "lee", event, Act(OSEI, Coding("toll", 2)))
    with pytest.raises(ConflictError, match="lee has coded this"):
        uncode_act(database, "kim", event, OSEI, "toll")
    with pytest.raises(ConflictError, match="lee has coded this"):
        withdraw_event(database, "kim", event, "alwa", seen={})
    assert counting(database) == 1


def test_a_find_that_was_cut_meanwhile_is_not_accepted_as_it_was(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    quote = with_words(found, "We will")
    seen = {"spans": quote.found["spans"], "speaker": quote.found["speaker"]["actor"]}
    at = TEXT.index("It is a tax")
    with monkeypatch.context() as patch:
        meanwhile(patch, lambda: split_quote(database, "lee", quote.proposal_id, at))
        with pytest.raises(ConflictError, match="lee changed its words since you opened it"):
            accept_quote(database, "kim", quote.proposal_id, seen=seen)
    for deed in (
        lambda: reject(database, "kim", quote.proposal_id, seen),
        lambda: split_quote(database, "kim", quote.proposal_id, at - 5, seen),
        lambda: accept_all(database, "kim", [quote], 0.0),
    ):
        with pytest.raises(ConflictError, match="lee changed its words"):
            deed()
    assert database.rows("SELECT count(*) FROM quotes") == [(0,)]


def test_a_stance_that_was_proposed_since_is_not_accepted_unseen(
    database: Database, found: list[Proposal]
) -> None:
    quote = with_words(found, "April")
    late = Proposal(
        f"{quote.proposal_id}.toll", "alwa", quote.proposal_id, "statement",
        {"actor": str(OSEI), "issue_id": "toll", "stance": 1, "condition": None, "evidence": quote.found["spans"][0]},
        quote.start, "model:x@1", "model", 0.6, "proposed", None,
    )  # fmt: skip
    with change(database, "model:x@1") as made:
        insert_proposals(made, [late.row()])
    with pytest.raises(ConflictError, match="the stances proposed on it"):
        accept_quote(
            database, "kim", quote.proposal_id, seen={"spans": quote.found["spans"], "statements": []}
        )
    seen = {"spans": quote.found["spans"], "statements": [("toll", 1, None)]}
    accept_quote(database, "kim", quote.proposal_id, seen=seen)
    assert counting(database) == 1


def test_a_stance_is_not_accepted_on_a_quote_that_was_withdrawn_meanwhile(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = with_words(found, "We will")
    child = next(p for p in found if p.parent_id == parent.proposal_id)
    quote = accept_quote(database, "kim", parent.proposal_id, QuoteEdits(statements=()))
    with change(database, "rules@3") as made:
        insert_proposals(made, [replace(child, proposal_id="again").row()])
    meanwhile(monkeypatch, lambda: withdraw_quote(database, "lee", quote))
    with pytest.raises(ConflictError, match="lee has rejected its quote meanwhile"):
        accept_statement(database, "kim", "again")


def test_the_same_words_added_twice_at_once_are_one_quote_and_one_event(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits = QuoteEdits(speaker=OSEI)
    with monkeypatch.context() as patch:
        ids = at_once(patch, [lambda: add_quote(database, "kim", "alwa", SUPPORTS, edits)] * 3)
    assert len(set(ids)) == 1 and database.rows("SELECT count(*) FROM quotes") == [(1,)]
    event = EventEdits(title="She signs", kind="SUPPORT", modality="happened")
    with monkeypatch.context() as patch:
        ids = at_once(patch, [lambda: add_event(database, "kim", "alwa", SUPPORTS, event)] * 3)
    assert len(set(ids)) == 1 and database.rows("SELECT count(*) FROM events") == [(1,)]


def test_one_issue_named_by_two_at_once_is_one(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"proposition": "The quay is sold.", "supports_means": "Yes.", "opposes_means": "No."}
    names = ("Quay sale", "quay sale")
    ids = at_once(monkeypatch, [partial(issue_called, database, "kim", n, values) for n in names])
    assert ids[0] == ids[1] and database.rows("SELECT count(*) FROM issues") == [(2,)]


def test_only_the_latest_change_is_taken_back_and_only_once(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = with_words(found, "supports").proposal_id, with_words(found, "April").proposal_id
    accept_quote(database, "kim", first)
    done = last_undoable(database, "kim")
    assert done is not None
    with monkeypatch.context() as patch:
        meanwhile(patch, lambda: accept_quote(database, "kim", second))
        assert take_back(database, "kim", "undo", done.change_id) is None
    assert get(database, first).status == "accepted" == get(database, second).status
    latest = last_undoable(database, "kim")
    assert latest is not None
    with monkeypatch.context() as patch:
        taken = at_once(patch, [lambda: take_back(database, "kim", "undo", latest.change_id)] * 2)
    assert sorted(each is None for each in taken) == [False, True]
    assert get(database, first).status == "accepted" and get(database, second).is_waiting


def test_sure_finds_are_accepted_together_only_as_they_were_looked_at(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    sure = sure_quotes(database, 0.7)
    quote = with_words(found, "We will").proposal_id
    assert quote in {each.proposal_id for each in sure}
    meanwhile(monkeypatch, lambda: split_quote(database, "lee", quote, TEXT.index("It is a tax")))
    with pytest.raises(ConflictError, match="lee changed its words"):
        accept_all(database, "kim", sure, 0.7)
    assert database.rows("SELECT count(*) FROM quotes") == [(0,)]


def test_the_finds_that_these_tests_rest_on(database: Database) -> None:
    assert keep(database, "alwa", TEXT.strip(), FOUND).quotes == 4
