"""Which statements are kept: copies collapse, then one per article, week or month, or all (DESIGN §4.1)."""

from typing import Any

import pytest

from sayso.queries import positions
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say


@pytest.fixture
def kept(make_dataset: DatasetMaker, scope: ScopeMaker) -> Any:
    """`kept(said, count_by)` gives the ids of the statements that are kept."""

    def ask(said: Any, count_by: str = "article", articles: Any = None) -> list[str]:
        database = make_dataset(said, articles=articles)
        frame = positions.evidence(database, scope(count_by=count_by)).frame
        return sorted(frame.loc[frame["is_kept"], "statement_id"])

    return ask


def test_one_per_article_and_sign_the_latest(kept: Any) -> None:
    said = [
        say("ann", "tax", 1, "2024-01-01", article="a1"),
        say("ann", "tax", 2, "2024-01-02", article="a1"),  # same article and sign, later
        say("ann", "tax", -1, "2024-01-01", article="a1"),  # other sign
        say("ann", "tax", 0, "2024-01-01", article="a1"),  # neutral is a sign too
        say("ann", "war", 1, "2024-01-01", article="a1"),  # other issue
        say("bob", "tax", 1, "2024-01-01", article="a1"),  # other actor
        say("ann", "tax", 1, "2024-01-01", article="a2"),  # other article
    ]
    assert kept(said) == ["s2", "s3", "s4", "s5", "s6", "s7"]
    assert kept(said, "statement") == ["s1", "s2", "s3", "s4", "s5", "s6", "s7"]


def test_on_one_day_the_strongest(kept: Any) -> None:
    assert kept([say("ann", "tax", stance, "2024-01-01", article="a1") for stance in (1, 2, 1)]) == ["s2"]


@pytest.mark.parametrize("count_by", ["article", "statement", "week", "month"])
def test_a_copy_counts_as_its_original(kept: Any, count_by: str) -> None:
    said = [
        say("ann", "tax", 1, "2024-01-02", article="copy"),
        say("ann", "tax", 1, "2024-01-01", article="wire"),
        say("ann", "tax", 1, "2024-01-02", article="second-copy"),
    ]
    copies = {"copy": {"duplicate_of": "wire"}, "second-copy": {"duplicate_of": "wire"}, "wire": {}}
    assert kept(said, count_by, copies) == ["s2"]


def test_two_copies_of_a_wire_story_that_was_not_coded_count_once(kept: Any) -> None:
    said = [say("ann", "tax", 1, "2024-01-01", article=article) for article in ("b", "c")]
    copies = {"wire": {}, "b": {"duplicate_of": "wire"}, "c": {"duplicate_of": "wire"}}
    assert kept(said, "article", copies) == kept(said, "statement", copies) == ["s1"]


@pytest.mark.parametrize(
    ("one", "other", "n_kept"),
    [
        ("2020-12-28", "2021-01-03", 1),  # Monday and Sunday of 2020-W53
        ("2021-01-03", "2021-01-04", 2),  # 2020-W53, 2021-W01
        ("2020-01-01", "2021-01-04", 2),  # W01 of two years
        ("2020-12-31", "2026-12-31", 2),  # W53 of two years
        ("2018-12-31", "2019-01-01", 1),  # both 2019-W01
        ("2021-01-01", "2021-12-31", 2),  # 2020-W53, 2021-W52
    ],
)
def test_a_week_belongs_to_its_iso_year(kept: Any, one: str, other: str, n_kept: int) -> None:
    assert len(kept([("ann", "tax", 1, one), ("ann", "tax", 1, other)], "week")) == n_kept


@pytest.mark.parametrize(
    ("one", "other", "n_kept"),
    [("2021-07-01", "2021-07-31", 1), ("2021-07-31", "2021-08-01", 2), ("2020-07-01", "2021-07-01", 2)],
)
def test_a_month_belongs_to_its_year(kept: Any, one: str, other: str, n_kept: int) -> None:
    assert len(kept([("ann", "tax", 1, one), ("ann", "tax", 1, other)], "month")) == n_kept
