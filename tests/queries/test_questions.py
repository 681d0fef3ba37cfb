"""The remaining questions, each against a dataset whose answer is known."""

from datetime import date

import pytest

from sayso.queries import actors, codebook, positions, timeline
from sayso.store.hub import Database
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 1, "2024-01-01", article="a1", text="Bobby is right."),
    say("ann", "tax", 2, "2024-03", condition="if late"),
    say("bob", "war", -2, "2024-02-01"),
]
EVENT = {
    "event_id": "e1", "title": "Vote", "kind": "DEMAND", "modality": "happened",
    "happened_on": "2024-01", "happened_on_basis": "stated",
}  # fmt: skip


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset(
        SAID,
        factions={"left": {"ann": ("2024", None)}, "past": {"ann": (None, "2023")}},
        more={
            "events": [EVENT],
            "event_actors": [{"event_id": "e1", "actor_id": "bob", "role": "initiator"}],
            "reports": [{"event_id": "e1", "article_id": "a1", "spans": "0-4"}],
            "aliases": [{"alias": "Bobby", "actor_id": "bob"}],
        },
    )


def test_actors_with_counts_and_factions(database: Database, scope: ScopeMaker) -> None:
    frame = actors.actors(database, scope()).frame.set_index("actor_id")
    assert frame["n_statements"].to_dict() == {"ann": 2, "bob": 1}
    assert [list(ids) for ids in frame["faction_ids"]] == [["left"], []]


def test_links_of_an_actor(database: Database, scope: ScopeMaker) -> None:
    frame = actors.links(database, scope(), "bob").frame
    assert frame[["relation", "who"]].values.tolist() == [
        ["quoted by", "The Herald"],
        ["takes part", "initiator"],
    ]


def test_aliases_and_memberships(database: Database) -> None:
    assert actors.aliases(database, "bob")["alias"].tolist() == ["Bobby"]
    assert actors.memberships(database, "ann")["faction_id"].tolist() == ["left", "past"]
    assert len(actors.memberships(database)) == 2


def test_newest_first(database: Database, scope: ScopeMaker) -> None:
    assert positions.newest(database, scope(), 2).frame["statement_id"].tolist() == ["s2", "s3"]


def test_timeline(database: Database, scope: ScopeMaker) -> None:
    events = timeline.events(database, scope()).frame
    assert events[["event_id", "precision", "n_reports"]].values.tolist() == [["e1", "month", 1]]
    said = timeline.statements(database, scope()).frame
    assert said["statement_id"].tolist() == ["s1", "s3", "s2"]
    assert said["precision"].tolist() == ["day", "day", "month"]


def test_codebook(database: Database) -> None:
    assert codebook.issues(database)["issue_id"].tolist() == ["tax", "war"]
    assert codebook.factions(database)["n_members"].tolist() == [1, 1]
    assert codebook.outlets(database)["n_articles"].tolist() == [3]
    assert codebook.articles(database)["article_id"].tolist() == ["a2", "a3", "a1"]
    assert codebook.date_range(database) == (date(2024, 1, 1), date(2024, 3, 31))
    described = codebook.describe(database)
    assert described.title == "Tiny" and described.licences == ()


def test_articles_without_url_or_date_are_listed(make_dataset: DatasetMaker) -> None:
    bare = {"url": None, "published_on": None, "published_on_basis": None}
    assert len(codebook.articles(make_dataset(articles={"a1": bare}))) == 1


def test_dictionary_has_a_meaning_for_every_column(database: Database) -> None:
    frame = codebook.dictionary(database)
    assert frame["meaning"].str.len().min() >= 4 and {"quotes", "statements"} <= set(frame["table"])
    assert all(codebook.table_comments(database).values())


def test_an_empty_dataset_has_empty_answers(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    empty = make_dataset()
    assert codebook.date_range(empty) is None
    for answer in (
        positions.actor_positions(empty, scope()),
        positions.member_positions(empty, scope()),
        positions.evidence(empty, scope()),
        timeline.events(empty, scope()),
        timeline.statements(empty, scope()),
        actors.actors(empty, scope()),
    ):
        assert answer.frame.empty and tuple(answer.frame.columns) == answer.question.columns
