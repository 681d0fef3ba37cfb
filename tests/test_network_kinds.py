"""Networks of other nodes, by other variables, smoothed, and the tables about them: Python, command and file say the same."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

import sayso
from sayso.cli import main
from sayso.coding.import_dna import import_dna
from sayso.dataset import Dataset
from sayso.errors import SaysoError
from sayso.ingest.dna.choices import Asked
from tests import dna_file
from tests.bench import dna_by_hand as by_hand
from tests.bench import dna_measures
from tests.bench.dna_cuts import differing, levels_of, plain
from tests.bench.dna_database import read_statements
from tests.bench.dna_imported import integers
from tests.bench.dna_imported_kinds import kinds
from tests.conftest import PackageMaker
from tests.tiny import say

NAMES = ["EPA", "Club", "Senate", "Union"]
DEBATE = [
    dna_file.said(NAMES[n % 4], f"Issue {n % 3}", int(n % 5 > 1), n % 2 + 1, person=f"P{n % 6}", place=(6, 17))
    for n in range(30)
]  # fmt: skip


@pytest.fixture(scope="module", params=["five steps", "yes or no"])
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A DNA database, as a file, as what it became, and opened."""
    folder: Path = tmp_path_factory.mktemp("kinds")
    file = folder / "one.dna"
    if request.param == "five steps":
        integers(file, 60)
    else:
        dna_file.write(file, DEBATE, people=True)
    import_dna(file, folder / "one.duckdb", Asked(unit="organization"))
    shutil.copy(folder / "one.duckdb", folder / "two.duckdb")
    with sayso.open(folder / "two.duckdb") as dataset:
        yield file, folder / "one.duckdb", dataset


def rows_of(file: Path) -> tuple[list[by_hand.Statement], list[float]]:
    frame = read_statements(file)
    frame = frame.assign(
        unit=frame["organization"], issue=frame["concept"], level=frame["agreement"].astype(float)
    )
    return by_hand.spoken(plain(frame)), levels_of(frame)


def run(*asked: object) -> None:
    done = CliRunner().invoke(main, ["network", *map(str, asked)])
    assert done.exit_code == 0, done.output


def test_every_kind_is_what_plain_loops_give(imported: Any) -> None:
    file, _, dataset = imported
    compared = [differing(made, expected) for made, expected in kinds(dataset, *rows_of(file))]
    assert len(compared) > 15 and sum(compared) == 0


def test_levels_and_dispersion_are_what_plain_python_gives(imported: Any) -> None:
    file, _, dataset = imported
    rows, levels = rows_of(file)
    table = dataset.level_counts().set_index("name")
    expected = dna_measures.level_counts(rows, "issue")
    by_name = {0.0: "opposes", 1.0: "supports"} if levels == [0.0, 1.0] else {-2.0: "strongly opposes", 2.0: "strongly supports"}  # fmt: skip
    for level, word in by_name.items():
        for name in table.index:
            assert table.at[name, word] == expected[name, level]
    said = [
        row["level"]
        for row in by_hand.without_repeats(rows, "document", True)
        if row["issue"] == table.index[0]
    ]
    found = dataset.dispersion().set_index("issue").loc[table["issue"].iloc[0]]
    for name, value in dna_measures.spread(said, len(levels), levels == [0.0, 1.0]).items():
        assert found[name] == pytest.approx(value)


def test_the_command_writes_what_python_gives(imported: Any, tmp_path: Path) -> None:
    _, path, dataset = imported
    for node in ("speaker", "outlet", "article", "author"):
        run(path, tmp_path / "x.matrix.csv", "--node", node, "--norm", "average")
        written = pd.read_csv(tmp_path / "x.matrix.csv", index_col=0)
        assert differing(written, dataset.network(norm="average", node=node)) == 0
    run(path, tmp_path / "x.matrix.csv", "--qualifier", "person", "--tie", "congruence")
    written = pd.read_csv(tmp_path / "x.matrix.csv", index_col=0)
    assert differing(written, dataset.network("congruence", qualifier="person")) == 0
    run(path, tmp_path / "x.graphml.zip", "--kernel", "epanechnikov=40", "--step", 20, "--edges", "--mode", "affiliations")  # fmt: skip
    many = dataset.smooth_affiliations("epanechnikov", 40, 20, edges=True)
    archive = zipfile.ZipFile(tmp_path / "x.graphml.zip")
    listed = pd.read_csv(io.BytesIO(archive.read("windows.csv")))
    assert listed["window"].tolist() == [day.isoformat() for day in many] and len(many) > 2
    for name, ties in zip(listed["file"], many.values(), strict=True):
        graph = nx.read_graphml(io.BytesIO(archive.read(name)))
        told = {(one, other.removeprefix("issue:")): value for one, other, value in graph.edges(data="value")}
        cells: Any = ties.stack()
        assert told == pytest.approx({key: value for key, value in cells.items() if value})


def test_tables_are_written_as_python_gives_them(imported: Any, tmp_path: Path) -> None:
    _, path, dataset = imported
    tables: list[tuple[list[Any], pd.DataFrame]] = [
        (["levels"], dataset.level_counts()), (["levels-by-node"], dataset.level_counts("node")),
        (["dispersion"], dataset.dispersion()), (["backbone"], dataset.backbone()),
        (["backbone", "--size", 2], dataset.backbone("fixed", 2)),
        (["backbone", "--penalty", 1.5], dataset.backbone("penalty", penalty=1.5)),
    ]  # fmt: skip
    for asked, expected in tables:
        run(path, tmp_path / "x.csv", "--table", *asked)
        pd.testing.assert_frame_equal(pd.read_csv(tmp_path / "x.csv"), expected, check_dtype=False)
    best = dataset.backbone("fixed", 2)
    own = best["issue"][best["is_backbone"]]
    assert dataset.backbone_losses(own) == pytest.approx((best["loss"][0], best["redundant_loss"][0]))


def test_a_map_says_how_well_each_actor_is_placed(tmp_path: Path) -> None:
    data = Path(__file__).resolve().parents[1] / "data" / "harbour-debate"
    run(data, tmp_path / "fit.csv", "--table", "fit", "--as-of", "2024-12-31")
    with sayso.open(data) as dataset:
        points = dataset.position_map(as_of="2024-12-31").points
        flat = dataset.position_map("correspondence", 1, draws=5).points
    pd.testing.assert_frame_equal(pd.read_csv(tmp_path / "fit.csv"), points, check_dtype=False)
    assert (points["stress"] >= 0).all() and points["quality"].between(0, 1).all()
    assert flat["stress"].isna().all() and flat["quality"].between(0, 1).all()


def test_a_wire_copy_speaks_for_the_outlet_of_its_original(make_package: PackageMaker) -> None:
    said = [
        say("ann", "tax", 2, "2024-01-03", article=article, speaker="bob")
        for article in ("wire", "copy", "own")
    ]
    outlets = [{"outlet_id": name, "name": name.title(), "reliability": "B"} for name in ("agency", "post")]
    articles = {
        "wire": {"outlet_id": "agency"},
        "copy": {"duplicate_of": "wire"},
        "own": {"outlet_id": "post"},
    }
    with sayso.open(make_package(said, articles=articles, more={"outlets": outlets})) as dataset:
        assert dataset.network("congruence", node="outlet").to_dict() == {"agency": {"agency": 0, "post": 1}, "post": {"agency": 1, "post": 0}}  # fmt: skip
        assert list(dataset.network(node="article").index) == ["own", "wire"]
        assert dataset.affiliations("ignore", node="speaker").loc["bob", "tax"] == 2
        graph = dataset.network_with_facts("actors", "subtract", "none", "document", node="outlet")
        assert graph.facts["post"]["name"] == "Post" and graph.provenance.startswith("outlets × outlets")
        assert list(dataset.network(node="outlet", only={"article_language": [None]}).index) == [
            "agency",
            "post",
        ]
        assert {"outlet_id", "article_language", "venue"} <= set(dataset.variables())


def test_a_text_is_equal_or_not(make_package: PackageMaker) -> None:
    said = [
        say("ann", "tax", 2, "2024-01-03", condition="hall"), say("bob", "tax", -2, "2024-01-03", condition="hall"),
        say("cy", "tax", 2, "2024-01-03", condition="press"), say("dan", "tax", 2, "2024-01-03"),
    ]  # fmt: skip
    with sayso.open(make_package(said)) as dataset:
        same, apart, both = (
            dataset.network(tie, qualifier="condition") for tie in ("congruence", "conflict", "ignore")
        )
        assert list(same.index) == ["ann", "bob", "cy"]  # who gave no condition is left out
        assert (same.at["ann", "bob"], apart.at["ann", "bob"]) == (1, 0)
        assert (same.at["ann", "cy"], apart.at["ann", "cy"]) == (0, 1)
        assert np.allclose(same + apart, both)
        assert dataset.level_counts(qualifier="condition")[["hall", "press"]].to_numpy().tolist() == [[2, 1]]
        with pytest.raises(SaysoError, match="cannot be added up"):
            dataset.affiliations(qualifier="condition")


def _refused(dataset: Dataset, name: str, **asked: Any) -> str:
    with pytest.raises(SaysoError) as told:
        getattr(dataset, name)(**asked)
    return str(told.value)


def test_what_cannot_be_is_told(make_package: PackageMaker) -> None:
    said = [say("ann", "tax", 2, "2024-01-03"), say("bob", "tax", 1, "2024-03-03")]
    with sayso.open(make_package(said)) as dataset:
        assert "no authors" in _refused(dataset, "network", node="author")
        assert "no node" in _refused(dataset, "network", node="party")
        assert "section" in _refused(dataset, "network", only={"section": ["A"]})
        assert "at least one unit" in _refused(dataset, "smooth_networks", bandwidth=0)
        assert "whatever they weigh" in _refused(dataset, "smooth_affiliations", cell="combine")
        assert "1 to 1 issues" in _refused(dataset, "backbone", method="fixed", size=2)
        assert "no backbone" in _refused(dataset, "backbone", method="best")
        assert "Nothing was said" in _refused(dataset, "backbone_losses", backbone=["war"])
        assert "share" in _refused(dataset, "position_map")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["x.gexf", "--table", "levels"], "written as .csv"),
        (["x.csv", "--size", "2"], "are for --table backbone"),
        (["x.csv", "--table", "backbone", "--size", "2", "--penalty", "1"], "name one"),
        (["x.csv", "--table", "fit", "--isolates"], "all their positions"),
        (["x.csv", "--table", "levels", "--as-of", "1900-01-01"], "no statement counts"),
        (["x.csv", "--table", "backbone", "--size", "9"], "1 issues"),
    ],
)
def test_a_table_that_cannot_be_is_told_and_not_written(
    make_package: PackageMaker, tmp_path: Path, options: list[str], said: str
) -> None:
    folder, file = make_package([say("ann", "tax", 2, "2024-01-03")]), tmp_path / options[0]
    done = CliRunner().invoke(main, ["network", str(folder), str(file), *options[1:]])
    assert done.exit_code != 0 and said in done.output and not file.exists()
