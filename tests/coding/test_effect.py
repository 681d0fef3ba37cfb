"""What a decision would do to the matrix is what it then does; what moved is what the matrix shows."""

from __future__ import annotations

import random

import pytest

from sayso.analysis.counting import CellPosition
from sayso.analysis.positions import actor_positions
from sayso.coding.deciding import accept_quote
from sayso.coding.editing import code, withdraw_quote
from sayso.coding.edits import Coding, QuoteEdits
from sayso.coding.effect import EMPTY, amount, by_cell, moved_by, position, said
from sayso.coding.proposals import Proposal, actor_ref
from sayso.model.frames import records
from sayso.queries.positions import actor_positions as asked_positions
from sayso.store.hub import Database
from tests.coding.conftest import with_words
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say


def matrix(database: Database, scope: ScopeMaker) -> dict[tuple[str, str], CellPosition]:
    """The matrix as the pages have it."""
    found = actor_positions(asked_positions(database, scope()).frame, "mean")
    return {
        (row["unit_id"], row["issue_id"]): CellPosition(row["state"], row["value"], row["n"])
        for row in records(found)
    }


@pytest.mark.parametrize("seed", range(5))
def test_positions_are_those_of_the_matrix(make_dataset: DatasetMaker, scope: ScopeMaker, seed: int) -> None:
    chance = random.Random(seed)
    articles = {f"a{n}": {"duplicate_of": "a0" if n in (1, 2) else None} for n in range(6)}
    statements = [
        say(
            chance.choice(("ann", "bob", "eve")), chance.choice(("tax", "toll")), chance.randint(-2, 2),
            f"2024-01-{chance.randint(1, 9):02}", article=chance.choice(sorted(articles)),
            status=chance.choice(("accepted", "accepted", "edited", "rejected", "proposed")),
        )
        for _ in range(80)
    ]  # fmt: skip
    database = make_dataset(statements, articles=articles)
    ours = {cell: position(group) for cell, group in by_cell(said(database)).items()}
    theirs = matrix(database, scope)
    assert ours.keys() == theirs.keys()
    for cell, found in ours.items():
        assert (found.state, found.n) == (theirs[cell].state, theirs[cell].n)
        assert found.value == pytest.approx(theirs[cell].value)


def test_an_empty_cell_counts_as_the_whole_scale(database: Database, found: list[Proposal]) -> None:
    statement = next(p for p in found if p.kind == "statement" and p.found["actor"] == "actor:lena-osei")
    assert said(database, ["lena-osei"]) == []
    accept_quote(database, "kim", str(statement.parent_id))
    (made,) = said(database, ["lena-osei"], ["toll"])
    assert amount({}, [made]) == 4.0
    assert amount({made.cell: [made]}, [made]) == 0.0  # the same article, the same sign: kept once


def test_a_change_of_state_counts_beside_the_change_of_mean(make_dataset: DatasetMaker) -> None:
    database = make_dataset(
        [(who, "tax", s, "2024-01-01") for who, s in (("ann", 1), ("bob", 2), ("eve", -1))]
    )
    ann, bob, eve = said(database)
    assert amount({eve.cell: [ann]}, [eve]) == 1 + 1  # the mean from 1 to 0, and supports becomes conflicting
    assert amount({bob.cell: [ann]}, [bob]) == 0.5 + 1  # 1 to 1.5: strongly supports
    assert amount({ann.cell: [bob]}, [ann]) == 0.5  # 2 to 1.5: still strongly


def test_what_moved_is_what_the_matrix_shows(
    database: Database, found: list[Proposal], scope: ScopeMaker
) -> None:
    before = matrix(database, scope)
    assert moved_by(database, "alwa", "kim") == (0, [])
    accept_quote(database, "kim", with_words(found, "We will").proposal_id)
    edits = QuoteEdits(speaker=actor_ref("lena-osei"), statements=(Coding("toll", 2),))
    quote_id = accept_quote(database, "kim", with_words(found, "April").proposal_id, edits)
    n, moved = moved_by(database, "alwa", "kim")
    after = matrix(database, scope)
    assert n == 2
    assert {(each.actor_id, each.issue_id): (each.before, each.after) for each in moved} == {
        cell: (before.get(cell, EMPTY), after[cell]) for cell in after
    }
    code(database, "kim", quote_id, Coding("toll", -2))
    assert (
        next(e for e in moved_by(database, "alwa", "kim")[1] if e.actor_id == "lena-osei").after.value == -2
    )
    withdraw_quote(database, "kim", quote_id)
    assert [each.actor_id for each in moved_by(database, "alwa", "kim")[1]] == ["tariq-benali"]


def test_another_coders_statements_are_not_mine(database: Database, found: list[Proposal]) -> None:
    accept_quote(database, "ann", with_words(found, "We will").proposal_id)
    assert moved_by(database, "alwa", "kim") == (0, [])
    assert moved_by(database, "alwa", "ann")[0] == 1
