"""Measures on a dataset's own scale: yes/no and five steps against plain Python; page, download and Python say the same."""

from __future__ import annotations

import csv
import itertools
import random
from io import BytesIO, StringIO
from pathlib import Path
from statistics import fmean

import pandas as pd
import pytest
from click.testing import CliRunner

import sayso
from sayso.cli import main
from sayso.exports.networks import written
from sayso.model.frames import records
from tests.conftest import PackageMaker
from tests.pages.screen import open_screen
from tests.tiny import say

SCALES = {"yes and no": [-1, 1], "five steps": [-2, -1, 0, 1, 2]}
ACTORS, ISSUES = "abcdefg", ("tax", "war", "port", "rail")
Said = dict[tuple[str, str], list[int]]


@pytest.fixture(params=SCALES)
def scale(request: pytest.FixtureRequest) -> list[int]:
    return SCALES[request.param]


@pytest.fixture
def said(scale: list[int]) -> Said:
    """Who said what, one article a statement: two to six on each issue, in a seeded order."""
    chance = random.Random(len(scale))
    return {
        (actor, issue): [chance.choice(scale) for _ in range(chance.randint(1, 3))]
        for actor in ACTORS
        for issue in ISSUES
        if chance.random() < 0.8
    }


@pytest.fixture
def package(make_package: PackageMaker, said: Said, scale: list[int]) -> Path:
    days = itertools.cycle(pd.date_range("2024-01-01", periods=200).strftime("%Y-%m-%d"))
    rows = [
        say(actor, issue, stance, next(days), article=f"{actor}-{issue}-{n}")
        for (actor, issue), stances in said.items()
        for n, stance in enumerate(stances)
    ]
    return make_package(rows, descriptor={"stances": scale})


def agreement(said: Said, one: str, other: str, span: int) -> tuple[float | None, int]:
    """DESIGN §5, written out: 1 − |m − m′| / R over shared issues, and how many there are."""
    shared = [issue for issue in ISSUES if (one, issue) in said and (other, issue) in said]
    gaps = [abs(fmean(said[one, issue]) - fmean(said[other, issue])) / span for issue in shared]
    return (1 - fmean(gaps) if len(gaps) > 1 else None), len(gaps)


def congruence(said: Said, one: str, other: str, span: int) -> float:
    """DESIGN §5, written out, without repeats: each statement is of its own article."""
    return sum(
        1 - abs(mine - theirs) / span
        for issue in ISSUES
        for mine in said.get((one, issue), [])
        for theirs in said.get((other, issue), [])
    )


def test_agreement_is_that_of_plain_python_in_python_command_and_page(
    package: Path, said: Said, scale: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    span = scale[-1] - scale[0]
    expected = {
        pair: agreement(said, *pair, span)
        for pair in itertools.combinations(ACTORS, 2)
        if all(any((actor, issue) in said for issue in ISSUES) for actor in pair)
    }
    with sayso.open(package) as dataset:
        pairs = dataset.agreement()
        report = dataset.coalitions()
        title, table = report.title, report.part("agreement").table()
    for frame in (pairs, report.grouping.pairs):
        found = {
            tuple(sorted((row["first"], row["second"]))): (row["agreement"], row["n_shared"])
            for row in records(frame)
        }
        assert found.keys() == expected.keys()
        for pair, (share, n_shared) in expected.items():
            assert found[pair][1] == n_shared
            assert pd.isna(found[pair][0]) if share is None else found[pair][0] == pytest.approx(share)
    command = ["show", "coalitions", str(package), "--part", "agreement", "--format", "csv"]
    printed = CliRunner().invoke(main, command).output.lstrip("\ufeff")
    rows = list(csv.DictReader(StringIO(printed)))
    assert len(rows) == len(expected)
    for row in rows:
        share, n_shared = expected[tuple(sorted(row["id"].split("/")))]
        assert int(row["Shared issues"]) == n_shared
        assert (
            row["Agreement"] == ""
            if share is None
            else float(row["Agreement"]) == pytest.approx(share, abs=6e-4)
        )
    monkeypatch.setenv("SAYSO_DATA", str(package))
    screen = open_screen("coalitions")
    assert title in screen.words
    on_screen = next(table for table in screen.tables if "Shared issues" in table)
    assert on_screen["Agreement"].dropna().tolist() == table["Agreement"].dropna().tolist()


def test_congruence_is_that_of_plain_python_in_python_and_download(
    package: Path, said: Said, scale: list[int]
) -> None:
    span = scale[-1] - scale[0]
    with sayso.open(package) as dataset:
        ties = dataset.network("congruence")
        download = written(
            dataset.coalitions().network("actors", "congruence", "none", "document"), "matrix.csv"
        )
    labelled = pd.read_csv(BytesIO(download), index_col=0)
    for one, other in itertools.combinations(ACTORS, 2):
        assert ties.loc[one, other] == pytest.approx(congruence(said, one, other, span))
        assert labelled.loc[one, other] == pytest.approx(ties.loc[one, other])


@pytest.mark.parametrize("scale", SCALES.values(), ids=list(SCALES))
def test_who_disagrees_on_everything_agrees_on_nothing(make_package: PackageMaker, scale: list[int]) -> None:
    """A, B and C for everything, D, E and F against: no agreement across, and every tie fits the camps."""
    rows = [
        say(actor, issue, scale[-1] if actor in "abc" else scale[0], f"2024-0{n + 1}-0{place + 1}", article=f"{issue}{place}")
        for n, issue in enumerate(ISSUES)
        for place, actor in enumerate("abcdef")
    ]  # fmt: skip
    with sayso.open(make_package(rows, descriptor={"stances": scale})) as dataset:
        report = dataset.coalitions()
        course = report.grouping.course
        across = {
            "".join(sorted((row["first"], row["second"]))): row["agreement"]
            for row in records(dataset.agreement())
        }
    assert report.grouping.n_camps == 2 and "Two camps" in report.title
    assert across["ad"] == 0 and across["ab"] == 1
    assert course is not None and course.frame["share"].dropna().eq(1).all()
