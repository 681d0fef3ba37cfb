"""The articles as they stand, and the reports that an act can be credited to."""

from __future__ import annotations

from sayso.model.frames import records
from sayso.queries import outlets
from sayso.store.changes import change
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [say("ann", "tax", 2, "2024-01-03", article="a1"), say("bob", "tax", -1, "2024-01-04", article="a2")]
POST = {"outlet_id": "post", "name": "Post", "reliability": "F"}
EVENT = {"event_id": "e1", "title": "Talks", "kind": "CONSULT", "modality": "happened", "happened_on": "2024-01", "happened_on_basis": "stated"}  # fmt: skip
REPORTS = [{"event_id": "e1", "article_id": "a1", "spans": "0-5", "credibility": 2}, {"event_id": "e1", "article_id": "a2", "spans": "0-5", "credibility": 6}]  # fmt: skip


def test_an_article_tells_its_outlet_copy_and_withdrawal_and_by_whom(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, articles={"a2": {"duplicate_of": "a1"}, "a3": {}})
    with change(database, "anna") as made:
        made.update("articles", {"article_id": "a1"}, {"withdrawn_on": "2024-02-01"})
    rows = {row["article_id"]: row for row in records(outlets.articles(database).frame)}
    first = rows["a1"]
    assert (first["withdrawn_on"], first["withdrawn_by"], first["n_statements"]) == ("2024-02-01", "anna", 1)
    assert rows["a2"]["duplicate_of"] == "a1" and rows["a2"]["withdrawn_by"] is None
    assert rows["a3"]["n_statements"] == 0 and first["outlet_id"] == "herald"


def test_one_taken_back_was_withdrawn_by_nobody(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    for day in ("2024-02-01", None):
        with change(database, "anna") as made:
            made.update("articles", {"article_id": "a1"}, {"withdrawn_on": day})
    assert outlets.articles(database).frame["withdrawn_by"].isna().all()


def test_reports_of_withdrawn_articles_are_no_credit_and_filters_are_told(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    more = {"outlets": [POST], "events": [EVENT], "reports": REPORTS}
    database = make_dataset(SAID, articles={"a2": {"outlet_id": "post"}}, more=more)
    both = outlets.credits(database, scope(outlets=("post",))).frame.set_index("article_id")
    assert both["is_in_scope"].to_dict() == {"a1": False, "a2": True}
    judged = outlets.credits(database, scope(worst_credibility=3)).frame.set_index("article_id")
    assert judged["is_in_scope"].to_dict() == {"a1": True, "a2": False}
    with change(database, "anna") as made:
        made.update("articles", {"article_id": "a1"}, {"withdrawn_on": "2024-02-01"})
    assert outlets.credits(database, scope()).frame["article_id"].tolist() == ["a2"]
