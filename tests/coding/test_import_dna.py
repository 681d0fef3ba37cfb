"""A DNA database becomes a dataset whose networks are DNA's."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pandas as pd
import pytest

import sayso
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.selection import Duplicates
from sayso.coding.import_dna import Imported, import_dna
from sayso.errors import SaysoError
from sayso.ingest.dna.choices import Asked
from sayso.store.connection import ALIAS
from sayso.store.datasets import open_datasets
from sayso.store.export import export_package
from sayso.store.hub import Database
from tests.bench import dna as bench
from tests.bench.dna_cuts import differing
from tests.bench.dna_database import read_statements
from tests.dna_file import change, said, write

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "dna" / "sample.dna"
DEBATE = [
    said("EPA", "Tax", 1, person="Ann", place=(6, 17)),
    said("Club", "Tax", 0, 2, person="Bob", place=(20, 39)),
    said("EPA", "War", 1, person="Ann", place=(6, 17)),
    said("", "War", 1, person="Ann"),
    said("EPA", "War", None),
    said("EPA", "", 1),
    said("EPA", "War", 1, document=77),
    said("EPA", "War", 1, place=(0, 3)),
    said("EPA", "War", 1, type=2),
]


def imported(path: Path, **asked: Any) -> tuple[Imported, Path]:
    target = path.with_suffix(".duckdb")
    return import_dna(path, target, Asked(**asked)), target


def opened(target: Path) -> Database:
    (database,) = open_datasets(target).databases.values()
    return database


def differences(path: Path, target: Path, unit: str) -> int:
    """Cells of all actor networks that differ between the dataset and the bench's reading of the file."""
    statements = bench.as_statements(read_statements(path), unit, "concept", "agreement")
    statements = statements[
        (statements["unit"] != "") & (statements["issue"] != "") & statements["level"].notna()
    ]
    total = 0
    with sayso.open(target) as dataset:
        names = {key: facts["name"] for key, facts in dataset.attributes().items()}
        repeats: tuple[Duplicates, ...] = ("include", "document")
        for tie, norm, duplicates in product(get_args(Tie), get_args(Norm), repeats):
            made = dataset.network(tie, norm, duplicates).rename(index=names, columns=names)
            total += differing(made, bench.network(statements, "onemode", tie, norm, duplicates))
    return total


@pytest.mark.parametrize("unit", ["organization", "person"])
def test_networks_equal_those_of_dnas_sample(tmp_path: Path, unit: str) -> None:
    if not SAMPLE.is_file():
        pytest.skip(f"DNA's sample is not ours to ship: no {SAMPLE}")
    target = tmp_path / "sample.duckdb"
    done = import_dna(SAMPLE, target, Asked(unit=unit))
    assert done.rows["statements"] == 40 and done.left_out.total() == 1
    assert differences(SAMPLE, target, unit) == 0


@pytest.mark.parametrize(
    ("kind", "levels"), [("boolean", [0, 1]), ("integer", [-2, -1, 0, 1, 2]), ("integer", [-1, 2])]
)
def test_networks_equal_dnas_at_every_kind_of_level(tmp_path: Path, kind: str, levels: list[int]) -> None:
    draw = random.Random(5)
    statements = [
        said(
            f"Actor {draw.randrange(6)}",
            f"Issue {draw.randrange(4)}",
            draw.choice(levels),
            draw.choice([1, 2]),
        )
        for _ in range(70)
    ]
    path = write(tmp_path / "a.dna", statements, kind=kind)
    _, target = imported(path)
    assert differences(path, target, "organization") == 0


def test_statements_that_no_network_counts_are_told_and_kept(tmp_path: Path) -> None:
    done, target = imported(write(tmp_path / "a.dna", DEBATE))
    assert done.rows["statements"] == 3 and done.rows["quotes"] == 2  # two statements on one passage
    assert done.left_out == {
        "without organization": 1, "without agreement": 1, "without concept": 1, "of a document that is not there": 1,
        "on nothing but white space": 1, "of the type “Annotation”": 1,
    }  # fmt: skip
    ((descriptor,),) = opened(target).rows("SELECT value FROM meta WHERE key = 'descriptor'")
    tables = json.loads(descriptor)["dna"]["tables"]
    assert len(tables["STATEMENTS"]["rows"]) == 9 and tables["REGEXES"]["rows"] == [["harbou?r", 9]]


def test_the_words_are_found_after_emoji(tmp_path: Path) -> None:
    _, target = imported(write(tmp_path / "a.dna", DEBATE))
    rows = opened(target).rows(
        "SELECT quotes.text, articles.text[spans[1][1] + 1 : spans[1][2]], coder FROM quotes"
        " JOIN articles USING (article_id) ORDER BY quote_id"
    )
    assert rows == [
        ("The harbour", "The harbour", "Öykü"),
        ("The mayor 🚢 agreed", "The mayor 🚢 agreed", "Öykü"),
    ]


def test_articles_outlets_and_actors(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.dna",
        [*DEBATE, said("Club", "War", 0, person="Bob"), said("EPA", "War", 0, person="Bob")],
        people=True,
    )
    _, target = imported(path, unit="organization")
    database = opened(target)
    assert database.rows(
        "SELECT article_id, outlets.name, outlet_basis::VARCHAR, published_on FROM articles JOIN outlets USING (outlet_id)"
        " ORDER BY 1"
    ) == [
        ("document-00001", "Selm Post", "stated", "2005-01-17"),
        ("document-00002", "Unknown", "inferred", "2005-04-27"),
    ]
    assert database.rows("SELECT name, kind::VARCHAR, organisation_id, description FROM actors ORDER BY 1") == [
        ("Ann", "person", "epa", None), ("Bob", "person", None, None), ("Club", "organisation", None, None),
        ("EPA", "organisation", None, "Type: NGO"),
    ]  # fmt: skip
    assert database.rows("SELECT alias, actor_id FROM aliases") == [("The Agency", "epa")]
    assert database.rows(
        "SELECT actor_id, speaker_id, stance, note FROM statements JOIN quotes USING (quote_id)"
        " WHERE statement_id = 'statement-00002'"
    ) == [("club", "bob", -1, "person: Bob")]


def test_passwords_stay_behind_and_texts_go_by_their_rights(tmp_path: Path) -> None:
    _, target = imported(write(tmp_path / "a.dna", DEBATE))
    assert b"secret-hash" not in target.read_bytes()
    folder = export_package(opened(target), tmp_path / "tables")
    everything = "".join(file.read_text("utf-8") for file in folder.iterdir())
    assert "A. Writer" in everything and "harbou?r" in everything
    assert "secret-hash" not in everything and "🌊" not in everything


def test_a_statement_coded_later_widens_the_scale(tmp_path: Path) -> None:
    _, target = imported(write(tmp_path / "a.dna", DEBATE))
    with sayso.open(target) as dataset:
        assert dataset.network("conflict", duplicates="include").at["epa", "club"] == 1
        dataset._database.connection.execute(f"USE {ALIAS}")
        dataset._database.connection.execute(
            "UPDATE statements SET stance = 2 WHERE statement_id = 'statement-00003'"
        )
        assert dataset.network("conflict", duplicates="include").at["epa", "club"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("commands", "said"),
    [
        (["UPDATE STATEMENTS SET Stop = 900 WHERE ID = 2"], "Statement 2 in document 2 cannot be placed"),
        (["UPDATE STATEMENTS SET Start = 30, Stop = 20 WHERE ID = 1"], "does not run forwards"),
        (["UPDATE DATABOOLEAN SET Value = 'maybe'"], "Value is “maybe”"),
    ],
)
def test_nothing_is_written_when_anything_is_wrong(tmp_path: Path, commands: list[str], said: str) -> None:
    path = change(write(tmp_path / "a.dna", DEBATE), *commands)
    with pytest.raises(SaysoError) as caught:
        imported(path)
    assert said in str(caught.value) and list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_left_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path / "a.dna", DEBATE)
    path.with_suffix(".duckdb").write_text("mine")
    with pytest.raises(SaysoError, match="is there already"):
        imported(path)
    assert path.with_suffix(".duckdb").read_text() == "mine"
    with pytest.raises(SaysoError, match="does not end in"):
        import_dna(path, tmp_path / "x.csv", Asked())


def test_names_that_are_code_stay_names(tmp_path: Path) -> None:
    name = "'; DROP TABLE actors; -- <script>=1+1"
    _, target = imported(write(tmp_path / "a.dna", [said(name, '=cmd|"x"!A1', 1), said("أحمد", "حرب", 0)]))
    assert sorted(row[0] for row in opened(target).rows("SELECT name FROM actors")) == sorted([name, "أحمد"])


def test_an_empty_database_is_an_empty_dataset(tmp_path: Path) -> None:
    path = write(tmp_path / "a.dna", [])
    done, target = imported(path)
    assert done.rows["statements"] == 0 and done.rows["articles"] == 2
    with sayso.open(target) as dataset, closing(sqlite3.connect(path)):
        assert isinstance(dataset.positions(), pd.DataFrame) and dataset.positions().empty
