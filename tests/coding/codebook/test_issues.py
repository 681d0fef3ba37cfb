from __future__ import annotations

import pytest

from sayso.coding.codebook.checks import InvalidError, phrases
from sayso.coding.codebook.issues import create_issue, edit_issue, move_issue, remove_issue
from sayso.errors import StoreError
from sayso.store.changes import ConflictError
from sayso.store.database import Database
from sayso.store.undoing import history, last_undoable, undo
from tests.conftest import DatasetMaker

SAID = [("ann", "tax", 2, "2024-01-03"), ("ann", "rent", 1, "2024-01-04")]
TROOPS = {
    "proposition": "All foreign troops leave Iraq.",
    "short_name": "Troops out",
    "supports_means": "Wants all of them to leave.",
    "opposes_means": "Wants some to stay.",
}


def order(database: Database) -> list[str]:
    return [row[0] for row in database.rows("SELECT issue_id FROM issues ORDER BY sort, issue_id")]


def test_a_new_issue_comes_last_under_an_id_that_can_be_read(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    key = create_issue(database, "anna", TROOPS | {"keywords": phrases("troops; withdraw, pull out\ntroops")})
    assert key == "troops-out" and order(database) == ["tax", "rent", "troops-out"]
    rows = database.rows("SELECT proposition, keywords FROM issues WHERE issue_id = ?", [key])
    assert rows == [("All foreign troops leave Iraq.", ["troops", "withdraw", "pull out"])]
    assert history(database)[0].note == "new issue “Troops out”"


def test_the_first_issue_of_an_empty_dataset_can_have_an_arabic_name(make_dataset: DatasetMaker) -> None:
    database = make_dataset()
    assert create_issue(database, "anna", TROOPS | {"short_name": "خروج القوات"}) == "issue-1"


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("proposition", "  ", "needs a proposition"),
        ("proposition", "Should all troops leave?", "not as a question"),
        ("short_name", "TAX", "is called “TAX” already"),
        ("short_name", "x" * 61, "too many"),
        ("supports_means", None, "what it means to support"),
        ("opposes_means", "", "what it means to oppose"),
        ("parent_id", "gone", "gone"),
    ],
)
def test_what_cannot_be_saved_is_told_at_its_field(
    make_dataset: DatasetMaker, field: str, value: str, says: str
) -> None:
    database = make_dataset(SAID)
    with pytest.raises(InvalidError) as refused:
        create_issue(database, "anna", TROOPS | {field: value})
    assert says in refused.value.fields[field] and [*refused.value.fields] == [field]
    assert order(database) == ["tax", "rent"] and history(database) == []


def test_all_that_is_wrong_is_told_at_once(make_dataset: DatasetMaker) -> None:
    with pytest.raises(InvalidError) as refused:
        create_issue(make_dataset(), "anna", {})
    assert {*refused.value.fields} == {"proposition", "short_name", "supports_means", "opposes_means"}


def test_issues_move_up_and_down_and_stay_at_the_ends(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    create_issue(database, "anna", TROOPS)
    move_issue(database, "anna", "troops-out", -1)
    assert order(database) == ["tax", "troops-out", "rent"]
    move_issue(database, "anna", "tax", -1)
    assert order(database) == ["tax", "troops-out", "rent"]
    move_issue(database, "anna", "tax", 1)
    assert order(database) == ["troops-out", "tax", "rent"]
    done = last_undoable(database, "anna")
    assert done and done.note == "issue “Tax” moved"
    undo(database, "anna", done)
    assert order(database) == ["tax", "troops-out", "rent"]


def test_an_issue_cannot_become_part_of_its_own_part(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    edit_issue(database, "anna", "rent", {"parent_id": "tax"})
    with pytest.raises(InvalidError, match="part of itself"):
        edit_issue(database, "anna", "tax", {"parent_id": "rent"})
    with pytest.raises(InvalidError, match="part of itself"):
        edit_issue(database, "anna", "tax", {"parent_id": "tax"})


def test_an_issue_is_removed_only_while_nothing_is_coded_on_it(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with pytest.raises(StoreError, match="1 statements"):
        remove_issue(database, "anna", "tax")
    create_issue(database, "anna", TROOPS)
    remove_issue(database, "anna", "troops-out")
    assert order(database) == ["tax", "rent"]


def test_another_coders_edit_is_not_overwritten(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    seen = {"proposition": "Tax goes up.", "short_name": "Tax"}
    edit_issue(database, "ben", "tax", {"proposition": "Income tax goes up."}, seen)
    with pytest.raises(ConflictError, match="ben has changed proposition"):
        edit_issue(database, "anna", "tax", {"short_name": "Taxes"}, seen)
    assert database.rows("SELECT short_name FROM issues WHERE issue_id = 'tax'") == [("Tax",)]
