"""Withdrawing an article: the preview is what happens, it is logged, and it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from sayso.coding.moved import cells, everything, moved
from sayso.coding.withdrawing import preview, take_back, withdraw
from sayso.coding.wording import in_words
from sayso.errors import CodingError, StoreError
from sayso.model.frames import records
from sayso.queries import positions
from sayso.store.changes import ConflictError, change
from sayso.store.hub import Database, Hub
from sayso.store.undoing import last_undoable, undo
from tests.conftest import REPOSITORY, DatasetMaker
from tests.tiny import say

DAY = date(2026, 3, 1)
SAID = [
    say("ann", "tax", 2, "2024-01-03", article="a1"),
    say("ann", "tax", -1, "2024-01-04", article="a2"),
    say("bob", "tax", 1, "2024-01-03", article="a1"),
    say("ann", "tax", 2, "2024-01-03", article="copy"),
]
COPY = {"copy": {"duplicate_of": "a1"}}


@pytest.fixture(scope="module")
def harbour() -> Iterator[Database]:
    """A copy of the debate whose articles may be withdrawn."""
    hub = Hub()
    yield hub.load_into_memory(REPOSITORY / "data" / "harbour-debate", "harbour-debate", "")
    hub.close()


def states(database: Database) -> dict[tuple[str, ...], str]:
    rows = records(cells(database, everything(database)))
    return {(row["unit"], row["unit_id"], row["issue_id"]): row["state"] for row in rows}


@pytest.mark.parametrize(
    "articles",
    [
        ("vpa-2024-05-02",),
        ("vpa-2024-05-02", "lantern-2024-05-02"),
        ("courier-2024-11-18",),
        ("the heaviest",),
    ],
)
def test_the_preview_of_actors_and_factions_is_what_withdrawing_does(
    harbour: Database, articles: tuple[str, ...]
) -> None:
    if articles == ("the heaviest",):  # the article on which most rests
        articles = (str(positions.evidence(harbour, everything(harbour)).frame["article_id"].mode()[0]),)
    expected = preview(harbour, articles)
    before = cells(harbour, everything(harbour))
    counted = len(positions.evidence(harbour, everything(harbour)).frame)
    withdraw(harbour, "anna", {article: {} for article in articles}, DAY)
    real = records(moved(before, cells(harbour, everything(harbour))))
    gone = counted - len(positions.evidence(harbour, everything(harbour)).frame)
    done = last_undoable(harbour, "anna")
    assert done
    undo(harbour, "anna", done)
    for unit, frame in (("actor", expected.actors), ("faction", expected.factions)):
        told = {
            (row["unit_id"], row["issue_id"]): row for row in records(frame) if row["change"] != "conditional"
        }
        changed = {
            (row["unit_id"], row["issue_id"]): row
            for row in real
            if row["unit"] == unit
            and (row["state_before"] != row["state_after"] or row["value_before"] != row["value_after"])
        }
        assert told.keys() == changed.keys()
        assert all(told[key]["state_after"] == row["state_after"] for key, row in changed.items())
        assert all(told[key]["n_after"] == row["n_after"] for key, row in changed.items())
    assert expected.n_leaving == gone > 0


def test_a_copy_that_stays_counts_in_its_stead(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, articles=COPY)
    alone, both = preview(database, ["a1"]), preview(database, ["a1", "copy"])
    assert [row["unit_id"] for row in records(alone.actors)] == ["bob"] and alone.n_leaving == 2
    assert {(row["unit_id"], row["state_after"]) for row in records(both.actors)} == {
        ("bob", "not_found"),
        ("ann", "opposes"),
    }


def test_withdrawing_is_logged_in_words_and_undone_whole(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, articles={**COPY, "a1": {"title": "The tax"}})
    before = states(database)
    withdraw(database, "anna", {"a1": {"duplicate_of": None}, "copy": {"duplicate_of": "a1"}}, DAY)
    assert database.rows("SELECT article_id, withdrawn_on FROM articles WHERE withdrawn_on IS NOT NULL ORDER BY 1") == [
        ("a1", "2026-03-01"),
        ("copy", "2026-03-01"),
    ]  # fmt: skip
    done = last_undoable(database, "anna")
    assert done and in_words(done) == "“The tax” and 1 more withdrawn"
    undo(database, "anna", done)
    assert states(database) == before


def test_it_is_taken_back_as_a_change_of_its_own(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    before = states(database)
    withdraw(database, "anna", {"a1": {}}, DAY)
    assert states(database) != before
    with pytest.raises(ConflictError):
        take_back(database, "bela", "a1", "2025-01-01")
    take_back(database, "bela", "a1", "2026-03-01")
    assert states(database) == before
    assert database.rows("SELECT changed_by FROM revisions ORDER BY revision_id") == [("anna",), ("bela",)]


def test_what_somebody_changed_meanwhile_is_not_overwritten(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with change(database, "bela") as made:
        made.update("articles", {"article_id": "a2"}, {"duplicate_of": "a1"})
    with pytest.raises(ConflictError):
        withdraw(database, "anna", {"a1": {}, "a2": {"duplicate_of": None}}, DAY)
    withdraw(database, "bela", {"a1": {}}, DAY)
    with pytest.raises(CodingError, match="meanwhile"):
        withdraw(database, "anna", {"a1": {}}, DAY)
    assert database.rows("SELECT count(*) FROM articles WHERE withdrawn_on IS NOT NULL") == [(1,)]


def test_statements_coded_after_the_preview_stop_it(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    seen = preview(database, ["a1"]).n_said
    assert seen == {"a1": 2}
    with change(database, "bela") as made:
        made.update("statements", {"statement_id": "s1"}, {"status": "rejected"})
    with pytest.raises(ConflictError, match="has changed since"):
        withdraw(database, "anna", {"a1": {}}, DAY, seen)
    withdraw(database, "anna", {"a1": {}}, DAY, preview(database, ["a1"]).n_said)


def test_reading_only_previews_and_refuses(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    database.is_writable = False
    assert preview(database, ["a1"]).n_leaving == 2
    with pytest.raises(StoreError):
        withdraw(database, "anna", {"a1": {}}, DAY)
    assert database.rows("SELECT count(*) FROM articles WHERE withdrawn_on IS NOT NULL") == [(0,)]
