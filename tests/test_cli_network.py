"""`sayso network`: a file that Gephi opens, from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from click.testing import CliRunner

import sayso
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


def test_every_attribute_of_a_node_leaves(make_package: PackageMaker, tmp_path: Path) -> None:
    ann = {
        "actor_id": "ann", "name": "Ann", "name_original": "آن", "kind": "person", "country": "FR",
        "description": "Mayor.", "organisation_id": "bob", "wikidata_id": "Q1",
    }  # fmt: skip
    spellings = [{"alias": name, "actor_id": "ann"} for name in ("Anne", "Annie")]
    folder = make_package(
        SAID, factions={"f": ["ann"], "g": ["ann"]}, more={"actors": [ann], "aliases": spellings}
    )
    file = tmp_path / "all.gexf"
    done = CliRunner().invoke(main, ["network", str(folder), str(file), "--mode", "affiliations"])
    assert done.exit_code == 0
    nodes = nx.read_gexf(file).nodes
    assert nodes["ann"] == {
        "label": "ann", "mode": "unit", "name": "Ann", "kind": "person", "country": "FR", "factions": "F; G",
        "name_original": "آن", "description": "Mayor.", "organisation": "Bob", "wikidata_id": "Q1",
        "aliases": "Anne; Annie",
    }  # fmt: skip
    assert {"proposition", "supports_means", "opposes_means"} <= set(nodes["issue:tax"])


def test_statements_are_taken_and_left_out_by_any_variable(
    make_package: PackageMaker, tmp_path: Path
) -> None:
    folder = make_package([*SAID, say("dan", "war", -2, "2024-05-01", venue="Hall")])

    def matrix(*options: str) -> pd.DataFrame:
        file = tmp_path / "x.matrix.csv"
        done = CliRunner().invoke(main, ["network", str(folder), str(file), "--tie", "conflict", *options])
        assert done.exit_code == 0, done.output
        return pd.read_csv(file, index_col=0)

    assert list(matrix("--since", "2024-02-15")) == ["cy", "dan"]
    assert list(matrix("--exclude", "stance=2", "--exclude", "issue_id=war")) == ["bob"]
    whole = matrix("--only", "issue_id=war", "--isolates")
    assert list(whole) == ["ann", "bob", "cy", "dan"] and whole.loc["cy", "dan"] == 0.75
    assert not whole.loc["ann"].any()


def test_windows_move_through_time(make_package: PackageMaker, tmp_path: Path) -> None:
    folder = make_package([*SAID, say("dan", "war", 1, "2024-05-01")])
    file = tmp_path / "x.edges.csv"
    done = CliRunner().invoke(
        main, ["network", str(folder), str(file), "--window", "months=2", "--tie", "ignore"]
    )
    assert done.exit_code == 0 and "2 windows, 1 of them without a tie" in done.output
    rows = pd.read_csv(file)
    assert rows["window"].tolist() == ["2024-02-03", "2024-03-03"]
    assert rows.iloc[0].tolist()[1:] == ["ann", "bob", 1] and rows.iloc[1, 1:].isna().all()


def test_affiliations_have_windows_too(make_package: PackageMaker, tmp_path: Path) -> None:
    folder = make_package([*SAID, say("dan", "war", 1, "2024-05-01")])
    file = tmp_path / "x.edges.csv"
    asked = ["--mode", "affiliations", "--window", "months=2", "--tie", "ignore"]
    assert CliRunner().invoke(main, ["network", str(folder), str(file), *asked]).exit_code == 0
    with sayso.open(folder) as dataset:
        many = dataset.affiliation_networks("months", 2, "ignore")
    assert pd.read_csv(file).to_numpy().tolist() == [
        [day.isoformat(), unit, issue, 1]
        for day, ties in many.items()
        for unit in ties.index
        for issue in ties.columns
        if ties.at[unit, issue]
    ]


def test_affiliations_combine(make_package: PackageMaker, tmp_path: Path) -> None:
    file = tmp_path / "x.matrix.csv"
    asked = ["network", str(make_package(SAID)), str(file), "--mode", "affiliations", "--tie", "combine"]
    assert CliRunner().invoke(main, asked).exit_code == 0
    assert pd.read_csv(file, index_col=0).loc["ann"].to_dict() == {"tax": 1, "war": 0}


def test_a_file_names_the_settings_that_were_used(make_package: PackageMaker, tmp_path: Path) -> None:
    file = tmp_path / "x.graphml"
    asked = ["--since", "2024-01-01", "--exclude", "basis=act"]
    CliRunner().invoke(main, ["network", str(make_package(SAID)), str(file), *asked])
    made = nx.read_graphml(file).graph["description"]
    assert made.startswith(
        "actors × actors · subtract · one per article · since 1 Jan 2024 · without basis act · data version"
    )
    with sayso.open(make_package(SAID)) as dataset:
        again = dataset.network_with_facts("actors", "subtract", "none", "document", measure="latest")
        assert "latest" not in again.provenance and "mean" not in again.provenance


@pytest.mark.parametrize("mode", ["actors", "affiliations"])
def test_isolates_stay_whether_time_is_cut_before_or_after(make_package: PackageMaker, mode: Any) -> None:
    cuts: list[Any] = [
        {}, {"since": "2024-02-15"}, {"as_of": "2024-02-15"}, {"since": "2024-02-15", "as_of": "2024-02-16"},
    ]  # fmt: skip
    with sayso.open(make_package(SAID)) as dataset:
        ask = dataset.network if mode == "actors" else dataset.affiliations
        whole, *parts = (ask("ignore", isolates=True, **cut) for cut in cuts)
        for part in parts:
            assert part.index.equals(whole.index) and part.columns.equals(whole.columns)
        assert not parts[-1].to_numpy().any()
        assert list(ask("ignore", as_of="2024-02-15").index) == ["ann", "bob"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["x.docx"], "There is no format"),
        (["x.gexf", "--norm", "activity"], "is for --mode affiliations"),
        (["x.dl", "--mode", "affiliations", "--tie", "conflict"], "affiliations know no conflict"),
        (["x.dl", "--as-of", "1900-01-01"], "no statement counts"),
        (["x.dl", "--only", "colour=red"], "no variable “colour”"),
        (["x.dl", "--exclude", "stance"], "is not VARIABLE=VALUE"),
        (["x.dl", "--window", "months=4"], "written as .edges.csv"),
        (["x.dl", "--tie", "combine"], "combine is for --mode affiliations"),
        (["x.gexf.zip"], "an archive holds windows"),
        (["x.dl", "--step", "3"], "are for --kernel"),
        (["x.edges.csv", "--kernel", "box=3"], "is not KERNEL=DAYS"),
        (["x.edges.csv", "--kernel", "uniform=3", "--window", "months=1"], "take one"),
        (["x.dl", "--qualifier", "colour"], "no variable “colour”"),
        (["x.dl", "--node", "author"], "keeps no authors"),
        (["x.dl", "--mode", "affiliations", "--qualifier", "basis"], "cannot be added up"),
        (["x.edges.csv", "--window", "months=0"], "is not UNIT=SIZE"),
        (["x.edges.csv", "--window", "years=9"], "no whole window"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    make_package: PackageMaker, tmp_path: Path, options: list[str], said: str
) -> None:
    folder, file = make_package(SAID), tmp_path / options[0]
    done = CliRunner().invoke(main, ["network", str(folder), str(file), *options[1:]])
    assert done.exit_code != 0 and said in done.output and not file.exists()
