"""A dataset that never was DNA's becomes a DNA database that can be read again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd

import sayso
from sayso.coding.import_dna import import_dna
from sayso.exports import dna
from sayso.ingest.dna.choices import Asked
from sayso.store.hub import Hub
from tests.bench.dna_there_and_back import dna_tables
from tests.conftest import REPOSITORY, DatasetMaker
from tests.tiny import say

HARBOUR = REPOSITORY / "data" / "harbour-debate"


def named(network: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    own = network.rename(index=names, columns=names)
    return own.sort_index().sort_index(axis=1)


def test_a_debate_is_the_same_debate_after_dna(tmp_path: Path) -> None:
    hub = Hub()
    database = hub.load_into_memory(HARBOUR, "harbour", "")
    target = tmp_path / "harbour.dna"
    written = dna.write(database, target)
    (n_counting,) = database.rows("SELECT count(*) FROM statements_read WHERE counts")[0]
    places = database.rows(
        "SELECT s.statement_id, q.text FROM statements_read s JOIN quotes q USING (quote_id)"
        " WHERE counts AND q.kind = 'direct' AND len(q.spans) = 1"
    )
    actors = database.rows("SELECT name, kind::VARCHAR, country FROM actors ORDER BY name")
    told = dict.fromkeys(written.told)
    hub.close()

    tables = {name: rows[1:] for name, rows in dna_tables(target).items()}
    assert len(tables["STATEMENTS"]) == written.rows["STATEMENTS"] == n_counting == 347
    texts = {row[0]: row[2].encode("utf-16-le") for row in tables["DOCUMENTS"]}
    found = [texts[row[2]][2 * row[3] : 2 * row[4]].decode("utf-16-le") for row in tables["STATEMENTS"]]
    assert {text for _, text in places} <= set(found)
    assert "76 statements left out: unverified" in told
    assert "3 documents whose day is not known: dated on the first day it can be of" in told

    import_dna(target, tmp_path / "again.duckdb", Asked(unit="actor"))
    with sayso.open(HARBOUR) as one, sayso.open(tmp_path / "again.duckdb") as other:
        names = [{key: facts["name"] for key, facts in each.attributes().items()} for each in (one, other)]
        for tie, norm, repeats in (("subtract", "average", "include"), ("congruence", "none", "include")):
            before = one.network(tie, norm, repeats)  # type: ignore[arg-type]
            after = other.network(tie, norm, repeats)  # type: ignore[arg-type]
            pd.testing.assert_frame_equal(
                named(before, names[0]), named(after, names[1]), check_names=False, atol=1e-12
            )
        again = other._database.rows("SELECT name, kind::VARCHAR, country FROM actors ORDER BY name")
        assert again == actors


def test_an_act_stands_where_it_was_reported_and_rights_hold(
    make_dataset: DatasetMaker, tmp_path: Path
) -> None:
    database = make_dataset(
        [
            say(
                "ann",
                "tax",
                2,
                "2024-01-03",
                article="one",
                text="No tax 🚢, ever.",
                condition="if asked",
                note="n",
            ),
            say("bob", "tax", -1, "2024-02", article="one", text="A tax."),
            say("bob", "tax", -1, "2024-02", article="two", text="A tax.", status="proposed"),
        ]
    )
    target = tmp_path / "tiny.dna"
    written = dna.write(database, target, "word")
    with closing(sqlite3.connect(target)) as db:
        texts = dict(db.execute("SELECT ID, Text FROM DOCUMENTS").fetchall())
        levels = db.execute("SELECT Value FROM DATAINTEGER ORDER BY ID").fetchall()
        long = {row[0] for row in db.execute("SELECT Value FROM DATALONGTEXT")}
        spans = db.execute("SELECT DocumentId, Start, Stop FROM STATEMENTS ORDER BY ID").fetchall()
        version = db.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()
    words = {
        texts[key].encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le") for key, start, stop in spans
    }
    assert words == {"No tax 🚢, ever.", "A tax."} and sorted(levels) == [(-1,), (2,)]
    assert {"if asked", "n"} <= long and version == ("3.0.7",)
    assert "1 statement left out: proposed" in written.told


def test_a_download_is_the_file_itself(make_dataset: DatasetMaker) -> None:
    made, written = dna.content(make_dataset([("ann", "tax", 1, "2024-01-03")]))
    assert made.startswith(b"SQLite format 3\0") and len(written.password) >= 10


def test_an_empty_dataset_is_an_empty_database(make_dataset: DatasetMaker, tmp_path: Path) -> None:
    written = dna.write(make_dataset(), tmp_path / "empty.dna", "word")
    assert written.in_words == "0 documents, 0 statements, 0 entities, 1 coder"
