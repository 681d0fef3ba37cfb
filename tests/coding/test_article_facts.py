"""What an article is can be corrected afterwards; what was dated by it follows, what a coder dated does not."""

from __future__ import annotations

import pytest

from sayso.coding.adding import Confirmed, add_article
from sayso.coding.article_facts import edit_article
from sayso.coding.codebook import reading
from sayso.coding.codebook.checks import InvalidError
from sayso.coding.deciding import accept_event, accept_quote
from sayso.coding.editing import add_event, add_quote
from sayso.coding.edits import EventEdits, NewActor, QuoteEdits
from sayso.coding.finding import find_in
from sayso.coding.proposals import ActorRef, of_article
from sayso.errors import StoreError
from sayso.store.changes import ConflictError
from sayso.store.database import Database
from sayso.store.undoing import last_undoable, undo
from tests.conftest import DatasetMaker

TEXT = "Ann Low said on Friday that tolls were wrong. Police arrested nine dockers in Selm."


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    """A dataset with one article, added without its date."""
    made = make_dataset()
    add_article(made, "kim", Confirmed("Tolls", TEXT, "Selm Post", language="en"))
    return made


@pytest.fixture
def article(database: Database) -> str:
    return str(database.rows("SELECT article_id FROM articles")[0][0])


def test_a_date_given_later_dates_what_only_the_article_dated(database: Database, article: str) -> None:
    who = NewActor("Ann Low", "person")
    by_article = add_quote(database, "kim", article, [(0, 20)], QuoteEdits(speaker=who))
    (actor,) = database.rows("SELECT actor_id FROM actors")[0]
    by_coder = add_quote(
        database, "kim", article, [(21, 44)], QuoteEdits(speaker=ActorRef(f"actor:{actor}"), stated_on="2020")
    )
    event = add_event(
        database, "kim", article, [(46, 82)], EventEdits(title="Arrests", kind="COERCE", modality="happened")
    )
    moved = edit_article(database, "kim", article, {"published_on": "2021-07-24"}, {"published_on": None})
    assert moved == 2
    days = dict(database.rows("SELECT quote_id, stated_on FROM quotes"))
    assert days == {by_article: "../2021-07-24", by_coder: "2020"}
    assert database.rows("SELECT event_id, happened_on FROM events") == [(event, "../2021-07-24")]
    assert reading.article(database, article)["published_on_basis"] == "stated"
    done = last_undoable(database, "kim")
    assert done and done.note == f"“{article}” corrected"
    undo(database, "kim", done)
    assert reading.article(database, article)["published_on"] is None
    assert {day for (day,) in database.rows("SELECT stated_on FROM quotes")} != set(days.values())


def test_a_search_after_the_date_resolves_what_waited_and_touches_no_decision(
    database: Database, article: str
) -> None:
    find_in(database, article)
    event, quote = (
        next(each for each in of_article(database, article) if each.kind == kind)
        for kind in ("event", "quote")
    )
    assert quote.found["stated_on"] is None, "no publication date: “on Friday” stays open"
    accept_event(database, "kim", event.proposal_id)
    edit_article(database, "kim", article, {"published_on": "2021-07-24"})
    find_in(database, article)
    again = {each.proposal_id: each for each in of_article(database, article)}
    assert again[quote.proposal_id].found["stated_on"] == "2021-07-23"
    assert again[event.proposal_id].status == "accepted"
    accept_quote(database, "kim", quote.proposal_id)
    assert database.rows("SELECT stated_on FROM quotes") == [("2021-07-23",)]
    edit_article(database, "kim", article, {"published_on": "2021-07-31"})
    assert database.rows("SELECT stated_on FROM quotes") == [("2021-07-23",)]


def test_an_event_that_others_report_too_keeps_its_day(database: Database, article: str) -> None:
    event = add_event(
        database, "kim", article, [(46, 82)], EventEdits(title="Arrests", kind="COERCE", modality="happened")
    )
    other = add_article(database, "kim", Confirmed("More", f"{TEXT} More.", "Lantern")).article_id
    find_in(database, other)
    proposal = next(each for each in of_article(database, other) if each.kind == "event")
    accept_event(database, "kim", proposal.proposal_id, EventEdits(same_as=event))
    assert edit_article(database, "kim", article, {"published_on": "2021"}) == 0


def test_outlets_are_known_by_id_or_name_and_new_ones_made(database: Database, article: str) -> None:
    for said, outlet in (
        ("selm POST", "selm-post"),
        ("selm-post", "selm-post"),
        ("The Lantern", "the-lantern"),
    ):
        edit_article(database, "kim", article, {"outlet": said})
        assert reading.article(database, article)["outlet_id"] == outlet
    assert [row["outlet_id"] for row in reading.outlets(database)] == ["selm-post", "herald", "the-lantern"]
    edit_article(
        database, "kim", article, {"rights": ["show", "quote", "export"], "url": "https://selm.example/a"}
    )
    now = reading.article(database, article)
    assert (now["rights"], now["url"]) == (["show", "quote", "export"], "https://selm.example/a")
    edit_article(database, "kim", article, {"published_on": None, "published_on_basis": "stated"})
    assert reading.article(database, article)["published_on_basis"] is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": " "}, "title"), ({"outlet": None}, "outlet"), ({"published_on": "last week"}, "published_on"),
        ({"published_on": "2021", "published_on_basis": "guessed"}, "published_on_basis"), ({"language": "english"}, "language"),
        ({"url": "javascript:alert(1)"}, "url"), ({"rights": ["sell"]}, "rights"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_its_field(
    database: Database, article: str, values: dict[str, object], field: str
) -> None:
    before = reading.article(database, article)
    with pytest.raises(InvalidError) as refused:
        edit_article(database, "kim", article, values)
    assert [*refused.value.fields] == [field]
    assert reading.article(database, article) == before


def test_what_somebody_else_changed_stands_and_readers_change_nothing(
    database: Database, article: str
) -> None:
    seen = reading.article(database, article)
    edit_article(database, "ben", article, {"title": "Tolls are wrong"})
    with pytest.raises(ConflictError, match="ben has changed title"):
        edit_article(database, "kim", article, {"title": "Tolls!"}, seen)
    database.is_writable = False
    with pytest.raises(StoreError, match="reading only"):
        edit_article(database, "kim", article, {"title": "Tolls!"})
