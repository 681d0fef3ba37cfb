from __future__ import annotations

import pytest

from sayso.coding.codebook.checks import InvalidError
from sayso.coding.codebook.factions import create_faction, edit_faction, free_colour, remove_faction
from sayso.coding.codebook.memberships import add_membership, edit_membership, remove_membership
from sayso.errors import StoreError
from sayso.model.colours import TOO_NEAR, difference
from sayso.model.scales import BANDS
from sayso.store.undoing import last_undoable, undo
from tests.coding.codebook.conftest import OpenShipped, content
from tests.conftest import DatasetMaker

SAID = [("ann", "tax", 2, "2024-01-03"), ("bob", "tax", -1, "2024-01-04")]
FACTIONS = {"left": {"ann": ("2023", None)}}
JOINS = {"actor_id": "bob", "faction_id": "left", "role": "member", "valid_from": "2024-02", "valid_to": None}


def test_a_faction_has_a_name_and_a_colour(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, factions=FACTIONS)
    key = create_faction(database, "anna", {"name": "Right wing", "colour": "#A8324A", "description": " "})
    assert key == "right-wing"
    rows = database.rows("SELECT name, colour, description FROM factions WHERE faction_id = ?", [key])
    assert rows == [("Right wing", "#a8324a", None)]


@pytest.mark.parametrize(
    ("colour", "says"),
    [("#1f5f99", "“strongly supports”"), ("#f0a542", "“opposes”"), ("#5c2b57", "“Left”"), ("red", "#rrggbb")],
)
def test_a_colour_that_means_something_else_is_refused(
    make_dataset: DatasetMaker, colour: str, says: str
) -> None:
    database = make_dataset(SAID, factions={"left": ["ann"]})
    database.rows("UPDATE factions SET colour = '#5b2a56'")
    with pytest.raises(InvalidError) as refused:
        create_faction(database, "anna", {"name": "Right", "colour": colour})
    assert says in refused.value.fields["colour"]


def test_a_faction_may_keep_its_own_name_and_colour(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, factions=FACTIONS)
    database.rows("UPDATE factions SET colour = '#5b2a56'")
    edit_faction(database, "anna", "left", {"name": "Left", "colour": "#5b2a56", "description": "New."})
    assert database.rows("SELECT description FROM factions") == [("New.",)]


@pytest.mark.parametrize("name", ["harbour-debate", "iraq-us-troops-2021"])
def test_the_shipped_colours_would_be_accepted_and_a_free_one_is_found(
    open_shipped: OpenShipped, name: str
) -> None:
    database = open_shipped(name)
    before = content(database)
    taken = [row[0] for row in database.rows("SELECT colour FROM factions")]
    for faction, colour in database.rows("SELECT faction_id, colour FROM factions"):
        edit_faction(database, "anna", faction, {"colour": colour})
    free = free_colour(["#1f5f99", *taken, "#5b2a56"], taken)
    assert free == "#5b2a56"
    assert min(difference(free, each) for each in [*taken, *(band.fill for band in BANDS)]) > TOO_NEAR
    assert content(database) == before


def test_members_join_leave_and_are_removed(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, factions=FACTIONS)
    before = content(database)
    add_membership(database, "anna", JOINS)
    edit_membership(database, "anna", JOINS, {"valid_to": "2024-06", "role": None}, seen=JOINS)
    question = "SELECT role, valid_from, valid_to FROM memberships WHERE actor_id = 'bob'"
    assert database.rows(question) == [(None, "2024-02", "2024-06")]
    remove_membership(database, "anna", JOINS | {"role": None})
    assert content(database) == before
    for note in ("removed", "changed", "joins"):
        done = last_undoable(database, "anna")
        assert done and note in str(done.note) and "“Bob”" in str(done.note)
        undo(database, "anna", done)
    assert database.rows(question) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"actor_id": None}, "actor_id"),
        ({"valid_from": "last spring"}, "valid_from"),
        ({"valid_from": "2024-02", "valid_to": "2023"}, "valid_to"),
        ({"actor_id": "ann", "role": None, "valid_from": "2023"}, "valid_from"),
    ],
)
def test_a_membership_that_cannot_be_is_refused(
    make_dataset: DatasetMaker, values: dict[str, str], field: str
) -> None:
    database = make_dataset(SAID, factions=FACTIONS)
    with pytest.raises(InvalidError) as refused:
        add_membership(database, "anna", JOINS | values)
    assert [*refused.value.fields] == [field]


def test_a_faction_with_members_stays(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, factions=FACTIONS)
    with pytest.raises(StoreError, match="1 memberships"):
        remove_faction(database, "anna", "left")
