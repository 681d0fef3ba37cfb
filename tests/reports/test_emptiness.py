"""Why nothing is drawn: nothing there at all, or nothing that the filters leave; and which page comes next."""

from __future__ import annotations

from sayso.reports import emptiness
from sayso.reports.view import look
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

REJECTED = [say("ann", "tax", 1, "2024-01-01", status="rejected")]
PROPOSED = [say("ann", "tax", 1, "2024-01-01", status="proposed", quote_status="proposed")]


def test_a_dataset_may_hold_quotes_and_no_statement(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    view = look(make_dataset(REJECTED), scope())
    assert emptiness.holds(view, "quotes")
    assert not emptiness.holds(view, "matrix") and not emptiness.holds(view, "timeline")


def test_the_next_page_is_where_there_is_work(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    pages = [emptiness.next_page(look(make_dataset(said), scope())) for said in ((), REJECTED, PROPOSED)]
    assert pages == ["add", "review", "coverage"]


def test_the_filters_in_force_are_named(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    database = make_dataset([say("ann", "tax", 1, "2024-01-01")])
    filtered = look(database, scope("2023-01-01", actors=("ann",)))
    assert emptiness.in_force(filtered) == "In force: actors: Ann; as of 2023-01-01."
    plain = look(database, scope("2023-01-01"))
    assert emptiness.in_force(plain) == "In force: only the as-of date; as of 2023-01-01."
