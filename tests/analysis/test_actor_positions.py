"""Positions of actors from inserted statements, computed by hand (DESIGN §4)."""

from typing import Any

import pytest

from sayso.analysis.positions import actor_positions, grid
from sayso.model.scope import Measure
from sayso.queries import positions
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say


@pytest.fixture
def stand(make_dataset: DatasetMaker, scope: ScopeMaker) -> Any:
    """`stand(said, measure)` gives positions by (actor, issue)."""

    def ask(said: Any, measure: Measure = "mean", **more: Any) -> dict[tuple[str, str], Any]:
        counts = positions.actor_positions(make_dataset(said, **more), scope()).frame
        return {
            (row["unit_id"], row["issue_id"]): row
            for row in actor_positions(counts, measure).to_dict("records")
        }

    return ask


@pytest.mark.parametrize(
    ("stances", "value", "state"),
    [
        ([2, 1], 1.5, "strongly_supports"),
        ([2, 2, 2, 1, 0], 1.4, "supports"),
        ([1, 0], 0.5, "supports"),
        ([1, 0, 0], 1 / 3, "neutral"),
        ([0], 0.0, "neutral"),
        ([-1, 0, 0], -1 / 3, "neutral"),
        ([-1, 0], -0.5, "opposes"),
        ([-2, -2, -2, -1, 0], -1.4, "opposes"),
        ([-2, -1], -1.5, "strongly_opposes"),
        ([2, 2, 2, -1], 1.25, "conflicting"),  # 1 of 4 is exactly a quarter
        ([2, 2, 2, 2, -1], 1.4, "supports"),  # 1 of 5 is under it
        ([1, -1, 0, 0, 0, 0], 0.0, "conflicting"),  # neutral ones do not dilute
    ],
)
def test_each_state(stand: Any, stances: list[int], value: float, state: str) -> None:
    found = stand([("ann", "tax", stance, f"2024-01-{day:02d}") for day, stance in enumerate(stances, 1)])
    position = found["ann", "tax"]
    assert position["value"] == pytest.approx(value) and position["state"] == state
    assert position["n"] == len(stances)


def test_not_found_is_no_row_and_no_zero(stand: Any, make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    said = [("ann", "tax", 0, "2024"), ("bob", "war", 1, "2024")]
    assert set(stand(said)) == {("ann", "tax"), ("bob", "war")}
    counts = positions.actor_positions(make_dataset(said), scope()).frame
    wide = grid(actor_positions(counts, "mean"), ["ann", "bob"], ["tax", "war"])
    assert wide.loc["ann", "tax"] == 0.0 and wide.isna().sum().sum() == 2


def test_copies_collapse_before_the_mean(stand: Any) -> None:
    said = [
        say("ann", "tax", 2, "2024-01-01", article="wire"),
        say("ann", "tax", 2, "2024-01-02", article="copy"),
        say("ann", "tax", -1, "2024-01-03", article="other"),
    ]
    position = stand(said, articles={"wire": {}, "copy": {"duplicate_of": "wire"}})["ann", "tax"]
    assert (position["n"], position["value"], position["state"]) == (2, 0.5, "conflicting")


def test_one_per_article_and_sign_before_the_mean(stand: Any) -> None:
    said = [say("ann", "tax", stance, "2024-01-01", article="a1") for stance in (1, 1, 1, 1, -1)]
    position = stand(said)["ann", "tax"]
    assert (position["n_supporting"], position["n_opposing"], position["state"]) == (1, 1, "conflicting")


def test_latest_instead_of_mean(stand: Any) -> None:
    said = [("ann", "tax", -2, "2023"), ("ann", "tax", -2, "2024-01"), ("ann", "tax", 1, "2024-02-01")]
    assert stand(said)["ann", "tax"]["state"] == "conflicting"
    latest = stand(said, "latest")["ann", "tax"]
    assert (latest["value"], latest["state"], latest["latest_on"], latest["n"]) == (
        1.0,
        "supports",
        "2024-02-01",
        3,
    )


@pytest.mark.parametrize(
    ("first", "second", "shown"), [("if a", None, None), (None, "if b", "if b"), ("if a", "if b", "if b")]
)
def test_conditional_if_the_latest_statement_is(
    stand: Any, first: str | None, second: str | None, shown: str | None
) -> None:
    said = [
        say("ann", "tax", 1, "2024-01-01", condition=first),
        say("ann", "tax", 1, "2024-01-02", condition=second),
    ]
    condition = stand(said)["ann", "tax"]["condition"]
    assert condition == shown or (shown is None and condition != condition)


def test_no_statements_give_no_positions(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    assert actor_positions(positions.actor_positions(make_dataset(), scope()).frame, "mean").empty
