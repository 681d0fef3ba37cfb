"""Decisions as the browser sends them: each one change, held against what its card showed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sayso.coding.editing import code
from sayso.coding.edits import Coding
from sayso.coding.finding import keep
from sayso.coding.proposals import Proposal, of_article
from sayso.coding.review.applying import apply
from sayso.coding.review.items import items_of
from sayso.coding.review.ledger import Ledger
from sayso.store.database import Database
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.undoing import history
from tests.coding.conftest import ISSUE, with_words
from tests.coding.extraction import FOUND, TEXT
from tests.coding.races import meanwhile
from tests.conftest import PackageMaker

NAMED = {"kind": "event", "edits": {"title": "She signs", "event": "SUPPORT", "modality": "happened"}}


@pytest.fixture
def database(make_package: PackageMaker, tmp_path: Path) -> Iterator[Database]:
    article = {"text": TEXT, "published_on": "2024-03-12", "published_on_basis": "stated", "language": "en"}
    osei = {"actor_id": "lena-osei", "name": "Lena Osei", "kind": "person"}
    package = make_package(articles={"alwa": article}, more={"actors": [osei], "issues": [ISSUE]})
    hub = Hub()
    opened = hub.attach(load_package(package, tmp_path / "alwa.duckdb"))
    keep(opened, "alwa", TEXT.strip(), FOUND)
    yield opened
    hub.close()


class Tab:
    """One coder's tab: numbers its decisions, and hears what was refused."""

    def __init__(self, database: Database, coder: str = "kim") -> None:
        self.database, self.coder, self.ledger, self.seq = database, coder, Ledger(), 0

    def decide(self, do: str, item: str = "", **more: Any) -> str:
        """Send a decision; returns why it was refused, "" if it was taken."""
        self.seq += 1
        decision = {
            "do": do, "item": item, "article": "alwa", "seq": self.seq, "heard": self.seq - 1, "kind": "quote",
        }  # fmt: skip
        sent = {"client": "tab", "session": self.ledger.session, "decisions": [decision | more]}
        apply(self.database, self.coder, self.ledger, sent)
        return "".join(told["message"] for told in self.ledger.refused if told["seq"] == self.seq)

    def seen(self, item: str) -> dict[str, Any]:
        """What the desk sends of an item that it shows (`desk.js`, `seen`)."""
        known = next(each for each in items_of(self.database, "alwa") if each["id"] == item)
        coded = [
            {name: s[name] for name in ("id", "stance", "condition")} for s in known["statements"] if s["id"]
        ]
        proposed = [s for s in known["statements"] if s.get("isProposed")]
        own = {"speaker": known["speaker"]["ref"], "statements": proposed} if known["kind"] == "quote" else {}
        return {"spans": known["spans"], "coded": coded, **own}


@pytest.fixture
def found(database: Database) -> list[Proposal]:
    return of_article(database, "alwa")


def test_a_stance_that_another_set_meanwhile_is_refused_in_words(
    database: Database, found: list[Proposal], monkeypatch: pytest.MonkeyPatch
) -> None:
    tab, item = Tab(database), f"p:{with_words(found, 'supports').proposal_id}"
    assert tab.decide("accept", item, saw="proposed", seen=tab.seen(item)) == ""
    ((quote,),) = database.rows("SELECT quote_id FROM quotes")
    shown = tab.seen(item)
    with monkeypatch.context() as patch:
        meanwhile(patch, lambda: code(database, "lee", quote, Coding("toll", -2), seen={"stance": 1}))
        told = tab.decide("uncode", item, issue="toll", seen=shown)
    assert told.startswith("lee has changed stance") and "theirs stands" in told
    assert "lee has coded this meanwhile" in tab.decide("uncode", item, issue="toll")  # a tab from before
    told = tab.decide("reject", item, saw="accepted", seen=shown)
    assert told.startswith("lee has changed stance")
    assert database.rows("SELECT stance, coder, status::VARCHAR FROM statements") == [(-2, "lee", "edited")]
    assert tab.decide("uncode", item, issue="toll", seen=tab.seen(item)) == ""
    assert database.rows("SELECT count(*) FROM statements") == [(0,)]


def test_a_card_is_accepted_as_it_stood(database: Database, found: list[Proposal]) -> None:
    tab, lee = Tab(database), Tab(database, "lee")
    item = f"p:{with_words(found, 'We will').proposal_id}"
    shown = tab.seen(item)
    assert lee.decide("split", item, at=TEXT.index("It is a tax"), seen=shown) == ""
    assert (
        lee.decide("split", item, at=TEXT.index("It is a tax"), seen=shown) == ""
    )  # sent again after a lost answer
    for do, more in (
        ("accept", {"saw": "proposed"}),
        ("reject", {"saw": "proposed"}),
        ("split", {"at": 200}),
    ):
        assert "lee changed its words" in tab.decide(do, item, seen=shown, **more)
    assert database.rows("SELECT count(*) FROM quotes") == [(0,)]
    assert tab.decide("accept", item, saw="proposed", seen=tab.seen(item)) == ""


def test_what_was_rejected_is_accepted_in_one_change(database: Database, found: list[Proposal]) -> None:
    tab, item = Tab(database), f"p:{with_words(found, 'supports').proposal_id}"
    assert tab.decide("reject", item, saw="proposed", seen=tab.seen(item)) == ""
    assert tab.decide("accept", item, saw="rejected", seen=tab.seen(item)) == ""
    assert len(history(database, "kim")) == 2
    latest = history(database, "kim")[0]
    assert tab.decide("undo", change=latest.change_id) == ""
    assert database.rows("SELECT count(*) FROM quotes") == [(0,)]
    assert next(p for p in of_article(database, "alwa") if f"p:{p.proposal_id}" == item).status == "rejected"


def test_words_that_were_missed_are_added_once_from_two_tabs(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = Tab(database), Tab(database)
    spans, edits = [[0, 12]], {"speaker": "actor:lena-osei"}
    for more in ({"edits": edits}, NAMED):
        with monkeypatch.context() as patch:
            meanwhile(patch, partial(two.decide, "add", "tmp:2", named="tmp:2", spans=spans, **more))
            assert one.decide("add", "tmp:1", named="tmp:1", spans=spans, **more) == ""
        assert one.ledger.names["tmp:1"] == two.ledger.names["tmp:2"]
    assert database.rows("SELECT (SELECT count(*) FROM quotes), (SELECT count(*) FROM events)") == [(1, 1)]
