from __future__ import annotations

import pytest

from sayso.coding.codebook.actors import (
    add_alias,
    create_actor,
    edit_actor,
    kinds,
    remove_actor,
    remove_alias,
)
from sayso.coding.codebook.checks import InvalidError
from sayso.errors import StoreError
from sayso.store.undoing import last_undoable, undo
from tests.coding.codebook.conftest import content
from tests.conftest import DatasetMaker

SAID = [("ann", "tax", 2, "2024-01-03"), ("bob", "tax", -1, "2024-01-04")]
HAKIM = {"name": "Ammar al-Hakim", "kind": "person", "name_original": "عمار الحكيم", "country": "iq"}


def test_a_new_actor_can_be_taken_back(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    before = content(database)
    key = create_actor(database, "anna", HAKIM | {"organisation_id": "bob", "wikidata_id": "Q1"})
    assert key == "ammar-al-hakim"
    assert database.rows("SELECT country, name_original FROM actors WHERE actor_id = ?", [key]) == [
        ("IQ", "عمار الحكيم")
    ]
    done = last_undoable(database, "anna")
    assert done
    undo(database, "anna", done)
    assert content(database) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "\u200f "),
        ("name", "ANN"),
        ("kind", None),
        ("kind", "robot"),
        ("country", "Iraq"),
        ("wikidata_id", "796"),
        ("organisation_id", "gone"),
    ],
)
def test_what_cannot_be_saved_is_told_at_its_field(
    make_dataset: DatasetMaker, field: str, value: str | None
) -> None:
    database = make_dataset(SAID)
    with pytest.raises(InvalidError) as refused:
        create_actor(database, "anna", HAKIM | {field: value})
    assert [*refused.value.fields] == [field]


def test_nobody_belongs_to_oneself(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    edit_actor(database, "anna", "ann", {"organisation_id": "bob"})
    for organisation in ("bob", "ann"):
        with pytest.raises(InvalidError, match="cannot belong to itself"):
            edit_actor(database, "anna", "bob", {"organisation_id": organisation})


def test_aliases_come_and_go(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    add_alias(database, "anna", "ann", "  Aunt\n Annie ", "en")
    add_alias(database, "anna", "bob", "Aunt Annie")
    assert database.rows("SELECT * FROM aliases ORDER BY actor_id") == [
        ("Aunt Annie", "ann", "en"),
        ("Aunt Annie", "bob", None),
    ]
    for alias in ("Aunt Annie", " "):
        with pytest.raises(InvalidError):
            add_alias(database, "anna", "ann", alias)
    remove_alias(database, "anna", "ann", "Aunt Annie")
    assert database.rows("SELECT actor_id FROM aliases") == [("bob",)]


def test_only_an_actor_that_nothing_refers_to_is_removed(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    key = create_actor(database, "anna", HAKIM)
    add_alias(database, "anna", key, "Hakim")
    before = content(database)
    remove_actor(database, "anna", key)
    assert database.rows("SELECT count(*) FROM actors") == [(2,)]
    done = last_undoable(database, "anna")
    assert done
    undo(database, "anna", done)
    assert content(database) == before
    with pytest.raises(StoreError, match="still used in 1 quotes"):
        remove_actor(database, "anna", "ann")


def test_kinds_are_the_schemas() -> None:
    assert kinds()[:2] == ("person", "organisation") and len(kinds()) == 10
