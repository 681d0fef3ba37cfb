"""Networks leave for other programs with everything they carry, whatever stands in names."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from sayso.errors import ExportError
from sayso.exports.network_windows import FORMS, written_windows
from sayso.exports.networks import FORMATS, written
from sayso.reports.network import Network

HOSTILE = '=cmd|"/c calc"!A1 <b>&'
NAMES = ["ann", HOSTILE, "وزير\x07"]
ONE = pd.DataFrame([[0, 1.5, -2], [1.5, 0, 0], [-2, 0, 0]], index=NAMES, columns=NAMES)
TWO = pd.DataFrame([[1, -1], [0, 2], [0, 0]], index=NAMES, columns=["tax", "ann"])
WINDOWS = {date(2024, 3, 1): ONE, date(2024, 4, 1): ONE * 0, date(2024, 5, 1): ONE.iloc[:0, :0]}
FACTS: dict[str, dict[str, Any]] = {
    "ann": {"kind": "person", "n": 3, "country": None},
    "tax": {"name": "Tax"},
}


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_reads_what_was_written_with_all_attributes(form: str) -> None:
    read = nx.read_gexf if form == "gexf" else nx.read_graphml
    made = read(io.BytesIO(written(Network(ONE, FACTS), form)))
    assert set(made) == {"ann", HOSTILE, "وزير\ufffd"}
    assert made.nodes["ann"]["kind"] == "person" and made.nodes["ann"]["n"] == 3
    tie = made.edges["ann", "وزير\ufffd"]
    assert (tie["value"], tie["sign"]) == (-2, "-") and float(tie["weight"]) == 2
    assert made.number_of_edges() == 2


def test_an_issue_with_an_actors_id_is_a_node_of_its_own() -> None:
    made = nx.read_gexf(io.BytesIO(written(Network(TWO, FACTS), "gexf")))
    assert made.number_of_nodes() == 5 and made.nodes["issue:tax"]["name"] == "Tax"
    assert made.edges["ann", "issue:ann"]["value"] == -1


def test_tables_open_safely_and_hold_every_tie() -> None:
    edges = pd.read_csv(io.BytesIO(written(Network(ONE), "edges.csv")))
    assert edges["value"].tolist() == [1.5, -2] and edges["target"].tolist() == [f"'{HOSTILE}", NAMES[2]]
    matrix = pd.read_csv(io.BytesIO(written(Network(ONE), "matrix.csv")), index_col=0)
    assert (matrix.to_numpy() == ONE.to_numpy()).all() and matrix.index[1] == f"'{HOSTILE}"
    ties = pd.read_csv(io.BytesIO(written(Network(TWO), "edges.csv")))
    assert len(ties) == 3


def test_dl_has_labels_and_rows() -> None:
    lines = written(Network(ONE), "dl").decode().splitlines()
    assert lines[0] == "dl n = 3, format = fullmatrix" and lines[-3:] == ["0 1.5 -2", "1.5 0 0", "-2 0 0"]
    assert "nr = 3, nc = 2" in written(Network(TWO), "dl").decode()


def test_nothing_and_another_format_are_told() -> None:
    with pytest.raises(ExportError, match="gexf"):
        written(Network(ONE), "docx")
    for form in FORMATS:
        with pytest.raises(ExportError, match="Nobody"):
            written(Network(pd.DataFrame()), form)


def test_every_digit_is_written() -> None:
    third = pd.DataFrame([[0, 1 / 3], [1 / 3, 0]], index=["a", "b"], columns=["a", "b"])
    (row,) = written(Network(third), "dl").decode().splitlines()[-2:-1]
    assert float(row.split()[1]) == 1 / 3
    for form in ("matrix.csv", "edges.csv"):
        assert pd.read_csv(io.BytesIO(written(Network(third), form))).iloc[0, 2] == 1 / 3
    assert nx.read_gexf(io.BytesIO(written(Network(third), "gexf"))).edges["a", "b"]["value"] == 1 / 3


def test_windows_are_one_table_of_ties() -> None:
    ties = pd.read_csv(io.BytesIO(written_windows(WINDOWS, "edges.csv", FACTS, "")))
    assert ties["window"].tolist() == ["2024-03-01"] * 2 + ["2024-04-01", "2024-05-01"]
    assert ties["value"].dropna().tolist() == [1.5, -2] and ties["source"].isna().tolist() == [
        False,
        False,
        True,
        True,
    ]
    with pytest.raises(ExportError, match="no whole window"):
        written_windows({}, "edges.csv", {}, "")
    with pytest.raises(ExportError, match="not written as"):
        written_windows(WINDOWS, "dl", {}, "")


def test_matrices_of_all_windows_stand_under_each_other() -> None:
    rows = pd.read_csv(io.BytesIO(written_windows(WINDOWS, "matrix.csv", {}, "")))
    assert rows["window"].tolist() == ["2024-03-01"] * 3 + ["2024-04-01"] * 3 + ["2024-05-01"]
    assert rows["ann"].tolist()[:6] == [0, 1.5, -2, 0, 0, 0] and rows.iloc[6, 1:].isna().all()


@pytest.mark.parametrize("form", [form for form in FORMS if form.endswith(".zip")])
def test_an_archive_has_a_file_for_each_window_or_says_why_not(form: str) -> None:
    content = written_windows(WINDOWS, form, FACTS, "actors × actors")
    archive = zipfile.ZipFile(io.BytesIO(content))
    listed = pd.read_csv(archive.open("windows.csv"))
    assert listed["window"].tolist() == ["2024-03-01", "2024-04-01", "2024-05-01"]
    assert listed["nodes"].tolist() == [3, 3, 0] and listed["ties"].tolist() == [2, 0, 0]
    assert set(archive.namelist()) == {*listed["file"].dropna(), "windows.csv"}
    assert pd.isna(listed["file"][2]) == (form in ("dl.zip", "matrix.csv.zip"))
    if form == "graphml.zip":
        graphs = [nx.read_graphml(archive.open(name)) for name in listed["file"]]
        assert [(len(one), one.number_of_edges()) for one in graphs] == [(3, 2), (3, 0), (0, 0)]
    if form == "gexf.zip":
        assert content == written_windows(WINDOWS, form, FACTS, "actors × actors")
        assert [len(nx.read_gexf(archive.open(name))) for name in listed["file"]] == [3, 3, 0]


def test_files_say_how_they_were_made() -> None:
    made = Network(ONE, {}, "actors × actors · subtract & <more>")
    assert nx.read_graphml(io.BytesIO(written(made, "graphml"))).graph["description"] == made.provenance
    file = written(made, "gexf").decode()
    assert "<description>actors × actors · subtract &amp; &lt;more&gt;</description>" in file
    assert "description" not in written(Network(ONE), "gexf").decode()
