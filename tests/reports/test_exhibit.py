"""A view frozen: it comes back from JSON as it was, whatever becomes of the data."""

from __future__ import annotations

import json

import pytest

from sayso.model.frames import records
from sayso.reports.choosing import scope_of
from sayso.reports.exhibit import Exhibit, exhibit, filters_of
from sayso.reports.pages import REPORTS, report
from sayso.store.hub import Database
from tests.conftest import DatasetMaker
from tests.tiny import say

SAID = [
    say(actor, issue, stance, f"2024-0{month}-10", article=f"{issue}{month}", quote=f"{actor} <b>=1+1</b> مرحبا")
    for month in (1, 2, 3)
    for actor, stance in (("ann", 2), ("bob", -1), ("cid", 1))
    for issue in ("tax", "war")
]  # fmt: skip


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset(SAID, factions={"left": ["ann"], "right": ["bob", "cid"]})


@pytest.mark.parametrize("page", REPORTS)
def test_every_part_of_every_page_comes_back_from_json(database: Database, page: str) -> None:
    asked = report(page, database, scope_of(database, as_of="2024-06-30"))
    for part in asked.parts:
        frozen = exhibit(asked, part)
        again = Exhibit.from_json(frozen.to_json())
        assert json.loads(again.to_json()) == json.loads(frozen.to_json())
        assert (again.title, again.subtitle, again.as_of) == (part.title, asked.subtitle, "2024-06-30")
        assert len(again.table) == len(part.table()) and len(again.frame) == len(part.frame)
        if part.draw is not None:
            drawing = part.draw(None)
            assert again.drawing is not None and again.drawing.heads == drawing.heads
            assert [trace.name for trace in again.drawing.figure.data] == [
                trace.name for trace in drawing.figure.data
            ]
        assert again.filters == filters_of(asked)
        assert report(page, database, scope_of(database, **again.filters)).title == asked.title


def test_every_statement_behind_a_mark_has_a_numbered_source(database: Database) -> None:
    asked = report("matrix", database, scope_of(database))
    frozen = exhibit(asked, asked.parts[0])
    numbers = {row["article_id"]: row["number"] for row in records(frozen.sources)}
    articles = {row["statement_id"]: row["article_id"] for row in records(frozen.statements)}
    assert frozen.marks and all(articles[key] in numbers for ids in frozen.marks.values() for key in ids)
    assert frozen.retitled("Mine").title == "Mine" and frozen.title != "Mine"


def test_what_is_not_an_exhibit_is_refused() -> None:
    with pytest.raises((ValueError, KeyError)):
        Exhibit.from_json('{"version": 99}')


@pytest.mark.parametrize("page", REPORTS)
def test_words_that_rights_keep_back_are_nowhere_in_it(make_dataset: DatasetMaker, page: str) -> None:
    secret = "a sentence that its publisher keeps"
    said = [
        say("ann", "tax", 2, "2024-01-10", article="held", quote=secret),
        say("ann", "war", 2, "2024-01-12", article="free"),
        say("bob", "tax", -1, "2024-02-10", article="free", quote="Bob speaks of Ann."),
    ]
    database = make_dataset(said, articles={"held": {"rights": "show"}})
    asked = report(page, database, scope_of(database))
    for part in asked.parts:
        assert secret not in exhibit(asked, part).to_json()


def test_a_view_without_hover_can_still_be_clicked(make_dataset: DatasetMaker) -> None:
    database = make_dataset(
        [say("ann", "tax", 2, "2024-01-10", article="held")], articles={"held": {"rights": "show"}}
    )
    asked = report("timeline", database, scope_of(database))
    drawing = exhibit(asked, asked.parts[0]).drawing
    assert drawing is not None and {trace.hoverinfo for trace in drawing.figure.data} == {"none"}
