"""Positions of factions: the mean of members' positions, one voice each, members as of the date said."""

from typing import Any

import pandas as pd
import pytest

from sayso.analysis.positions import dissenters, faction_positions
from sayso.model.scope import Measure
from sayso.queries import positions
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

THREE = {"left": ["ann", "bob", "eve"]}


@pytest.fixture
def members(make_dataset: DatasetMaker, scope: ScopeMaker) -> Any:
    def ask(said: Any, groups: Any, **filters: Any) -> pd.DataFrame:
        return positions.member_positions(make_dataset(said, factions=groups), scope(**filters)).frame

    return ask


def only(members: pd.DataFrame, measure: Measure = "mean") -> dict[str, Any]:
    rows = faction_positions(members, measure).to_dict("records")
    assert len(rows) == 1
    return {str(key): value for key, value in rows[0].items()}


def test_one_voice_each_however_often_they_speak(members: Any) -> None:
    said = [("ann", "tax", 2, f"2024-01-{day:02d}") for day in range(1, 10)] + [
        ("bob", "tax", 0, "2024-02-01")
    ]
    position = only(members(said, THREE))
    assert (position["value"], position["state"], position["n_members"], position["n"]) == (
        1.0,
        "supports",
        2,
        10,
    )


def test_a_member_s_own_mean_comes_first(members: Any) -> None:
    said = [("ann", "tax", 2, "2024-01-01"), ("ann", "tax", 1, "2024-01-02"), ("bob", "tax", 2, "2024-01-01")]
    position = only(members(said, THREE))
    assert (position["value"], position["state"]) == (1.75, "strongly_supports")


def test_split_when_a_quarter_of_the_members_is_on_the_other_side(members: Any) -> None:
    four = {"left": ["ann", "bob", "eve", "joe"]}
    said = [(actor, "tax", 2, "2024-01-01") for actor in ("ann", "bob", "eve")] + [
        ("joe", "tax", -1, "2024-01-01")
    ]
    assert only(members(said, four))["state"] == "conflicting"
    said.append(("kim", "tax", 2, "2024-01-01"))
    assert only(members(said, {"left": [*four["left"], "kim"]}))["state"] == "supports"  # 1 of 5; mean 1.4


def test_membership_counts_as_of_the_statement(members: Any) -> None:
    said = [
        ("ann", "tax", 2, "2021-12-31"),
        ("ann", "tax", -2, "2022-01-01"),
        ("ann", "tax", -2, "2022-06-30"),
        ("ann", "tax", 2, "2022-07"),  # its first day is after the membership
    ]
    position = only(members(said, {"left": {"ann": ("2022", "2022-06")}}))
    assert (position["n"], position["value"], position["state"]) == (2, -2.0, "strongly_opposes")


def test_an_actor_may_move_from_one_faction_to_another(members: Any) -> None:
    said = [("ann", "tax", 2, "2021-05-01"), ("ann", "tax", -2, "2023-05-01")]
    found = faction_positions(
        members(said, {"left": {"ann": (None, "2021")}, "right": {"ann": ("2022", None)}}), "mean"
    )
    assert found.set_index("unit_id")["value"].to_dict() == {"left": 2.0, "right": -2.0}


def test_a_filter_on_factions_hides_the_others(members: Any) -> None:
    said = [("ann", "tax", 2, "2024"), ("bob", "tax", -2, "2024")]
    factions = {"left": ["ann", "bob"], "right": ["bob"]}
    assert set(members(said, factions, factions=("right",))["faction_id"]) == {"right"}


def test_two_memberships_in_one_faction_are_one_voice(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    roles = [{"actor_id": "ann", "faction_id": "left", "role": role} for role in ("head", "spokesman")]
    database = make_dataset(
        [("ann", "tax", 2, "2024")], factions={"left": ["ann"]}, more={"memberships": roles}
    )
    assert only(positions.member_positions(database, scope()).frame)["n"] == 1


def test_latest_and_condition_come_from_the_latest_member(members: Any) -> None:
    said = [
        say("ann", "tax", -2, "2024-01-01", condition="if early"),
        say("bob", "tax", 1, "2024-02-01", condition="if late"),
        say("bob", "tax", -1, "2023-02-01"),
    ]
    position = only(members(said, THREE), "latest")
    assert (position["value"], position["latest_on"], position["condition"]) == (
        -0.5,
        "2024-02-01",
        "if late",
    )
    assert position["state"] == "conflicting"


def test_dissenters_have_the_other_sign(members: Any) -> None:
    said = [("ann", "tax", 2, "2024"), ("bob", "tax", 2, "2024"), ("eve", "tax", -1, "2024")]
    apart = dissenters(members(said, THREE), "mean")
    assert apart[["actor_id", "value", "faction_value"]].values.tolist() == [["eve", -1.0, 1.0]]


def test_in_an_even_split_both_sides_dissent(members: Any) -> None:
    said = [("ann", "tax", 1, "2024"), ("bob", "tax", -1, "2024"), ("eve", "tax", 0, "2024")]
    assert sorted(dissenters(members(said, THREE), "mean")["actor_id"]) == ["ann", "bob"]


def test_nobody_spoke(members: Any) -> None:
    empty = members([], THREE)
    assert faction_positions(empty, "mean").empty and dissenters(empty, "mean").empty
