"""A bad package is refused with every problem, named by file, row, column, and what would be right."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store.check import check_package, inspect_package
from sayso.store.load import load_package
from sayso.store.problems import PackageRejected, Problem
from tests.conftest import PackageMaker
from tests.tiny import say

Edit = Callable[[str, int, str, str], None]


@pytest.fixture
def package(make_package: PackageMaker) -> Path:
    return make_package(
        [say("ann", "tax", 1, "2024-01-03", article="a1"), say("bob", "tax", -2, "2024-02", article="a1")],
        factions={"left": ["ann"]},
    )


@pytest.fixture
def edit(package: Path) -> Edit:
    """`edit("quotes", 2, "kind", "shouted")` changes the cell in a row as a spreadsheet numbers it."""

    def change(table: str, row: int, column: str, value: str) -> None:
        path = package / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            cells = list(csv.reader(file))
        cells[row - 1][cells[0].index(column)] = value
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(cells)

    return change


def only(package: Path) -> Problem:
    problems = check_package(package)
    assert len(problems) == 1, problems
    return problems[0]


def test_a_good_package_has_none(package: Path) -> None:
    found = inspect_package(package)
    assert found.problems == [] and found.n_tables == 16 and found.articles == ("a1",)
    assert found.n_rows == 1 + 1 + 2 + 1 + 1 + 1 + 2 + 2


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "wrong", "right"),
    [
        ("actors", 2, "name", "", "the cell is empty", "romanisation"),
        ("actors", 2, "kind", "wizard", "“wizard” does not fit", "armed group"),
        ("actors", 2, "country", "Iraq", "“Iraq” is not allowed", "ISO 3166-1"),
        ("actors", 3, "organisation_id", "nobody", "is not in actors.csv", "an"),
        ("actors", 2, "wikidata_id", "42", "“42” is not allowed", "Q and digits"),
        ("outlets", 2, "url", "javascript:alert(1)", "is not allowed", "https://"),
        ("articles", 2, "published_on", "3 Jan 2024", "is not a date", "2021-07-23"),
        ("articles", 2, "published_on_basis", "", "a date without a basis", "both"),
        ("articles", 2, "text_sha256", "ABC", "is not allowed", "64 characters"),
        ("articles", 2, "rights", "show; quote", "does not fit", "semicolons"),
        ("articles", 2, "duplicate_of", "a1", "circle", "original"),
        ("memberships", 2, "role", "x\0y", "NUL", "without"),
        ("quotes", 2, "spans", "0-7;5-9", "“0-7;5-9” is not allowed", "ascending"),
        ("quotes", 2, "spans", "7", "“7” does not fit", "start-end"),
        ("quotes", 2, "spans", "5-99999999999", "is not allowed", "start-end"),
        ("quotes", 2, "credibility", "7", "“7” is not allowed", "1 (confirmed)"),
        ("quotes", 2, "credibility", "2.5", "does not fit", "1 (confirmed)"),
        ("quotes", 2, "speaker_id", "ghost", "“ghost” is not in actors.csv", "actor_id"),
        ("statements", 2, "stance", "3", "“3” is not allowed", "-2 (strongly opposes)"),
        ("statements", 2, "stance", "much", "“much” does not fit", "whole number"),
        ("statements", 2, "quote_id", "", "do not go together", "needs a quote or an event"),
        ("statements", 3, "statement_id", "s1", "the same statement_id as in row 2", "of its own"),
        ("statements", 2, "confidence", "nan", "is not allowed", "0 to 1"),
        ("statements", 2, "status", "maybe", "does not fit", "accepted"),
        ("statements", 2, "event_id", "ghost", "“ghost” is not in events.csv", "event_id"),
        ("factions", 2, "colour", "red", "is not allowed", "#rrggbb"),
        ("memberships", 2, "valid_to", "../..", "is not a date", "2021-07-23"),
    ],
)
def test_each_problem_is_named(
    package: Path, edit: Edit, table: str, row: int, column: str, value: str, wrong: str, right: str
) -> None:
    edit(table, row, column, value)
    problem = only(package)
    assert (problem.file, problem.row) == (f"{table}.csv", row)
    assert column in problem.column
    assert wrong in problem.wrong and right in problem.right


@pytest.mark.parametrize("bad", ["علي", "Ann Smith", "ANN", "-ann", "ann/../x", "a" * 300 + "!"])
def test_ids_in_other_scripts_or_shapes_are_refused_with_an_example(
    package: Path, edit: Edit, bad: str
) -> None:
    edit("factions", 2, "faction_id", bad)
    edit("memberships", 2, "faction_id", bad)
    problem = only(package)
    assert problem.column == "faction_id" and len(problem.wrong) < 100
    assert "a-z, 0-9" in problem.right and "fuad-hussein" in problem.right


def test_membership_that_ends_before_it_begins_or_stands_twice(make_package: PackageMaker) -> None:
    twice = {"actor_id": "ann", "faction_id": "left"}
    backwards = {**twice, "role": "head", "valid_from": "2024", "valid_to": "2023"}
    package = make_package([], factions={"left": ["ann"]}, more={"memberships": [twice, backwards]})
    assert [(problem.row, problem.column) for problem in check_package(package)] == [
        (3, "actor_id + faction_id + role + valid_from"),
        (4, "valid_to"),
    ]


def test_form_of_the_files(package: Path) -> None:
    (package / "aliases.csv").unlink()
    (package / "events.csv").write_bytes(b"\xff\xfe")
    (package / "reports.csv").write_text("event_id,article_id,spans,spans,mood\n")
    (package / "issues.csv").write_text('issue_id,proposition\n"x,unclosed\n')
    (package / "revisions.csv").write_text("")
    found = {
        (problem.file, problem.column, problem.wrong.split(" (")[0]) for problem in check_package(package)
    }
    assert ("aliases.csv", "", "the file is missing.") in found
    assert ("events.csv", "", "the file cannot be read") in found
    assert ("reports.csv", "spans", "the column stands twice.") in found
    assert ("reports.csv", "mood", "unknown column.") in found
    assert ("issues.csv", "", "not well-formed CSV") in found
    assert ("issues.csv", "short_name", "the column is missing.") in found
    assert ("revisions.csv", "changed_at", "the column is missing.") in found


def test_rows_are_numbered_as_a_spreadsheet_does(package: Path, edit: Edit) -> None:
    edit("quotes", 2, "text", "one\ntwo\nthree")
    edit("quotes", 3, "kind", "shouted")
    assert only(package).row == 3


def test_every_problem_is_listed_and_nothing_changes(package: Path, edit: Edit, tmp_path: Path) -> None:
    target = load_package(package, tmp_path / "x.duckdb")
    before = target.read_bytes()
    edit("statements", 2, "stance", "3")
    edit("statements", 3, "issue_id", "gone")
    edit("quotes", 3, "stated_on", "soon")
    for place in (target, tmp_path / "new.duckdb"):
        with pytest.raises(PackageRejected) as refusal:
            load_package(package, place)
        assert len(refusal.value.problems) == 3 and str(refusal.value).count("Expected:") == 3
        assert refusal.value.problems == check_package(package)
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tiny", "x.duckdb"]


@pytest.mark.parametrize("content", ["", "[]", "{", '"text"'])
def test_a_descriptor_that_cannot_be_read(package: Path, content: str) -> None:
    (package / "datapackage.json").write_text(content)
    with pytest.raises(StoreError, match=r"datapackage\.json"):
        check_package(package)


def test_a_descriptor_of_the_wrong_shape(package: Path) -> None:
    (package / "datapackage.json").write_text('{"title": 3, "licenses": ["MIT"]}')
    assert [problem.column for problem in check_package(package)] == ["licenses", "title"]
