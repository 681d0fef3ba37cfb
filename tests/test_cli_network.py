"""`sayso network`: a file that Gephi opens, from the command line."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from sayso.cli import main
from tests.conftest import PackageMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 2, "2024-01-03"),
    say("bob", "tax", -1, "2024-02"),
    say("cy", "war", 1, "2024-03-01"),
]


def test_allies_for_gephi(make_package: PackageMaker, tmp_path: Path) -> None:
    folder = make_package(SAID, factions={"f": ["ann"]})
    file = tmp_path / "allies.gexf"
    done = CliRunner().invoke(main, ["network", str(folder), str(file), "--tie", "conflict"])
    assert done.exit_code == 0 and "3 × 3, 2 cells" in done.output
    made = nx.read_gexf(file)
    assert made.edges["ann", "bob"]["value"] == 0.75
    assert made.nodes["ann"]["factions"] == "F" and made.nodes["ann"]["kind"] == "person"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["x.docx"], "There is no format"),
        (["x.gexf", "--norm", "activity"], "is for --mode affiliations"),
        (["x.dl", "--mode", "affiliations", "--tie", "conflict"], "affiliations know no conflict"),
        (["x.dl", "--as-of", "1900-01-01"], "no statement counts"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    make_package: PackageMaker, tmp_path: Path, options: list[str], said: str
) -> None:
    folder, file = make_package(SAID), tmp_path / options[0]
    done = CliRunner().invoke(main, ["network", str(folder), str(file), *options[1:]])
    assert done.exit_code != 0 and said in done.output and not file.exists()
