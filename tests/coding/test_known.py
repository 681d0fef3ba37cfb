"""What a dataset tells a search: actors with their names, issues with their meanings."""

from sayso.coding.known import codebook, known_actors
from sayso.store.changes import change
from sayso.store.hub import Database


def test_actors_and_issues_as_extractors_take_them(database: Database) -> None:
    with change(database, "kim") as made:
        made.insert("aliases", {"alias": "the mayor", "actor_id": "lena-osei"})
    (actor,) = known_actors(database)
    assert (actor.actor_id, actor.name, actor.aliases) == ("lena-osei", "Lena Osei", ("the mayor",))
    (issue,) = codebook(database)
    assert issue.keywords == ("harbour toll", "toll") and issue.opposes_means == "Rejects the toll."
