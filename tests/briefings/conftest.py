"""A tiny dataset, a view of it, and a briefing with all kinds of parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.briefings import writing
from sayso.reports.choosing import scope_of
from sayso.reports.exhibit import Exhibit, exhibit
from sayso.reports.pages import report
from sayso.store.hub import Database
from tests.conftest import DatasetMaker
from tests.tiny import say

SAID = [
    say(actor, issue, stance, f"2024-0{month}-10", article=f"{issue}{month}")
    for month in (1, 2, 3)
    for actor, stance in (("ann", 2), ("bob", -1), ("cid", 1))
    for issue in ("tax", "war")
]
ViewMaker = Callable[..., Exhibit]


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset(SAID, factions={"left": ["ann"], "right": ["bob", "cid"]})


@pytest.fixture
def view() -> ViewMaker:
    """`view(database, "matrix", unit="actors")`: the page's own chart, frozen."""

    def made(database: Database, page: str = "matrix", **options: Any) -> Exhibit:
        answer = report(page, database, scope_of(database), **options)
        return exhibit(answer, answer.parts[0], options=options)

    return made


@pytest.fixture
def briefing_id(database: Database, view: ViewMaker) -> str:
    key = writing.pin(database, "kim", view(database), None, "Weekly").key
    judged = {"text": "Tax will pass.", "likelihood": "likely", "confidence": "low"}
    writing.write(database, "kim", key, "judgement", judged)
    writing.write(database, "kim", key, "text", {"text": "More next week."})
    return key
