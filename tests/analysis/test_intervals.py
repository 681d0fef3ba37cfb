"""Intervals say how far a position rests on single articles."""

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.intervals import actor_intervals, faction_intervals, worded
from sayso.analysis.positions import actor_positions, faction_positions
from sayso.analysis.recount import as_members, counted, counted_members, kept
from sayso.queries import actors
from sayso.store.hub import Database
from tests.analysis.conftest import statements


def test_one_article_gives_no_interval() -> None:
    row = actor_intervals(statements("ann tax +2 2024-01-03 a", "ann tax -1 2024-01-03 a")).iloc[0]
    assert row["n_articles"] == 1 and row["n"] == 2 and row["value"] == 0.5
    assert np.isnan(row["low"]) and np.isnan(row["high"])
    assert worded(row["low"], row["high"], 1) == "n = 1"


def test_articles_that_agree_leave_no_doubt_and_others_do() -> None:
    same = actor_intervals(statements("ann tax +1 2024-01-03", "ann tax +1 2024-01-04")).iloc[0]
    assert same["low"] == same["high"] == 1
    torn = actor_intervals(statements("ann tax +2 2024-01-03", "ann tax -2 2024-01-04")).iloc[0]
    assert (torn["low"], torn["value"], torn["high"]) == (-2, 0, 2)
    assert worded(torn["low"], torn["high"], 2) == "−2.0 to +2.0"


def test_the_bounds_are_those_of_the_binomial() -> None:
    # 16 articles, half +1 and half −1: the mean is (2 B − 16) / 16 with B binomial(16, ½); its 5 % quantile is 5.
    said = statements(*(f"ann tax {'+1' if n % 2 else '-1'} 2024-01-{n + 1:02d}" for n in range(16)))
    row = actor_intervals(said, draws=20_000).iloc[0]
    assert (row["low"], row["high"]) == pytest.approx((-6 / 16, 6 / 16))


def test_members_count_once_each_however_much_they_speak() -> None:
    said = statements(*(f"ann tax +2 2024-01-{day:02d}" for day in range(1, 9)), "bob tax -2 2024-02-01")
    row = faction_intervals(said.assign(faction_id="left")).iloc[0]
    assert row["value"] == 0 and row["n_articles"] == 9 and row["low"] == 0 and row["high"] == 2


def test_an_interval_does_not_depend_on_names_or_on_what_else_is_shown() -> None:
    said = statements(
        "ann tax +2 2024-01-03", "ann tax -1 2024-01-04", "ann tax 0 2024-01-05", "bob tax +1 2024-01-05"
    )
    more = actor_intervals(said)
    alone = actor_intervals(
        said[said["actor_id"] == "ann"].assign(actor_id="zoe", original_id=["x", "c", "q"])
    )
    pd.testing.assert_frame_equal(more.iloc[:1, 1:], alone.iloc[:, 1:])
    pd.testing.assert_frame_equal(more, actor_intervals(said.iloc[::-1]))
    assert not more.equals(actor_intervals(said, seed=7, draws=50))


def test_values_are_the_positions_shown(harbour: Database, harbour_statements: pd.DataFrame) -> None:
    said = kept(harbour_statements)
    found = actor_intervals(said, draws=100)
    shown = actor_positions(counted(said), "mean")
    np.testing.assert_allclose(found["value"], shown["value"].astype(float))
    known = found[found["n_articles"] > 1]
    assert ((known["low"] <= known["value"] + 1e-9) & (known["value"] <= known["high"] + 1e-9)).all()
    members = actors.memberships(harbour)
    of_factions = faction_intervals(as_members(said, members), draws=50)
    shown = faction_positions(counted_members(said, members), "mean")
    np.testing.assert_allclose(of_factions["value"], shown["value"].astype(float))


def test_nothing_said_gives_no_rows() -> None:
    assert actor_intervals(statements("ann tax +2 2024-01-03").iloc[:0]).empty
