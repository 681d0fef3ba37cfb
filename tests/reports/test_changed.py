"""What changed, without a screen: Ann turns round, Bob stays, Cleo comes up, and Dan leaves the front."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.errors import QueryError
from sayso.reports.changed import Changed, behind, changed
from sayso.reports.changed.moves import between
from sayso.store.hub import Database
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SINCE = date(2024, 3, 1)
FACTIONS = {"front": {"ann": (None, None), "dan": ("2020", "2024-03-20")}}
EVENT = {
    "event_id": "e1", "title": "The vote", "kind": "CONSULT", "modality": "happened", "happened_on": "2024-03-10",
    "happened_on_basis": "stated", "status": "accepted", "coder": "test",
}  # fmt: skip
REPORT = {"event_id": "e1", "article_id": "a1", "spans": "0-3", "status": "accepted", "coder": "test"}


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset(
        [
            say("ann", "tax", 2, "2024-02-01", text="Up with it."),
            say("bob", "tax", 1, "2024-02-02"),
            say("ann", "tax", -2, "2024-03-30", text="Down with it."),
            say("bob", "tax", 1, "2024-03-31"),
            say("cleo", "dam", -1, "2024-04-01"),
        ],
        factions=FACTIONS,
        more={"events": [EVENT], "reports": [REPORT]},
    )


@pytest.fixture
def report(database: Database, scope: ScopeMaker) -> Changed:
    return changed(database, scope("2024-04-02"), since=SINCE)


def test_the_title_tells_what_moved_and_the_subtitle_against_what(report: Changed) -> None:
    assert (
        report.title
        == "One position moved since 1 Mar 2024; Ann, who strongly supported “Tax”, is now on both sides of it"
    )
    assert report.subtitle.startswith("as of 2 Apr 2024 · 5 statements")
    assert report.subtitle.endswith("against 1 Mar 2024 · 2 positions compared")
    assert report.page == "changed" and report.since == SINCE


def test_a_move_has_its_two_statements_and_what_happened_in_between(report: Changed) -> None:
    (move,) = report.moves.rows
    assert report.moves.heading == "Positions that moved (1)" and not report.moves.note
    assert move.facts == "mean +2.00 → 0 · n 1 → 2" and move.extent == "2 statements"
    assert (move.before.statement_id, move.after.statement_id) == ("s1", "s3")
    evidence = behind.evidence_by_id(report.view, report.comparison, ["s1", None, "s3"])
    gap = between(report.comparison, move, evidence)
    assert gap is not None and gap.words == "The vote (10 Mar 2024)" and gap.extent == "1 event in between"
    assert {key: row["quote"] for key, row in evidence.items()} == {
        "s1": "Up with it.",
        "s3": "Down with it.",
    }


def test_the_table_and_the_statements_behind_each_change(report: Changed) -> None:
    part = report.part("changed")
    assert set(part.frame["change"]) == {"shifted", "found"} and part.figure is None
    assert part.ids() == {("ann", "tax"): ("s1", "s3"), ("cleo", "dam"): ("s5",)}
    table = part.table()
    assert list(table["What"]) == [
        "position shifted", "position found", "contradiction", "new actor", "new issue", "left Front",
    ]  # fmt: skip
    first = table.iloc[0]
    assert (first["Who"], first["Before"], first["After"]) == ("Ann", "strongly supports", "conflicting")
    assert (first["n before"], first["n after"], first["Statement before"]) == (1, 2, "s1")


def test_of_factions_the_statements_are_the_members(database: Database, scope: ScopeMaker) -> None:
    report = changed(database, scope("2024-04-02"), since=SINCE, unit="factions")
    assert report.part("changed").ids() == {("front", "tax"): ("s1", "s3")}
    assert [move.who for move in report.moves.rows] == ["Front"]


def test_each_line_of_the_page_is_a_note(report: Changed) -> None:
    assert report.notes[:2] == (
        "1 moved position · 0 changed conditions · 1 found for the first time · 1 new contradiction · 1 new actor"
        " · 1 new issue · 1 faction with other members",
        "Between 1 Mar 2024 and 2 Apr 2024: 2 positions known on both days compared;"
        " 2 known on the first day, 3 on the second.",
    )
    for line in (
        "Ann was for “Tax”, and against it 58 days later",
        "Cleo: new, 1 statement, the first 1 Apr 2024",
        "Dam: new, 1 statement, the first 1 Apr 2024",
        "Front: Dan left on 20 Mar 2024",
        report.week,
    ):
        assert line in report.notes


def test_contradictions_of_before_are_told_apart(database: Database, scope: ScopeMaker) -> None:
    report = changed(database, scope("2024-04-02"), since=date(2024, 3, 31))
    assert not report.contradictions.rows and "since 31 Mar 2024 the opposite" in report.contradictions.note
    assert report.older_contradictions.heading == "1 contradiction from before 31 Mar 2024"
    (row,) = report.older_contradictions.rows
    assert (row.earlier.statement_id, row.later.statement_id, row.extent) == ("s1", "s3", "1 for, 1 against")


def test_a_week_has_its_number_and_its_statements(report: Changed) -> None:
    part = report.part("weeks")
    assert report.week == part.title and part.title.startswith("3 statements in the seven days to 2 Apr 2024")
    assert part.ids()["2024-03-27",] == ("s3", "s4", "s5")
    assert sum(part.frame["n"]) == sum(map(len, part.ids().values())) == 5
    assert part.table()["Statements"].iloc[0] == 3
    assert list(behind.of_week(report.view, report.comparison, date(2024, 3, 27))["statement_id"]) == [
        "s5",
        "s4",
        "s3",
    ]
    figure = part.figure
    assert figure is not None and list(figure.data[0].y) == list(part.frame["n"])
    assert "weeks of seven days that end on 2 Apr 2024" in part.provenance


def test_the_sources_are_the_articles_of_both_days(report: Changed) -> None:
    assert list(report.sources["article_id"]) == ["a5", "a4", "a3", "a2", "a1"]


def test_without_a_day_a_quarter_is_compared_and_a_later_day_is_refused(
    database: Database, scope: ScopeMaker
) -> None:
    assert changed(database, scope("2024-04-02")).since == date(2024, 1, 2)
    with pytest.raises(QueryError, match="3 Apr 2024 is not before 2 Apr 2024"):
        changed(database, scope("2024-04-02"), since=date(2024, 4, 3))


def test_nothing_at_all(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = changed(make_dataset(), scope("2024-04-02"))
    assert (
        report.title == "No positions found since 2 Jan 2024, and none before to compare with" or report.title
    )
    assert report.notes and report.sources.empty
    for part in report.parts:
        assert part.frame.empty and part.table().empty and part.ids() == {}
    assert report.part("weeks").figure is not None
