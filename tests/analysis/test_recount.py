"""Counting again in frames gives what the questions in SQL give."""

import pandas as pd
import pytest

from sayso.analysis import recount
from sayso.model.scope import COUNT_BY, CountBy
from sayso.queries import actors, positions
from sayso.store.hub import Database
from tests.analysis.conftest import at, statements


def same(found: pd.DataFrame, asked: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(
        found.astype(object).where(found.notna(), None),
        asked.astype(object).where(asked.notna(), None),
    )


@pytest.mark.parametrize("count_by", COUNT_BY)
@pytest.mark.parametrize("as_of", ["2024-10-01", "2025-12-31"])
def test_positions_are_those_of_the_database(harbour: Database, count_by: CountBy, as_of: str) -> None:
    scope = at(as_of, count_by=count_by)
    said = positions.evidence(harbour, scope).frame
    kept = recount.kept(said, count_by)
    assert set(kept["statement_id"]) == set(said.loc[said["is_kept"], "statement_id"])
    same(recount.counted(kept), positions.actor_positions(harbour, scope).frame)
    members = recount.counted_members(kept, actors.memberships(harbour))
    same(members, positions.member_positions(harbour, scope).frame)


def test_the_order_of_the_rows_does_not_matter(harbour_statements: pd.DataFrame) -> None:
    mixed = harbour_statements.sample(frac=1, random_state=3)
    same(recount.counted(recount.kept(mixed)), recount.counted(recount.kept(harbour_statements)))


def test_a_copy_counts_as_its_original() -> None:
    said = statements("ann tax +1 2024-01-03 wire", "ann tax +2 2024-01-03 herald")
    copy = said.assign(original_id="wire")
    assert recount.kept(copy, "statement")["statement_id"].tolist() == ["s1"]
    assert recount.kept(said, "statement")["statement_id"].tolist() == ["s1", "s2"]


def test_networks_read_the_same_statements() -> None:
    units = recount.as_units(statements("bob tax -1 2024-02-01 b", "ann tax +2 2024-01-03 a"))
    assert units["unit"].tolist() == ["ann", "bob"] and units["level"].tolist() == [2.0, -1.0]
    assert units["document_id"].tolist() == ["a", "b"]
