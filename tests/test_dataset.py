"""Sayso from Python: frames that say what the pages say, and a page of documentation that runs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import sayso
from sayso.errors import SaysoError
from tests.conftest import PackageMaker
from tests.tiny import say

ROOT = Path(__file__).resolve().parents[1]
SAID = [
    say("ann", "tax", 2, "2024-01-03"),
    say("ann", "war", 1, "2024-01-04"),
    say("bob", "tax", -1, "2024-02"),
    say("bob", "war", 1, "2024-03-01"),
]


def test_the_documentation_runs_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("iraq-us-troops-2021", "harbour-debate"):
        shutil.copytree(ROOT / "data" / name, tmp_path / "data" / name)
    monkeypatch.chdir(tmp_path)
    code = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text("utf-8"), flags=re.DOTALL
    )
    assert len(code) >= 5
    names: dict[str, Any] = {}
    exec("\n".join(code), names)
    assert len(names["moved"]) > 5 and not names["quotes"].empty


def test_positions_as_of_a_day(make_package: PackageMaker) -> None:
    with sayso.open(make_package(SAID, factions={"f": ["ann", "bob"]})) as dataset:
        assert set(dataset.positions(as_of="2024-01-31")["unit_id"]) == {"ann"}
        matrix = dataset.matrix().grid
        assert matrix.loc["ann"].to_dict() == {"tax": 2, "war": 1} and matrix.loc["bob", "tax"] == -1
        assert dataset.matrix("factions").grid.loc["f"].to_dict() == {"tax": 0.5, "war": 1}
        assert np.isnan(dataset.matrix(as_of="2024-02-28").grid.loc["bob"].get("war", np.nan))
        assert dataset.agreement()["agreement"].tolist() == [(0.25 + 1) / 2]
        assert dataset.network("congruence").loc["ann", "bob"] == 1.25
        assert dataset.affiliations().loc["bob"].to_dict() == {"tax": -1, "war": 1}


def test_frames_are_the_callers_own(make_package: PackageMaker) -> None:
    with sayso.open(make_package(SAID)) as dataset:
        frame = dataset.statements()
        frame["stance"] = 9
        assert dataset.statements()["stance"].max() == 2


def test_several_datasets_need_a_name(make_package: PackageMaker, tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_package(SAID, name=name)
    with pytest.raises(SaysoError, match="one, two"):
        sayso.open(tmp_path)
    with sayso.open(tmp_path, "two") as dataset:
        assert dataset.title == "Two"
    with pytest.raises(SaysoError):
        sayso.open(tmp_path / "nowhere")


def test_a_wire_copy_counts_as_its_original(make_package: PackageMaker) -> None:
    said = [say("ann", "tax", 2, "2024-01-03", article=article) for article in ("wire", "copy", "other")]
    folder = make_package(said, articles={"copy": {"duplicate_of": "wire"}})
    with sayso.open(folder) as dataset:
        assert dataset.affiliations("ignore", duplicates="include").loc["ann", "tax"] == 3
        assert dataset.affiliations("subtract").loc["ann", "tax"] == 2 + 2
