"""Coalitions: found where they are, under any names, with how well they hold."""

from datetime import date

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score

from sayso.analysis.networks import Selection, count, kept
from sayso.analysis.networks.coalitions import (
    Coalitions,
    NoCoalitions,
    coalitions,
    compared,
    positive_ties,
    profiles,
)
from sayso.analysis.networks.grouping import adjusted_rand, average_linkage, k_means, modularity
from sayso.analysis.recount import as_units
from tests.bench.dna import made_up

LEVELS = [-2.0, -1.0, 0.0, 1.0, 2.0]
SIDES = {"A": "+++", "B": "+++", "C": "++-", "D": "---", "E": "---", "F": "--+"}


def spoken(sides: dict[str, str] = SIDES, times: int = 2) -> pd.DataFrame:
    """Each unit speaks on each issue once per document."""
    rows = [
        (unit, f"issue {place}", 1.0 if sign == "+" else -1.0, f"d{number}")
        for number in range(times)
        for unit, signs in sides.items()
        for place, sign in enumerate(signs)
    ]
    return pd.DataFrame(rows, columns=["unit", "issue", "level", "document_id"])


def groups(found: Coalitions | NoCoalitions) -> set[frozenset[str]]:
    assert isinstance(found, Coalitions)
    return {frozenset(group) for _, group in found.members.groupby("coalition")["unit"]}


def test_two_camps_are_found_and_hold() -> None:
    found = coalitions(spoken(times=4), [-1.0, 1.0], draws=20)
    assert isinstance(found, Coalitions) and groups(found) == {frozenset("ABC"), frozenset("DEF")}
    assert found.k == 2 and found.stability == 1 and (found.members["together"] == 1).all()
    assert found.modularity == pytest.approx(0.5) == found.tried["modularity"].max()


def test_two_articles_or_few_who_can_be_compared_give_no_camps() -> None:
    few = coalitions(spoken(times=2), [-1.0, 1.0])
    assert isinstance(few, NoCoalitions) and few.reason == "camps take three articles, and there are two"
    alone = pd.concat([spoken(times=4), *(spoken({unit: "+"}, times=4) for unit in "GHIJKL")])
    lonely = coalitions(alone, [-1.0, 1.0])
    assert isinstance(lonely, NoCoalitions) and lonely.reason.startswith(
        "six of twelve actors share two issues"
    )


def test_who_shares_two_issues_with_nobody_is_in_no_camp() -> None:
    said = pd.concat([spoken(times=4), spoken({"G": "+"}, times=4)])
    found = coalitions(said, [-1.0, 1.0], draws=5)
    assert groups(found) == {frozenset("ABC"), frozenset("DEF")}
    assert isinstance(found, Coalitions) and found.apart == ("G",)


def test_other_names_give_the_same_coalitions() -> None:
    renamed = spoken(times=3).assign(
        unit=lambda frame: frame["unit"].map(dict(zip("ABCDEF", "zaybxc", strict=True)))
    )
    turned = renamed.sample(frac=1, random_state=5)
    assert groups(coalitions(turned, [-1.0, 1.0], draws=5)) == {frozenset("zay"), frozenset("bxc")}


def test_the_same_seed_gives_the_same_result() -> None:
    one, other = (coalitions(made_up(), LEVELS, draws=10, seed=4) for _ in range(2))
    assert (
        isinstance(one, Coalitions)
        and isinstance(other, Coalitions)
        and one.stability == other.stability
        and one.modularity == other.modularity
    )
    pd.testing.assert_frame_equal(one.members, other.members)
    assert 1 not in (one.stability, one.k)


def test_nothing_is_grouped_where_nothing_agrees() -> None:
    assert isinstance(coalitions(spoken({"A": "++", "B": "++"}, times=3), [-1.0, 1.0]), NoCoalitions)
    apart = spoken({"A": "++-", "B": "--+", "C": "0"}, times=3).query("unit != 'C'")
    third = apart[apart["unit"] == "A"].assign(unit="C", issue=lambda frame: "other " + frame["issue"])
    assert isinstance(coalitions(pd.concat([apart, third]), [-1.0, 1.0]), NoCoalitions)
    assert isinstance(coalitions(apart.iloc[:0], [-1.0, 1.0]), NoCoalitions)


def test_modularity_is_that_of_networkx() -> None:
    ties = positive_ties(count(made_up(), levels=LEVELS))
    labels = np.arange(len(ties)) % 3
    sets = [set(np.flatnonzero(labels == group).tolist()) for group in range(3)]
    theirs = nx.community.modularity(nx.from_numpy_array(ties), sets, weight="weight")
    assert modularity(ties, labels) == pytest.approx(theirs)
    assert modularity(np.zeros((2, 2)), np.array([0, 1])) == 0


def test_the_rand_index_is_that_of_scikit_learn() -> None:
    random = np.random.default_rng(2)
    for _ in range(20):
        one, other = random.integers(0, 3, (2, 12))
        assert adjusted_rand(one, other) == pytest.approx(adjusted_rand_score(one, other))


def test_k_means_fits_as_closely_as_that_of_scikit_learn() -> None:
    random = np.random.default_rng(3)
    for k in (2, 3, 5):
        rows = random.integers(0, 2, (25, 12)).astype(float)
        labels = k_means(rows, k, 1)
        ours = sum(((rows[labels == g] - rows[labels == g].mean(axis=0)) ** 2).sum() for g in range(k))
        assert set(labels) == set(range(k))
        assert ours <= KMeans(k, n_init=10, random_state=1).fit(rows).inertia_ * 1.03
    assert set(k_means(np.ones((4, 3)), 2, 1)) == {0}


def test_the_best_grouping_of_each_method_says_how_well_it_holds() -> None:
    found = coalitions(spoken(times=4), [-1.0, 1.0], draws=5)
    assert isinstance(found, Coalitions)
    told = found.tried[found.tried["stability"].notna()]
    assert set(told["method"]) == {"louvain", "hierarchical", "k-means"} == set(found.tried["method"])
    assert not told["method"].duplicated().any() and (told["stability"] == 1).all()


def test_profiles_tell_for_from_against_and_from_neither() -> None:
    frame = pd.DataFrame({"unit": list("ABC"), "issue": ["p"] * 3, "level": [2.0, 0.0, -1.0]})
    assert profiles(count(frame, levels=LEVELS)).tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    yes = pd.DataFrame({"unit": ["A", "B"], "issue": ["p", "p"], "level": [1.0, 0.0]})
    assert profiles(count(yes, levels=[0, 1])).tolist() == [[1, 0, 0], [0, 0, 1]]
    assert average_linkage(np.array([[1.0, 1, 0], [1, 1, 0], [0, 0, 1]]), 2).tolist() in (
        [0, 0, 1],
        [1, 1, 0],
    )


def test_the_harbour_coalition_breaks_and_the_dockers_leave(harbour_statements: pd.DataFrame) -> None:
    units = as_units(harbour_statements)
    before = coalitions(kept(units, Selection("document", last=date(2024, 11, 17))), LEVELS, draws=20)
    after = coalitions(kept(units, Selection("document", first=date(2025, 4, 27))), LEVELS, draws=20)
    assert isinstance(before, Coalitions) and isinstance(after, Coalitions)
    old, new = (found.members.set_index("unit")["coalition"] for found in (before, after))
    assert old["bruno-kelt"] == old["ana-lorrin"] == old["fishers-coop"] != old["daren-halvik"]
    assert new["bruno-kelt"] == new["daren-halvik"] == new["seaboard-party"] != new["ana-lorrin"]
    assert old["seaboard-party"] == old["meltem-arsoy"] != old["bruno-kelt"]
    table, index = compared(
        before.members, {"daren-halvik": "cabinet", "selma-oruk": "cabinet", "bruno-kelt": "front"}
    )
    assert index == 1 and table.to_numpy().sum() == 3
    assert np.isnan(compared(before.members, {})[1])
