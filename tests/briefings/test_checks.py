"""What changed since, what to look at, what it rests on, and the same for a new day."""

from __future__ import annotations

import re
from datetime import date

from sayso.briefings import writing
from sayso.briefings.freshness import since_pinned
from sayso.briefings.preflight import preflight
from sayso.briefings.reading import briefing
from sayso.briefings.refilling import refill
from sayso.briefings.source_summary import draft, sources_of
from sayso.store.changes import change
from sayso.store.hub import Database
from tests.briefings.conftest import ViewMaker
from tests.conftest import DatasetMaker
from tests.tiny import say


def test_nothing_differs_until_the_data_do(database: Database, briefing_id: str) -> None:
    exhibit = briefing(database, briefing_id).items[0].exhibit
    assert exhibit is not None and since_pinned(database, exhibit) is None
    with change(database, "kim") as made:  # a note moves nothing that is shown
        made.update("statements", {"statement_id": "s1"}, {"note": "read again"})
    difference = since_pinned(database, exhibit)
    assert difference is not None and difference.is_same


def test_the_new_version_says_what_moved(database: Database, briefing_id: str) -> None:
    with change(database, "kim") as made:
        for key in ("s1", "s7", "s13"):  # ann on tax
            made.update("statements", {"statement_id": key}, {"stance": -2})
    item = briefing(database, briefing_id).items[0]
    assert item.exhibit is not None
    difference = since_pinned(database, item.exhibit)
    assert difference is not None and difference.is_retitled
    (row,) = [row for row in difference.rows if "ann" in row.casefold()]
    assert "strongly opposes" in row and "it was strongly supports" in row
    said = [each for each in preflight(database, briefing(database, briefing_id)) if each.kind == "title"]
    assert said and difference.new.title in said[0].words
    writing.put_version(database, "kim", item.item_id, difference.new)
    renewed = briefing(database, briefing_id).items[0].exhibit
    assert renewed is not None and renewed.title == difference.new.title


def test_the_list_before_presenting(make_dataset: DatasetMaker, view: ViewMaker) -> None:
    said = [
        say("ann", "tax", 2, "2024-01-10", article="a1"),
        say("ann", "tax", -2, "2024-02-10", article="a2"),
        say("bob", "tax", 1, "2024-02-11", article="a2"),
    ]
    database = make_dataset(said, articles={"a1": {"rights": ""}})
    with change(database, "kim") as made:
        made.update("quotes", {"quote_id": "q1"}, {"stated_on_basis": "inferred"})
        made.update("outlets", {"outlet_id": "herald"}, {"reliability": "F"})
        made.update("articles", {"article_id": "a1"}, {"rights": []})
    key = writing.pin(database, "kim", view(database), None, "Weekly").key
    item = briefing(database, key).items[0]
    writing.edit_item(database, "kim", item.item_id, {"title": "long " * 50, "text": "word " * 200})
    found = {each.kind: each.words for each in preflight(database, briefing(database, key))}
    assert found["single"] == "1 cell rests on one statement."
    assert found["conflict"] == "1 position is conflicting."
    assert found["dates"] == "1 date is inferred."
    assert "The Herald" in found["rating"]
    assert found["rights"].startswith("1 quote may not be shown")
    assert "fit" in found


def test_the_source_summary_has_the_numbers_of_the_views(database: Database, briefing_id: str) -> None:
    words = draft(briefing(database, briefing_id))
    assert "18 statements from 6 articles of 1 outlet" in words and "B 18" in words
    sources = sources_of(briefing(database, briefing_id))
    assert list(sources["number"]) == [1, 2, 3, 4, 5, 6]
    assert not re.search(r"\bnan\b|None", words)


def test_the_same_for_a_new_day(database: Database, briefing_id: str) -> None:
    made = refill(database, "kim", briefing_id, date(2024, 2, 15)).made
    fresh = briefing(database, made.key)
    assert [item.kind for item in fresh.items] == ["view", "judgement", "text"]
    assert [item.needs_check for item in fresh.items] == [False, True, True]
    assert fresh.items[0].exhibit is not None and fresh.items[0].exhibit.as_of == "2024-02-15"
    assert "12 statements" in fresh.items[0].exhibit.subtitle
    assert [each.kind for each in preflight(database, fresh)].count("check") == 2
    assert briefing(database, briefing_id).items[0].exhibit is not None
