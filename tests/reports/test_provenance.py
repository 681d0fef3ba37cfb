"""The line beneath a chart names the settings that it was made by, and no others."""

from __future__ import annotations

import shutil
from typing import Any

import pytest

import sayso
from sayso.dataset import Dataset
from tests.conftest import REPOSITORY

MEASURED = {
    "matrix", "agreement", "wedges", "sources-left-out", "comparison", "spread", "changed", "actor-daren-halvik",
}  # fmt: skip
COUNTED = {"timeline", "weeks", "sources-mix", "sources-quoted", "coalitions", "polarization"}


def _reports(dataset: Dataset) -> list[Any]:
    asked: dict[str, Any] = {"measure": "latest", "count_by": "month", "as_of": "2025-06-30"}
    return [
        ask(**asked)
        for ask in (
            dataset.matrix, dataset.timeline, dataset.sources, dataset.coalitions, dataset.changed, dataset.comparison,
            dataset.quotes, dataset.actor,
        )
    ]  # fmt: skip


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The line beneath each part, and of two pages the subtitle."""
    copy = (
        tmp_path_factory.mktemp("own") / "harbour-debate"
    )  # the one that ships may be open in another worker
    with sayso.open(shutil.copytree(REPOSITORY / "data" / "harbour-debate", copy)) as dataset:
        reports = _reports(dataset)
        told = {part.name: part.provenance for report in reports for part in report.parts if part.provenance}
        return told | {report.page + " page": report.subtitle for report in reports}


def test_statements_have_no_mean_and_no_latest(lines: dict[str, str]) -> None:
    for name in COUNTED:
        assert "latest statement" not in lines[name] and "mean of statements" not in lines[name], name
        assert "one per month" in lines[name], name
    assert "latest" not in lines["timeline page"] and "latest" not in lines["quotes page"]


def test_positions_say_which_statement_they_are(lines: dict[str, str]) -> None:
    assert "latest statement" in lines["matrix"] and "latest statement" in lines["matrix page"]
    for name in MEASURED:
        assert "latest statement" in lines[name], name


def test_memberships_know_no_rule_for_repeats(lines: dict[str, str]) -> None:
    assert "one per" not in lines["actor-memberships"] and "latest" not in lines["actor-memberships"]
