"""Which issues carry a debate, measured by the true spectrum of the Laplacian."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from sayso.analysis.networks import Counts, count, one_mode
from sayso.analysis.networks.backbone import backbone
from sayso.analysis.networks.distances import signed_ties, spectral_distance, spectrum, tie_distance
from sayso.analysis.recount import as_units, kept
from tests.analysis.conftest import by
from tests.bench.dna import made_up

LEVELS = [-2.0, -1.0, 0.0, 1.0, 2.0]


def debate() -> Counts:
    """Four units part on one issue, which they speak of often; of two others nobody speaks with anybody."""
    rows = [(unit, "main", 1.0 if unit in "AB" else -1.0) for unit in "ABCD" for _ in range(3)]
    rows += [("A", "aside", 1.0), ("C", "quirk", 1.0), ("C", "quirk", 1.0)]
    return count(pd.DataFrame(rows, columns=["unit", "issue", "level"]), levels=[-1.0, 1.0])


def test_the_spectrum_is_that_of_networkx() -> None:
    ties = np.abs(one_mode(count(made_up(), levels=LEVELS), "congruence", "average").to_numpy())
    theirs = nx.normalized_laplacian_spectrum(nx.from_numpy_array(ties))
    assert spectrum(ties) == pytest.approx(np.sort(theirs))


def test_known_spectra() -> None:
    # A complete graph of n nodes has 0 once and n / (n − 1); a star has 0, 1 (n − 2 times) and 2.
    assert spectrum(np.ones((4, 4)) - np.eye(4)) == pytest.approx([0, 4 / 3, 4 / 3, 4 / 3])
    star = np.zeros((4, 4))
    star[0, 1:] = star[1:, 0] = 7
    assert spectrum(star) == pytest.approx([0, 1, 1, 2])
    assert spectrum(np.zeros((2, 2))).tolist() == [0, 0]
    with pytest.raises(ValueError, match="0 and more"):
        spectrum(-star)


def test_the_spectrum_knows_the_shape_and_ties_know_who() -> None:
    one, other = np.zeros((3, 3)), np.zeros((3, 3))
    one[0, 1] = one[1, 0] = other[1, 2] = other[2, 1] = 2
    assert spectral_distance(one, other) == pytest.approx(0) and tie_distance(one, other) == 1
    assert (
        tie_distance(one, one) == 0 and tie_distance(one, -one) == 1 and tie_distance(one * 0, one * 0) == 0
    )


def test_fast_ties_are_those_of_the_network() -> None:
    for levels, said in (
        (LEVELS, made_up()),
        ([0.0, 1.0], made_up().assign(level=lambda rows: rows["level"] > 0)),
    ):
        counts = count(said, levels=levels)
        theirs = one_mode(counts, "subtract", "average").to_numpy()
        assert signed_ties(counts.values, counts.apart) == pytest.approx(theirs)


def test_what_nobody_shares_is_spared_first() -> None:
    found = backbone(debate())
    assert found["issue"].tolist() == ["aside", "quirk", "main"]
    assert found["loss"].tolist() == pytest.approx([0, 0, 1]) and found["n_left"].tolist() == [14, 12, 0]
    assert found["redundant_loss"].iloc[-1] == 0
    assert backbone(count(made_up().iloc[:0], levels=LEVELS)).empty


def test_names_of_units_do_not_matter() -> None:
    said = made_up()
    names = sorted(set(said["unit"]))
    renamed = said.assign(unit=said["unit"].map(dict(zip(names, reversed(names), strict=True))))
    one, other = (backbone(count(frame, levels=LEVELS)) for frame in (said, renamed))
    pd.testing.assert_frame_equal(one, other)


def test_the_lease_carries_the_harbour_debate(harbour_statements: pd.DataFrame) -> None:
    found = backbone(count(as_units(kept(harbour_statements)), levels=LEVELS))
    assert found["issue"].iloc[-1] == "port-lease" and len(found) == 9
    assert by(found, "issue")["job-guarantee"]["step"] == 1
