"""The map: near is alike, turned the same way at every date, refused where too little is known."""

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.agreement import pairs
from sayso.analysis.position_map import Method, NoMap, PositionMap, oriented, position_map
from sayso.analysis.recount import kept
from sayso.analysis.scaling import comparable, distances, scaled
from tests.analysis.conftest import by, statements

METHODS: list[Method] = ["mds", "correspondence"]
ISSUES = ["p", "q", "r", "s"]


def on_a_line(units: str = "ABCDEFG", silent: tuple[str, ...] = ()) -> pd.DataFrame:
    """Units from all for to all against, step by step; each says each thing in two articles."""
    rows = []
    for place, unit in enumerate(units):
        for number, issue in enumerate(ISSUES):
            stance = 2 if place > number + 1 else -2 if place < number + 1 else 0
            rows += [f"{unit} {issue} {stance:+d} 2024-01-0{copy} {unit}{issue}{copy}" for copy in (1, 2)]
    return statements(*(row for row in rows if row[:3] not in silent))


def made(found: PositionMap | NoMap) -> PositionMap:
    assert isinstance(found, PositionMap), found
    return found


@pytest.mark.parametrize("method", METHODS)
def test_a_line_is_found_on_one_axis(method: Method) -> None:
    found = made(position_map(on_a_line(), method=method, dimensions=1, draws=20))
    order = found.points.sort_values("x")["unit_id"].tolist()
    assert order in (list("ABCDEFG"), list("GFEDCBA"))
    assert 0.5 < found.explained <= 1 and found.left_out.empty


def test_distances_are_those_of_the_agreement_table(harbour_statements: pd.DataFrame) -> None:
    grid = harbour_statements.pivot_table(
        index="actor_id", columns="issue_id", values="stance", aggfunc="mean"
    )
    apart = distances(grid.to_numpy(float), 4.0)
    places = {name: number for number, name in enumerate(grid.index)}
    table = by(pairs(grid, 4.0), "first", "second")
    enough = {key: row for key, row in table.items() if row["n_shared"] >= 3}
    assert len(enough) > 50
    for (one, other), row in enough.items():
        assert apart[places[one], places[other]] == pytest.approx(1 - row["agreement"])
    assert np.isnan(apart).sum() == 2 * (len(table) - len(enough))


def test_points_in_a_plane_are_placed_without_stress() -> None:
    # City-block gaps of equal size on one issue each: three units at the corners of an equilateral triangle.
    values = np.array([[2.0, -2, -2], [-2, 2, -2], [-2, -2, 2]])
    found = scaled(values, "mds", 2, 4.0)
    assert (
        not isinstance(found, str)
        and found.stress == pytest.approx(0)
        and found.explained == pytest.approx(1)
    )
    sides = [
        np.linalg.norm(found.places[one] - found.places[other]) for one, other in ((0, 1), (0, 2), (1, 2))
    ]
    assert sides == pytest.approx([2 / 3] * 3)


def test_a_pair_that_never_met_is_placed_by_way_of_others() -> None:
    missing = made(position_map(on_a_line(silent=("A s", "G p")), dimensions=1, draws=0))
    order = missing.points.sort_values("x")["unit_id"].tolist()
    assert order in (list("ABCDEFG"), list("GFEDCBA"))


@pytest.mark.parametrize("method", METHODS)
def test_other_names_give_the_same_map(method: Method) -> None:
    said = on_a_line()
    renamed = said.assign(actor_id=said["actor_id"].map(dict(zip("ABCDEFG", "zybxcwd", strict=True)))).iloc[
        ::-1
    ]
    one = made(position_map(said, method=method, draws=10)).points.set_index("unit_id")
    other = made(position_map(renamed, method=method, draws=10)).points.set_index("unit_id")
    for axis in ("x", "y"):
        theirs = other.loc[list("zybxcwd"), axis].to_numpy()
        np.testing.assert_allclose(np.abs(one[axis].to_numpy()), np.abs(theirs), atol=1e-9)


def test_the_same_seed_gives_the_same_map(harbour_statements: pd.DataFrame) -> None:
    said = kept(harbour_statements)
    one, other = (made(position_map(said, draws=20, seed=6)) for _ in range(2))
    pd.testing.assert_frame_equal(one.points, other.points)


def test_a_map_is_turned_onto_that_of_another_date() -> None:
    first = made(position_map(on_a_line(), draws=0))
    turned = first.points.assign(x=-first.points["y"] + 1, y=first.points["x"])
    again = made(position_map(on_a_line(), reference=turned, draws=0)).points
    np.testing.assert_allclose(again[["x", "y"]], turned[["x", "y"]], atol=1e-9)
    places = pd.DataFrame([[1.0], [-3.0]], index=["a", "b"])
    assert oriented(places, None)[:, 0].tolist() == [-1, 3]
    strangers = pd.DataFrame({"unit_id": ["z"], "x": [9.0]})
    assert oriented(places, strangers)[:, 0].tolist() == [-1, 3]


def test_too_little_gives_a_reason_and_no_map() -> None:
    few = position_map(on_a_line("ABC"))
    assert isinstance(few, NoMap) and few.reason.startswith("3 actors share 3 or more issues")
    assert few.reason.endswith("a map in 2 dimensions takes 5 actors.")
    same = statements(*(f"{unit} {issue} +1 2024-01-01" for unit in "ABCDE" for issue in ISSUES))
    alike = position_map(same)
    assert isinstance(alike, NoMap) and "same positions" in alike.reason
    assert isinstance(position_map(same, method="correspondence"), NoMap)
    assert isinstance(position_map(same.iloc[:0]), NoMap)


def test_units_with_too_few_shared_issues_are_left_out() -> None:
    values = np.array([[1.0, 1, 1, 1], [1, 2, 1, 1], [0, 1, 1, np.nan], [np.nan, np.nan, 1, 1]])
    held, partners = comparable(values)
    assert held.tolist() == [True, True, True, False] and partners.tolist() == [2, 2, 2, 0]
    none, _ = comparable(np.full((3, 3), np.nan))
    assert not none.any()


def test_articles_that_disagree_make_a_place_unsure() -> None:
    torn = on_a_line()
    second = torn["article_id"].str.startswith("D") & torn["article_id"].str.endswith("2")
    torn.loc[second, "stance"] = -2
    width = {}
    for name, said in (("sure", on_a_line()), ("torn", torn)):
        row = by(made(position_map(said, dimensions=1, draws=60)).points, "unit_id")["D"]
        width[name] = row["x_high"] - row["x_low"]
        assert row["x_low"] <= row["x_high"]
    assert width["torn"] > width["sure"] > 0


def test_one_article_cannot_say_how_sure_a_place_is() -> None:
    points = made(position_map(on_a_line().assign(original_id="a"))).points
    assert points[["x_low", "x_high"]].isna().all(axis=None) and points["x"].notna().all()


def test_the_harbour_map_parts_lease_and_harbour_front(harbour_statements: pd.DataFrame) -> None:
    found = made(position_map(kept(harbour_statements), draws=20))
    places = by(found.points, "unit_id")
    for friend in ("selma-oruk", "nadir-terminals", "shipping-chamber"):
        for other in ("ana-lorrin", "fishers-coop", "huseyin-tarkan"):
            assert places[friend]["x"] * places[other]["x"] < 0
    assert found.left_out["unit_id"].tolist() == ["audit-court"] and found.stress < 0.2
