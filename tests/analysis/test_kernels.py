"""Smoothed windows: the kernels are densities with even sides, and a flat one is a plain window."""

from __future__ import annotations

from datetime import date
from typing import get_args

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.networks import Selection, count, kept, one_mode, two_mode
from sayso.analysis.networks.kernels import Kernel, slices, weight
from sayso.analysis.networks.one_mode import Norm
from tests.bench.dna import made_up, yes_or_no
from tests.bench.dna_smooth import against_smooth

KERNELS: tuple[Kernel, ...] = get_args(Kernel)
LEVELS = [-2.0, -1.0, 0.0, 1.0, 2.0]


def said(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["unit", "issue", "level", "said_on"])
    return frame.assign(said_on=pd.to_datetime(frame["said_on"]), document_id=range(len(frame)))


@pytest.mark.parametrize("statements", [made_up(30), yes_or_no().iloc[:30]])
def test_every_kernel_gives_what_plain_loops_give(statements: pd.DataFrame) -> None:
    assert against_smooth(statements.reset_index(drop=True), "quick") == 0


@pytest.mark.parametrize("kernel", KERNELS)
def test_a_kernel_is_a_density_and_falls_alike_on_both_sides(kernel: Kernel) -> None:
    u = np.linspace(-6, 6, 120_001)
    assert np.trapezoid(weight(kernel, u), u) == pytest.approx(1, abs=1e-4)
    assert np.allclose(weight(kernel, u), weight(kernel, -u))
    assert (np.diff(weight(kernel, np.linspace(0, 6, 600))) <= 0).all()


def test_the_triangle_has_no_second_peak() -> None:
    assert weight("triangular", np.array([-1.0, -0.5, 0.0, 0.5, 1.0])).tolist() == [0, 0.5, 1, 0.5, 0]


@pytest.mark.parametrize("norm", ["average", "cosine", "jaccard"])
def test_what_is_divided_is_a_plain_window_where_the_kernel_is_flat(norm: Norm) -> None:
    frame = kept(made_up(), Selection("document"))
    for one in slices(frame, "uniform", 90, 60):
        flat = count(one.statements, levels=LEVELS, weights=one.weights)
        plain = count(one.statements, levels=LEVELS)
        assert np.allclose(one_mode(flat, "subtract", norm), one_mode(plain, "subtract", norm))
        assert np.allclose(one_mode(flat), one_mode(plain) / 2)


def test_levels_stand_in_their_order() -> None:
    frame = said(("a", "x", -1, "2024-01-01"), ("b", "x", -2, "2024-01-01"), ("c", "x", 2, "2024-01-01"))
    (one,) = slices(frame, "triangular", 30, 1, edges=True)
    counts = count(one.statements, levels=LEVELS, weights=one.weights)
    same, apart = one_mode(counts, "congruence"), one_mode(counts, "conflict")
    assert same.loc["a", "b"] == 0.75 and same.loc["b", "c"] == 0 and apart.loc["b", "c"] == 1
    assert not np.allclose(same, apart) and np.allclose(same + apart, one_mode(counts, "ignore"))


def test_a_pair_weighs_the_root_of_both_weights() -> None:
    frame = said(("a", "x", 1, "2024-01-01"), ("b", "x", 1, "2024-01-11"), ("c", "y", 1, "2024-01-21"))
    one = next(found for found in slices(frame, "triangular", 20, 1, edges=True) if found.middle == date(2024, 1, 6))  # fmt: skip
    counts = count(one.statements, levels=[0, 1], weights=one.weights)
    assert one_mode(counts).loc["a", "b"] == pytest.approx(0.75)
    assert two_mode(counts).loc["a", "x"] == pytest.approx(0.75)
    assert two_mode(counts).loc["c", "y"] == pytest.approx(0.25)


def test_slices_reach_to_the_edges_only_if_asked() -> None:
    frame = made_up()
    first, last = (day.date() for day in (frame["said_on"].min(), frame["said_on"].max()))
    inside = [one.middle for one in slices(frame, "gaussian", 50, 10)]
    assert inside[0] == first + pd.Timedelta(days=50) and inside[-1] <= last - pd.Timedelta(days=50)
    assert next(slices(frame, "gaussian", 50, 10, edges=True)).middle == first
    assert {len(one.statements) for one in slices(frame, "gaussian", 50, 10)} == {len(frame)}
    assert not list(slices(frame.iloc[:0], "gaussian", 50))
    for bandwidth, step in ((0, 1), (1, 0)):
        with pytest.raises(ValueError, match="one day at least"):
            next(slices(frame, "gaussian", bandwidth, step))
