"""What a dataset teaches: actors with their names, issues with their meanings, quotes as they were coded."""

from sayso.coding.deciding import accept_quote
from sayso.coding.edits import QuoteEdits
from sayso.coding.known import accepted_statements, codebook, known_actors
from sayso.coding.proposals import Proposal
from sayso.store.changes import change
from sayso.store.hub import Database
from tests.coding.conftest import with_words


def test_accepted_quotes_come_with_the_words_around_them(database: Database, found: list[Proposal]) -> None:
    assert accepted_statements(database) == ()
    accept_quote(database, "kim", with_words(found, "supports").proposal_id)
    accept_quote(database, "kim", with_words(found, "April").proposal_id, QuoteEdits(statements=()))
    sided, silent = accepted_statements(database)
    assert (sided.issue_id, sided.stance, sided.actor_id, sided.article_id) == (
        "toll",
        1,
        "lena-osei",
        "alwa",
    )
    assert sided.text == "that she supports the new harbour toll" and "Mayor Lena Osei said" in sided.before
    assert (silent.issue_id, silent.stance, silent.text) == ("", 0, "the talks would continue in April")
    with change(database, "kim") as made:
        made.rows("UPDATE articles SET text = NULL")
    assert [one.before for one in accepted_statements(database)] == ["", ""]


def test_a_withdrawn_article_teaches_nothing(database: Database, found: list[Proposal]) -> None:
    accept_quote(database, "kim", with_words(found, "supports").proposal_id)
    with change(database, "kim") as made:
        made.update("articles", {"article_id": "alwa"}, {"withdrawn_on": "2024-04"})
    assert accepted_statements(database) == ()


def test_actors_and_issues_as_extractors_take_them(database: Database) -> None:
    with change(database, "kim") as made:
        made.insert("aliases", {"alias": "the mayor", "actor_id": "lena-osei"})
    (actor,) = known_actors(database)
    assert (actor.actor_id, actor.name, actor.aliases) == ("lena-osei", "Lena Osei", ("the mayor",))
    (issue,) = codebook(database)
    assert issue.keywords == ("harbour toll", "toll") and issue.opposes_means == "Rejects the toll."
