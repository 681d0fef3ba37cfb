"""Networks: the formulas against plain loops, what must always hold, and what counts as a repeat."""

from __future__ import annotations

from datetime import date
from typing import get_args

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.networks import Selection, count, kept, one_mode, two_mode, windows
from sayso.analysis.networks.one_mode import Norm
from sayso.analysis.networks.selection import Duplicates
from sayso.analysis.networks.two_mode import Share
from sayso.analysis.networks.windows import Unit
from tests.bench.dna import against_loops, made_up
from tests.bench.dna_cuts import against_cuts, differing

LEVELS = [-2.0, -1.0, 0.0, 1.0, 2.0]


def said(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["unit", "issue", "level", "said_on"])
    return frame.assign(said_on=pd.to_datetime(frame["said_on"]), document_id=range(len(frame)))


def test_every_option_gives_what_plain_loops_give() -> None:
    assert against_loops(made_up(60), "quick") == 0


def test_every_filter_and_window_gives_what_plain_loops_give() -> None:
    assert against_cuts(made_up(40), "quick") == 0


def test_a_difference_would_be_counted() -> None:
    network = one_mode(count(made_up(40), levels=LEVELS))
    values = network.to_numpy(copy=True)
    values[1, 2] += 1e-6
    other = pd.DataFrame(values, network.index, network.columns)
    assert differing(network, network) == 0 and differing(network, other) == 1
    assert differing(network, network.iloc[1:, 1:]) == 2 * len(network) - 1


def test_agreement_and_conflict_make_up_all_ties() -> None:
    counts = count(made_up(), levels=LEVELS)
    ties = {tie: one_mode(counts, tie) for tie in ("ignore", "congruence", "conflict", "subtract")}
    assert np.allclose(ties["congruence"] + ties["conflict"], ties["ignore"])
    assert np.allclose(ties["congruence"] - ties["conflict"], ties["subtract"])
    for network in ties.values():
        assert np.allclose(network, network.T) and not np.diag(network).any()


def _back(name: str) -> str:
    return name[1:][::-1]


@pytest.mark.parametrize("norm", get_args(Norm))
def test_names_do_not_matter(norm: Norm) -> None:
    frame = made_up()
    other = frame.assign(unit="z" + frame["unit"].str[::-1])
    one, two = (one_mode(count(each, levels=LEVELS), "subtract", norm) for each in (frame, other))
    renamed = two.rename(index=_back, columns=_back)
    assert np.allclose(one, renamed.loc[one.index, one.columns])


@pytest.mark.parametrize("share", ["activity", "prominence"])
def test_shares_of_a_line_add_up_to_one(share: Share) -> None:
    network = two_mode(count(made_up(), levels=LEVELS), "ignore", share)
    assert np.allclose(network.sum(axis=1 if share == "activity" else 0), 1)


def test_yes_and_no_count_as_plus_and_minus_one() -> None:
    counts = count(said(("a", "x", 1, "2024"), ("a", "x", 0, "2024"), ("a", "y", 0, "2024")), levels=[0, 1])
    assert two_mode(counts, "subtract").to_numpy().tolist() == [[0, -1]]
    assert two_mode(counts, "combine").to_numpy().tolist() == [[3, 2]]


def test_a_week_and_a_month_belong_to_their_year() -> None:
    frame = said(("a", "x", 1, "2023-05-03"), ("a", "x", 1, "2024-05-01"), ("a", "x", 1, "2024-05-02"))
    counts: tuple[tuple[Duplicates, int, int], ...] = (
        ("month", 2, 1),
        ("week", 2, 1),
        ("year", 2, 2),
        ("range", 1, 1),
        ("include", 3, 3),
    )
    for stretch, ours, dna in counts:
        assert len(kept(frame, Selection(stretch))) == ours
        assert len(kept(frame, Selection(stretch, year_of_week_counts=False))) == dna


def test_the_week_of_new_year_belongs_to_its_own_year() -> None:
    frame = said(("a", "x", 1, "2024-12-31"), ("a", "x", 1, "2025-01-02"), ("a", "x", 1, "2025-12-31"))
    assert kept(frame, Selection("week")).index.tolist() == [0, 2]


def test_filters_on_days_and_on_any_column() -> None:
    frame = said(("a", "x", 1, "2024-01-01"), ("b", "x", 1, "2024-02-01"), ("", "x", 1, "2024-02-01"))
    assert kept(frame, Selection("include", first=date(2024, 1, 2)))["unit"].tolist() == ["b"]
    assert kept(frame, Selection("include", last=date(2024, 1, 1)))["unit"].tolist() == ["a"]
    assert kept(frame, Selection("include", exclude={"unit": frozenset({"a"})}))["unit"].tolist() == ["b"]
    assert kept(frame, Selection("include", only={"document_id": frozenset({"0"})}))["unit"].tolist() == ["a"]


def test_isolates_are_there_when_they_are_named() -> None:
    network = one_mode(count(said(("a", "x", 1, "2024")), levels=[0, 1], units=["a", "b"]))
    assert network.shape == (2, 2) and not network.to_numpy().any()


def test_windows_lie_wholly_inside_and_are_the_same_every_time() -> None:
    frame = made_up()
    stretches: tuple[tuple[Unit, int], ...] = (
        ("days", 30),
        ("weeks", 5),
        ("months", 3),
        ("years", 1),
        ("events", 20),
    )
    for unit, size in stretches:
        found = list(windows(frame, unit, size))
        again = list(windows(frame, unit, size))
        assert found and [w.statements.index.tolist() for w in found] == [
            w.statements.index.tolist() for w in again
        ]
        for window in found:
            assert frame["said_on"].min().date() <= window.first <= window.middle <= window.last
            assert window.last <= frame["said_on"].max().date()
            assert window.statements["said_on"].between(str(window.first), str(window.last)).all()
    assert {len(window.statements) for window in windows(frame, "events", 20)} == {21}
    with pytest.raises(ValueError, match="at least one"):
        next(windows(frame, "days", 0))


@pytest.mark.parametrize(
    ("column", "value", "left"),
    [
        ("level", "2", [1]), ("level", "-0.5", [0]), ("yes", "1", [0]), ("yes", "0", [1]), ("venue", "", [0]),
        ("said_on", "2024-01-01", [1]), ("document_id", "1", [0]), ("venue", "nan", [0, 1]),
    ],
)  # fmt: skip
def test_values_are_named_as_people_write_them(column: str, value: str, left: list[int]) -> None:
    frame = said(("a", "x", 2.0, "2024-01-01"), ("b", "x", -0.5, "2024-02-01"))
    frame = frame.assign(yes=[False, True], venue=pd.Series(["Hall", None], dtype=object))
    assert kept(frame, Selection("include", exclude={column: frozenset({value})})).index.tolist() == left
    rest = kept(frame, Selection("include", only={column: frozenset({value})})).index.tolist()
    assert sorted(rest + left) == [0, 1]


def test_lists_of_places_are_values_too() -> None:
    frame = said(("a", "x", 2.0, "2024-01-01"), ("b", "x", 1.0, "2024-02-01"))
    spans = pd.Series([np.array([[0, 5], [7, 9]]), None], dtype=object)
    wanted = {"spans": frozenset({"[[0, 5], [7, 9]]"})}
    assert kept(frame.assign(spans=spans), Selection("include", only=wanted)).index.tolist() == [0]


@pytest.mark.parametrize("norm", get_args(Norm))
def test_nobody_makes_an_empty_network(norm: Norm) -> None:
    assert one_mode(count(said().iloc[:0], levels=LEVELS), "subtract", norm).shape == (0, 0)
