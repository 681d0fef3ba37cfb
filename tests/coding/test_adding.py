"""Articles are added whole or not at all; what is there already is told, what looks like a copy is proposed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.coding.adding import Confirmed, add_article, confirmed, known_text
from sayso.coding.deciding import accept_copy
from sayso.coding.finding import find_in
from sayso.coding.proposals import of_article, waiting
from sayso.errors import IntakeError, SaysoError
from sayso.ingest.reading.article import ReadArticle
from sayso.store.hub import Database, Hub
from sayso.store.new import create_dataset
from sayso.store.undoing import last_undoable, last_undone, undo
from tests.conftest import DatasetMaker
from tests.ingest.reading import made

WIRE = Confirmed("Council wants quay sale put off", made.LONG, "Varia Press", "2021-07-24", "stated", "en")


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    hub = Hub()
    database = hub.attach(create_dataset(tmp_path / "new.duckdb", "Port Selm"))
    return database


def count(database: Database, table: str) -> int:
    return int(database.rows(f"SELECT count(*) FROM {table}")[0][0])


def test_an_article_goes_into_an_empty_dataset_with_its_outlet(empty: Database) -> None:
    added = add_article(empty, "anna", WIRE)
    assert (added.what, added.article_id) == ("added", "varia-press-2021-07-24-council-wants-quay-sale")
    (row,) = empty.rows(
        "SELECT outlet_id, published_on, published_on_basis::VARCHAR, rights::VARCHAR[], text, accessed_on IS NOT NULL"
        " FROM articles"
    )
    assert row == ("varia-press", "2021-07-24", "stated", ["quote"], made.LONG, True)
    assert empty.rows("SELECT name, reliability::VARCHAR FROM outlets") == [("Varia Press", "F")]
    assert find_in(empty, added.article_id).quotes >= 1


def test_the_same_text_is_told_and_changes_nothing(empty: Database) -> None:
    first = add_article(empty, "anna", WIRE)
    before = empty.state
    again = add_article(
        empty, "ben", replace(WIRE, title="Another title", outlet="Another", text=f"\r\n{made.LONG}\n")
    )
    assert (again.what, again.article_id) == ("duplicate", first.article_id)
    assert empty.state == before
    assert known_text(empty, made.LONG) == first.article_id


def test_an_edited_copy_is_proposed_and_only_a_coder_makes_it_one(empty: Database) -> None:
    original = add_article(empty, "anna", WIRE)
    edited = replace(
        WIRE,
        outlet="Selm Post",
        text=f"{made.LONG} The Post adds that rain is forecast.",
        published_on="2021-07-25",
    )
    copy = add_article(empty, "anna", edited)
    assert (copy.what, copy.copy_of) == ("added", original.article_id)
    (proposal,) = of_article(empty, copy.article_id)
    assert (
        proposal.kind == "copy" and proposal.is_waiting and proposal.found["original"] == original.article_id
    )
    assert empty.rows("SELECT count(duplicate_of) FROM articles") == [(0,)]
    find_in(empty, copy.article_id)
    assert any(each.kind == "copy" for each in of_article(empty, copy.article_id)), "a search leaves it alone"
    accept_copy(empty, "anna", proposal.proposal_id)
    third = add_article(
        empty, "anna", replace(edited, outlet="Lantern", text=f"{edited.text} So says the Lantern.")
    )
    assert third.copy_of == original.article_id, "a copy of a copy leads to the original"


def test_when_the_original_comes_second_the_first_is_proposed_as_its_copy(empty: Database) -> None:
    late = add_article(empty, "anna", replace(WIRE, published_on="2021-07-30", text=f"{made.LONG} And more."))
    early = add_article(empty, "anna", WIRE)
    assert early.copy_of is None
    (proposal,) = of_article(empty, late.article_id)
    assert proposal.found["original"] == early.article_id


def test_a_known_article_without_its_text_gets_it(make_dataset: DatasetMaker) -> None:
    from sayso.store.text_check import sha256

    database = make_dataset([], articles={"known": {"text_sha256": sha256(made.LONG)}})
    added = add_article(database, "anna", WIRE)
    assert (added.what, added.article_id) == ("attached", "known")
    assert database.rows("SELECT text FROM articles") == [(made.LONG,)]


def test_adding_is_undone_in_one_step(empty: Database) -> None:
    add_article(empty, "anna", WIRE)
    done = last_undoable(empty, "anna")
    assert done is not None and done.note == "“Council wants quay sale put off” added"
    undo(empty, "anna", done)
    assert (count(empty, "articles"), count(empty, "outlets")) == (0, 0)
    assert add_article(empty, "anna", WIRE).what == "added", "and it may be added again"


def test_redo_brings_an_article_back_with_its_text_and_its_finds(empty: Database) -> None:
    article_id = add_article(empty, "anna", WIRE).article_id
    find_in(empty, article_id)
    finds = waiting(empty)
    added = last_undoable(empty, "anna")
    assert added is not None and finds
    undo(empty, "anna", added)
    assert waiting(empty) == [], "what was found in an article that is gone waits for nobody"
    undone = last_undone(empty, "anna")
    assert undone is not None
    undo(empty, "anna", undone)
    assert empty.rows("SELECT text FROM articles") == [(made.LONG,)]
    assert waiting(empty) == finds


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"outlet": " "}, "no outlet"), ({"title": "", "text": "  "}, "no text and no title"), ({"published_on": "yesterday"}, "not a date"),
        ({"language": "English"}, "language code"), ({"url": "selm.example"}, "web address"), ({"text": "word " * 200_000}, "characters"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_said_and_nothing_is_stored(
    empty: Database, wrong: dict[str, Any], says: str
) -> None:
    with pytest.raises(IntakeError, match=says):
        add_article(empty, "anna", replace(WIRE, **wrong))
    assert (count(empty, "articles"), count(empty, "outlets"), count(empty, "revisions")) == (0, 0, 0)


def test_outlets_are_known_by_name_or_id_whatever_their_case(empty: Database) -> None:
    for number, outlet in enumerate(("Varia Press", "VARIA PRESS", "varia-press")):
        add_article(empty, "anna", replace(WIRE, outlet=outlet, text=f"{number} {made.STORY[number]}"))
    assert count(empty, "outlets") == 1


def test_ids_stay_readable_and_never_meet(empty: Database) -> None:
    ids = [
        add_article(
            empty, "anna", replace(WIRE, text=f"{n} {made.STORY[n]}", published_on=None, title=title)
        ).article_id
        for n, title in enumerate(("Quay sale", "Quay sale", "بيع الرصيف"))
    ]
    assert ids == ["varia-press-quay-sale", "varia-press-quay-sale-2", "varia-press"]


def test_nothing_is_added_for_readers_only(empty: Database) -> None:
    empty.is_writable = False
    with pytest.raises(SaysoError, match="reading only"):
        add_article(empty, "anna", WIRE)


def test_what_was_read_keeps_its_basis_and_gaps_are_filled_with_what_the_coder_says() -> None:
    guessed = ReadArticle(
        "One", "Text", published_on="2021-07-24", published_on_basis="inferred", outlet="Post"
    )
    assert confirmed(guessed, "Other", "2020-01-01").published_on_basis == "inferred"
    assert confirmed(guessed, "Other").outlet == "Post"
    bare = confirmed(ReadArticle("One", "Text"), "Other", "2020-01-01")
    assert (bare.outlet, bare.outlet_basis, bare.published_on, bare.published_on_basis) == (
        "Other",
        "inferred",
        "2020-01-01",
        "stated",
    )
    assert confirmed(ReadArticle("One", "Text")).published_on is None, "never silently today"
