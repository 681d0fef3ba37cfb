"""As-of dates cut by the bounds of EDTF dates; only coded, unwithdrawn evidence counts."""

from datetime import date, timedelta

import pytest

from sayso.model.scope import KnownBy
from sayso.queries import positions, quotes
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say


@pytest.mark.parametrize(
    ("on", "counts_from", "not_yet"),
    [
        ("2021-07-23", "2021-07-23", "2021-07-22"),
        ("2021-07", "2021-07-01", "2021-06-30"),  # the first day it can have been said
        ("2021", "2021-01-01", "2020-12-31"),
        ("2021-07-19/2021-07-24", "2021-07-19", "2021-07-18"),
        ("2020-01-03/..", "2020-01-03", "2020-01-02"),
        ("../2021-12-31", "2021-12-31", "2021-12-30"),  # no first day: the last
    ],
)
def test_a_statement_counts_from_its_first_possible_day(
    make_dataset: DatasetMaker, scope: ScopeMaker, on: str, counts_from: str, not_yet: str
) -> None:
    database = make_dataset([("ann", "tax", 1, on)])
    assert len(positions.actor_positions(database, scope(counts_from)).frame) == 1
    assert len(positions.actor_positions(database, scope(not_yet)).frame) == 0


@pytest.mark.parametrize(
    ("column", "status", "counts"),
    [
        ("status", "accepted", True),
        ("status", "edited", True),
        ("status", "proposed", False),
        ("status", "rejected", False),
        ("status", "unverified", False),
        ("quote_status", "edited", True),
        ("quote_status", "proposed", False),
        ("quote_status", "rejected", False),
    ],
)
def test_only_accepted_and_edited_rows_count(
    make_dataset: DatasetMaker, scope: ScopeMaker, column: str, status: str, counts: bool
) -> None:
    database = make_dataset([say("ann", "tax", 1, "2024", **{column: status})])
    assert (len(positions.actor_positions(database, scope()).frame) == 1) is counts
    assert (len(positions.evidence(database, scope()).frame) == 1) is counts


def test_a_withdrawn_article_no_longer_counts(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    said = [say("ann", "tax", 1, "2024", article="a1"), say("ann", "tax", -1, "2024", article="a2")]
    database = make_dataset(said, articles={"a1": {"withdrawn_on": "2024-02-01"}})
    assert positions.actor_positions(database, scope()).frame["mean"].tolist() == [-1.0]


def test_an_act_is_credited_to_the_earliest_report_that_stands(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    event = {
        "event_id": "e1", "title": "Vote", "kind": "DEMAND", "modality": "happened",
        "happened_on": "2024-01-01", "happened_on_basis": "stated",
    }  # fmt: skip
    said = [
        say("ann", "tax", 2, "2024-01-05", article="late"),
        say("ann", "tax", 2, "2024-01-02", article="early"),
        say("ann", "tax", 2, "2024-01-01", article="first", quote_status="rejected"),
        say("bob", "tax", -2, "2024-01-01", quote_id=None, event_id="e1", basis="act"),
    ]
    reports = [
        {"event_id": "e1", "article_id": article, "spans": "0-4", "credibility": credibility}
        for article, credibility in (("late", 2), ("early", None), ("first", 1))
    ]
    database = make_dataset(
        said,
        articles={"first": {"withdrawn_on": "2024-03-01", "published_on": None, "published_on_basis": None}},
        more={"events": [event], "reports": reports},
    )
    acts = positions.evidence(database, scope(actors=("bob",))).frame
    assert acts[["kind", "article_id", "event", "is_kept"]].values.tolist() == [
        ["act", "early", "Vote", True]
    ]
    assert acts["credibility"].isna().all()  # the early report's own, not another's
    assert database.rows("SELECT n_reports FROM events_reported") == [(2,)]


def test_filters_narrow_and_combine(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    said = [
        say("ann", "tax", 1, "2024", credibility=2),
        say("ann", "war", 1, "2024", kind="indirect", credibility=6),
        say("bob", "tax", -1, "2024"),
    ]
    database = make_dataset(said, factions={"left": ["ann"]})

    def found(**filters: object) -> list[tuple[str, str]]:
        frame = positions.actor_positions(database, scope(**filters)).frame
        return list(zip(frame["actor_id"], frame["issue_id"], strict=True))

    assert found() == [("ann", "tax"), ("ann", "war"), ("bob", "tax")]
    assert found(actors=("bob",)) == [("bob", "tax")]
    assert found(issues=("tax",)) == [("ann", "tax"), ("bob", "tax")]
    assert found(factions=("left",), kinds=("indirect",)) == [("ann", "war")]
    assert found(worst_credibility=3) == [("ann", "tax")]  # 6 is "cannot be judged", none was not asked
    assert found(outlets=("herald",)) == found() and found(outlets=("gone",)) == []


def test_coverage_counts_the_articles_that_were_searched_by_the_day_of_their_words(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    late = {"published_on": "2025-06-01", "published_on_basis": "stated"}
    early = {"published_on": "2024-01-01", "published_on_basis": "stated"}
    articles = {
        "unread": early, "searched": early, "copy": {"duplicate_of": "a1"},
        "a1": late,  # what it tells of was said a year and a half before it appeared
    }  # fmt: skip
    said = [say("ann", "tax", 1, "2024-01-02", article="a1"), ("bob", "war", 1, "2025-01-02")]
    searched = {
        "revision_id": "r1", "table_name": "articles", "row_id": "searched", "action": "searched", "changed_by": "anna",
        "changed_at": "2024-02-01T10:00:00Z",
    }  # fmt: skip
    database = make_dataset(said, articles=articles, more={"revisions": [searched]})
    row = positions.coverage(database, scope("2024-06-01")).frame.iloc[0]
    assert (row["n_statements"], row["n_articles"], row["n_actors"], row["n_searched"]) == (1, 1, 1, 2)
    before = positions.coverage(database, scope("2024-01-01")).frame.iloc[0]
    assert (before["n_statements"], before["n_searched"]) == (0, 1)
    empty = positions.coverage(make_dataset(name="empty"), scope()).frame.iloc[0]
    assert (empty["n_statements"], empty["n_searched"]) == (0, 0)


def test_since_is_the_first_day_that_counts(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    database = make_dataset([("ann", "tax", 2, "2024-01-05"), ("ann", "tax", -2, "2024-03-01")])
    whole, from_second = scope(), scope(since=date(2024, 3, 1))
    assert positions.actor_positions(database, whole).frame["mean"].tolist() == [0.0]
    assert positions.actor_positions(database, from_second).frame["mean"].tolist() == [-2.0]
    assert positions.coverage(database, from_second).frame["n_statements"].tolist() == [1]
    assert len(positions.evidence(database, scope(since=date(2024, 3, 2))).frame) == 0
    assert len(quotes.search(database, from_second, "").frame) == 1


@pytest.mark.parametrize(
    ("known_by", "counts_from"),
    [("said", "2024-01-05"), ("published", "2024-02-10"), ("coded", "2024-06-01")],
)
def test_what_was_known_on_a_day_is_cut_by_saying_publication_or_coding(
    make_dataset: DatasetMaker, scope: ScopeMaker, known_by: KnownBy, counts_from: str
) -> None:
    late = {"published_on": "2024-02-10", "published_on_basis": "stated"}
    logged = [
        {
            "revision_id": f"r{number}", "table_name": table, "row_id": row_id, "action": action, "changed_by": "anna",
            "changed_at": changed_at,
        }
        for number, (table, row_id, action, changed_at) in enumerate(
            [
                ("statements", "s1", "created", "2024-06-01T08:00:00Z"), ("statements", "s1", "edited", "2024-09-01T08:00:00Z"),
                ("quotes", "q1", "accepted", "2024-06-01T07:00:00Z"),
            ]
        )
    ]  # fmt: skip
    database = make_dataset(
        [say("ann", "tax", 2, "2024-01-05", article="a1")], articles={"a1": late}, more={"revisions": logged}
    )
    day = date.fromisoformat(counts_from)
    on, before = (scope(str(at), known_by=known_by) for at in (day, day - timedelta(days=1)))
    assert len(positions.actor_positions(database, on).frame) == 1
    assert len(positions.actor_positions(database, before).frame) == 0
    assert len(quotes.search(database, on, "").frame) == 1
    assert len(quotes.search(database, before, "").frame) == 0


def test_what_nobody_logged_counts_as_coded_from_its_publication(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    late = {"published_on": "2024-02-10", "published_on_basis": "stated"}
    database = make_dataset([say("ann", "tax", 2, "2024-01-05", article="a1")], articles={"a1": late})
    asked = positions.coverage(database, scope("2024-02-10", known_by="coded")).frame.iloc[0]
    assert (asked["n_statements"], asked["n_unlogged"]) == (1, 1)
    assert len(positions.evidence(database, scope("2024-02-09", known_by="coded")).frame) == 0
