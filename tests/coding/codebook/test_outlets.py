"""Outlets are made, rated, renamed and removed; every edit is held against what was seen, and undone."""

from __future__ import annotations

import pytest

from sayso.coding.codebook import reading
from sayso.coding.codebook.checks import InvalidError
from sayso.coding.codebook.outlets import create_outlet, edit_outlet, remove_outlet
from sayso.errors import StoreError
from sayso.store.changes import ConflictError
from sayso.store.undoing import last_undoable, undo
from tests.coding.codebook.conftest import content
from tests.conftest import DatasetMaker

SAID = [("ann", "tax", 2, "2024-01-03")]


def test_an_outlet_is_rated_and_that_is_undone(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    before = content(database)
    key = create_outlet(
        database,
        "anna",
        {"name": "Selm Post", "country": "iq", "language": "AR", "url": "https://selm.example"},
    )
    assert database.rows(
        "SELECT reliability::VARCHAR, country, language FROM outlets WHERE outlet_id = ?", [key]
    ) == [("F", "IQ", "ar")]
    edit_outlet(database, "anna", key, {"name": "Selm Post", "reliability": "B"}, {"reliability": "F"})
    row = next(row for row in reading.outlets(database) if row["outlet_id"] == key)
    assert (row["reliability"], row["n_articles"]) == ("B", 0)
    for note in ("outlet “Selm Post” changed", "new outlet “Selm Post”"):
        done = last_undoable(database, "anna")
        assert done and done.note == note
        undo(database, "anna", done)
    assert content(database) == before


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"), ({"name": "x" * 121}, "name"), ({"reliability": None}, "reliability"),
        ({"reliability": "G"}, "reliability"), ({"country": "Iraq"}, "country"), ({"language": "english"}, "language"),
        ({"url": "javascript:alert(1)"}, "url"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_its_field(
    make_dataset: DatasetMaker, values: dict[str, str], field: str
) -> None:
    database = make_dataset(SAID)
    (known,) = reading.outlets(database)
    before = content(database)
    with pytest.raises(InvalidError) as refused:
        edit_outlet(database, "anna", known["outlet_id"], values)
    assert [*refused.value.fields] == [field]
    assert content(database) == before


def test_two_outlets_of_one_name_are_refused(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    (known,) = reading.outlets(database)
    with pytest.raises(InvalidError, match="Another outlet"):
        create_outlet(database, "anna", {"name": known["name"].upper()})


def test_what_somebody_else_changed_stands(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    (known,) = reading.outlets(database)
    edit_outlet(database, "ben", known["outlet_id"], {"reliability": "E"})
    with pytest.raises(ConflictError, match="ben has changed reliability"):
        edit_outlet(
            database, "anna", known["outlet_id"], {"reliability": "A"}, {"reliability": known["reliability"]}
        )


def test_only_an_outlet_without_articles_is_removed(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    (known,) = reading.outlets(database)
    with pytest.raises(StoreError, match="still used in 1 articles"):
        remove_outlet(database, "anna", known["outlet_id"])
    key = create_outlet(database, "anna", {"name": "Selm Post"})
    remove_outlet(database, "anna", key)
    assert reading.outlets(database) == [known]
