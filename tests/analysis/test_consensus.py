"""What a group stands for, what parts groups and where they meet."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.consensus import (
    common_ground,
    means,
    one_proportion,
    representative,
    two_proportions,
    uniting,
    voices_of,
    votes,
)
from sayso.analysis.many_tests import corrected
from sayso.analysis.positions import actor_positions
from sayso.analysis.recount import counted, counted_members, kept
from sayso.analysis.wedges import wedges
from sayso.model.frames import records
from sayso.queries import actors
from sayso.store.hub import Database
from tests.analysis.conftest import by


def voices(*rows: str) -> pd.DataFrame:
    """ "left tax +2 +1 0": the voices of one group on one issue."""
    said = [
        (group, f"{group}{place}", issue, float(value))
        for group, issue, *values in (row.split() for row in rows)
        for place, value in enumerate(values)
    ]
    return pd.DataFrame(said, columns=["group", "actor_id", "issue_id", "value"])


TWO_CAMPS = voices(
    "left tax +2 +2 +1", "right tax -2 -1 -2", "left war -2 -1 -1", "right war -1 -2", "left law +1 -1", "right law +1 -1"
)  # fmt: skip


def test_the_tests_of_proportions_are_those_of_polis() -> None:
    # Polis tests its own with a textbook's example, 16 of 25 against 57 of 72, less the 1 that is added to each.
    assert two_proportions(15, 56, 24, 71) == pytest.approx(-1.518, abs=0.01)
    assert one_proportion(3, 3) == pytest.approx(2 * 2 * 0.5)
    assert two_proportions(3, 3, 3, 3) == 0


def test_votes_count_silence_as_nothing() -> None:
    found = by(votes(voices("left tax +1 0 -2", "right war +1")), "group", "issue_id")
    left, silent = found["left", "tax"], found["right", "tax"]
    assert (left["n"], left["supports"], left["opposes"]) == (3, 1, 1)
    assert silent["n"] == silent["supports"] == 0 and len(found) == 4


def test_a_group_is_shown_by_what_sets_it_apart() -> None:
    found = representative(TWO_CAMPS)
    first = by(found.groupby("group").head(1), "group")
    left, right = first["left"], first["right"]
    assert (left["issue_id"], left["side"], left["holds"]) == ("tax", "supports", True)
    assert (right["issue_id"], right["side"], right["holds"]) == ("tax", "opposes", True)
    assert "law" not in set(found["issue_id"])
    assert left["share"] == pytest.approx(4 / 5) and left["ratio"] == pytest.approx(4)
    assert left["score"] == pytest.approx(left["ratio"] * left["z_others"] * left["share"] * left["z"])
    assert len(representative(TWO_CAMPS, most=1)) == 2


def test_common_ground_is_the_product_over_groups() -> None:
    found = by(common_ground(TWO_CAMPS), "issue_id")
    assert found["war"]["opposition"] == pytest.approx((4 / 5) * (3 / 4))
    assert found["tax"]["support"] == pytest.approx((4 / 5) * (1 / 5))
    assert [found[issue]["side"] for issue in ("war", "tax", "law")] == ["opposes", "", ""]
    assert next(iter(found)) == "war"


def test_a_large_group_does_not_outvote_a_small_one() -> None:
    found = common_ground(voices("many tax " + "+2 " * 50, "few tax -2 -2")).iloc[0]
    assert found["support"] < 0.26 and found["side"] == ""


def test_what_unites_has_all_groups_on_one_side() -> None:
    found = uniting(TWO_CAMPS)
    assert found["issue_id"].tolist() == ["war"] and found["weakest"].iloc[0] == pytest.approx(-4 / 3)
    assert uniting(voices("left tax +1", "left war +1")).empty


def test_a_wedge_parts_the_groups_and_nothing_else() -> None:
    found = by(wedges(TWO_CAMPS), "issue_id")
    tax, law = found["tax"], found["law"]
    assert next(iter(found)) == "tax" and tax["share"] > 0.9 and law["share"] == 0 and law["p"] == 1
    assert tax["gap"] == pytest.approx(5 / 3 + 5 / 3) and (tax["highest"], tax["lowest"]) == ("left", "right")
    assert wedges(voices("left tax +1 -1")).empty


def test_p_is_near_that_of_every_assignment() -> None:
    said = voices("a tax +2 +1 +1", "b tax -1 0 -2")
    all_of_them = {tuple(order) for order in permutations([0, 0, 0, 1, 1, 1])}
    exact = 2 / len(all_of_them)  # the camps as they are, and the same with names swapped
    assert wedges(said, draws=4999).iloc[0]["p"] == pytest.approx(exact, abs=0.02)


def test_names_and_order_do_not_matter() -> None:
    renamed = TWO_CAMPS.assign(group=TWO_CAMPS["group"].map({"left": "z", "right": "a"})).iloc[::-1]
    one, other = common_ground(TWO_CAMPS), common_ground(renamed)
    assert one.set_index("issue_id")["support"].to_dict() == pytest.approx(
        other.set_index("issue_id")["support"].to_dict()
    )
    assert wedges(TWO_CAMPS)["issue_id"].tolist() == wedges(renamed)["issue_id"].tolist()
    pd.testing.assert_frame_equal(wedges(TWO_CAMPS, seed=3), wedges(TWO_CAMPS.iloc[::-1], seed=3))


def test_the_lease_parts_the_harbour_and_nothing_unites_it(
    harbour: Database, harbour_statements: pd.DataFrame
) -> None:
    autumn = kept(harbour_statements[harbour_statements["said_on"] < "2024-11-01"])
    members = counted_members(autumn, actors.memberships(harbour))
    said = members.rename(columns={"faction_id": "group", "mean": "value"})
    assert wedges(said).iloc[0][["issue_id", "lowest"]].tolist() == ["port-lease", "harbour-front"]
    assert uniting(said).empty  # all lean against warships, but within the cabinet one is for them
    top = by(representative(said, most=1), "group")
    assert top["harbour-front"]["issue_id"] == top["cabinet"]["issue_id"] == "port-lease"


def test_any_grouping_of_actors_will_do(harbour_statements: pd.DataFrame) -> None:
    positions = actor_positions(counted(kept(harbour_statements)), "mean")
    said = voices_of(positions, {"daren-halvik": "1", "ana-lorrin": "2"})
    assert set(said["group"]) == {"1", "2"} and len(said) == len(
        positions[positions["unit_id"].isin(["daren-halvik", "ana-lorrin"])]
    )


def test_many_issues_are_corrected_for() -> None:
    p = np.array([0.01, 0.02, 0.03, 0.04, 0.05])
    assert corrected(p) == pytest.approx([0.05] * 5)
    # The worked example of Benjamini and Hochberg 1995, section 3.2: four of fifteen hold at 0.05.
    told = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1.0,
    ]
    assert (corrected(np.array(told[::-1])) <= 0.05).sum() == 4
    assert len(corrected(np.array([]))) == 0


def test_a_group_stands_where_its_voices_do_one_each() -> None:
    found = means(voices("left tax +2 +1", "left law +1 -2", "right tax 0"))
    told = {(row["group"], row["issue_id"]): (row["value"], row["n"], row["state"]) for row in records(found)}
    assert told == {
        ("left", "tax"): (1.5, 2, "strongly_supports"),
        ("left", "law"): (-0.5, 2, "conflicting"),
        ("right", "tax"): (0, 1, "neutral"),
    }
