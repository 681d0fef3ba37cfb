"""One actor, without a screen."""

from __future__ import annotations

import pytest

from sayso.errors import QueryError
from sayso.reports.actor import actor
from sayso.store.hub import Database
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset(
        [
            say("ann", "tax", 2, "2024-01-03"),
            say("ann", "tax", 1, "2024-01-04", condition="if all pay"),
            say("ann", "dam", -1, "2024-02"),
            say("bob", "tax", -2, "2024-01-05", text="Ann is wrong."),
            say("ann", "tax", 1, "2024-03-01", status="proposed", text="Quoted only."),
        ],
        factions={"front": {"ann": ("2020", None)}},
        more={"aliases": [{"alias": "Ms Ann Smith", "actor_id": "ann", "language": "en"}]},
    )


def test_the_title_is_where_it_stands(database: Database, scope: ScopeMaker) -> None:
    report = actor(database, scope(), actor="bob")
    assert report.title == "Bob opposes the one issue found, though not in words this year (one not found)"
    assert report.subtitle.startswith("as of 31 Dec 9999 · 4 statements")


def test_unless_named_it_is_the_most_quoted(database: Database, scope: ScopeMaker) -> None:
    assert actor(database, scope()).name == "Ann"


def test_a_position_has_its_number_its_row_and_its_statements(database: Database, scope: ScopeMaker) -> None:
    report = actor(database, scope(), actor="ann")
    part = report.part("actor-ann")
    assert dict(zip(part.frame["issue_id"], part.frame["value"], strict=True)) == {"tax": 1.5, "dam": -1.0}
    assert part.ids() == {("tax",): ("s2", "s1"), ("dam",): ("s3",)}
    tax = next(row for row in part.table().to_dict("records") if row["Issue"] == "Tax")
    assert (tax["Position"], tax["n"], tax["Condition"]) == ("strongly supports", 2, "if all pay")
    figure = part.figure
    assert figure is not None and set(figure.data[0].customdata) == {"tax", "dam"}
    assert "bands of the About page" in part.provenance


def test_the_sources_are_its_own(database: Database, scope: ScopeMaker) -> None:
    assert list(actor(database, scope(), actor="bob").sources["article_id"]) == ["a4"]


def test_filters_narrow_what_it_said_and_not_who_it_is(database: Database, scope: ScopeMaker) -> None:
    report = actor(database, scope(issues=("dam",)), actor="ann")
    assert list(report.statements["statement_id"]) == ["s3"] and list(report.positions["issue_id"]) == ["dam"]
    assert report.facts == "person · 3 statements · 4 quotes · last seen Feb 2024"
    assert list(report.statements_on("dam")["statement_id"]) == ["s3"]


def test_names_memberships_and_who_mentions_it(database: Database, scope: ScopeMaker) -> None:
    report = actor(database, scope(), actor="ann")
    assert report.longest_alias == "Ms Ann Smith"
    assert list(report.uncoded_quotes["quote"]) == ["Quoted only."]
    assert report.membership_lines == ["member, Front: from 2020, no end known"]
    part = report.part("actor-memberships")
    assert part.title == "Memberships: member of Front" and part.figure is not None
    assert part.table().to_numpy().tolist() == [["Front", "member", "2020", "no end known"]]
    lists = {one.heading: (list(one.rows), one.note) for one in report.links}
    assert lists["Who mentions them"] == (["Bob: Ann is wrong. (5 Jan 2024)"], "")
    assert lists["Who speaks to them"] == ([], "Not found.")
    assert (
        "Who mentions them: Bob: Ann is wrong. (5 Jan 2024)" in report.notes and report.facts in report.notes
    )


def test_who_belongs_nowhere_has_no_chart_of_it(database: Database, scope: ScopeMaker) -> None:
    report = actor(database, scope(), actor="bob")
    part = report.part("actor-memberships")
    assert part.figure is None and part.table().empty and report.membership_lines == []


def test_an_actor_that_is_not_there_is_refused(database: Database, scope: ScopeMaker) -> None:
    with pytest.raises(QueryError, match="no actor “zoe”"):
        actor(database, scope(), actor="zoe")


def test_nobody(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = actor(make_dataset(), scope())
    assert report.title == "No actor was found" and report.notes == ()
    assert report.sources.empty and report.statements.empty and report.uncoded_quotes.empty
    for part in report.parts:
        assert part.frame.empty and part.table().empty and part.ids() == {}
