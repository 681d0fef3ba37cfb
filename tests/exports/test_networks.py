"""Networks leave for other programs with everything they carry, whatever stands in names."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from sayso.errors import ExportError
from sayso.exports.networks import FORMATS, written, written_windows
from sayso.reports.network import Network

HOSTILE = '=cmd|"/c calc"!A1 <b>&'
NAMES = ["ann", HOSTILE, "وزير\x07"]
ONE = pd.DataFrame([[0, 1.5, -2], [1.5, 0, 0], [-2, 0, 0]], index=NAMES, columns=NAMES)
TWO = pd.DataFrame([[1, -1], [0, 2], [0, 0]], index=NAMES, columns=["tax", "ann"])
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
    ties = pd.read_csv(io.BytesIO(written_windows({date(2024, 3, 1): ONE, date(2024, 4, 1): ONE * 0})))
    assert ties["window"].tolist() == ["2024-03-01"] * 2 and ties["value"].tolist() == [1.5, -2]
    with pytest.raises(ExportError, match="no whole window"):
        written_windows({})
