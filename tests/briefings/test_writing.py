"""Briefings made, ordered, edited and taken back: what is frozen stays, what is changed is logged."""

from __future__ import annotations

import pytest

from sayso.briefings import writing
from sayso.briefings.reading import briefing, briefings
from sayso.errors import QueryError, StoreError
from sayso.queries import rights
from sayso.store.changes import ConflictError, change
from sayso.store.hub import Database
from sayso.store.replay import differences
from sayso.store.undoing import last_undoable, last_undone, undo
from tests.briefings.conftest import ViewMaker


def kinds(database: Database, key: str) -> list[str]:
    return [item.kind for item in briefing(database, key).items]


def test_a_pinned_view_stays_what_it_was(database: Database, view: ViewMaker) -> None:
    pinned = view(database)
    key = writing.pin(database, "kim", pinned, None, "Weekly").key
    with change(database, "kim") as made:
        made.update("statements", {"statement_id": "s1"}, {"stance": -2})
    (item,) = briefing(database, key).items
    assert item.exhibit is not None
    assert item.exhibit.to_json() == pinned.to_json()
    assert item.exhibit.title != view(database).title or not item.exhibit.table.equals(view(database).table)


def test_order_and_undo_and_redo(database: Database, briefing_id: str) -> None:
    items = briefing(database, briefing_id).items
    writing.move(database, "kim", briefing_id, items[2].item_id, -2)
    assert kinds(database, briefing_id) == ["text", "view", "judgement"]
    writing.move(database, "kim", briefing_id, items[2].item_id, -5)  # at the top already
    writing.remove(database, "kim", briefing_id)
    assert briefings(database) == []
    done = last_undoable(database, "kim")
    assert done is not None
    undo(database, "kim", done)
    assert kinds(database, briefing_id) == ["text", "view", "judgement"]
    again = last_undone(database, "kim")
    assert again is not None
    undo(database, "kim", again)
    assert briefings(database) == []
    with database.cursor() as cursor:
        assert list(differences(cursor)) == []


def test_one_pin_is_taken_back_though_more_was_done_since(
    database: Database, briefing_id: str, view: ViewMaker
) -> None:
    made = writing.pin(database, "kim", view(database, "sources"), briefing_id)
    writing.write(database, "kim", briefing_id, "text", {"text": "Later."})
    assert writing.take_back(database, "lee", made.change_id)
    assert kinds(database, briefing_id) == ["view", "judgement", "text", "text"]
    with pytest.raises(ConflictError):
        writing.take_back(database, "lee", made.change_id)
    assert not writing.take_back(database, "lee", "no such change")


def test_two_tabs_do_not_overwrite_each_other(database: Database, briefing_id: str) -> None:
    judgement = briefing(database, briefing_id).items[1]
    seen = {"text": judgement.text}
    writing.edit_item(database, "kim", judgement.item_id, {"text": "It is likely to."}, seen)
    with pytest.raises(ConflictError, match="kim has changed text"):
        writing.edit_item(database, "lee", judgement.item_id, {"text": "It will not."}, seen)
    writing.remove_item(database, "kim", judgement.item_id)
    with pytest.raises(ConflictError):
        writing.edit_item(database, "lee", judgement.item_id, {"text": "It will not."})
    writing.remove(database, "kim", briefing_id)
    with pytest.raises(ConflictError):
        writing.write(database, "lee", briefing_id, "text", {"text": "x"})


def test_an_edited_title_is_the_analysts_and_the_proposal_is_kept(
    database: Database, briefing_id: str
) -> None:
    item = briefing(database, briefing_id).items[0]
    writing.edit_item(database, "kim", item.item_id, {"title": "  Everyone agrees  "})
    changed = briefing(database, briefing_id).items[0]
    assert changed.exhibit is not None and changed.exhibit.title == changed.title == "Everyone agrees"
    assert changed.proposed_title == item.proposed_title != "Everyone agrees"
    writing.edit_item(database, "kim", item.item_id, {"title": " "})
    assert briefing(database, briefing_id).items[0].title is None


def test_what_makes_no_sense_is_refused(database: Database, briefing_id: str) -> None:
    for title in ("  ", "x" * 301):
        with pytest.raises(QueryError):
            writing.create(database, "kim", title)
    with pytest.raises(QueryError):
        writing.write(database, "kim", briefing_id, "judgement", {"text": " "})
    with pytest.raises(StoreError):  # text has no likelihood: the database says so
        writing.write(database, "kim", briefing_id, "text", {"text": "x", "likelihood": "likely"})
    with pytest.raises(StoreError):
        writing.write(database, "kim", briefing_id, "judgement", {"text": "x", "likelihood": "certain"})
    with pytest.raises(StoreError, match="not a date"):
        writing.create(database, "kim", "Title", held_on="tomorrow")


def test_a_duplicate_shares_what_is_frozen(database: Database, briefing_id: str) -> None:
    copy = writing.duplicate(database, "kim", briefing_id)
    assert briefing(database, copy.key).title == "Weekly (copy)"
    assert kinds(database, copy.key) == ["view", "judgement", "text"]
    assert database.rows("SELECT count(*) FROM exhibits") == [(1,)]


def test_a_briefing_is_no_data(database: Database, view: ViewMaker) -> None:
    before = database.version
    writing.pin(database, "kim", view(database), None)
    assert database.version == before


def test_words_are_withheld_by_the_rights_of_today(
    database: Database, briefing_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with change(database, "kim") as made:
        made.update("articles", {"article_id": "tax1"}, {"rights": []})
    monkeypatch.setattr(database, "is_writable", False)
    rights._withheld.cache_clear()
    exhibit = briefing(database, briefing_id).items[0].exhibit
    assert exhibit is not None
    by_article = exhibit.statements.groupby("article_id")["quote"].unique()
    assert list(by_article["tax1"]) == [rights.NOT_SHOWN]
    assert rights.NOT_SHOWN not in by_article["tax2"]
