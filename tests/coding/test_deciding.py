"""Decisions: rows that count, speakers created once, undo, and two coders at one proposal."""

import pytest

from sayso.coding.deciding import accept_event, accept_quote, accept_statement, reject, reopen
from sayso.coding.editing import add_quote, code, edit_quote, join_quotes, split_quote, uncode, withdraw_quote
from sayso.coding.edits import Coding, EventEdits, NewActor, QuoteEdits
from sayso.coding.proposals import Proposal, actor_ref, get, of_article
from sayso.errors import StoreError
from sayso.queries.positions import actor_positions
from sayso.store.changes import ConflictError
from sayso.store.hub import Database
from sayso.store.undoing import last_undoable, undo
from tests.coding.conftest import quotes, with_words
from tests.coding.extraction import TEXT
from tests.conftest import ScopeMaker

TABLES = (
    "actors", "aliases", "quotes", "statements", "events", "event_actors", "reports", "proposals",
)  # fmt: skip


def content(database: Database) -> dict[str, list[object]]:
    return {table: sorted(database.rows(f"FROM {table}"), key=str) for table in TABLES}


def take_back(database: Database, by: str = "kim") -> None:
    done = last_undoable(database, by)
    assert done
    undo(database, by, done)


def test_an_accepted_quote_counts_with_its_statement(database: Database, found: list[Proposal]) -> None:
    quote_id = accept_quote(database, "kim", with_words(found, "We will").proposal_id)
    assert database.rows(
        "SELECT actor_id, issue_id, stance, status::VARCHAR, coder FROM statements_read WHERE counts"
    ) == [("tariq-benali", "toll", -1, "accepted", "kim")]
    row = database.rows("SELECT speaker_id, status::VARCHAR, coder, rule IS NOT NULL, stated_on FROM quotes")
    assert row == [("tariq-benali", "accepted", "kim", True, "../2024-03-12")]
    assert get(database, with_words(found, "We will").proposal_id).row_id == quote_id


def test_every_decision_can_be_taken_back(database: Database, found: list[Proposal]) -> None:
    start = content(database)
    quote = with_words(found, "We will").proposal_id
    event = next(p for p in found if p.kind == "event").proposal_id
    for decide in (
        lambda: accept_quote(database, "kim", quote),
        lambda: accept_quote(
            database, "kim", quote, QuoteEdits(statements=(Coding("toll", -2, "if taxed"),))
        ),
        lambda: reject(database, "kim", quote),
        lambda: accept_event(database, "kim", event),
        lambda: split_quote(database, "kim", quote, TEXT.index("It is a tax")),
        lambda: join_quotes(database, "kim", quote, with_words(found, "April").proposal_id),
        lambda: add_quote(
            database, "kim", "alwa", [(0, 12)], QuoteEdits(speaker=NewActor("Port Alwa", "organisation"))
        ),
    ):
        decide()
        assert content(database) != start
        take_back(database)
        assert content(database) == start


def test_a_new_actor_is_created_once(database: Database, found: list[Proposal]) -> None:
    for quote in quotes(found):
        accept_quote(database, "kim", quote.proposal_id)
    assert [row[0] for row in database.rows("SELECT actor_id FROM actors ORDER BY 1")] == [
        "fishers-council", "lena-osei", "tariq-benali",
    ]  # fmt: skip


def test_what_a_coder_changed_is_marked_edited(database: Database, found: list[Proposal]) -> None:
    proposal = with_words(found, "We will")
    edits = QuoteEdits(
        speaker=NewActor("Dockers Union", "organisation"), spans=((133, 167),), credibility=2,
        statements=(Coding("toll", -2, condition="as long as wages fall"),),
    )  # fmt: skip
    quote_id = accept_quote(database, "kim", proposal.proposal_id, edits)
    assert get(database, proposal.proposal_id).status == "edited"
    assert database.rows(
        "SELECT text, speaker_id, credibility FROM quotes WHERE quote_id = ?", [quote_id]
    ) == [("We will not accept a harbour toll,", "dockers-union", 2)]
    assert database.rows("SELECT stance, condition FROM statements") == [(-2, "as long as wages fall")]


def test_a_stance_left_out_is_rejected_with_the_rest_accepted(
    database: Database, found: list[Proposal]
) -> None:
    proposal = with_words(found, "We will")
    accept_quote(database, "kim", proposal.proposal_id, QuoteEdits(statements=()))
    child = next(p for p in of_article(database, "alwa") if p.parent_id == proposal.proposal_id)
    assert child.status == "rejected" and database.rows("SELECT count(*) FROM statements") == [(0,)]


def test_rejected_is_out_until_it_is_reopened(database: Database, found: list[Proposal]) -> None:
    proposal = with_words(found, "We will")
    reject(database, "kim", proposal.proposal_id)
    states = {
        p.status for p in of_article(database, "alwa") if proposal.proposal_id in (p.proposal_id, p.parent_id)
    }
    assert states == {"rejected"}
    reopen(database, "lee", proposal.proposal_id)
    assert of_article(database, "alwa") == found


def test_the_second_of_two_coders_is_told(database: Database, found: list[Proposal]) -> None:
    proposal = with_words(found, "We will").proposal_id
    accept_quote(database, "kim", proposal)
    for decide in (accept_quote, reject):
        with pytest.raises(ConflictError, match="accepted already, by kim"):
            decide(database, "lee", proposal)
    assert database.rows("SELECT count(*) FROM quotes") == [(1,)]


def test_a_quote_without_speaker_is_not_accepted(database: Database, found: list[Proposal]) -> None:
    proposal = with_words(found, "We will").proposal_id
    with pytest.raises(StoreError, match="needs a name"):
        accept_quote(database, "kim", proposal, QuoteEdits(speaker=NewActor(" ", "person")))
    assert get(database, proposal).is_waiting and database.rows("SELECT count(*) FROM quotes") == [(0,)]


def test_accepted_rows_can_be_edited(database: Database, found: list[Proposal]) -> None:
    quote_id = accept_quote(database, "kim", with_words(found, "We will").proposal_id)
    edit_quote(database, "kim", quote_id, {"speaker": actor_ref("lena-osei"), "stated_on": "2024-03"})
    assert database.rows("SELECT actor_id, stance FROM statements") == [("lena-osei", -1)]
    statement = code(database, "kim", quote_id, Coding("toll", 2))
    assert database.rows("SELECT statement_id, stance, status::VARCHAR FROM statements") == [
        (statement, 2, "edited")
    ]
    with pytest.raises(ConflictError, match="kim has changed stance"):
        code(database, "lee", quote_id, Coding("toll", 0), seen={"stance": -1})
    uncode(database, "kim", statement)
    withdraw_quote(database, "kim", quote_id)
    assert database.rows("SELECT status::VARCHAR FROM quotes") == [("rejected",)]


def test_a_statement_on_an_accepted_quote_waits_for_its_own_decision(
    database: Database, found: list[Proposal]
) -> None:
    proposal = with_words(found, "We will")
    child = next(p for p in found if p.parent_id == proposal.proposal_id)
    with pytest.raises(StoreError, match="Accept the quote first"):
        accept_statement(database, "kim", child.proposal_id)


def test_cut_in_two_and_joined_again(database: Database, found: list[Proposal]) -> None:
    whole = with_words(found, "We will")
    first, second = split_quote(database, "kim", whole.proposal_id, TEXT.index("It is a tax"))
    assert get(database, first).found["text"] == "We will not accept a harbour toll"
    assert get(database, second).found["text"] == "It is a tax on work."
    join_quotes(database, "kim", first, second)
    assert get(database, first).found["spans"] == whole.found["spans"]
    with pytest.raises(StoreError, match="not in the article"):
        split_quote(database, "kim", first, 0)


def test_an_event_has_its_report_and_who_took_part(database: Database, found: list[Proposal]) -> None:
    one, two = [p.proposal_id for p in found if p.kind == "event"][:2]
    event_id = accept_event(database, "kim", one, EventEdits(title="The mayor backs the toll"))
    assert accept_event(database, "kim", two, EventEdits(same_as=event_id)) == event_id
    assert database.rows("SELECT title FROM events") == [("The mayor backs the toll",)]
    assert database.rows("SELECT event_id, article_id FROM reports") == [(event_id, "alwa")]


def test_the_matrix_shows_what_was_accepted(
    database: Database, found: list[Proposal], scope: ScopeMaker
) -> None:
    for quote in quotes(found):
        accept_quote(database, "kim", quote.proposal_id)
    frame = actor_positions(database, scope()).frame
    assert set(frame["actor_id"]) == {"lena-osei", "tariq-benali", "fishers-council"}
